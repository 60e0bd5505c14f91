/** Typing the plan into Siskeudes or SIPD-RI, what was typed there, and workbooks that come back. */
export const entry = {
  compared: '{{same}} rows agree, {{different}} differ; {{others}} other activities in Siskeudes are not in this plan.',
  difference: {
    same: 'same', amount: 'other amount', placed: 'other account or source', missing_there: 'not in Siskeudes yet', missing_here: 'not in the plan',
  },
} as const
