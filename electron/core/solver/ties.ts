import type { ProblemBundle } from '#shared/domain/allocation-problem.ts'
import { add, copyPacking, type Layout } from './packing.ts'
import type { Answer } from './search.ts'

/** What makes two bundles alike in every respect but their place; null for a bundle with locks, which is like no other. */
function likeness(layout: Layout, bundle: ProblemBundle): string | null {
  const lines = bundle.lines.map((index) => layout.problem.lines[index]).filter((line) => line !== undefined)
  if (lines.some((line) => line.locks.size > 0)) return null
  const caps = (index: number) => layout.problem.caps.flatMap((cap, at) => (cap.lines.has(index) ? [at] : []))
  return JSON.stringify([
    bundle.tier, bundle.weight, bundle.units, bundle.driven, bundle.least, bundle.heads, bundle.village,
    lines.map((line) => [line.unitCost, line.splittable, line.sources, caps(line.index)]),
  ])
}

/** Among bundles that are alike, the earlier in the plan gets the more units; nothing else changes. */
export function preferEarlier(layout: Layout, answer: Answer): Answer {
  const groups = new Map<string, ProblemBundle[]>()
  for (const bundle of layout.problem.bundles) {
    const key = likeness(layout, bundle)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), bundle])
  }
  const units = [...answer.units]
  const packing = copyPacking(answer.packing)
  for (const group of groups.values()) {
    if (group.length < 2) continue
    const ranked = group.toSorted((a, b) => (answer.units[b.index] ?? 0) - (answer.units[a.index] ?? 0) || a.index - b.index)
    group.forEach((to, place) => {
      const from = ranked[place]
      if (from === undefined || from === to) return
      units[to.index] = answer.units[from.index] ?? 0
      to.lines.forEach((line, k) => {
        const other = from.lines[k]
        if (other === undefined) return
        for (let source = 0; source < layout.sourceCount; source++) {
          const now = packing.counts[line * layout.sourceCount + source] ?? 0
          const wanted = answer.packing.counts[other * layout.sourceCount + source] ?? 0
          add(layout, packing, line, source, wanted - now)
        }
      })
    })
  }
  return { units, packing }
}
