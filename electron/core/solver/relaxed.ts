import type { Highs } from 'highs'
import { addRows, LIMIT_ROUNDS, load } from './highs.ts'
import type { Limits, Mip } from './mip.ts'

/** For many runs of one small program: without presolve each starts from the last answer (about a tenth less time for each). */
const WARM = { presolve: 'off', solver: 'simplex' } as const

/** A program without the wish for whole numbers that stays loaded: each run starts where the last one ended. Null = no answer. */
export interface Relaxed {
  /** Any answer, after bounds have changed. */
  readonly again: () => Float64Array | null
  /** Greatest (1) or least (−1) value of one column. */
  readonly push: (column: number, sign: 1 | -1) => Float64Array | null
  readonly bound: (column: number, lower: number, upper: number) => void
  /** True once a run ended without a word on whether there is an answer: then null proves nothing. */
  readonly unsure: () => boolean
  readonly close: () => void
}

/** A relaxed program with its costs, and what the last answer says of them. */
export interface Priced extends Relaxed {
  readonly objective: () => number
  /** What one more of each row's limit would change, without sign. Counted without rows that have no columns. */
  readonly duals: () => Float64Array
}

/** Loads a program for several runs, its costs set aside; call `close` afterwards. Limits that answers break are added on the way. */
export function openRelaxed(highs: Highs, mip: Mip, deadline: number, limits?: Limits): Relaxed {
  return openPriced(highs, { ...mip, cost: mip.cost.map(() => 0) }, deadline, limits)
}

/** Loads a program with its costs for several runs; call `close` afterwards. */
export function openPriced(highs: Highs, mip: Mip, deadline: number, limits?: Limits): Priced {
  const model = load(highs, mip)
  const { modelStatus } = highs.constants
  let unsure = false
  model.options.set({ ...WARM, time_limit: Math.max(0.01, (deadline - performance.now()) / 1000) })
  const again = () => {
    for (let round = 0; ; round++) {
      model.run()
      const status = model.getModelStatus()
      if (status !== modelStatus.optimal) {
        unsure ||= status !== modelStatus.infeasible
        return null
      }
      const values = Float64Array.from(model.getSolution().colValue)
      const broken = limits?.(values) ?? []
      if (broken.length === 0 || round === LIMIT_ROUNDS) return values
      addRows(model, broken)
    }
  }
  return {
    again,
    push: (column, sign) => {
      model.changeColCost(column, sign)
      const values = again()
      model.changeColCost(column, 0)
      return values
    },
    bound: (column, lower, upper) => void model.changeColBounds(column, lower, upper),
    unsure: () => unsure,
    objective: () => model.getObjectiveValue(),
    duals: () => Float64Array.from(model.getSolution().rowDual, Math.abs),
    close: () => model.dispose(),
  }
}
