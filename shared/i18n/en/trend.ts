/** The trend of the caseload: a line, its table, the survey apart. */
export const trend = {
  asTable: 'table',
  asChart: 'chart',
  round: 'Caseload',
  date: 'Date of the data',
  stunted: 'Stunted children',
  measured: 'Measured',
  share: 'Prevalence',
  point: '{{count}} of {{whole}}',
  alone: '{{count}} {{count, noun(single: child; several: children)}}',
  spoken: 'Stunted children: {{points}}.',
  spokenPoint: '{{date}} {{figure}}',
  none: 'The trend appears once two series count stunted children.',
  over: 'more than were measured',
  unknownWhole: 'number measured: no data',
  survey: '{{name}}: {{percent}}',
  surveyApart: 'A survey has another sample and another way of measuring: not the same figure.',
} as const
