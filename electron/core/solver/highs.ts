import loadHighs, { type Highs } from 'highs'
import { excessOf, type Limits, type Mip, type Row } from './mip.ts'

let loading: Promise<Highs> | undefined

/** The solver, loaded once per thread (about 3.5 MB of WASM). */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs()
  return loading
}

export interface MipAnswer {
  /** `limit`: stopped by a limit on nodes or time, perhaps with `values`. */
  readonly status: 'optimal' | 'infeasible' | 'limit'
  readonly values: Float64Array | null
  readonly objective: number
  /** What the solver holds for an upper bound of the objective. */
  readonly bound: number
  /** Steps of the simplex method in the last run: what it took, the same on every machine. */
  readonly steps: number
}

export interface MipOptions {
  readonly deadline?: number | undefined
  readonly maxNodes?: number | undefined
  readonly relaxed?: boolean | undefined
  /**
   * `step`: one of the many programs of a search that meets answers elsewhere too, so the solver's quick first guesses are left out.
   * `decision`: only whether there is an answer matters, so it does not look for better ones at all. Otherwise it looks by all its ways.
   */
  readonly purpose?: 'step' | 'decision' | undefined
  /** What else must be kept and is looked at only when an answer breaks it. */
  readonly limits?: Limits | undefined
}

/** Loads a program without the wish for whole numbers. */
export function load(highs: Highs, mip: Mip) {
  const numCols = mip.lower.length
  const rows = mip.rows.filter((row) => row.columns.length > 0)
  const starts = new Int32Array(rows.length + 1)
  let nonZeros = 0
  rows.forEach((row, index) => {
    nonZeros += row.columns.length
    starts[index + 1] = nonZeros
  })
  const { objectiveSense } = highs.constants
  const model = highs.createModel({
    numCols,
    numRows: rows.length,
    sense: objectiveSense.maximize,
    colCost: Float64Array.from(mip.cost),
    colLower: Float64Array.from(mip.lower),
    colUpper: Float64Array.from(mip.upper),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    matrix: {
      format: 'csr', numRows: rows.length, numCols, starts,
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap((row) => row.values)),
    },
  })
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0, mip_feasibility_tolerance: 1e-7, primal_feasibility_tolerance: 1e-8 })
  return model
}

export type Model = ReturnType<typeof load>

/** Adds rows to a loaded program. */
export function addRows(model: Model, rows: readonly Row[]): void {
  for (const row of rows) model.addRow(row.lower, row.upper, { indices: Int32Array.from(row.columns), values: Float64Array.from(row.values) })
}

/** Rounds in which cuts that a relaxed answer breaks are added. */
const CUT_ROUNDS = 5
/** Rounds in which limits that an answer breaks are added. */
export const LIMIT_ROUNDS = 60
/** How far from a whole number counts as whole, as in the solver itself. */
const WHOLE = 1e-7

/** Adds the cuts that matter: those that the relaxed optimum breaks, again and again until it breaks none. Returns that optimum. */
function tighten(model: Model, mip: Mip, optimal: number, limits?: Limits): Float64Array | null {
  const open = new Set(mip.cuts)
  for (let round = 0; ; round++) {
    model.run()
    if (model.getModelStatus() !== optimal) return null
    const values = Float64Array.from(model.getSolution().colValue)
    if (round === (limits === undefined ? CUT_ROUNDS : LIMIT_ROUNDS)) return values
    const broken = [...open].filter((row) => excessOf(row, values) > 1e-6)
    broken.push(...(limits?.(values) ?? []))
    if (broken.length === 0) return values
    for (const row of broken) open.delete(row)
    addRows(model, broken)
  }
}

/** Runs until an answer breaks no more limits, or as often as is worth it: what then is broken only makes the bound weaker. */
function runWithin(model: Model, { whole }: Mip, limits: Limits | undefined) {
  for (let round = 0; ; round++) {
    model.run()
    const has = Number(model.info.get('primal_solution_status')) === 2
    const values = has ? Float64Array.from(model.getSolution().colValue) : null
    const broken = values === null ? [] : limits?.(values.map((value, column) => (whole[column] === true ? Math.round(value) : value))) ?? []
    if (broken.length === 0 || round === LIMIT_ROUNDS) return { status: model.getModelStatus(), has, values }
    addRows(model, broken)
  }
}

/** Maximises. Gaps are 0. The answer is a proposal: its values carry the solver's tolerances and must be checked exactly. */
export function solveMip(highs: Highs, mip: Mip, options: MipOptions = {}): MipAnswer {
  const nothing = { values: null, objective: Number.NaN, bound: Number.NaN, steps: 0 }
  if (mip.rows.some((row) => row.columns.length === 0 && (row.lower > 0 || row.upper < 0))) return { ...nothing, status: 'infeasible' }
  if (mip.lower.length === 0) return { status: 'optimal', values: new Float64Array(0), objective: 0, bound: 0, steps: 0 }
  const { modelStatus, variableType } = highs.constants
  const model = load(highs, mip)
  const limitTime = () => {
    if (options.deadline !== undefined) model.options.set('time_limit', Math.max(0.01, (options.deadline - performance.now()) / 1000))
  }
  try {
    limitTime()
    const relaxed = tighten(model, options.relaxed === true ? { ...mip, cuts: [] } : mip, modelStatus.optimal, options.limits)
    if (model.getModelStatus() === modelStatus.infeasible) return { ...nothing, status: 'infeasible' }
    const isWhole = (column: number, value: number) => mip.whole[column] !== true || Math.abs(value - Math.round(value)) <= WHOLE
    if (relaxed !== null && (options.relaxed === true || relaxed.every((value, column) => isWhole(column, value)))) {
      const objective = model.getObjectiveValue()
      return { status: 'optimal', values: relaxed, objective, bound: objective, steps: 0 }
    }
    if (options.relaxed === true) return { ...nothing, status: 'limit' }
    model.changeColsIntegrality({ kind: 'range', from: 0, to: mip.whole.length - 1 }, mip.whole.map((whole) => (whole ? variableType.integer : variableType.continuous)))
    // what costs more than it brings in programs of this size
    model.options.set({ mip_allow_restart: false, mip_detect_symmetry: false })
    if (options.purpose !== undefined) model.options.set('mip_heuristic_run_feasibility_jump', false)
    if (options.purpose === 'decision') model.options.set('mip_heuristic_effort', 0)
    if (options.purpose === 'decision' || options.limits !== undefined) model.options.set({ mip_heuristic_run_rens: false, mip_heuristic_run_rins: false, mip_heuristic_run_root_reduced_cost: false })
    limitTime()
    if (options.maxNodes !== undefined) model.options.set('mip_max_nodes', options.maxNodes)
    const { status, has, values } = runWithin(model, mip, options.limits)
    const done = status === modelStatus.optimal || status === modelStatus.empty
    const infeasible = status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible
    return {
      status: done ? 'optimal' : infeasible ? 'infeasible' : 'limit', values,
      objective: has ? model.getObjectiveValue() : Number.NaN, bound: Number(model.info.get('mip_dual_bound')),
      steps: Number(model.info.get('simplex_iteration_count')),
    }
  } finally {
    model.dispose()
  }
}
