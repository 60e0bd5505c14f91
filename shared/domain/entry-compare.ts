import { type EntryContent, type EntryGroup } from './entry.ts'
import { type Rupiah, sum } from './money.ts'
import { isRegionCode } from './region.ts'

/** A row that stands in the other program. */
export interface FiledRow extends EntryContent {
  readonly activityName: string
  /** Code of the village as the other program has it; `''` where the table has none. */
  readonly village: string
  /** Row of its file, counted from 1. */
  readonly row: number
}

/**
 * same: the amount, account and source agree. amount: they stand for the same and differ in the amount. placed: the same amount, under
 * another account or source. missing_there: in the plan, not typed. missing_here: typed, not in the plan.
 */
export type EntryDifference = 'same' | 'amount' | 'placed' | 'missing_there' | 'missing_here'

export interface ComparedRow {
  readonly state: EntryDifference
  readonly plan: EntryContent | null
  readonly filed: FiledRow | null
}

export interface ComparedActivity {
  readonly code: string
  readonly name: string
  readonly plan: Rupiah
  readonly filed: Rupiah
  readonly rows: readonly ComparedRow[]
}

export interface EntryComparison {
  /** The plan's activities in its order. */
  readonly activities: readonly ComparedActivity[]
  /** What the file holds besides: a village's budget is more than this plan. */
  readonly others: readonly { readonly code: string; readonly name: string; readonly filed: Rupiah; readonly rows: number }[]
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** From what can hardly be chance to what little is left to go by. */
const KEYS: readonly ((row: EntryContent) => string)[] = [
  ({ account, source, description, amount }) => [account, source, plain(description), amount].join('|'),
  ({ account, source, description }) => [account, source, plain(description)].join('|'),
  ({ account, source, amount }) => [account, source, amount].join('|'),
  ({ description, amount }) => [plain(description), amount].join('|'),
]

function stateOf(plan: EntryContent, filed: EntryContent): EntryDifference {
  if (plan.amount !== filed.amount) return 'amount'
  return plan.account === filed.account && plan.source === filed.source ? 'same' : 'placed'
}

/**
 * Rows of one activity put together: those that agree in most first, one to one; what is left on both sides under the same account and source,
 * once each, is taken for the same row with another amount.
 */
function pairRows(plan: readonly EntryContent[], filed: readonly FiledRow[]): ComparedRow[] {
  const partner = new Map<EntryContent, FiledRow>()
  const taken = new Set<FiledRow>()
  const match = (key: (row: EntryContent) => string, single: boolean): void => {
    const open = Map.groupBy(filed.filter((row) => !taken.has(row)), key)
    const waiting = Map.groupBy(plan.filter((row) => !partner.has(row)), key)
    for (const [at, rows] of waiting) {
      const there = open.get(at) ?? []
      if (single && (rows.length > 1 || there.length > 1)) continue
      rows.forEach((row, index) => {
        const found = there[index]
        if (!found) return
        partner.set(row, found)
        taken.add(found)
      })
    }
  }
  for (const key of KEYS) match(key, false)
  match(({ account, source }) => `${account}|${source}`, true)
  return [
    ...plan.map((row): ComparedRow => {
      const found = partner.get(row)
      return found ? { state: stateOf(row, found), plan: row, filed: found } : { state: 'missing_there', plan: row, filed: null }
    }),
    ...filed.filter((row) => !taken.has(row)).map((row): ComparedRow => ({ state: 'missing_here', plan: null, filed: row })),
  ]
}

/** What was typed into the other program beside the plan, activity by activity. Rows are compared within their activity only. */
export function compareEntry(groups: readonly EntryGroup[], filed: readonly FiledRow[]): EntryComparison {
  const there = Map.groupBy(filed, (row) => row.code)
  const known = new Set(groups.map((group) => group.code))
  return {
    activities: groups.map((group) => {
      const rows = there.get(group.code) ?? []
      return {
        code: group.code, name: group.name, plan: group.amount, filed: sum(rows.map((row) => row.amount)),
        rows: pairRows(group.packages.flatMap((one) => one.rows), rows),
      }
    }),
    others: [...there].filter(([code]) => !known.has(code)).map(([code, rows]) => ({
      code, name: rows[0]?.activityName ?? '', filed: sum(rows.map((row) => row.amount)), rows: rows.length,
    })).toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  }
}

/**
 * Which code of the file is the plan's village: the one that ends as the plan's does, in as many parts as tell it apart; a program's own code for a
 * district is not known here (domain §9), a whole region code must be the village's. `undefined`: none, or several.
 */
export function villageIn(villages: readonly string[], region: string): string | undefined {
  const parts = region.split('.')
  for (const own of [region, parts.slice(-2).join('.'), parts.at(-1) ?? '']) {
    const matches = villages.filter((code) => code === region || (!isRegionCode(code) && (code === own || code.endsWith(`.${own}`))))
    if (matches.length === 1) return matches[0]
  }
  return undefined
}
