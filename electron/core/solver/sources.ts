import { solveMip } from './highs.ts'
import { addColumn } from './mip.ts'
import { transfer } from './exchange.ts'
import { type AllocationModel, buildModel, gcd } from './model.ts'
import { joinCells } from './join-cells.ts'
import { jump } from './jump.ts'
import { pack } from './pack.ts'
import { hintOf } from './payable.ts'
import { copyPacking, type Layout, type Packing, restore, stepCost } from './packing.ts'
import type { Answer, Search } from './search.ts'

/** Nodes that one proof may take: a count, not a time, so that equal input gives an equal answer. Where one is cut short, no other is begun. */
const PROOF_NODES = 1_000
/** Moves in which the later sources must make room. */
const MOVES = 100
/** Up to this many cells the solver itself decides what exchanges leave open. */
const SMALL = 40

/** Rupiah by which a held sum may be off in the model; where a line pays in rupiah, all rows together must stay below one. */
function tolerance(layout: Layout): number {
  return layout.problem.lines.some((line) => line.splittable) ? 0.02 : 0.4
}

/** Sets the packing of fixed units, with what the sources before `upTo` pay held, and a column's worth of objective on `upTo`. */
function fixedModel(search: Search, answer: Answer, packing: Packing, upTo: number) {
  const { layout } = search
  const model = buildModel(layout, answer.units, answer.units, 'all')
  for (let source = 0; source <= upTo; source++) {
    const columns: number[] = []
    const values: number[] = []
    let held = packing.spent[source] ?? 0
    for (const lock of layout.locked) {
      const line = layout.problem.lines[lock.line]
      if (lock.source === source && line !== undefined) held -= lock.steps * stepCost(line)
    }
    for (const line of layout.problem.lines) {
      const column = model.cells[line.index * layout.sourceCount + source] ?? -1
      if (column < 0) continue
      columns.push(column)
      values.push(line.unitCost / 1_000)
      if (source === upTo) model.mip.cost[column] = line.unitCost / 1_000
    }
    const loose = tolerance(layout)
    const upper = source < upTo ? (held + loose) / 1_000 : Infinity
    model.mip.rows.push({ lower: (held - loose) / 1_000, upper, columns, values })
  }
  return model
}

/** Money of `source` in its locked cells. */
function lockedMoney(layout: Layout, source: number): number {
  return layout.locked.reduce((sum, lock) => {
    const line = layout.problem.lines[lock.line]
    return lock.source === source && line !== undefined ? sum + lock.steps * stepCost(line) : sum
  }, 0)
}

/** An upper bound, exact in whole steps, of what a source can pay when the sources before it pay what they pay. */
function bound(search: Search, answer: Answer, packing: Packing, source: number): number {
  const { layout } = search
  let step = 0
  let most = lockedMoney(layout, source)
  const locked = most
  for (const line of layout.problem.lines) {
    if (!(layout.free[line.index] ?? []).includes(source)) continue
    const units = answer.units[line.bundle] ?? 0
    if (units === 0) continue
    step = gcd(step, stepCost(line))
    let open = units * line.unitCost
    for (const amount of line.locks.values()) open -= amount
    most += open
  }
  const available = layout.problem.available[source] ?? 0
  const inSteps = step === 0 ? locked : locked + Math.floor((available - locked) / step) * step
  return Math.min(most, inSteps, available, packing.spent.reduce((sum, spent, other) => (other >= source ? sum + spent : sum), 0))
}

/** Whether the solver still decides what exchanges leave open. */
interface Proofs {
  worth: boolean
}

const isSmall = ({ mip, units }: AllocationModel) => mip.lower.length - units.length <= SMALL

/** Who pays as the solver decides it, unless a proof was cut short before. */
function decided(search: Search, answer: Answer, model: AllocationModel, proofs: Proofs): Packing | null {
  if (!proofs.worth) return null
  const { status, values } = solveMip(search.highs, model.mip, { maxNodes: PROOF_NODES, deadline: search.deadline, purpose: 'step' })
  proofs.worth = status !== 'limit'
  return values === null ? null : pack(search.layout, answer.units, hintOf(search.layout, model, values))
}

/** Raises what one source pays as far as it goes; the sources before it keep what they pay, those after it make room. */
function fill(search: Search, answer: Answer, packing: Packing, source: number, proofs: Proofs): Packing {
  const { layout } = search
  const later = Array.from({ length: layout.sourceCount - source - 1 }, (_, k) => source + 1 + k)
  let limit = bound(search, answer, packing, source)
  if ((packing.spent[source] ?? 0) >= limit) return packing
  const model = fixedModel(search, answer, packing, source)
  const locked = lockedMoney(layout, source)
  const step = stepOf(search, answer, source)
  const noise = Math.min(0.6, tolerance(layout) * (layout.sourceCount + 1))
  const relaxed = solveMip(search.highs, model.mip, { relaxed: true, deadline: search.deadline })
  if (relaxed.status === 'optimal') limit = Math.min(limit, locked + Math.floor((relaxed.objective * 1_000 + noise) / step) * step)
  const rest = { ...layout, free: layout.free.map((free) => free.filter((other) => other > source)) }
  for (let round = 0; round < 3 && (packing.spent[source] ?? 0) < limit; round++) {
    const more = limit - (packing.spent[source] ?? 0)
    let tries = 4
    const holds = () => {
      if (tries === 0 || layout.problem.caps.some((cap, index) => cap.source === source && (packing.capSpent[index] ?? 0) > cap.max)) return false
      tries--
      const saved = copyPacking(packing)
      if (jump(rest, packing, MOVES)) return true
      restore(packing, saved)
      return false
    }
    if (transfer(layout, packing, { from: source, partners: later, least: -more, most: -1, wanted: -more, width: 3_000 }, holds) === null) break
  }
  const better = (packing.spent[source] ?? 0) >= limit || !isSmall(model) ? null : decided(search, answer, model, proofs)
  const keeps = better !== null && better.spent.every((money, other) => other >= source || money === packing.spent[other])
  return keeps && (better.spent[source] ?? 0) > (packing.spent[source] ?? 0) ? better : packing
}

function stepOf(search: Search, answer: Answer, source: number): number {
  const { layout } = search
  let step = 0
  for (const line of layout.problem.lines) {
    if ((layout.free[line.index] ?? []).includes(source) && (answer.units[line.bundle] ?? 0) > 0) step = gcd(step, stepCost(line))
  }
  return step || 1
}

/** Lines that more than one source pays for. */
function splitLines(layout: Layout, packing: Packing): number {
  return layout.problem.lines.filter((line) => {
    let payers = 0
    for (let source = 0; source < layout.sourceCount; source++) if ((packing.counts[line.index * layout.sourceCount + source] ?? 0) > 0) payers++
    return payers > 1
  }).length
}

/** Fewest lines with more than one payer, every source paying exactly what it pays. */
function joinLines(search: Search, answer: Answer, found: Packing, proofs: Proofs): Packing {
  const { layout } = search
  const byPairs = joinCells(layout, found)
  const packing = splitLines(layout, byPairs) <= splitLines(layout, found) ? byPairs : found
  const now = splitLines(layout, packing)
  if (now === 0) return packing
  const model = fixedModel(search, answer, packing, layout.sourceCount)
  if (!isSmall(model)) return packing
  model.mip.cost.fill(0)
  for (const line of layout.problem.lines) {
    const payers: number[] = []
    for (let source = 0; source < layout.sourceCount; source++) {
      const column = model.cells[line.index * layout.sourceCount + source] ?? -1
      if (column < 0) continue
      const pays = addColumn(model.mip, 0, 1, true)
      model.mip.rows.push({ lower: 0, upper: Infinity, columns: [pays, column], values: [model.mip.upper[column] ?? 0, -1] })
      payers.push(pays)
    }
    const locked = [...line.locks.values()].filter((amount) => amount > 0).length
    if (payers.length + locked < 2) continue
    const split = addColumn(model.mip, 0, 1, true, -1)
    const most = payers.length + locked - 1
    model.mip.rows.push({ lower: -Infinity, upper: 1 - locked, columns: [...payers, split], values: [...payers.map(() => 1), -most] })
  }
  const joined = decided(search, answer, model, proofs)
  const same = joined !== null && joined.spent.every((money, source) => money === packing.spent[source])
  return same && splitLines(layout, joined) < now ? joined : packing
}

/**
 * With the units fixed, lets each source in spending order pay as much as it can, then looks for fewer split lines. Both are
 * exact where the plan has few cells; on larger ones the amounts are pushed to their bound by exact exchanges, and fewer split lines are looked
 * for between two sources at a time. Equal input gives an equal answer.
 */
export function chooseSources(search: Search, answer: Answer): Packing {
  const proofs: Proofs = { worth: true }
  let packing = copyPacking(answer.packing)
  for (let source = 0; source < search.layout.sourceCount - 1; source++) packing = fill(search, answer, packing, source, proofs)
  return joinLines(search, answer, packing, proofs)
}
