/** Words of the papers around a rembuk and of what is not funded; where no form is prescribed, they are ours (docs/decisions/papers.md). */
export const forms = {
  duRkp: {
    title: ['PROPOSED ACTIVITIES TO REDUCE STUNTING', 'FOR THE LIST OF PROPOSALS (DU-RKP DESA) OF {year}'],
    volume: 'Volume Not Funded', cost: 'Estimated Cost (Rp)', why: 'Remark', tier: 'Priority',
    partly: '{part} funded in {year}', partlyMoney: 'funded in part in {year}', none: 'not funded in {year}', empty: 'All needs that are counted are funded; there is nothing to propose.',
    note: 'Volumes and prices of the plan of {base}; to be brought up to date with the caseload of {year}.',
    uncounted: '{n} lines have no caseload data and cannot be proposed yet.',
  },
  offer: {
    title: ['OFFER TO WORK TOGETHER AGAINST STUNTING', '{place}, {year}'],
    to: 'To: foster parents (GENTING), companies (CSR/TJSLBU), zakat institutions and private persons.',
    about: 'The needs below are reckoned from the caseload of {place} and have no source of money yet. Partners may choose some or all packages; the help goes to the target group directly or through the local government, and is recorded in the plan.',
    item: 'Help', forWhom: 'For Whom', one: 'One Package', price: 'One Package (Rp)', count: 'Packages', amount: 'Altogether (Rp)', by: 'Taken on by (Name, Packages)',
    left: 'Not offered: {n} proposals of {amount}, by custom not for partners.', empty: 'There is no need to be offered to partners.',
    noNames: 'This list names no child. Who receives the help is settled together with the local government.',
    partner: 'Partner', ready: 'Taken on by,',
  },
  onePage: {
    title: ['SUMMARY ON ONE PAGE', 'REDUCING STUNTING IN {place}, {year}'],
    byTier: 'By priority', otherActivities: '{n} other activities', otherGaps: '{n} other proposals', largest: 'Activities with the largest needs', gaps: 'Not funded, largest first',
    otherSources: '{n} other sources',
  },
  minutes: {
    title: ['RECORD OF PROCEEDINGS', 'STUNTING MEETING OF {place}, {year}'], number: 'Number: ……………………………',
    opening: 'On {day}, at {hall}, the stunting meeting of {place} for the plan of fiscal year {year} was held, led by {leader} and attended by {attended} people as in the attendance list attached.',
    blankDay: '………………, date ……………… month ……………… year ………………', blank: '………………………………………', blankCount: '………',
    shown: 'Having considered the caseload and the draft plan, the meeting agreed on the following.',
    data: 'A. Caseload presented', group: 'Target group', count: 'Count', from: 'Data and date', few: 'fewer than 5',
    agreed: 'B. Funded activities', activity: 'Activity', volume: 'Volume', cost: 'Cost (Rp)', source: 'Source',
    unfunded: 'C. Proposals not funded yet', proposal: 'Proposal', lacking: 'Volume lacking', noneUnfunded: 'All needs that are counted are funded.', noneFunded: 'No activity is funded yet.',
    decisions: 'D. Points and decisions', question: 'Point', decision: 'Decision', votes: 'Votes (for/against/abst.)', proposer: 'Proposer, remark',
    byConsensus: 'by consensus', outcome: { agreed: 'Agreed', deferred: 'Deferred', open: 'Not reached' }, otherOpinion: 'Other opinion: {text}', otherOpinionBy: 'Other opinion ({by}): {text}',
    votesNote: 'Votes: for, against, abstained.',
    closing: 'This record was drawn up truthfully, to be used as needed.',
    leader: 'Chair of the Meeting', bpd: 'Chair of BPD', midwife: 'Midwife', participant: 'For the Participants',
  },
  attendance: {
    title: ['ATTENDANCE LIST', 'STUNTING MEETING OF {place}, {year}'], day: 'Day, date', time: 'Time', hall: 'Place', event: 'Event', eventIs: 'Stunting meeting, plan of fiscal year {year}',
    name: 'Name', sex: 'M/F', role: 'Group/Office', address: 'Address', sign: 'Signature',
  },
  td4: {
    title: ['PRIORITY ACTIVITIES OF THE DISTRICT BY OFFICE', 'DISTRICT {district}', '{year}'],
    titleRegency: ['PRIORITY ACTIVITIES BY OFFICE', '{place}', '{year}'],
    priority: 'Regional Priority', goal: 'Regional Goal', programme: 'Programme', activity: 'Priority Activity', target: 'Target of the Activity', location: 'Place (Village/Ward)', volume: 'Volume', ceiling: 'Ceiling (Rp)',
    office: 'Responsible Office', officeOpen: 'Office not settled yet', totalOf: 'Total {office}', head: 'Head of District {district}', empty: 'No activity is proposed to an office.',
    note: 'The ceiling is what offices pay and what has no source yet. Village and partner money is not in it. The regional goal is filled in from the RKPD.',
  },
  rkpdOld: {
    code: 'Code', name: 'Affairs/Fields of Regional Government and Programmes/Activities', indicator: 'Performance Indicators', ofProgramme: 'Programme Outcome', ofOutput: 'Output of Sub-activity', ofResult: 'Result of Activity',
    plan: 'Plan of {year}', location: 'Place of Output', target: 'Performance Targets', programme: 'Programme', output: 'Output', result: 'Result', note: 'Important Notes',
    forward: 'Forward Estimate of {year}', layout: 'Layout in the style of Permendagri 86/2017. Outcomes of programmes and results of activities are filled in from the strategic plan of the office.',
  },
} as const
