import { loadSolver } from '#core/solver/highs.ts'
import { solveWith } from '#core/solver/solve.ts'
import type { AllocationInstance } from '#shared/domain/allocation.ts'
import { checkAllocation } from '#shared/domain/allocation-check.ts'
import { catalogueVillage } from '#tests/support/catalogue-village.ts'
import { type InstanceShape, manyVillages, randomInstance, VILLAGE } from '#tests/support/random-instance.ts'
import { type BenchRow, median } from './row.ts'

const INSTANCES = 100

/** Milliseconds of each instance that has an answer, and how many of them were proven optimal. */
function measure(make: (seed: number) => AllocationInstance): { ms: number[]; proven: number } {
  const ms: number[] = []
  let proven = 0
  for (let seed = 1; ms.length < INSTANCES; seed += 1) {
    const instance = make(seed)
    const start = performance.now()
    const { status } = solveWith(highs, instance, { strategy: 'tiered' })
    if (status === 'infeasible') continue
    ms.push(performance.now() - start)
    if (status === 'optimal') proven += 1
  }
  return { ms, proven }
}

const highs = await loadSolver()

const row = (name: string, ms: number, limit: number): BenchRow => ({ name, ms, floorMs: null, ratio: null, limit })

/** Prices in whole thousands of rupiah, as in the catalogue, and a few limits by rule. */
const PRICED: InstanceShape = { ...VILLAGE, caps: [0, 4], step: 1_000 }

/** The value that 95 of 100 do not exceed. */
function most(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN
}

/** Fifty villages that share three sources, the lowest first: the time, and how far the lowest village can be from the best. */
function together(): BenchRow {
  const instance = manyVillages(1, 50)
  const start = performance.now()
  const result = solveWith(highs, instance, { strategy: 'equal' })
  const ms = performance.now() - start
  const problems = checkAllocation(instance, result)
  if (problems.length > 0) throw new Error(problems.join('; '))
  const [first] = result.equal?.steps ?? []
  if (first === undefined) throw new Error('the steps are missing')
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`
  return row(`allocation of 50 villages × 30 lines (lowest village ${percent(first.reached)}, bound ${percent(first.bound)}, gap ${percent(first.gap)})`, ms, 30_000)
}

/** Allocation with the solver loaded: a hundred village-sized random instances, and a hundred villages made of the catalogue's lines. */
export async function bench(): Promise<BenchRow[]> {
  const village = measure((seed) => randomInstance(seed, PRICED))
  const ruled = measure((seed) => catalogueVillage(seed, 40, 10))
  return [
    row(`allocation of 30 lines × 8 sources, median (${village.proven} of ${INSTANCES} proven)`, median(village.ms), 300),
    row('allocation of 30 lines × 8 sources, worst', Math.max(...village.ms), 3_000),
    row(`allocation of a village of the catalogue, 40 lines × 8 sources with 10 rule groups, median (${ruled.proven} of ${INSTANCES} proven)`, median(ruled.ms), 400),
    row('allocation of a village of the catalogue, 40 lines × 8 sources with 10 rule groups, 95 of 100', most(ruled.ms), 2_000),
    together(),
  ]
}
