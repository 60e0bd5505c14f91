import { parseArgs } from 'node:util'
import { AppError } from '#core/app-error.ts'
import { parseIsoDate } from '#shared/domain/period.ts'

/** Wrong usage: exit 2, with the command's usage line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export interface OptionSpec {
  readonly [name: string]: 'text' | 'flag'
}

export interface Arguments {
  readonly positionals: readonly string[]
  text(name: string): string | undefined
  flag(name: string): boolean
}

const NEGATIVE = /^-\d/
const HELD = '\u0000'

/**
 * Splits a command line into its options and the rest. A value such as `-5` belongs to the option before it, or is an argument of its own:
 * that it is negative is for the command to say, in words.
 */
export function parseArguments(argv: readonly string[], options: OptionSpec): Arguments {
  const prepared: string[] = []
  for (const word of argv) {
    const before = prepared.at(-1)
    if (!NEGATIVE.test(word)) prepared.push(word)
    else if (before?.startsWith('--') && !before.includes('=') && options[before.slice(2)] === 'text') prepared[prepared.length - 1] = `${before}=${word}`
    else prepared.push(`${HELD}${word}`)
  }
  try {
    const { values, positionals } = parseArgs({
      args: prepared, allowPositionals: true, strict: true,
      options: Object.fromEntries(Object.entries(options).map(([name, kind]) => [name, { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) }])),
    })
    return {
      positionals: positionals.map((text) => text.replace(HELD, '')),
      text(name) {
        const value = values[name]
        return typeof value === 'string' ? value : undefined
      },
      flag: (name) => values[name] === true,
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    // "Unknown option '--naga'. To specify …", "Option '--year <value>' argument missing": the option is what to look at.
    throw new UsageError(/'(--?[^ ']+)/.exec(message)?.[1] ?? message)
  }
}

const AMOUNT = /^(?:rp\s*)?(\d+|\d{1,3}(?:\.\d{3})+)(?:,-|,0{1,2})?$/i

/**
 * Whole rupiah or a whole number as people type it: `400000000`, `400.000.000`, `Rp 150.000,00`. A dot groups thousands, so
 * `1.5` is refused rather than read as fifteen. @throws AppError amount_invalid
 */
export function parseAmount(field: string, text: string): number {
  const match = AMOUNT.exec(text.trim())
  const value = match ? Number(match[1]?.replaceAll('.', '')) : Number.NaN
  if (!Number.isSafeInteger(value)) throw new AppError('amount_invalid', { field, value: text, expected: 'whole' })
  return value
}

/** A percentage from 0 to 100 with a decimal point or comma as basis points: `58.03` = 5803. @throws AppError amount_invalid */
export function parsePercent(field: string, text: string): number {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?%?$/.exec(text.trim())
  const value = match ? Number(match[1]) * 100 + Number((match[2] ?? '0').padEnd(2, '0')) : Number.NaN
  if (!(value >= 0 && value <= 10_000)) throw new AppError('amount_invalid', { field, value: text, expected: 'percent' })
  return value
}

/** An ISO date. @throws AppError amount_invalid */
export function parseDay(field: string, text: string): string {
  const day = text.trim()
  if (!parseIsoDate(day)) throw new AppError('amount_invalid', { field, value: text, expected: 'date' })
  return day
}

/** A whole number in a range. @throws AppError amount_invalid */
export function parseWhole(field: string, text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text.trim()) ? Number(text.trim()) : Number.NaN
  if (!(value >= min && value <= max)) throw new AppError('amount_invalid', { field, value: text, expected: `${min}–${max}` })
  return value
}
