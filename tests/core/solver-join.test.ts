import { describe, expect, test } from 'vitest'
import { joinCells } from '#core/solver/join-cells.ts'
import { add, createLayout, emptyPacking, excess, type Layout, type Packing } from '#core/solver/packing.ts'
import { createProblem } from '#shared/domain/allocation-problem.ts'
import { createRandom, randomInstance, VILLAGE } from '#tests/support/random-instance.ts'

/** Payers of each line. */
const payers = ({ problem, sourceCount }: Layout, { counts }: Packing) =>
  problem.lines.map(({ index }) => [...counts.subarray(index * sourceCount, (index + 1) * sourceCount)].filter((count) => count > 0).length)

const weigh = (layout: Layout, packing: Packing) => payers(layout, packing).reduce((sum, count) => sum + count + (count > 1 ? 1 : 0), 0)

const unitsOf = ({ problem, sourceCount }: Layout, { counts }: Packing) =>
  problem.lines.map(({ index }) => counts.subarray(index * sourceCount, (index + 1) * sourceCount).reduce((sum, count) => sum + count, 0))

/** Whole units that sources pay as it falls, with sources and caps that have so much. */
function drawn(seed: number, lines: number, sources: number, units: number): { layout: Layout; packing: Packing } {
  const random = createRandom(seed)
  const instance = randomInstance(seed, { ...VILLAGE, lines, sources, units: [1, units], caps: [0, 6], locks: [0, 2], step: 1_000 })
  const all = instance.sources.map(({ id }) => id)
  const made = createLayout(createProblem({ ...instance, lines: instance.lines.map((line) => ({ ...line, sources: all })), locks: [] }))
  const packing = emptyPacking(made)
  for (const { index, bundle } of made.problem.lines) {
    for (let unit = made.problem.bundles[bundle]?.units ?? 0; unit > 0; unit--) if (random(0, 2) > 0) add(made, packing, index, random(0, sources - 1), 1)
  }
  const problem = {
    ...made.problem, available: made.problem.available.map((_, source) => packing.spent[source] ?? 0),
    caps: made.problem.caps.map((cap, index) => ({ ...cap, max: (packing.capSpent[index] ?? 0) + (seed % 3 === 0 ? 0 : random(0, 40) * 1_000) })),
  }
  return { layout: createLayout(problem), packing }
}

describe('fewer payers for the same line', () => {
  test('leave every source what it pays, every line its units, and every cap kept', () => {
    let saved = 0
    for (let seed = 1; seed <= 24; seed++) {
      const { layout, packing } = drawn(seed, 14, 5, 12)
      const counts = [...packing.counts]
      const joined = joinCells(layout, packing)
      expect([...packing.counts], `seed ${seed}`).toEqual(counts)
      expect([...joined.spent], `seed ${seed}`).toEqual([...packing.spent])
      expect(unitsOf(layout, joined), `seed ${seed}`).toEqual(unitsOf(layout, packing))
      expect(excess(layout, joined), `seed ${seed}`).toBe(0)
      expect(joined.counts.every((count) => Number.isInteger(count) && count >= 0), `seed ${seed}`).toBe(true)
      expect(weigh(layout, joined), `seed ${seed}`).toBeLessThanOrEqual(weigh(layout, packing))
      expect(joinCells(layout, packing)).toEqual(joined)
      saved += weigh(layout, packing) - weigh(layout, joined)
    }
    expect(saved).toBeGreaterThan(200)
  })

  test('are as few as trying everything finds between two sources without caps', () => {
    for (let seed = 1; seed <= 80; seed++) {
      const { layout: capped, packing } = drawn(seed, 5, 2, 4)
      const layout = createLayout({ ...capped.problem, caps: [] })
      const units = unitsOf(layout, packing)
      const costs = layout.problem.lines.map(({ unitCost }) => unitCost)
      const paid = packing.spent[0] ?? 0
      const best = (line: number, money: number): number => {
        if (money < 0) return Infinity
        if (line === costs.length) return money === 0 ? 0 : Infinity
        const all = units[line] ?? 0
        const shares = Array.from({ length: all + 1 }, (_, first) => best(line + 1, money - first * (costs[line] ?? 0)) + (first > 0 && first < all ? 3 : all > 0 ? 1 : 0))
        return Math.min(...shares)
      }
      const bare = { ...packing, capSpent: new Float64Array(0) }
      expect(weigh(layout, joinCells(layout, bare)), `seed ${seed}`).toBe(best(0, paid))
    }
  })
})
