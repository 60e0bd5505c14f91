/** Division, joint optimum: all villages and the regency's money as one problem. */
export const joint = {
  views: { label: 'Way to divide', formula: 'By formula', optimum: 'Joint optimum' },
  intro: 'All village plans that came in are reckoned together with the regency’s money. Each village’s own money stays with it; shared money goes to who is furthest behind.',
  form: { label: 'What it is reckoned by', strategy: 'What comes first', equal: 'The village furthest behind', equalText: 'the lowest village coverage is raised first, then by priority', tiered: 'Priorities', tieredText: 'Priority 1 in all villages first, then 2, then 3', funds: 'Shared money (Rp)', envelope: 'Envelope of the division', none: 'not used', villages: 'For', all: 'all villages and wards', desa: 'villages only', kelurahan: 'wards only', received: '{{received}} of {{villages}} {{villages, noun(single: village/ward; several: villages/wards)}} {{received, noun(single: has; several: have)}} sent a plan; the others take no part' },
  compute: 'Compute', computing: 'Computing …', stop: 'Stop', stopped: 'Stopped; nothing has changed.', keep: 'Use as the division', kept: 'The joint optimum is kept.', saved: 'kept', unsaved: 'not kept', outdated: 'Village plans have changed since this was computed. Compute again.',
  phases: { read: 'Reading village plans', bounds: 'Finding the highest bounds', villages: 'Dividing in whole units' },
  progress: '{{phase}}: {{done}} of {{total}}',
  empty: 'Fill in at least one shared amount, then compute. Hundreds of villages take one to a few minutes.', noPlans: 'No village plans yet', noPlansText: 'The joint optimum is reckoned from the plan packages that villages send.', noPlansAction: 'Take packages in under Submissions',
  summary: '{{spent}} of {{amount}} shared money used for {{villages}} {{villages, noun(single: village/ward; several: villages/wards)}}', proven: 'Proven to be the best.', within: 'No other division is better by more than {{gap}} in any step.', effect: 'Lowest village coverage {{before}} → {{after}}',
  aside: 'Cannot be helped by the money that was chosen: {{villages}}',
  steps: { label: 'Steps and their bounds', step: 'Step', reached: 'Reached', bound: 'Cannot exceed', gap: 'Distance', village: 'Coverage of the lowest village', lowest: 'Priority {{tier}}: lowest coverage of an activity', sum: 'Priority {{tier}}: sum of coverage', exact: 'proven', note: 'Each bound holds for every division that brings the earlier steps near to their own bounds (99.5% or more).' },
  table: { label: 'By village', village: 'Village/ward', need: 'Need (Rp)', own: 'Own money (Rp)', shared: 'Shared (Rp)', formula: 'Formula (Rp)', before: 'Before', after: 'Coverage', lowest: 'Lowest' },
  lowestHint: 'Lowest: the activity that follows a count with the lowest coverage in that village’s first priority.',
} as const
