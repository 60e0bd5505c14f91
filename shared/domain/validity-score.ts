import { split } from './money.ts'
import { type Part, PARTS, WEIGHTS } from './validity-rules.ts'

/** How much of a part is as it should be: `good` of `total`, 0 ≤ good ≤ total, whole numbers. */
export interface PartShare {
  readonly good: number
  readonly total: number
}

export interface PartPoints {
  readonly part: Part
  /** null: nothing to say it by. */
  readonly points: number | null
  /** What it could give here; all together 100. */
  readonly of: number
  readonly good: number
  readonly total: number
}

export interface Score {
  /** null: no part says anything. */
  readonly score: number | null
  readonly parts: readonly PartPoints[]
}

/**
 * The score of a place: 100 × Σ weight × good / total ÷ Σ weight over the parts that say something, rounded down, so that 100
 * means that nothing is amiss. Points are whole and add up to it, what rounding leaves going to the largest remainders; no part
 * gets more than it could give.
 */
export function scoreOf(shares: Partial<Readonly<Record<Part, PartShare>>>): Score {
  const known = PARTS.flatMap((part) => {
    const share = shares[part]
    return share && share.total > 0 ? [{ part, ...share }] : []
  })
  const possible = split(known.length === 0 ? 0 : 100, known.map(({ part }) => BigInt(WEIGHTS[part])))
  const weights = known.reduce((sum, { part }) => sum + WEIGHTS[part], 0)
  const whole = known.reduce((product, { total }) => product * BigInt(total), BigInt(weights))
  const exact = known.map(({ part, good, total }) => (whole / BigInt(weights) / BigInt(total)) * BigInt(good) * BigInt(100 * WEIGHTS[part]))
  const score = known.length === 0 ? null : Number(exact.reduce((a, b) => a + b, 0n) / whole)
  const points = exact.map((amount, index) => Math.min(Number(amount / whole), possible[index] ?? 0))
  let left = (score ?? 0) - points.reduce((a, b) => a + b, 0)
  const order = exact.map((amount, index) => ({ index, rest: amount - BigInt(points[index] ?? 0) * whole })).toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  // ends: what the parts could give is 100 together, and the score is no more
  while (left > 0) {
    for (const { index } of order) {
      const now = points[index] ?? 0
      if (left === 0 || now === possible[index]) continue
      points[index] = now + 1
      left -= 1
    }
  }
  return {
    score,
    parts: PARTS.map((part) => {
      const index = known.findIndex((one) => one.part === part)
      const one = known[index]
      return one ? { part, points: points[index] ?? 0, of: possible[index] ?? 0, good: one.good, total: one.total } : { part, points: null, of: 0, good: 0, total: 0 }
    }),
  }
}
