import type { Fraction } from './allocation.ts'

/** An exact fraction of any size; the denominator is above 0. */
export interface BigFraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

function bigGcd(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b]
  return a
}

export function bigLcm(numbers: Iterable<number>): bigint {
  let total = 1n
  for (const number of numbers) total = (total / bigGcd(total, BigInt(number))) * BigInt(number)
  return total
}

/** Lowest terms. The denominator must be above 0. */
export function reduce({ numerator, denominator }: BigFraction): BigFraction {
  const divisor = bigGcd(numerator < 0n ? -numerator : numerator, denominator) || 1n
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/** a ≤ b: −1, 0 or 1. */
export function compare(a: BigFraction, b: BigFraction): -1 | 0 | 1 {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  return left < right ? -1 : left > right ? 1 : 0
}

/** The sum of weight × units ÷ needed over its terms, exactly; terms that need nothing take no part. */
export function coverageSum(terms: Iterable<{ weight: number; units: number; needed: number }>): BigFraction {
  let numerator = 0n
  let denominator = 1n
  for (const { weight, units, needed } of terms) {
    if (needed === 0) continue
    numerator = numerator * BigInt(needed) + BigInt(weight) * BigInt(units) * denominator
    denominator *= BigInt(needed)
    const divisor = bigGcd(numerator, denominator) || 1n
    numerator /= divisor
    denominator /= divisor
  }
  return { numerator, denominator }
}

/** In numbers, lowest terms; null where a part leaves the integers that a number holds exactly. */
export function toFraction(fraction: BigFraction): Fraction | null {
  const { numerator, denominator } = reduce(fraction)
  const limit = BigInt(Number.MAX_SAFE_INTEGER)
  return numerator > limit || denominator > limit ? null : { numerator: Number(numerator), denominator: Number(denominator) }
}

/** For reading only: the nearest number, within 15 digits. */
export function toNumber({ numerator, denominator }: BigFraction): number {
  const whole = numerator / denominator
  const scale = 10n ** 15n
  return Number(whole) + Number(((numerator % denominator) * scale) / denominator) / 1e15
}
