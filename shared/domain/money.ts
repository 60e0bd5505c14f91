/** Whole rupiah, a safe integer; there is no sen. */
export type Rupiah = number

/** A basis point is a hundredth of a percent: 4,36 % = 436. */
export const FULL_BP = 10_000

/** Thrown where an amount would leave the integers that a number holds exactly. The edge turns it into a message; nothing is ever rounded instead. */
export class MoneyRangeError extends RangeError {
  override readonly name = 'MoneyRangeError'
}

/** The bigint as a number, exactly. @throws MoneyRangeError outside ±(2^53 − 1). */
export function toRupiah(amount: bigint): Rupiah {
  const value = Number(amount)
  if (!Number.isSafeInteger(value)) throw new MoneyRangeError(`${amount} is outside the exact range`)
  return value
}

/** Product of whole numbers, computed with bigint so that nothing is lost on the way. @throws MoneyRangeError */
export function multiply(...factors: readonly number[]): Rupiah {
  return toRupiah(factors.reduce((product, factor) => product * BigInt(factor), 1n))
}

/** Sum of whole numbers; none: 0. @throws MoneyRangeError */
export function sum(amounts: Iterable<Rupiah>): Rupiah {
  let total = 0
  for (const amount of amounts) {
    total += amount
    if (!Number.isSafeInteger(total)) throw new MoneyRangeError('the sum is outside the exact range')
  }
  return total
}

/** amount × basis points, rounded half up (away from zero for amounts ≥ 0), in whole rupiah. */
export function shareOf(amount: Rupiah, shareBp: number): Rupiah {
  return toRupiah((BigInt(amount) * BigInt(shareBp) + 5_000n) / 10_000n)
}

/** part / whole in basis points, rounded half up; `null` when the whole is 0. Both must be ≥ 0. */
export function ratioBp(part: number, whole: number): number | null {
  if (whole === 0) return null
  return Number((BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole)))
}

/**
 * Splits a total over weights; the parts always sum to the total.
 *
 * What integer division leaves goes one rupiah at a time to the largest remainders, ties to the earlier part, so the same
 * input always gives the same table. All weights zero: the first part takes everything.
 */
export function split(total: Rupiah, weights: readonly bigint[]): Rupiah[] {
  const whole = weights.reduce((a, b) => a + b, 0n)
  if (weights.length === 0) return []
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? total : 0))
  const amount = BigInt(total)
  const parts = weights.map((weight, index) => ({ index, part: (amount * weight) / whole, rest: (amount * weight) % whole }))
  let left = amount - parts.reduce((a, b) => a + b.part, 0n)
  for (const part of parts.toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left === 0n) break
    part.part += 1n
    left -= 1n
  }
  return parts.map(({ part }) => toRupiah(part))
}
