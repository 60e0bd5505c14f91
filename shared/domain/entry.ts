import type { Rupiah } from './money.ts'
import type { PlanKind } from './plan.ts'

/** Programs that a plan is typed into: Siskeudes for a village's APBDes, SIPD-RI for a regency and its kelurahan. */
export const ENTRY_TARGETS = ['siskeudes', 'sipd'] as const
export type EntryTarget = (typeof ENTRY_TARGETS)[number]

export function entryTarget(kind: PlanKind): EntryTarget {
  return kind === 'desa' ? 'siskeudes' : 'sipd'
}

/** What is typed of a row; a change in any of it has to be typed again. */
export interface EntryContent {
  /** Activity code as the program writes it: `02.02.02`, `1.02.02.2.02.0015`; `''` = none yet. */
  readonly code: string
  /** Objek belanja such as `5.2.7.01`; `''` = none yet. */
  readonly account: string
  readonly source: string
  readonly description: string
  readonly unit: string
  readonly volume: number
  readonly price: Rupiah
  /** volume × price. */
  readonly amount: Rupiah
}

/** One row to type: what one source pays of one cost line. */
export interface EntryRow extends EntryContent {
  readonly lineId: string
  readonly sourceId: string
  /** Number of the package within activity and account, and of the row within the package; both begin with 1. */
  readonly package: number
  readonly no: number
}

/** The rows of one activity of the plan under one account. */
export interface EntryPackage {
  readonly activityId: string
  readonly name: string
  readonly rows: readonly EntryRow[]
}

/** An activity (or sub kegiatan) of the program with all that stands under it. */
export interface EntryGroup {
  readonly code: string
  readonly name: string
  readonly facts: readonly { readonly name: 'time' | 'output' | 'target' | 'location' | 'beneficiaries' | 'sources'; readonly text: string }[]
  readonly amount: Rupiah
  readonly packages: readonly EntryPackage[]
}

/** A row that was ticked: what was typed, and when (ISO). */
export interface TypedRow extends EntryContent {
  readonly lineId: string
  readonly sourceId: string
  readonly at: string
}

const FIELDS = ['code', 'account', 'source', 'description', 'unit', 'volume', 'price', 'amount'] as const
export type EntryField = (typeof FIELDS)[number]

export function rowsOfGroups(groups: readonly EntryGroup[]): EntryRow[] {
  return groups.flatMap((group) => group.packages.flatMap((one) => one.rows))
}

/** What is typed of a row, without its place. */
export function contentOf({ code, account, source, description, unit, volume, price, amount }: EntryContent): EntryContent {
  return { code, account, source, description, unit, volume, price, amount }
}

/** Fields that are no longer what was typed; none: it stands there as it is here. */
export function changedSince(row: EntryContent, typed: EntryContent): EntryField[] {
  return FIELDS.filter((field) => row[field] !== typed[field])
}
