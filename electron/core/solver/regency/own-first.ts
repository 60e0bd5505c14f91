import { add, copyPacking, room, stepCost } from '../packing.ts'
import type { Filled } from './fill.ts'
import type { Part, Pool } from './parts.ts'

/** Whether only this village decides what the source may pay of the line: what is shared could have been promised to others. */
function isOwn({ layout, pools }: Part, kinds: readonly Pool['kind'][], line: number, source: number): boolean {
  const caps = layout.capsOf[line * layout.sourceCount + source] ?? []
  return kinds.every((kind, pool) => (kind === 'source' ? pools[pool] !== source : !caps.includes(pools[pool] ?? -1)))
}

/** One round over the lines of a village. @returns whether anything moved, and whether shared money came free */
function takeOver({ part, answer: { packing } }: Filled, kinds: readonly Pool['kind'][]): { readonly moved: boolean; readonly freed: boolean } {
  const { layout } = part
  let [moved, freed] = [false, false]
  for (const line of layout.problem.lines) {
    const free = (layout.free[line.index] ?? []).toSorted((a, b) => a - b)
    for (const [at, source] of free.entries()) {
      if (!isOwn(part, kinds, line.index, source)) continue
      for (const later of free.slice(at + 1).toReversed()) {
        const have = packing.counts[line.index * layout.sourceCount + later] ?? 0
        const steps = Math.min(have, Math.max(0, Math.floor(room(layout, packing, line.index, source) / stepCost(line))))
        if (steps === 0) continue
        add(layout, packing, line.index, later, -steps)
        add(layout, packing, line.index, source, steps)
        moved = true
        freed ||= !isOwn(part, kinds, line.index, later)
      }
    }
  }
  return { moved, freed }
}

/**
 * Lets a village's own sources, in spending order, take over what later ones and the shared ones pay of its lines: shared money stays as long as it
 * can. Units stay as they are. @returns whether shared money came free
 */
export function ownFirst(filled: readonly Filled[], all: readonly Pool[]): boolean {
  const kinds = all.map(({ kind }) => kind)
  let freed = false
  for (const one of filled) {
    one.answer = { ...one.answer, packing: copyPacking(one.answer.packing) }
    // what an own source leaves to an earlier one can take over elsewhere; money only moves forward, so this ends
    for (;;) {
      const round = takeOver(one, kinds)
      freed ||= round.freed
      if (!round.moved) break
    }
  }
  return freed
}
