import type { PlanLine } from '#shared/contract/plan.ts'
import { type PerChild, perChild, perChildTogether } from '#shared/domain/per-child.ts'
import { NOTHING, number, quantities, tableFigure } from '#shared/i18n/format.ts'
import type { TargetGroup } from '#shared/domain/target-group.ts'
import type { Language } from '#shared/i18n/index.ts'
import { parseAmount } from '#shared/i18n/parse.ts'
import type { Column } from './columns.ts'
import type { GridRow } from './rows.ts'

/** Stands for the column of names, where a row is named outside the table. */
export const NAME_COLUMN: Column = { key: 'name', kind: 'name', track: '', least: 0 }

/** The cost line that a row's cells change; none for sums. */
export function lineOf(row: GridRow): PlanLine | undefined {
  return row.kind === 'tier' ? undefined : row.line
}

/** `16 anak × 12 bulan` as it is reckoned now. */
export function volumeText(line: PlanLine, language: Language): string {
  return quantities(line.quantities.map(({ now, unit }) => ({ n: now, unit })), language)
}

/** Rupiah per child and month of what a row asks for; `null` for tiers and for what counts no children. */
export function perChildOf(row: GridRow): PerChild | null {
  if (row.kind === 'tier') return null
  return row.line ? perChild(row.line) : perChildTogether(row.activity.lines.map((line) => perChild(line)))
}

/** `150.000`, and for a cycle what it lasts: `924.000/56 hari`. */
function perChildText(figure: PerChild | null, language: Language): string {
  if (!figure) return NOTHING
  const amount = tableFigure(figure.amount, language)
  if (figure.months !== null || figure.amount === 0) return amount
  return `${amount}/${figure.over.length === 0 ? (language === 'id' ? 'anak' : 'child') : quantities(figure.over, language)}`
}

/** True where typing changes the cell itself; sums and what is reckoned are for reading. */
export function isEditable(row: GridRow, column: Column): boolean {
  if (column.kind === 'name') return row.kind !== 'tier'
  return lineOf(row) !== undefined && (column.kind === 'volume' || column.kind === 'price' || column.kind === 'source')
}

/** What the cell shows; `nameOfTier` names a heading. */
export function cellText(row: GridRow, column: Column, language: Language, nameOfTier: (tier: number) => string): string {
  const line = lineOf(row)
  switch (column.kind) {
    case 'code': return row.kind === 'tier' ? '' : ((row.kind === 'line' ? row.line.accountCode : row.activity.code) ?? '')
    case 'name': return row.kind === 'tier' ? nameOfTier(row.tier) : row.kind === 'line' ? row.line.description : row.activity.name
    case 'volume': return line ? volumeText(line, language) : ''
    case 'price': return line ? tableFigure(line.unitPrice, language) : ''
    case 'need': return row.figures.known || row.figures.need > 0 ? tableFigure(row.figures.need, language) : ''
    case 'source': return tableFigure(row.figures.bySource[column.source?.label ?? ''] ?? 0, language)
    case 'funded': return tableFigure(row.figures.funded, language)
    case 'gap': return tableFigure(row.figures.gap, language)
    case 'perChild': return row.kind === 'tier' ? '' : perChildText(perChildOf(row), language)
  }
}

/** What the editor begins with: the figure as it can be typed again; a price or money that was reckoned shows its arithmetic. */
export function editText(row: GridRow, column: Column, language: Language): string {
  const line = lineOf(row)
  if (line && column.kind === 'price') return arithmeticOf(row, column) ?? number(line.unitPrice, language)
  if (line && column.kind === 'source') {
    const amount = line.bySource[column.source?.label ?? ''] ?? 0
    return amount === 0 ? '' : (arithmeticOf(row, column) ?? number(amount, language))
  }
  return cellText(row, column, language, () => '')
}

/** True for money of a line whose source has less than is planned of it. */
export function isOverdrawn(row: GridRow, column: Column): boolean {
  return column.source !== undefined && column.source.left < 0 && (lineOf(row)?.bySource[column.source.label] ?? 0) > 0
}

/** A locked cell keeps its value when money is allocated. */
export function isLocked(row: GridRow, column: Column): boolean {
  return column.kind === 'source' && (lineOf(row)?.locked.includes(column.source?.label ?? '') ?? false)
}

/** The arithmetic that a price or money of a source was typed as (`=35*150rb`), or nothing. */
export function arithmeticOf(row: GridRow, column: Column): string | undefined {
  const line = lineOf(row)
  const source = column.kind === 'price' ? line?.priceBasis?.source : line?.typed[column.source?.label ?? '']?.text
  return source?.startsWith('=') ? source : undefined
}

/**
 * What a fill puts into the cells beside this one: the arithmetic that the figure was typed as, so that it stays visible there too, else what is shown.
 * Arithmetic that comes to something else when it is read in this language is not taken.
 */
export function fillText(row: GridRow, column: Column, language: Language, nameOfTier: (tier: number) => string): string {
  const line = lineOf(row)
  const arithmetic = arithmeticOf(row, column)
  const figure = column.kind === 'price' ? line?.unitPrice : line?.bySource[column.source?.label ?? '']
  return arithmetic !== undefined && parseAmount(arithmetic, language)?.value === figure ? arithmetic : cellText(row, column, language, nameOfTier)
}

/** A number that was typed in place of a count. */
export function isOverridden(row: GridRow, column: Column): boolean {
  return column.kind === 'volume' && (lineOf(row)?.override ?? null) !== null
}

/** The counted groups that a row's quantities follow. */
export function driversOf(row: GridRow): TargetGroup[] {
  return lineOf(row)?.quantities.flatMap((quantity) => ('driver' in quantity ? [quantity.driver] : [])) ?? []
}

/** A volume that follows a count. */
export function isDrivenCell(row: GridRow, column: Column): boolean {
  return column.kind === 'volume' && (lineOf(row)?.quantities.some((quantity) => 'driver' in quantity) ?? false)
}
