import { type GrowthIndex, GROWTH_INDEXES, isPlausible } from '#shared/domain/child-status.ts'
import { heightForAge, type Posture, type Sex, weightForAge, weightForHeight, type Z } from '#shared/domain/growth.ts'
import { letters } from '#shared/domain/letters.ts'
import { readDecimal } from './read/numbers.ts'

/** Columns of a table of measurements; `measure` (l lying, h standing) may be missing. */
const GROWTH_COLUMNS = ['sex', 'age_days', 'weight_kg', 'lenhei_cm', 'measure'] as const
type GrowthColumn = (typeof GROWTH_COLUMNS)[number]
const NEEDED: readonly GrowthColumn[] = ['sex', 'age_days', 'weight_kg', 'lenhei_cm']

const RESULTS = ['hfa', 'hfa_flag', 'wfa', 'wfa_flag', 'wfh', 'wfh_flag'] as const

/** A row that has no z-scores because a cell cannot be read; `row` counts from 1 with the header, as a spreadsheet shows it. */
export interface GrowthRejection {
  readonly row: number
  readonly column: GrowthColumn
  readonly value: string
}

export interface GrowthTable {
  /** Header and rows as they came, with the six result columns behind them. */
  readonly rows: readonly (readonly string[])[]
  readonly rejected: readonly GrowthRejection[]
}

/** A table without a column that is needed. */
export interface MissingColumns {
  readonly missing: readonly GrowthColumn[]
  readonly found: readonly string[]
}

interface Taken {
  readonly sex: Sex
  readonly ageDays: number
  readonly kg: number | null
  readonly cm: number | null
  readonly posture: Posture | null
}

const NOTHING = /^(?:|na|n\/a|-|–)$/i

/** Reads a row's cells; the name of the first that cannot be read. */
function readRow(cell: (column: GrowthColumn) => string): Taken | GrowthColumn {
  const sex = cell('sex').toUpperCase()
  if (sex !== 'L' && sex !== 'P') return 'sex'
  const ageDays = readDecimal(cell('age_days'))
  if (typeof ageDays !== 'number' || !Number.isInteger(ageDays) || ageDays < 0) return 'age_days'
  const size = (column: 'weight_kg' | 'lenhei_cm'): number | null | undefined => {
    const text = cell(column)
    if (NOTHING.test(text)) return null
    const value = readDecimal(text)
    return typeof value === 'number' && value > 0 ? value : undefined
  }
  const [kg, cm] = [size('weight_kg'), size('lenhei_cm')]
  if (kg === undefined) return 'weight_kg'
  if (cm === undefined) return 'lenhei_cm'
  const measure = cell('measure').toLowerCase()
  if (!NOTHING.test(measure) && measure !== 'l' && measure !== 'h') return 'measure'
  return { sex, ageDays, kg, cm, posture: measure === 'l' ? 'lying' : measure === 'h' ? 'standing' : null }
}

function zScores({ sex, ageDays, kg, cm, posture }: Taken): Readonly<Record<GrowthIndex, Z | undefined>> {
  const stature = cm === null ? undefined : { cm, posture }
  return {
    hfa: stature && heightForAge(sex, ageDays, stature), wfa: kg === null ? undefined : weightForAge(sex, ageDays, kg),
    wfh: stature && kg !== null ? weightForHeight(sex, ageDays, stature, kg) : undefined,
  }
}

/**
 * Puts z-scores (WHO 2006, 2 decimals) and their flags behind each row of a table of measurements. A flag is 1 where the z-score is
 * implausible (domain §6.3), else 0; both are empty where there is no z-score: outside the tables, without a measure, or in a row
 * that cannot be read, which is told in `rejected`. Decimals come with a comma where `comma` says so.
 */
export function growthTable(table: readonly (readonly string[])[], comma: boolean): GrowthTable | MissingColumns {
  const [header = [], ...body] = table
  const places = new Map(header.map((text, index) => [letters(text), index]))
  const placeOf = (column: GrowthColumn): number | undefined => places.get(letters(column))
  const missing = NEEDED.filter((column) => placeOf(column) === undefined)
  if (missing.length > 0) return { missing, found: header }
  const index = Object.fromEntries(GROWTH_COLUMNS.map((column) => [column, placeOf(column) ?? -1])) as Record<GrowthColumn, number>
  const decimal = (z: Z): string => (comma ? z.toFixed(2).replace('.', ',') : z.toFixed(2))
  const rejected: GrowthRejection[] = []
  const rows: string[][] = [[...header, ...RESULTS]]
  for (const [at, row] of body.entries()) {
    if (row.every((text) => text.trim() === '')) continue
    const cell = (column: GrowthColumn): string => (row[index[column]] ?? '').trim()
    const padded = [...row, ...Array<string>(Math.max(0, header.length - row.length)).fill('')]
    const taken = readRow(cell)
    if (typeof taken === 'string') {
      rejected.push({ row: at + 2, column: taken, value: cell(taken) })
      rows.push([...padded, ...RESULTS.map(() => '')])
      continue
    }
    const scores = zScores(taken)
    rows.push([...padded, ...GROWTH_INDEXES.flatMap((one) => {
      const z = scores[one]
      return z === undefined ? ['', ''] : [decimal(z), isPlausible(one, Math.round(z * 100)) ? '0' : '1']
    })])
  }
  return { rows, rejected }
}
