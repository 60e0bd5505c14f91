import type { PlanEditInput, PlanLine } from '#shared/contract/plan.ts'
import type { Language } from '#shared/i18n/index.ts'
import { type AmountProblem, amountProblem } from '#shared/i18n/amount-problem.ts'
import { type Amount, parseAmount } from '#shared/i18n/parse.ts'
import { isUnitWord, meansUnit } from '#shared/i18n/units.ts'
import { cellText, editText, isEditable, lineOf } from './cells.ts'
import type { Column } from './columns.ts'
import type { GridRow } from './rows.ts'

/** Why a text is not taken. */
export type TypedProblem = AmountProblem['reason'] | 'computed' | 'too_long' | 'empty' | 'quantities' | 'unit' | 'outside'

/** What a sentence needs, in no language: numbers, a unit as it is stored, and the line whose volume is an example. */
export interface ProblemValues extends Omit<AmountProblem, 'reason'> {
  readonly unit?: string
  readonly example?: PlanLine
}

/** A text that is not taken, and why. */
export interface Problem {
  readonly kind: 'problem'
  readonly reason: TypedProblem
  readonly values?: ProblemValues
}

/** What a typed or pasted text means in a cell. */
export type Reading =
  | { readonly kind: 'edits'; readonly edits: readonly PlanEditInput[] }
  | { readonly kind: 'same' }
  | Problem

const SAME: Reading = { kind: 'same' }
const LARGEST_COUNT = 1_000_000_000
const LONGEST_NAME = 300

function edit(...edits: PlanEditInput[]): Reading {
  return edits.length > 0 ? { kind: 'edits', edits } : SAME
}

function problem(reason: TypedProblem, values: ProblemValues = {}): Problem {
  return { kind: 'problem', reason, ...(Object.keys(values).length > 0 ? { values } : {}) }
}

/** True where a reading takes all money from a cell that has some. What has none already reads as the same. */
export function empties(reading: Reading): boolean {
  return reading.kind === 'edits' && reading.edits.some((one) => one.what === 'cell' && one.amount === 0)
}

/** A text that is no amount, and why, instead of a guess; the units of the line may stand in it. */
export function notANumber(text: string, language: Language, line?: PlanLine): Problem {
  const { reason, ...values } = amountProblem(text, language, (word) => line?.quantities.some(({ unit }) => meansUnit(word, unit, language)) ?? false)
  return problem(reason, values)
}

/** A number with perhaps a unit word after it: `12 bulan`. */
function withUnit(text: string, language: Language): { readonly n: number; readonly unit: string; readonly arithmetic: boolean } | undefined {
  const bare = parseAmount(text, language)
  if (bare) return { n: bare.value, unit: '', arithmetic: bare.basis !== null }
  const parts = /^(.*\d)\s*([^\d]+)$/.exec(text.trim())
  const n = parts && parseAmount(parts[1] ?? '', language)
  return n ? { n: n.value, unit: (parts[2] ?? '').trim().toLowerCase(), arithmetic: n.basis !== null } : undefined
}

/** The arithmetic of an amount, as it is shown and can be typed again. */
function basisOf({ basis }: Amount): { readonly basis?: string } {
  return basis === null ? {} : { basis: `=${basis}` }
}

/** `20`, `20 × 12` or `20 anak × 12 bulan`; one number alone is the first quantity. */
function readVolume(line: PlanLine, text: string, language: Language): Reading {
  const parts = text.split(/\s*(?:×|\*|(?<=[\d\s])[xX](?=[\s\d]))\s*/)
  const single = parts.length === 1
  if (!single && parts.length !== line.quantities.length) return problem('quantities', { example: line })
  const edits: PlanEditInput[] = []
  for (const [index, part] of parts.entries()) {
    const typed = withUnit(part, language)
    if (!typed) return notANumber(part, language, line)
    if (typed.n > LARGEST_COUNT) return problem('too_large')
    const at = single && typed.unit !== '' ? Math.max(0, line.quantities.findIndex((quantity) => meansUnit(typed.unit, quantity.unit, language))) : index
    const quantity = line.quantities[at]
    if (!quantity) return problem('quantities', { example: line })
    if (typed.unit !== '' && !meansUnit(typed.unit, quantity.unit, language)) return problem('unit', { unit: quantity.unit })
    if (typed.n !== quantity.now) edits.push({ what: 'quantity', line: line.id, index: at, n: typed.n })
  }
  return edit(...edits)
}

/** Rupiah, or whole units by their word: `9 bulan`. Empty is no money. */
function readMoney(line: PlanLine, label: string, text: string, language: Language): Reading {
  const now = line.bySource[label] ?? 0
  const amount = text === '' ? { value: 0, basis: null } : parseAmount(text, language)
  if (amount) return amount.value === now && amount.basis === null ? SAME : edit({ what: 'cell', line: line.id, source: label, amount: amount.value, ...basisOf(amount) })
  const units = withUnit(text, language)
  const cut = line.cutBy === null ? undefined : line.quantities[line.cutBy]?.unit
  if (!units || (!isUnitWord(units.unit) && !line.quantities.some(({ unit }) => meansUnit(units.unit, unit, language)))) return notANumber(text, language, line)
  if (cut === undefined || !meansUnit(units.unit, cut, language)) return problem('unit', { unit: cut ?? 'Rp' })
  return units.n > LARGEST_COUNT ? problem('too_large') : edit({ what: 'cell', line: line.id, source: label, units: units.n, ...(units.arithmetic ? { basis: `=${text.replace(/^=/, '')}` } : {}) })
}

function readName(row: GridRow, text: string): Reading {
  if (row.kind === 'tier') return problem('computed')
  if (text === '') return problem('empty')
  if (text.length > LONGEST_NAME) return problem('too_long')
  return row.kind === 'line' ? edit({ what: 'description', line: row.line.id, text }) : edit({ what: 'name', activity: row.activity.id, text })
}

/**
 * What a text means in a cell. A figure that is shown there already is nothing new, also in a cell that is only for reading, so that whole
 * rows can be copied to a spreadsheet and back.
 */
export function readCell(row: GridRow, column: Column, typed: string, language: Language): Reading {
  const text = typed.replace(/\s+/g, ' ').trim()
  const line = lineOf(row)
  if (text !== '' && (text === editText(row, column, language) || text === cellText(row, column, language, () => text))) return SAME
  // A spreadsheet may write the sums of the table in the other language.
  if (text !== '' && !isEditable(row, column) && text === cellText(row, column, language === 'id' ? 'en' : 'id', () => text)) return SAME
  if (column.kind === 'name') return readName(row, text)
  if (!line || !['volume', 'price', 'source'].includes(column.kind)) return text === '' ? SAME : problem('computed')
  if (column.kind === 'source') return readMoney(line, column.source?.label ?? '', text, language)
  if (text === '') return problem('empty')
  if (column.kind === 'volume') return readVolume(line, text, language)
  const price = parseAmount(text, language)
  if (!price) return notANumber(text, language)
  return price.value === line.unitPrice && price.basis === null ? SAME
    : edit({ what: 'price', line: line.id, value: price.value, ...basisOf(price) })
}
