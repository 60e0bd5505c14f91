/** What each step is called in the history; `{{…}}` are the words of the step. */
export const steps = {
  setting: 'Setting {{key}} changed',
  plan: 'Plan “{{plan}}” made',
  import: 'Import {{series}} ({{rows}} rows of {{file}})',
  count: 'Count of {{group}} in {{series}} typed: {{count}}',
  survey: 'Survey {{series}} recorded',
  choose: 'Plan follows the caseload data {{series}}',
  source: 'Funding source {{source}} changed',
  commitment: 'Commitment of {{source}} changed: {{class}}',
  line: 'Cost line “{{line}}” changed',
  activity: 'Activity “{{activity}}” changed',
  add_activity: 'Activity “{{activity}}” added',
  remove_activity: 'Activity “{{activity}}” removed',
  complete: 'Plan declared complete',
  incomplete: 'Plan declared incomplete',
  allocate: 'Automatic allocation',
  cell: 'Allocation of “{{line}}” from {{source}} changed',
} as const
