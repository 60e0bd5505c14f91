/** Rembuk: what is prepared, what stands on the wall, and what the minutes say. */
export const meeting = {
  title: 'Rembuk',
  heading: 'Rembuk stunting',
  question: {
    help: 'How much help for each of the {{who}} per month, and for how many months?', monthly: '{{name}}: how much for each of the {{who}} per month, and for how many months?', people: '{{name}}: for how many {{unit}}, and at which price?',
    times: '{{name}}: how many {{unit}}, and at which price each?', whole: '{{name}}: paid this year?', plan: 'Which plan do we take?',
  },
  why: { breach: 'there is a note', scenarios: 'there are scenarios', children: 'main help', cadres: 'cadres', gap: 'not fully funded', asked: 'own question' },
  choice: {
    monthly: '{{price}} for each of the {{who}} per month, {{units}} {{unit}}', counted: '{{units}} {{unit}}, {{price}} per {{per}}', few: 'fewer than 5', bought: 'paid, {{price}}', notBought: 'not paid this year',
    costs: '{{what}}: {{amount}} from {{from}}', free: '{{what}}: no money for it yet', plan: 'the plan stays as it is', scenario: 'scenario “{{name}}” is taken', repair: 'the money is divided anew under the rules', leave: 'stays as it is, with a note',
  },
  reach: { who: '{{who}}, of {{whole}}', short: '{{part}}, {{given}} {{unit}}', people: '{{part}} of {{whole}}', time: '{{people}}, {{given}} of {{needed}} {{unit}}', few: '< 5', better: 'more', worse: 'fewer' },
  effect: {
    better: '{{who}}: more ({{after}})', worse: '{{who}}: fewer ({{after}})',
    reach: '{{who}}: {{before}} become {{after}}', units: '{{name}}: {{before}} become {{after}} {{unit}}', gap: 'Unfunded: {{before}} becomes {{after}}', funded: 'Funded: {{before}} becomes {{after}}', paid: 'Used from {{source}}: {{before}} becomes {{after}}', none: 'The plan stays.', incentive: 'incentive, {{who}}',
  },
  outcome: { agreed: 'Agreed', deferred: 'Deferred', open: 'Not reached' },
  prepare: {
    intro: 'The rembuk goes through this plan on the projector, one question at a time: move the figures, and everyone sees what follows. Names of children never show, and counts below five are hidden.',
    agenda: 'What will be decided', agendaHint: 'Made from what the plan leaves open. Clear what is not needed; drag, or use the arrows, to change the order.', facts: 'About the meeting', heldOn: 'Date', place: 'Place', placeHint: 'such as: village hall of Kalipucung', leader: 'Led by', leaderHint: 'such as: chair of the BPD',
    attended: 'People attending', ask: 'Own question', askHint: 'such as: Where is the class for pregnant women held?', add: 'Add', drop: 'Remove question “{{text}}”', start: 'Begin on the full screen', startHint: 'Connect the projector first. F11 makes the screen full as well.',
    none: 'There is nothing to decide', noLines: 'This plan has no activities yet. Add some in Budget, then come back.', noMoney: 'There is no ceiling yet. The meeting can begin, but effects show only once ceilings are entered in Sources & Rules.', notFunded: 'The plan is not allocated yet. Allocate it in Budget first, so that a whole plan is compared.',
    toBudget: 'Open Budget', toSources: 'Open Sources & Rules', noneHint: 'All needs that are counted are funded and there is no note. Write a question of your own below where something should be agreed.', wrongHeads: 'Type a number of people, such as 42.', emptyAgenda: 'Choose at least one, or write a question of your own.',
    redivide: 'Each agreement divides the money anew by itself; locked cells stay, and everything can be taken back.',
  },
  order: { up: 'Move up: {{name}}', down: 'Move down: {{name}}' },
  running: {
    addHeads: 'Enter how many attended…', changeFacts: 'Change the facts…', saveFacts: 'Save', title: 'Rembuk {{number}} is going on', progress: '{{done}} of {{all}} {{done, noun(single: is; several: are)}} decided', resume: 'Continue on the full screen', past: 'Meetings that are over', again: 'Begin another meeting', row: 'Rembuk {{number}}, {{date}}', counts: '{{agreed}} agreed, {{deferred}} deferred, of {{items}}',
    agenda: 'Decisions', number: 'No.', what: 'Question', decision: 'Decision',
  },
  record: {
    title: 'Record of rembuk {{number}}', held: '{{date}}, {{place}}', led: 'Led by {{leader}}', attended_one: '{{count}} person attended', attended_other: '{{count}} people attended', before: 'Before the meeting', after: 'After the meeting', need: 'Need', funded: 'Funded', gap: 'Unfunded', proposer: 'Proposed by {{who}}',
    consensus: 'By consensus', votes: 'Votes: {{for}} for, {{against}} against, {{abstained}} abstained', opinion: 'Another opinion, {{who}}: {{text}}', opinionOf: 'Another opinion: {{text}}', version: 'Version {{number}} “{{stage}}” is kept.', noVersion: 'No version was kept: a later stage is locked already.', papers: 'From this record, in Documents:', minutes: 'Minutes', attendance: 'List of attendance', note: 'Note: {{note}}',
  },
  stage: {
    label: 'Screen of the meeting', title: 'Rembuk Stunting, {{place}}, FY {{year}}', place: { desa: '{{name}} village', kelurahan: '{{name}} ward', regency: '{{name}}' }, decision: 'Decision {{at}} of {{all}}', opening: 'Opening', closing: 'Closing', previous: 'Previous', next: 'Next', agree: 'Agree', object: 'Record another opinion', defer: 'Defer',
    leave: 'Leave the full screen', agenda: 'Decisions', help: 'Keys', blank: 'Dark screen; press any key to come back', price: 'Price', priceTyped: 'Price, typed', unitsTyped: 'Number, typed', now: 'Now', after: 'Like this', effects: 'What it does', effect: 'Effect', allEffects: 'All effects ({{count}})',
    perMonth: '{{price}} for each of the {{who}} per month', costOnly: 'Altogether {{amount}}', from: 'from {{sources}}', before: 'Before the meeting: {{what}}', lastYear: '{{of}} {{year}}: {{what}}', lastPlan: 'Plan {{year}}: {{what}}', referenceOf: '{{price}}, {{units}} {{unit}}', referencePeople: '{{price}}, {{units}} {{unit}}, {{people}} {{who}}',
    served: 'Served by {{by}} already: {{units}} {{unit}}', partners: 'Who usually pays as well: {{who}}', together: 'Together with: {{what}}', held: 'Still protected: {{what}}.', beyond: 'The money reaches {{units}} {{unit}}.', useThat: 'Take {{units}} {{unit}}', impossible: 'Not possible together with what was agreed and locked. Lower the price or the number.', reckoning: 'reckoning …', stopped: 'Not finished. Move it a little to try again.',
    gap: 'Unfunded', thousand: 'Of each Rp1.000, direct to the target', spent: 'Spent from {{source}}', yes: 'Yes, paid', no: 'Not this year', all: 'All', nobody: 'None', keepPlan: 'The plan as it is', gone: 'No longer in the plan.', put: 'Put right: this note is gone.', repair: 'Divide the money anew under the rules', leaveIt: 'Leave it, and record why', wrong: 'This figure cannot be read. Type for example 150k or 175,000.', wrongUnits: 'Type a whole number from 0 to {{max}}.',
    opinions_one: '{{count}} other opinion', opinions_other: '{{count}} other opinions', wordsHint: 'Talk it through, then record what was agreed.', peopleOf: '{{people}} {{who}}',
  },
  dialog: {
    agree: 'Record the agreement', defer: 'Defer the decision', object: 'Another opinion', proposer: 'Proposed by', proposerHint: 'a role, not a name: cadre, BPD, neighbourhood', how: 'How it is decided', consensus: 'By consensus', vote: 'By vote', for: 'For', against: 'Against', abstained: 'Abstained', note: 'Note', noteAgreed: 'What was agreed', noteHint: 'may be left empty', saveAgree: 'Keep the agreement', saveDefer: 'Keep: deferred', saveObject: 'Keep the opinion', by: 'From', text: 'Opinion', why: 'Why it is deferred',
    close: 'Back', wrongVotes: 'Type the votes as numbers.', chosen: 'Agreed: {{what}}',
  },
  roles: { head: 'Head of the village', council: 'BPD', kpm: 'Human development cadre', cadre: 'Posyandu cadre', midwife: 'Village midwife', pkk: 'PKK', neighbourhood: 'RT/RW', parents: 'Parents of target children', health: 'Puskesmas' },
  chart: { head: 'Figure', funded: 'funded', gap: 'unfunded', short: '{{amount}} short', trying: 'Being tried: {{what}}', says: '{{name}}: {{funded}} funded, {{gap}} unfunded', spent: 'used', left: 'left', source: '{{name}}: {{spent}} used of {{available}}', title: 'Before and after the meeting', sources: 'Money there is' },
  opening: {
    need: 'Need', money: 'Money available', gap: 'Unfunded', points_one: '{{count}} decision', points_other: '{{count}} decisions', how: 'How the money is divided',
    rules: { tiers: 'Priority 1 is met first. Within a priority no activity is left behind while others can wait.', rest: 'What remains goes down to the next priority.', order: 'Earmarked money is spent first, free money is kept for last.', left: 'Left now: {{what}}.' },
  },
  closing: {
    title: 'What we decided', agreed: 'agreed', deferred: 'deferred', open: 'not reached', by: 'Confirmed by', byHint: 'such as: leader of the meeting', finish: 'End the meeting', finishHint: 'What was agreed is locked, and the plan is kept as version “{{stage}}”.', done: 'The meeting is over.', toRecord: 'See the record',
  },
  keys: {
    title: 'Keys on the screen of the meeting', next: 'Next (a clicker too)', previous: 'Previous', blank: 'Dark screen', agree: 'Agree', object: 'Record another opinion', defer: 'Defer', agenda: 'Decisions', help: 'These keys', leave: 'Leave', undo: 'Take the last decision back',
  },
} as const
