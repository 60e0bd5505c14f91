import type { DistributionStep } from '#shared/domain/distribution.ts'
import { type Rupiah, toRupiah } from '#shared/domain/money.ts'

/**
 * The amount again, from its steps and nothing else, as somebody with a calculator would: the last formula or bound, and what rounding added.
 * The base and the part are checked against the formula's own figures. `undefined` where the steps contradict each other.
 */
export function amountBySteps(steps: readonly DistributionStep[]): Rupiah | undefined {
  const base = steps.find((step) => step.step === 'base')?.amount
  let amount: bigint | undefined
  for (const step of steps) {
    if (step.step === 'formula') {
      const [rest, points, all] = [BigInt(step.rest), BigInt(step.points), BigInt(step.allPoints)]
      if (base === undefined || all === 0n || (rest * points) / all !== BigInt(step.part) || (BigInt(base) * all + rest * points) / all !== BigInt(step.result)) return undefined
      amount = BigInt(step.result)
    } else if (step.step === 'bound') amount = BigInt(step.amount)
    else if (step.step === 'round') {
      if (amount === undefined || amount + BigInt(step.added) !== BigInt(step.result)) return undefined
      amount = BigInt(step.result)
    }
  }
  return amount === undefined ? undefined : toRupiah(amount)
}
