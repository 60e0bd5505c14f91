import { isRegular } from './part-kind.ts'
import type { Context } from './input.ts'
import type { Part } from './parts.ts'
import { type Ref, rowsOf, type SheetDocument } from './sheet.ts'
import { sourceKey } from './sources.ts'

/** Name of the hidden sheet in which an exported workbook says what plan it is of; the same in every language. */
export const IDENTITY_SHEET = '_rembuk'
/** Stands in the place of the plan where a workbook is of many: the tables of a regency. */
export const NO_PLAN = '-'
/** Format of that sheet; a program reads its own and older ones. */
export const IDENTITY_FORMAT = 1

/** Facts of the plan as it was exported, in the order of the sheet. */
export const IDENTITY_FACTS = ['plan', 'name', 'region', 'year', 'version', 'revision', 'madeAt', 'document', 'language'] as const
export type IdentityFacts = Readonly<Record<(typeof IDENTITY_FACTS)[number], string>>

/**
 * part: volume, price and amount of what a source pays of a line. share: an amount that is no whole number of units, so that only the amount
 * means something. ceiling: the ceiling of a source (in `amount`).
 */
export type MappedKind = 'part' | 'share' | 'ceiling'
export const MAPPED_COLUMNS = ['label', 'source', 'volume', 'price', 'amount'] as const
export type MappedColumn = (typeof MAPPED_COLUMNS)[number]

/** One row whose cells people may change, with what they held. */
export interface MappedRow {
  readonly kind: MappedKind
  /** `''` for a ceiling. */
  readonly lineId: string
  readonly sourceId: string
  readonly values: Readonly<Record<MappedColumn, string | number>>
  readonly cells: Partial<Readonly<Record<MappedColumn, Ref>>>
}

export interface WorkbookIdentity {
  readonly facts: IdentityFacts
  readonly rows: readonly MappedRow[]
}

/** The cells of a set of sheets that may come back changed: the rows of the RAB, and typed ceilings of the sources. */
export function mappedRows(context: Context, parts: readonly Part[], sheets: readonly SheetDocument[]): MappedRow[] {
  const { t } = context
  const rab = sheets.find((sheet) => sheet.name === t.sheets.rab)
  const money = sheets.find((sheet) => sheet.name === t.sheets.sources)
  const byKey = new Map(parts.map((part) => [part.key, part]))
  const ofRab = rab ? rowsOf(rab).flatMap((row): MappedRow[] => {
    const part = byKey.get(row.key)
    if (!part || row.cells['amount'] === undefined) return []
    const at = (column: string): Ref => ({ sheet: rab.name, row: row.key, column })
    return [{
      kind: isRegular(context, part) ? 'part' : 'share', lineId: part.line.id, sourceId: part.source.id,
      values: { label: part.description, source: part.source.label, volume: part.volume, price: part.price, amount: part.amount },
      cells: { label: at('description'), source: at('source'), volume: at('volume'), price: at('price'), amount: at('amount') },
    }]
  }) : []
  const ofSources = money ? context.figures.sources.flatMap(({ source, ceiling }): MappedRow[] => {
    if (ceiling === null) return []
    const at = (column: string): Ref => ({ sheet: money.name, row: sourceKey(source.id), column })
    return [{
      kind: 'ceiling', lineId: '', sourceId: source.id, values: { label: source.name, source: source.label, volume: 0, price: 0, amount: ceiling },
      cells: { label: at('name'), source: at('label'), amount: at('ceiling') },
    }]
  }) : []
  return [...ofRab, ...ofSources]
}
