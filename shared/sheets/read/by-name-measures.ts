import type { ByNameRow, RowPlace } from '#shared/domain/by-name.ts'
import type { SaidPlace } from '#shared/domain/not-read.ts'
import { type GrowthIndex, GROWTH_INDEXES, type Label } from '#shared/domain/child-status.ts'
import { type ByNameColumn, INDEX_COLUMNS } from './by-name-columns.ts'
import { readGain, readLabel } from './by-name-labels.ts'
import type { Sheet } from './by-name-sheet.ts'
import { cellText } from './cell.ts'
import { readDecimal } from './numbers.ts'

/** What stands for "not measured" in files, besides an empty cell. */
const NOT_MEASURED: ReadonlySet<number> = new Set([0, 88.88, 99.99, 888, 999, 888.8, 999.9, 888.88, 999.99, 8888, 9999, 88_888, 99_999])
const NO_Z: ReadonlySet<number> = new Set([88, 99, 88.8, 99.9, 88.88, 99.99, 888, 999, 888.8, 999.9, 888.88, 999.99, 8888, 9999])
const LARGEST = { weight: 100, height: 200 } as const
const Z_LIMIT = 100

/** A measure or a status that could not be read and counts as missing. */
export interface Unreadable {
  readonly place: RowPlace
  readonly column: string
  readonly value: string
  readonly at: SaidPlace
}

function note(sheet: Sheet, column: ByNameColumn, unreadable: Unreadable[]): void {
  unreadable.push({ place: sheet.place, column: sheet.heading(column) ?? column, value: cellText(sheet.cell(column)), at: sheet.said })
}

function measure(sheet: Sheet, column: 'weight' | 'height', factor: number, unreadable: Unreadable[]): number | null {
  const cell = sheet.cell(column)
  const value = readDecimal(cell)
  if (value === null || (value !== undefined && NOT_MEASURED.has(Math.abs(value)))) return null
  if (value !== undefined && value > 0 && value < LARGEST[column]) return Math.round(value * factor)
  note(sheet, column, unreadable)
  return null
}

function zScore(sheet: Sheet, column: ByNameColumn, unreadable: Unreadable[]): number | null {
  const cell = sheet.cell(column)
  const value = readDecimal(cell)
  if (value === null || (value !== undefined && NO_Z.has(Math.abs(value)))) return null
  if (value !== undefined && Math.abs(value) < Z_LIMIT) return hundredths(value)
  note(sheet, column, unreadable)
  return null
}

/** Hundredths, halves away from zero; never −0. */
function hundredths(value: number): number {
  const rounded = Math.round(Math.abs(value) * 100 + 1e-9)
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

function label(sheet: Sheet, index: GrowthIndex, unreadable: Unreadable[]): Label | null {
  const { label: column } = INDEX_COLUMNS[index]
  const cell = sheet.cell(column)
  const found = readLabel(index, cell)
  if (found !== undefined) return found
  const number = readDecimal(cell) ?? undefined
  if (number === undefined || !NO_Z.has(Math.abs(number))) note(sheet, column, unreadable)
  return null
}

/** Whether the weight was gained (`N`, `T`, `O` … of the file). What cannot be read goes to `unreadable` and counts as missing. */
export function readGained(sheet: Sheet, unreadable: Unreadable[]): ByNameRow['gain'] {
  const found = readGain(sheet.cell('gain'))
  if (found !== undefined) return found
  note(sheet, 'gain', unreadable)
  return null
}

export type Measures = Pick<ByNameRow, 'weightG' | 'heightMm' | 'z' | 'label'>

/** The measures and statuses of the row that is being read. What cannot be read goes to `unreadable` and counts as missing. */
export function readMeasures(sheet: Sheet, unreadable: Unreadable[]): Measures {
  return {
    weightG: measure(sheet, 'weight', 1000, unreadable),
    heightMm: measure(sheet, 'height', 10, unreadable),
    z: { hfa: zScore(sheet, 'zHfa', unreadable), wfa: zScore(sheet, 'zWfa', unreadable), wfh: zScore(sheet, 'zWfh', unreadable) },
    label: { hfa: label(sheet, 'hfa', unreadable), wfa: label(sheet, 'wfa', unreadable), wfh: label(sheet, 'wfh', unreadable) },
  }
}

/** Whether the row says anything of a measurement. */
export function isMeasured({ weightG, heightMm, z, label: labels }: Measures): boolean {
  return weightG !== null || heightMm !== null || GROWTH_INDEXES.some((index) => z[index] !== null || labels[index] !== null)
}
