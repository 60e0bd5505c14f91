import type { Highs } from 'highs'
import type { AllocationInstance, AllocationLine, AllocationResult } from '#shared/domain/allocation.ts'

/**
 * The model's text as one plain program, every cell whole, solved step by step by HiGHS as it comes. It shares no code with the
 * solver of the application and knows none of its shortcuts, so it is slow. Money is in thousands of rupiah and must be a multiple of
 * Rp500 for the program's tolerance to hide nothing. Lines that may be shared are not known here.
 */
interface Group {
  readonly name: string
  readonly lines: readonly AllocationLine[]
  readonly tier: number
  readonly weight: number
  readonly units: number
  readonly driven: boolean
}

export interface PlainTier {
  readonly tier: number
  /** Units of the lowest group over its need; null where none takes part. */
  readonly lowest: readonly [number, number] | null
  /** Σ weight × units ÷ need as its terms; null where nothing is needed. */
  readonly sum: readonly (readonly [weight: number, units: number, needed: number])[] | null
  readonly aside: readonly string[]
}

function groupsOf(instance: AllocationInstance): Group[] {
  const members = new Map<string, AllocationLine[]>()
  for (const line of instance.lines) {
    const key = line.bundle === undefined ? `line ${line.id}` : `bundle ${line.bundle}`
    members.set(key, [...(members.get(key) ?? []), line])
  }
  return [...members.values()].map((lines, at) => ({
    name: `y${at}`, lines, tier: lines[0]?.tier ?? 3, weight: lines[0]?.weight ?? 1, units: lines[0]?.units ?? 0, driven: lines.some((line) => line.driven),
  }))
}

type Term = readonly [factor: number, column: string]
const text = (terms: readonly Term[]) => terms.map(([factor, column]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${column}`).join('\n ')

/** The rows of the model: sources, caps, locks, targets, bundles. */
function rowsOf(instance: AllocationInstance, groups: readonly Group[]): { rows: string[]; whole: string[] } {
  const rows: string[] = []
  const cells = new Map<string, string>()
  const cell = (line: string, source: string) => cells.get(`${line} ${source}`)
  for (const [l, line] of instance.lines.entries()) {
    for (const [s, source] of instance.sources.entries()) if (line.sources.includes(source.id) && line.unitCost > 0) cells.set(`${line.id} ${source.id}`, `c${l}s${s}`)
  }
  for (const group of groups) {
    rows.push(`${group.name} <= ${group.units}`)
    for (const line of group.lines) {
      if ((line.targetBp ?? 0) > 0) rows.push(`${group.name} >= ${Math.ceil(((line.targetBp ?? 0) * line.units) / 10_000)}`)
      if (line.unitCost === 0) continue
      const paid = instance.sources.flatMap((source): Term[] => {
        const column = cell(line.id, source.id)
        return column === undefined ? [] : [[-1, column]]
      })
      rows.push(`${text([[1, group.name], ...paid])} = 0`)
    }
  }
  const bill = (source: string, lines: readonly string[], most: number) => {
    const terms = instance.lines.flatMap((line): Term[] => {
      const column = lines.includes(line.id) ? cell(line.id, source) : undefined
      return column === undefined ? [] : [[line.unitCost / 1_000, column]]
    })
    if (terms.length > 0) rows.push(`${text(terms)} <= ${most / 1_000}`)
  }
  for (const source of instance.sources) bill(source.id, instance.lines.map((line) => line.id), Math.max(0, source.available))
  for (const cap of instance.caps) bill(cap.source, cap.lines, cap.max)
  for (const lock of instance.locks) {
    const column = cell(lock.line, lock.source)
    const unitCost = instance.lines.find((line) => line.id === lock.line)?.unitCost ?? 1
    if (column !== undefined) rows.push(`${column} = ${lock.amount / unitCost}`)
    else if (lock.amount > 0) rows.push(`${groups[0]?.name ?? 'y0'} <= -1`)
  }
  return { rows, whole: [...groups.map((group) => group.name), ...cells.values()] }
}

interface Solved {
  readonly status: 'optimal' | 'infeasible' | 'undecided'
  readonly objective: number
  readonly value: (column: string) => number
}

function run(highs: Highs, goal: readonly Term[], rows: readonly string[], whole: readonly string[], relaxed: boolean, seconds: number): Solved {
  const program = [
    'Maximize', ` obj: ${text(goal.length > 0 ? goal : [[0, whole[0] ?? 'z']])}`, 'Subject To', ...rows.map((row, at) => ` r${at}: ${row}`),
    ...(relaxed || whole.length === 0 ? [] : ['General', ` ${whole.join('\n ')}`]), 'End',
  ].join('\n')
  const solved = highs.solve(program, { mip_rel_gap: 0, mip_abs_gap: 0, time_limit: seconds, output_flag: false })
  const columns = solved.Columns as Record<string, { Primal?: number }>
  return {
    status: solved.Status === 'Optimal' ? 'optimal' : solved.Status === 'Infeasible' ? 'infeasible' : 'undecided',
    objective: solved.ObjectiveValue, value: (column) => columns[column]?.Primal ?? 0,
  }
}

const sumTerms = (groups: readonly Group[]) => groups.map((group): Term => [group.weight / group.units, group.name])
const lowestRows = (groups: readonly Group[]) => [...groups.map((group) => `${text([[1, group.name], [-group.units, 'z']])} >= 0`), 'z <= 1']
const holdLowest = (groups: readonly Group[], k: number, n: number) => groups.map((group) => `${group.name} >= ${Math.ceil((k * group.units) / n - 1e-9)}`)

/** The lexicographic optimum; `undecided` where one step takes longer than `seconds`. */
export function plainOptimum(highs: Highs, instance: AllocationInstance, seconds: number): { readonly status: Solved['status']; readonly tiers: readonly PlainTier[] } {
  const groups = groupsOf(instance)
  const { rows, whole } = rowsOf(instance, groups)
  const solve = (goal: readonly Term[], more: readonly string[] = []) => run(highs, goal, [...rows, ...more], whole, false, seconds)
  const start = solve([])
  if (start.status !== 'optimal') return { status: start.status, tiers: [] }
  const tiers: PlainTier[] = []
  for (const tier of [1, 2, 3]) {
    const members = groups.filter((group) => group.tier === tier)
    if (members.length === 0) continue
    const needed = members.filter((group) => group.units > 0)
    const aside: Group[] = []
    for (const group of needed) {
      const most = solve([[1, group.name]])
      if (most.status !== 'optimal') return { status: 'undecided', tiers }
      if (Math.round(most.objective) === 0) aside.push(group)
    }
    const others = needed.filter((group) => !aside.includes(group))
    const taking = others.filter((group) => group.driven)
    let lowest: PlainTier['lowest'] = null
    if (taking.length > 0) {
      const step = solve([[1_000, 'z']], lowestRows(taking))
      if (step.status !== 'optimal') return { status: 'undecided', tiers }
      lowest = taking.map((group): [number, number] => [Math.round(step.value(group.name)), group.units]).reduce((a, b) => (b[0] * a[1] < a[0] * b[1] ? b : a))
      rows.push(...holdLowest(taking, ...lowest))
    }
    let sum: PlainTier['sum'] = needed.length > 0 ? [] : null
    if (others.length > 0) {
      const step = solve(sumTerms(others).map(([factor, column]) => [factor * 1_000, column]))
      if (step.status !== 'optimal') return { status: 'undecided', tiers }
      sum = others.map((group) => [group.weight, Math.round(step.value(group.name)), group.units])
      const reached = sum.reduce((total, [weight, units, of]) => total + (weight * units) / of, 0)
      rows.push(`${text(sumTerms(others))} >= ${reached - 1e-7}`)
    }
    tiers.push({ tier, lowest, sum, aside: members.flatMap((group) => (aside.includes(group) ? group.lines.map((line) => line.id) : [])) })
  }
  return { status: 'optimal', tiers }
}

export interface LinearStep {
  readonly reached: number
  /** What fluid units could reach while keeping what the result reached in every earlier step. */
  readonly bound: number
}

/** The linear bound of each step of a result. */
export function linearBounds(highs: Highs, instance: AllocationInstance, result: AllocationResult): LinearStep[] {
  const groups = groupsOf(instance)
  const { rows, whole } = rowsOf(instance, groups)
  const units = new Map(result.lines.map((line) => [line.id, line.fundedUnits]))
  const steps: LinearStep[] = []
  const solve = (goal: readonly Term[], more: readonly string[] = []) => {
    const solved = run(highs, goal.map(([factor, column]) => [factor * 1_000, column]), [...rows, ...more], whole, true, 60)
    if (solved.status !== 'optimal') throw new Error(`the linear bound of a result that was reached is ${solved.status}`)
    return solved.objective / 1_000
  }
  for (const tier of result.tiers) {
    const others = groups.filter((group) => group.tier === tier.tier && group.units > 0 && !tier.aside.includes(group.lines[0]?.id ?? ''))
    const taking = others.filter((group) => group.driven)
    if (taking.length > 0 && tier.lowestExact !== null) {
      steps.push({ reached: tier.lowestCoverage ?? 0, bound: solve([[1, 'z']], lowestRows(taking)) })
      rows.push(...holdLowest(taking, tier.lowestExact.numerator, tier.lowestExact.denominator))
    }
    if (others.length > 0) {
      const reached = others.reduce((total, group) => total + (group.weight * (units.get(group.lines[0]?.id ?? '') ?? 0)) / group.units, 0)
      steps.push({ reached, bound: solve(sumTerms(others)) })
      rows.push(`${text(sumTerms(others))} >= ${reached - 1e-6}`)
    }
  }
  return steps
}
