import type { Highs } from 'highs'
import type { ProblemBundle } from '#shared/domain/allocation-problem.ts'
import type { Tier } from '#shared/domain/plan.ts'
import { addColumn, createMip, type Mip } from '../mip.ts'
import { openRelaxed, type Relaxed } from '../relaxed.ts'
import { type AllocationModel, buildModel } from '../model.ts'
import { stepCost } from '../packing.ts'
import type { Part, Parts } from './parts.ts'

/** One thing that is made as great as it can be, as a column of the joint programme. */
export interface AimColumn {
  readonly step: 'village' | 'lowest' | 'sum'
  readonly tier: Tier | null
  readonly column: number
  readonly most: number
}

/** All villages in one programme without whole numbers: what it says is a bound for every answer in whole units. */
export interface JointProgram {
  readonly relaxed: Relaxed
  readonly aims: readonly AimColumn[]
  /** The columns of each part: its model, moved by `offset`. */
  readonly models: readonly { readonly model: AllocationModel; readonly offset: number }[]
}

/** Bundles of a part that can get a unit at all. */
export interface Taking {
  readonly least: readonly number[]
  readonly most: readonly number[]
}

interface Placed {
  readonly part: Part
  readonly model: AllocationModel
  readonly offset: number
}

/** Appends a part's columns and rows. */
function append(mip: Mip, part: Part, { least, most }: Taking): Placed {
  const model = buildModel(part.layout, least, most, 'none')
  const offset = mip.lower.length
  for (const [column, lower] of model.mip.lower.entries()) addColumn(mip, lower, model.mip.upper[column] ?? 0, false)
  for (const row of model.mip.rows) mip.rows.push({ ...row, columns: row.columns.map((column) => column + offset) })
  return { part, model, offset }
}

/** What all parts together may draw from each pool; money in millions of rupiah, which is near to the size of the units. */
function poolRows(mip: Mip, { pools }: Parts, placed: readonly Placed[]): void {
  pools.forEach(({ kind, available }, pool) => {
    const columns: number[] = []
    const values: number[] = []
    let locked = 0
    for (const { part, model, offset } of placed) {
      const place = part.pools[pool] ?? -1
      if (place < 0) continue
      const { problem, sourceCount } = part.layout
      const cap = kind === 'cap' ? problem.caps[place] : undefined
      const source = cap?.source ?? place
      for (const lock of part.layout.locked) {
        const line = problem.lines[lock.line]
        if (line !== undefined && lock.source === source && (cap === undefined || cap.lines.has(lock.line))) locked += lock.steps * stepCost(line)
      }
      for (const line of problem.lines) {
        const column = model.cells[line.index * sourceCount + source] ?? -1
        if (column < 0 || (cap !== undefined && !cap.lines.has(line.index))) continue
        columns.push(column + offset)
        values.push(line.unitCost / 1e6)
      }
    }
    if (columns.length > 0) mip.rows.push({ lower: -Infinity, upper: (available - locked) / 1e6, columns, values })
  })
}

type Term = readonly [column: number, factor: number]

/** A column that is at most (`each`: of every one of) the sums of these terms. */
function addAim(mip: Mip, groups: readonly (readonly Term[])[], most: number): number {
  const column = addColumn(mip, 0, most, false)
  for (const group of groups) mip.rows.push({ lower: 0, upper: Infinity, columns: [...group.map(([at]) => at), column], values: [...group.map(([, factor]) => factor), -1] })
  return column
}

/**
 * Builds the joint programme with its aims in order: with `equal` the lowest village first, then for each tier the lowest coverage of what
 * follows a count, and the sum of weight × coverage. Call `relaxed.close()` afterwards.
 */
export function openJoint(highs: Highs, all: Parts, taking: readonly Taking[], options: { readonly equal: boolean; readonly deadline: number }): JointProgram {
  const mip = createMip()
  const placed = all.parts.map((part, at) => append(mip, part, taking[at] ?? { least: [], most: [] }))
  poolRows(mip, all, placed)
  const takes = (at: number, bundle: ProblemBundle) => bundle.units > 0 && (taking[at]?.most[bundle.index] ?? 0) > 0
  const unit = ({ model, offset }: Placed, bundle: ProblemBundle) => (model.units[bundle.index] ?? 0) + offset
  const aims: AimColumn[] = []
  if (options.equal) {
    const villages = placed.flatMap((one, at) => {
      const bundles = one.part.layout.problem.bundles.filter(({ units }) => units > 0)
      const weight = bundles.reduce((sum, bundle) => sum + bundle.weight, 0)
      return bundles.some((bundle) => takes(at, bundle)) ? [bundles.map((bundle): Term => [unit(one, bundle), bundle.weight / bundle.units / weight])] : []
    })
    if (villages.length > 0) aims.push({ step: 'village', tier: null, column: addAim(mip, villages, 1), most: 1 })
  }
  for (const tier of [1, 2, 3] as const) {
    const terms = placed.flatMap((one, at) => one.part.layout.problem.bundles.filter((bundle) => bundle.tier === tier && takes(at, bundle)).map((bundle) => ({ bundle, column: unit(one, bundle) })))
    const driven = terms.filter(({ bundle }) => bundle.driven)
    const most = terms.reduce((sum, { bundle }) => sum + bundle.weight, 0)
    if (driven.length > 0) aims.push({ step: 'lowest', tier, column: addAim(mip, driven.map(({ bundle, column }) => [[column, 1 / bundle.units] as const]), 1), most: 1 })
    if (terms.length > 0) aims.push({ step: 'sum', tier, column: addAim(mip, [terms.map(({ bundle, column }): Term => [column, bundle.weight / bundle.units])], most), most })
  }
  return { relaxed: openRelaxed(highs, mip, options.deadline), aims, models: placed.map(({ model, offset }) => ({ model, offset })) }
}
