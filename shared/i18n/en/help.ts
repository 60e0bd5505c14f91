/** Help by screen, without the internet: a screen's name is its address. */
export const help = {
  kiriman: {
    title: 'Submissions', what: 'Plan packages of villages and wards, come by USB stick or message. One line is one village, with its state, revision and age.',
    how: 'Drag files or a folder onto this page. What is damaged, altered, of another region or year is refused with its reason; what is sent again replaces and shows the difference. Click a village for its lines.', keys: 'One intake is one step: Ctrl+Z takes it back.',
  },
  konsolidasi: {
    title: 'Consolidation', what: 'The plans of all villages as one: by district, department, source, activity; figures that stand out; the caseload of the regency.',
    how: 'What has not come in is not counted as nought. Click a village beside a figure that stands out to open its lines.', keys: 'Tab moves between the parts; tables scroll with the arrows.',
  },
  pembagian: {
    title: 'Division', what: 'The regency envelope is divided over villages by a base, weights and bounds.',
    how: 'Type the envelope, weights that sum to 100, then bounds. Click a village to see how its amount came about. The exported workbook has live formulas.', keys: 'Enter or leaving a field reckons anew.',
  },
  'dokumen-kirim': {
    title: 'Send to the regency', what: 'One package file of this plan, without names and identity numbers.',
    how: 'Read what is in it, then save it and send it by USB stick or message. When the plan changes, make it again: its revision rises by itself.', keys: 'Space ticks the office key.',
  },
  any: {
    title: 'Help',
    what: 'Rembuk makes a budget against stunting from caseload data: how many people, what it costs, who pays, and what is unfunded.',
    how: 'The line above every screen always tells how the plan stands; open a figure to see where it comes from. Every change is saved at once and can be undone.',
  },
  ringkasan: { title: 'Summary', what: 'The answer on one page: who is reached, the need and its sources, the worst gaps, and what to do next.', how: 'Open the table beside a chart for its figures. The worst gaps say what would close them.' },
  sasaran: { title: 'Caseload', what: 'How many children, mothers, families and cadres each weighing or survey counted.', how: 'Import an e-PPGBM file or type the counts. Rows with faults can be corrected before they are accepted. A plan follows only the data that is chosen for it.', keys: 'F2 or typing: edit a cell. Shift+arrows: choose a block. Ctrl+C, Ctrl+X, Ctrl+V: copy, cut, paste. Delete: empty. Esc, then Tab: leave the table.' },
  anggaran: { title: 'Budget', what: 'Activities and their cost lines, one column per funding source, with what is funded and what is not.', how: 'Type in the cells as in a spreadsheet; paste from Excel; Allocate shares out the money by priority and keeps locked cells.', keys: 'F2 or typing: edit a cell. Ctrl+C, Ctrl+V: copy and paste. Ctrl+D, Ctrl+R: fill down, fill right. Alt+T: add an activity. Alt+A: allocate. Alt+arrows: move, fold, open. Esc, then Tab: leave the table.' },
  sumber: { title: 'Sources & Rules', what: 'The ceiling of each source, what is spoken for elsewhere, and the rules of the budget year with what they rest on.', how: 'Open a source to change its ceiling, commitments, earmark and stages. A changed rule is marked and can be put back; an unverified one only warns.' },
  rembuk: { title: 'Rembuk', what: 'The plan is talked through together on the projector, one decision at a time. Move price and number: what follows for children, cadres and sources shows at once.', how: 'Choose what will be decided, then begin on the full screen. Agree, record another opinion, or defer; each agreement goes into the plan at once and can be taken back. At the end the plan is kept as the result of the meeting, with its record for the minutes.', keys: 'Page Down and Page Up (a clicker too), arrows: next and previous decision. S: agree. C: record another opinion. T: defer. D: decisions. B or full stop: dark screen. Esc: leave.' },
  dokumen: { title: 'Documents', what: 'The papers of the plan as they will print: RKP Desa, RAB, Table 5 and others.', how: 'Choose the paper, check the signatories in Settings, then download. A plan not declared complete is titled a proposal.' },
} as const
