/** Help by screen, without the internet: a screen's name is its address. */
export const help = {
  any: {
    title: 'Help',
    what: 'Rembuk makes a budget against stunting from caseload data: how many people, what it costs, who pays, and what is unfunded.',
    how: 'The line above every screen always tells how the plan stands; open a figure to see where it comes from. Every change is saved at once and can be undone.',
  },
  ringkasan: { title: 'Summary', what: 'The answer on one page: who is reached, the need and its sources, the worst gaps, and what to do next.', how: 'Open the table beside a chart for its figures. The worst gaps say what would close them.' },
  sasaran: { title: 'Caseload', what: 'How many children, mothers, families and cadres each weighing or survey counted.', how: 'Import an e-PPGBM file or type the counts. Rows with faults can be corrected before they are accepted. A plan follows only the data that is chosen for it.', keys: 'F2 or typing: edit a cell. Shift+arrows: choose a block. Ctrl+C, Ctrl+X, Ctrl+V: copy, cut, paste. Delete: empty. Esc, then Tab: leave the table.' },
  anggaran: { title: 'Budget', what: 'Activities and their cost lines, one column per funding source, with what is funded and what is not.', how: 'Type in the cells as in a spreadsheet; paste from Excel; Allocate shares out the money by priority and keeps locked cells.', keys: 'F2 or typing: edit a cell. Ctrl+C, Ctrl+V: copy and paste. Ctrl+D, Ctrl+R: fill down, fill right. Alt+T: add an activity. Alt+A: allocate. Alt+arrows: move, fold, open. Esc, then Tab: leave the table.' },
  sumber: { title: 'Sources & Rules', what: 'The ceiling of each source, what is spoken for elsewhere, and the rules of the budget year with what they rest on.', how: 'Open a source to change its ceiling, commitments, earmark and stages. A changed rule is marked and can be put back; an unverified one only warns.' },
  dokumen: { title: 'Documents', what: 'The papers of the plan as they will print: RKP Desa, RAB, Table 5 and others.', how: 'Choose the paper, check the signatories in Settings, then download. A plan not declared complete is titled a proposal.' },
} as const
