import type { FundingRow } from '#shared/catalogue/intervention.ts'
import { intervention } from '#shared/catalogue/interventions.ts'
import { type MatrixColumn, sourceOf } from '#shared/catalogue/sources.ts'
import type { Activity, Confidence, CostLine, FundingSource, SourceCode, SpendingClass } from './plan.ts'
import type { Rule, RuleSet } from './rule.ts'
import { groupHasLine } from './rules.ts'

/** Cell of the matrix: usual, allowed with a condition, not done, or not said. */
export type Mark = 'usual' | 'condition' | 'not_done' | 'not_said'

/** What a condition or a warning is about; its sentence is a text. */
const ELIGIBILITY_NOTES = [
  'technical_guide',
  'transport_only',
  'family_planning_only',
  'giver_list',
  'health_dak',
  'light_repair',
  'partner_wish',
  'not_usual',
  'not_said',
  'early_education_only',
  'blt_cap',
  'forbidden',
  'forbidden_carried_over',
  'check_rule',
] as const
export type EligibilityNote = (typeof ELIGIBILITY_NOTES)[number]

export interface Eligibility {
  /** `no` only where a verified rule of the plan's own year forbids it; what is unverified only ever warns. */
  readonly answer: 'yes' | 'warn' | 'no'
  /** True where the automatic allocation may use the source for the line; otherwise only a person may. */
  readonly proposable: boolean
  readonly mark: Mark
  readonly note: EligibilityNote | null
  readonly citation: string
  readonly confidence: Confidence
  /** The rule that decided; null where the matrix did. */
  readonly ruleId: string | null
}

type Cell = readonly [Mark, EligibilityNote?]
const Y: Cell = ['usual']
const NO: Cell = ['not_done', 'not_usual']
const NA: Cell = ['not_said', 'not_said']
const BK: Cell = ['condition', 'giver_list']

/** The matrix of domain §8.4. `other` stands for what it does not list: village and city money is usual, earmarked money is not. */
const MATRIX: Readonly<Record<FundingRow, Readonly<Record<MatrixColumn, Cell>>>> = {
  pmt: { DDS: Y, ADD: Y, OWN: Y, BK: ['condition', 'technical_guide'], BOK: Y, BOKB: NO, 'DAK-F': NO, APBD: Y, PARTNER: Y, OTHER: NA },
  incentive: {
    DDS: Y,
    ADD: Y,
    OWN: Y,
    BK,
    BOK: ['not_done', 'transport_only'],
    BOKB: ['condition', 'family_planning_only'],
    'DAK-F': NO,
    APBD: Y,
    PARTNER: ['condition', 'partner_wish'],
    OTHER: NA,
  },
  officials: { DDS: NO, ADD: Y, OWN: Y, BK: NO, BOK: NO, BOKB: NO, 'DAK-F': NO, APBD: NA, PARTNER: NO, OTHER: NA },
  class: { DDS: Y, ADD: Y, OWN: Y, BK, BOK: Y, BOKB: Y, 'DAK-F': NO, APBD: Y, PARTNER: Y, OTHER: NA },
  anthropometry: { DDS: Y, ADD: Y, OWN: Y, BK, BOK: NO, BOKB: NO, 'DAK-F': ['condition', 'health_dak'], APBD: Y, PARTNER: Y, OTHER: NA },
  sanitation: { DDS: Y, ADD: Y, OWN: Y, BK, BOK: NO, BOKB: NO, 'DAK-F': Y, APBD: Y, PARTNER: Y, OTHER: NA },
  blt: { DDS: ['condition', 'blt_cap'], ADD: NO, OWN: NO, BK: NO, BOK: NO, BOKB: NO, 'DAK-F': NO, APBD: NO, PARTNER: NA, OTHER: NA },
  meeting: { DDS: Y, ADD: Y, OWN: Y, BK: NA, BOK: Y, BOKB: Y, 'DAK-F': NO, APBD: Y, PARTNER: NA, OTHER: NA },
  office: {
    DDS: ['condition', 'light_repair'],
    ADD: Y,
    OWN: Y,
    BK,
    BOK: NO,
    BOKB: NO,
    'DAK-F': NO,
    APBD: NA,
    PARTNER: ['condition', 'partner_wish'],
    OTHER: NA,
  },
  other: {
    DDS: Y,
    ADD: Y,
    OWN: Y,
    BK,
    BOK: NA,
    BOKB: NA,
    'DAK-F': NA,
    APBD: Y,
    PARTNER: ['condition', 'partner_wish'],
    OTHER: ['not_said', 'early_education_only'],
  },
}

const ROW_BY_CLASS: Partial<Readonly<Record<SpendingClass, FundingRow>>> = {
  food: 'pmt',
  cadre_incentive: 'incentive',
  service: 'incentive',
  meeting: 'meeting',
  training: 'class',
  printing: 'class',
  equipment: 'anthropometry',
}

/** Row of the matrix for a line: by the village code where it decides, else by the catalogue entry, else by the spending class. */
export function fundingRow(activity: Activity, line: Pick<CostLine, 'spendingClass'>): FundingRow {
  const code = activity.villageCode ?? ''
  if (code.startsWith('1.1.') && code !== '1.1.08') return 'officials'
  if (code === '1.2.02' || code === '1.2.03') return 'office'
  if (code.startsWith('5.3')) return 'blt'
  const entry = activity.catalogueKey === null ? undefined : intervention(activity.catalogueKey)
  if (entry) return entry.funding
  if (code.startsWith('2.4.')) return 'sanitation'
  return ROW_BY_CLASS[line.spendingClass] ?? 'other'
}

function byRule(rule: Rule, rules: RuleSet): Eligibility {
  const { citation, confidence, id: ruleId } = rule
  if (rule.severity === 'error')
    return { answer: 'no', proposable: false, mark: 'not_done', note: 'forbidden', citation, confidence, ruleId }
  const note = rules.carriedOver && !rule.changed ? 'forbidden_carried_over' : 'check_rule'
  return { answer: 'warn', proposable: false, mark: 'not_done', note, citation, confidence, ruleId }
}

const ANSWERS = { usual: 'yes', condition: 'warn', not_done: 'warn', not_said: 'warn' } as const
const answers = new Map<string, Eligibility>()

function byMatrix(row: FundingRow, column: MatrixColumn): Eligibility {
  const key = `${row}/${column}`
  let answer = answers.get(key)
  if (!answer) {
    const [mark, note = null] = MATRIX[row][column]
    answer = {
      answer: ANSWERS[mark],
      proposable: mark === 'usual' || mark === 'condition',
      mark,
      note,
      citation: 'Kebiasaan (matriks kelayakan sumber dana)',
      confidence: 'unverified',
      ruleId: null,
    }
    answers.set(key, answer)
  }
  return answer
}

/**
 * Whether a source may pay a line (domain §8.4). A prohibition of the year comes first, for carried-over money as well, because SiLPA keeps the
 * rules of its source; then the matrix of practice, which never says no: what it calls not done is left to people, with a note.
 */
export function eligibility(
  code: SourceCode,
  _origin: FundingSource['origin'],
  activity: Activity,
  line: Pick<CostLine, 'spendingClass'>,
  rules: RuleSet,
): Eligibility {
  const rule = rules.rules.find(
    (candidate) => candidate.kind === 'forbidden' && candidate.source === code && groupHasLine(candidate.group, activity, line),
  )
  return rule ? byRule(rule, rules) : byMatrix(fundingRow(activity, line), sourceOf(code).column)
}

/** The matrix as a table for reading: rows × columns. */
export function eligibilityMatrix(): readonly {
  readonly row: FundingRow
  readonly column: MatrixColumn
  readonly mark: Mark
  readonly note: EligibilityNote | null
}[] {
  return Object.entries(MATRIX).flatMap(([row, cells]) =>
    Object.entries(cells).map(([column, [mark, note = null]]) => ({ row: row as FundingRow, column: column as MatrixColumn, mark, note })),
  )
}
