import type { ByNameMeasurement, ByNameRow, DuplicateRow } from './by-name.ts'
import { GROWTH_INDEXES } from './child-status.ts'

/** All that two rows of one child and day must share to be the same row twice. */
function isSame(a: ByNameRow, b: ByNameRow): boolean {
  return (
    a.nik === b.nik && a.name === b.name && a.sex === b.sex && a.bornOn === b.bornOn && a.parent === b.parent && a.village === b.village && a.posyandu === b.posyandu &&
    a.weightG === b.weightG && a.heightMm === b.heightMm && a.method === b.method && a.gain === b.gain &&
    GROWTH_INDEXES.every((index) => a.z[index] === b.z[index] && a.label[index] === b.label[index])
  )
}

/**
 * One row per day of a child, the later row of the file where a day has several; the others are put on `duplicates`, as
 * `identical` or `corrected`. Rows without a measurement are one "day" of their own, and fall away where the child was measured.
 * Ordered by day, the unmeasured row first.
 */
export function withoutRepeats(rows: readonly ByNameRow[], duplicates: DuplicateRow[]): ByNameRow[] {
  if (rows.length === 1) return [...rows]
  const byDay = new Map<string, ByNameRow>()
  for (const row of rows) {
    const day = row.measuredOn ?? ''
    const earlier = byDay.get(day)
    if (earlier && isSame(earlier, row)) {
      duplicates.push({ code: 'identical', place: row.place, other: earlier.place })
      continue
    }
    if (earlier) duplicates.push({ code: 'corrected', place: earlier.place, other: row.place })
    byDay.set(day, row)
  }
  return [...byDay].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** The latest measurement inside the window, ends included. Rows must be ordered by day. */
export function latestInWindow(rows: readonly ByNameRow[], window: { readonly from: string; readonly to: string }): ByNameRow | undefined {
  return rows.findLast(({ measuredOn }) => measuredOn !== null && measuredOn >= window.from && measuredOn <= window.to)
}

/** The measurements of a child's rows, in their order. */
export function measurementsOf(rows: readonly ByNameRow[]): ByNameMeasurement[] {
  const list: ByNameMeasurement[] = []
  for (const row of rows) {
    if (row.measuredOn === null) continue
    list.push({
      measuredOn: row.measuredOn, weightGrams: row.weightG, lengthMm: row.heightMm, lying: row.method === null ? null : row.method === 'lying',
      heightZ: row.z.hfa, weightZ: row.z.wfa, wastingZ: row.z.wfh, heightLabel: row.label.hfa, weightLabel: row.label.wfa, wastingLabel: row.label.wfh,
      gained: row.gain,
    })
  }
  return list
}
