/** What stands around the screens: rail, top bar, strip, notes, settings, commands, help. */
export const frame = {
  close: 'Close',
  saved: 'Saved {{time}}', saving: 'Saving …', savedNever: 'No changes yet',
  readOnly: 'Read only: no change is kept',
  undo: 'Undo: {{step}}', redo: 'Redo: {{step}}', undoNone: 'Nothing to undo', redoNone: 'Nothing to redo',
  undone: 'Undone: {{step}}', redone: 'Redone: {{step}}', earlier: 'the step before',
  settings: 'Settings', search: 'Search or command', help: 'Help',
  plan: {
    choose: 'Plans in this file', complete: 'Declare complete', completeHint: 'Documents then carry the official title.', incomplete: 'Declare incomplete', isComplete: 'complete', isDraft: 'draft', current: 'open now',
  },
  strip: {
    need: 'Need by activity', funded: 'Funded by source', fundedFor: 'Funded by activity', directFor: 'Direct spending by activity', gap: 'Unfunded by activity', direct: 'Direct spending by class',
    sum: 'Total', none: 'None yet.', series: 'Caseload data', notCounted: 'no data yet', ofUnits: '{{funded}} {{unit}}', linesUnknown: '{{lines}} without data are not counted.',
    childrenSay: '{{covered}} of {{total}} stunted {{total, noun(single: child; several: children)}} {{covered, noun(single: is; several: are)}} reached by direct help to its end, {{partly}} in part.', childrenUnknown: 'The number of stunted children is not known yet.',
    directSay: '{{direct}} of {{total}} funded becomes food, goods, cash or referrals for the target groups.', withService: 'With services and incentives of cadres: {{share}}',
    thousand: 'Of every Rp1,000, Rp{{part}} reaches the target groups directly.',
    cadresSay: '{{receiving}} of {{total}} {{total, noun(single: cadre; several: cadres)}} {{receiving, noun(single: gets; several: get)}} an incentive in this plan.', cadresUnknown: 'The number of cadres is not known yet.',
  },
  notes: { next: 'Next note', previous: 'Previous note' },
  palette: {
    title: 'Search or command', hint: 'Type an activity, a source or a command', empty: 'Nothing matches. Try another word, such as telur (egg) or kader.', screens: 'Screens', actions: 'Commands', activities: 'Activities', sources: 'Sources', meant: 'Related activities', add: 'Add from the catalogue',
    stop: 'Stop', stopped: 'Stopped; nothing was changed.',
    allocate: 'Allocate automatically', allocated: 'Allocated: {{funded}} funded, {{gap}} unfunded.', allocating: 'Allocating …', upToDate: 'The allocation is up to date, nothing was changed: funded {{funded}}, unfunded {{gap}}.', infeasible: 'No allocation is possible with these locks and limits; nothing was changed.',
    export: 'Download the workbook (.xlsx)', exporting: 'Preparing the workbook …', notes: 'Open notes', theme: 'Switch light or dark', language: 'Ganti ke bahasa Indonesia', results: 'Results', addActivity: 'Add: {{activity}}', added: 'Activity {{activity}} added.',
  },
  shortcuts: {
    title: 'Keys', search: 'Search or command', undo: 'Undo', redo: 'Redo', notes: 'Next note, previous note', help: 'Help on this screen', close: 'Close', settings: 'Settings',
  },
} as const
