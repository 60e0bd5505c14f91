import loadHighs, { type Highs } from 'highs'

let loading: Promise<Highs> | undefined

/** The solver, loaded once per thread (about 3.5 MB of WASM). */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs()
  return loading
}

export interface Row {
  readonly lower: number
  readonly upper: number
  readonly columns: readonly number[]
  readonly values: readonly number[]
}

/** A mixed-integer program in the making: columns with bounds, rows, one objective that is maximised. */
export interface Mip {
  readonly lower: number[]
  readonly upper: number[]
  readonly whole: boolean[]
  readonly cost: number[]
  readonly rows: Row[]
  /** Rows that follow from the others for whole columns: they cut off nothing true and tighten what is fluid. */
  readonly cuts: Row[]
}

export interface MipAnswer {
  /** `limit`: stopped by a limit on nodes or time, perhaps with `values`. */
  readonly status: 'optimal' | 'infeasible' | 'limit'
  readonly values: Float64Array | null
  readonly objective: number
  /** What the solver holds for an upper bound of the objective. */
  readonly bound: number
}

export interface MipOptions {
  readonly deadline?: number | undefined
  readonly maxNodes?: number | undefined
  readonly relaxed?: boolean | undefined
  /** Only whether there is an answer matters: no restarts and no search for better ones. */
  readonly decide?: boolean | undefined
}

export function createMip(): Mip {
  return { lower: [], upper: [], whole: [], cost: [], rows: [], cuts: [] }
}

export function addColumn(mip: Mip, lower: number, upper: number, whole: boolean, cost = 0): number {
  mip.upper.push(upper)
  mip.whole.push(whole)
  mip.cost.push(cost)
  return mip.lower.push(lower) - 1
}

/** Loads a program without the wish for whole numbers. */
function load(highs: Highs, mip: Mip) {
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

/** For many runs of one small program: without presolve each starts from the last answer (about a tenth less time for each). */
const WARM = { presolve: 'off', solver: 'simplex' } as const

/** Least and greatest value of each column when no column need be whole; null where the solver does not say. */
export function ranges(highs: Highs, mip: Mip, columns: readonly number[]): ({ readonly least: number; readonly most: number } | null)[] {
  const model = load(highs, { ...mip, cost: mip.cost.map(() => 0) })
  model.options.set(WARM)
  const { modelStatus } = highs.constants
  const extreme = (column: number, sign: number) => {
    model.changeColCost(column, sign)
    model.run()
    const value = model.getModelStatus() === modelStatus.optimal ? sign * model.getObjectiveValue() : Number.NaN
    model.changeColCost(column, 0)
    return value
  }
  try {
    return columns.map((column) => {
      const [most, least] = [extreme(column, 1), extreme(column, -1)]
      return Number.isNaN(most) || Number.isNaN(least) ? null : { least, most }
    })
  } finally {
    model.dispose()
  }
}

type Model = ReturnType<typeof load>

/** Rounds in which cuts that a relaxed answer breaks are added. */
const CUT_ROUNDS = 5
/** How far from a whole number counts as whole, as in the solver itself. */
const WHOLE = 1e-7

/** Adds the cuts that matter: those that the relaxed optimum breaks, again and again until it breaks none. Returns that optimum. */
function tighten(model: Model, mip: Mip, optimal: number): Float64Array | null {
  const open = new Set(mip.cuts)
  for (let round = 0; ; round++) {
    model.run()
    if (model.getModelStatus() !== optimal) return null
    const values = Float64Array.from(model.getSolution().colValue)
    if (round === CUT_ROUNDS) return values
    const broken = [...open].filter((row) => row.columns.reduce((sum, column, k) => sum + (row.values[k] ?? 0) * (values[column] ?? 0), 0) > row.upper + 1e-6)
    if (broken.length === 0) return values
    for (const row of broken) {
      open.delete(row)
      model.addRow(row.lower, row.upper, { indices: Int32Array.from(row.columns), values: Float64Array.from(row.values) })
    }
  }
}

/** Maximises. Gaps are 0. The answer is a proposal: its values carry the solver's tolerances and must be checked exactly. */
export function solveMip(highs: Highs, mip: Mip, options: MipOptions = {}): MipAnswer {
  const nothing = { values: null, objective: Number.NaN, bound: Number.NaN }
  if (mip.rows.some((row) => row.columns.length === 0 && (row.lower > 0 || row.upper < 0))) return { ...nothing, status: 'infeasible' }
  if (mip.lower.length === 0) return { status: 'optimal', values: new Float64Array(0), objective: 0, bound: 0 }
  const { modelStatus, variableType } = highs.constants
  const model = load(highs, mip)
  const limitTime = () => {
    if (options.deadline !== undefined) model.options.set('time_limit', Math.max(0.01, (options.deadline - performance.now()) / 1000))
  }
  try {
    limitTime()
    const relaxed = tighten(model, options.relaxed === true ? { ...mip, cuts: [] } : mip, modelStatus.optimal)
    if (model.getModelStatus() === modelStatus.infeasible) return { ...nothing, status: 'infeasible' }
    const isWhole = (column: number, value: number) => mip.whole[column] !== true || Math.abs(value - Math.round(value)) <= WHOLE
    if (relaxed !== null && (options.relaxed === true || relaxed.every((value, column) => isWhole(column, value)))) {
      const objective = model.getObjectiveValue()
      return { status: 'optimal', values: relaxed, objective, bound: objective }
    }
    if (options.relaxed === true) return { ...nothing, status: 'limit' }
    model.changeColsIntegrality({ kind: 'range', from: 0, to: mip.whole.length - 1 }, mip.whole.map((whole) => (whole ? variableType.integer : variableType.continuous)))
    // restarts cost more than they bring in programs of this size
    model.options.set('mip_allow_restart', false)
    if (options.decide === true) model.options.set('mip_heuristic_effort', 0)
    limitTime()
    if (options.maxNodes !== undefined) model.options.set('mip_max_nodes', options.maxNodes)
    model.run()
    const status = model.getModelStatus()
    const has = Number(model.info.get('primal_solution_status')) === 2
    const values = has ? Float64Array.from(model.getSolution().colValue) : null
    const done = status === modelStatus.optimal || status === modelStatus.empty
    const infeasible = status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible
    return {
      status: done ? 'optimal' : infeasible ? 'infeasible' : 'limit', values,
      objective: has ? model.getObjectiveValue() : Number.NaN, bound: Number(model.info.get('mip_dual_bound')),
    }
  } finally {
    model.dispose()
  }
}

/** A program without the wish for whole numbers that stays loaded: each run starts where the last one ended. Null = no answer. */
export interface Relaxed {
  /** Any answer, after bounds or limits have changed. */
  readonly again: () => Float64Array | null
  /** Greatest (1) or least (−1) value of one column. */
  readonly push: (column: number, sign: 1 | -1) => Float64Array | null
  readonly bound: (column: number, lower: number, upper: number) => void
  /** Bounds of all columns. */
  readonly reset: (lower: Float64Array, upper: Float64Array) => void
  /** Limits of a row, counted without those that have no columns. */
  readonly limit: (row: number, lower: number, upper: number) => void
  /** True once a run ended without a word on whether there is an answer: then null proves nothing. */
  readonly unsure: () => boolean
  readonly close: () => void
}

/** Loads a program for several runs, its costs set aside; call `close` afterwards. */
export function openRelaxed(highs: Highs, mip: Mip, deadline: number): Relaxed {
  const model = load(highs, { ...mip, cost: mip.cost.map(() => 0) })
  const { modelStatus } = highs.constants
  const all = { kind: 'range' as const, from: 0, to: mip.lower.length - 1 }
  let unsure = false
  model.options.set({ ...WARM, time_limit: Math.max(0.01, (deadline - performance.now()) / 1000) })
  const again = () => {
    model.run()
    const status = model.getModelStatus()
    if (status === modelStatus.optimal) return Float64Array.from(model.getSolution().colValue)
    unsure ||= status !== modelStatus.infeasible
    return null
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
    reset: (lower, upper) => void model.changeColsBounds(all, lower, upper),
    limit: (row, lower, upper) => void model.changeRowBounds(row, lower, upper),
    unsure: () => unsure,
    close: () => model.dispose(),
  }
}
