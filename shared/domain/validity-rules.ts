/**
 * What is looked at in a by-name list. The thresholds are Rembuk's own choice unless a rule says otherwise: no regulation sets
 * them (docs/decisions/validity.md). They are there to find what to look at again, not to judge anybody's work.
 */
export const RULE_GROUPS = ['identity', 'anthropometry', 'completeness', 'plausibility'] as const
export type RuleGroup = (typeof RULE_GROUPS)[number]

export const RULE_IDS = [
  'row_unusable', 'nik_missing', 'nik_birth', 'nik_sex', 'nik_shared', 'same_person', 'similar_person', 'two_posyandu', 'other_file', 'identity_changed',
  'implausible_hfa', 'implausible_wfa', 'implausible_wfh', 'outside_tables', 'height_shrinks', 'digit_preference', 'haz_spread',
  'value_unreadable', 'not_measured',
  'height_jump', 'weight_jump', 'copied_values',
] as const
export type RuleId = (typeof RULE_IDS)[number]

export const REPAIRS = [
  'correct_file', 'ask_nik', 'check_birth', 'check_sex', 'check_nik', 'merge', 'check_names', 'choose_posyandu', 'check_identity', 'measure_again',
  'check_posture', 'read_tenths', 'check_tools', 'visit', 'weigh_again',
] as const
export type Repair = (typeof REPAIRS)[number]

/** Parts of the score; their weights are `WEIGHTS`. */
export const PARTS = ['completeness', 'identity', 'measurements', 'digits', 'spread', 'plausibility'] as const
export type Part = (typeof PARTS)[number]

/** Points of each part out of 100: our own choice. A part that says nothing gives its points to the others, in proportion. */
export const WEIGHTS: Readonly<Record<Part, number>> = { completeness: 30, identity: 25, measurements: 20, digits: 5, spread: 5, plausibility: 15 }

export interface ValidityRule {
  readonly id: RuleId
  readonly group: RuleGroup
  /** In the score a child with an error counts as not good, one with only warnings as half good, one with only infos as good. */
  readonly severity: 'error' | 'warning' | 'info'
  readonly repair: Repair
  /** The part of the score that it lowers. */
  readonly part: Part
  /** What it is about, and what is counted: children, places, or rows of the file that no child came of. */
  readonly about: 'child' | 'place' | 'row'
}

const IDENTITY = { group: 'identity', part: 'identity', about: 'child' } as const
const MEASURED = { group: 'anthropometry', part: 'measurements', about: 'child' } as const
const PLAUSIBLE = { group: 'plausibility', part: 'plausibility', about: 'child' } as const

export const RULES: readonly ValidityRule[] = [
  { id: 'row_unusable', severity: 'error', repair: 'correct_file', ...IDENTITY, about: 'row' },
  { id: 'nik_missing', severity: 'warning', repair: 'ask_nik', ...IDENTITY },
  { id: 'nik_birth', severity: 'warning', repair: 'check_birth', ...IDENTITY },
  { id: 'nik_sex', severity: 'warning', repair: 'check_sex', ...IDENTITY },
  { id: 'nik_shared', severity: 'error', repair: 'check_nik', ...IDENTITY },
  { id: 'same_person', severity: 'error', repair: 'merge', ...IDENTITY },
  { id: 'similar_person', severity: 'warning', repair: 'check_names', ...IDENTITY },
  { id: 'two_posyandu', severity: 'error', repair: 'choose_posyandu', ...IDENTITY },
  { id: 'other_file', severity: 'error', repair: 'choose_posyandu', ...IDENTITY },
  { id: 'identity_changed', severity: 'warning', repair: 'check_identity', ...IDENTITY },
  { id: 'implausible_hfa', severity: 'error', repair: 'measure_again', ...MEASURED },
  { id: 'implausible_wfa', severity: 'error', repair: 'measure_again', ...MEASURED },
  { id: 'implausible_wfh', severity: 'error', repair: 'measure_again', ...MEASURED },
  { id: 'outside_tables', severity: 'warning', repair: 'check_posture', ...MEASURED },
  { id: 'height_shrinks', severity: 'error', repair: 'measure_again', ...MEASURED },
  { id: 'digit_preference', severity: 'warning', repair: 'read_tenths', group: 'anthropometry', part: 'digits', about: 'place' },
  { id: 'haz_spread', severity: 'warning', repair: 'check_tools', group: 'anthropometry', part: 'spread', about: 'place' },
  { id: 'value_unreadable', severity: 'error', repair: 'correct_file', group: 'completeness', part: 'measurements', about: 'child' },
  { id: 'not_measured', severity: 'warning', repair: 'visit', group: 'completeness', part: 'completeness', about: 'child' },
  { id: 'height_jump', severity: 'warning', repair: 'measure_again', ...PLAUSIBLE },
  { id: 'weight_jump', severity: 'warning', repair: 'weigh_again', ...PLAUSIBLE },
  { id: 'copied_values', severity: 'warning', repair: 'measure_again', ...PLAUSIBLE },
]

export const THRESHOLDS = {
  /** A height may be this much below an earlier one before it counts as shrunk: two careful readings differ by less. */
  shrinkMm: 10,
  /** Change of a z-score between two rounds, in hundredths, that children seldom make. */
  jumpHundredths: 200,
  /** Two rounds at least this many days apart with the very same weight and height were hardly both measured. */
  copiedDays: 20,
  /** Fewer heights say nothing about digits or spread. */
  groupAtLeast: 20,
  /** Share of heights that end in .0 or .5, in basis points, from which it is said. Two of ten end so by chance. */
  digitsBp: 4_000,
  /** Standard deviation of the height-for-age z-scores in hundredths: within these ends it takes no points, at the outer ones all of them. */
  spread: { from: 60, to: 160, none: 20, all: 250 },
} as const
