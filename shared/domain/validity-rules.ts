/**
 * What is looked at in a by-name list. The thresholds are Rembuk's own choice unless a rule says otherwise: no regulation sets
 * them (docs/decisions/validity.md). They are there to find what to look at again, not to judge anybody's work.
 */
export const RULE_GROUPS = ['identity', 'anthropometry', 'completeness', 'plausibility'] as const
export type RuleGroup = (typeof RULE_GROUPS)[number]

export const RULE_IDS = [
  'nik_missing', 'nik_birth', 'nik_sex', 'nik_shared', 'same_person', 'similar_person', 'two_posyandu', 'other_file', 'identity_changed',
  'implausible_hfa', 'implausible_wfa', 'implausible_wfh', 'outside_tables', 'height_shrinks', 'digit_preference', 'haz_spread',
  'not_measured',
  'height_jump', 'weight_jump', 'copied_values',
] as const
export type RuleId = (typeof RULE_IDS)[number]

export const REPAIRS = [
  'ask_nik', 'check_birth', 'check_sex', 'check_nik', 'merge', 'check_names', 'choose_posyandu', 'check_identity', 'measure_again',
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
}

export const RULES: readonly ValidityRule[] = [
  { id: 'nik_missing', group: 'identity', severity: 'warning', repair: 'ask_nik', part: 'identity' },
  { id: 'nik_birth', group: 'identity', severity: 'warning', repair: 'check_birth', part: 'identity' },
  { id: 'nik_sex', group: 'identity', severity: 'warning', repair: 'check_sex', part: 'identity' },
  { id: 'nik_shared', group: 'identity', severity: 'error', repair: 'check_nik', part: 'identity' },
  { id: 'same_person', group: 'identity', severity: 'error', repair: 'merge', part: 'identity' },
  { id: 'similar_person', group: 'identity', severity: 'warning', repair: 'check_names', part: 'identity' },
  { id: 'two_posyandu', group: 'identity', severity: 'error', repair: 'choose_posyandu', part: 'identity' },
  { id: 'other_file', group: 'identity', severity: 'error', repair: 'choose_posyandu', part: 'identity' },
  { id: 'identity_changed', group: 'identity', severity: 'warning', repair: 'check_identity', part: 'identity' },
  { id: 'implausible_hfa', group: 'anthropometry', severity: 'error', repair: 'measure_again', part: 'measurements' },
  { id: 'implausible_wfa', group: 'anthropometry', severity: 'error', repair: 'measure_again', part: 'measurements' },
  { id: 'implausible_wfh', group: 'anthropometry', severity: 'error', repair: 'measure_again', part: 'measurements' },
  { id: 'outside_tables', group: 'anthropometry', severity: 'warning', repair: 'check_posture', part: 'measurements' },
  { id: 'height_shrinks', group: 'anthropometry', severity: 'error', repair: 'measure_again', part: 'measurements' },
  { id: 'digit_preference', group: 'anthropometry', severity: 'warning', repair: 'read_tenths', part: 'digits' },
  { id: 'haz_spread', group: 'anthropometry', severity: 'warning', repair: 'check_tools', part: 'spread' },
  { id: 'not_measured', group: 'completeness', severity: 'warning', repair: 'visit', part: 'completeness' },
  { id: 'height_jump', group: 'plausibility', severity: 'warning', repair: 'measure_again', part: 'plausibility' },
  { id: 'weight_jump', group: 'plausibility', severity: 'warning', repair: 'weigh_again', part: 'plausibility' },
  { id: 'copied_values', group: 'plausibility', severity: 'warning', repair: 'measure_again', part: 'plausibility' },
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
