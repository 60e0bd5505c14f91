import { beforeAll, describe, expect, test } from 'vitest'
import type { Highs } from 'highs'
import { createCirculation } from '#core/solver/circulation.ts'
import { openFlows } from '#core/solver/flow-cells.ts'
import { openFluid } from '#core/solver/fluid.ts'
import { loadSolver, solveMip } from '#core/solver/highs.ts'
import { addColumn, createMip, excessOf } from '#core/solver/mip.ts'
import { buildModel } from '#core/solver/model.ts'
import { createLayout } from '#core/solver/packing.ts'
import { openRelaxed } from '#core/solver/relaxed.ts'
import { openCellSearch } from '#core/solver/search-cells.ts'
import type { AllocationLine } from '#shared/domain/allocation.ts'
import { createProblem } from '#shared/domain/allocation-problem.ts'
import { createRandom, type InstanceShape, randomInstance } from '#tests/support/random-instance.ts'

const LATER = 1e9
const SMALL: InstanceShape = {
  lines: 6, sources: 4, caps: [0, 3], locks: [0, 2], units: [1, 8], unitCost: [1_000, 9_000], available: [4_000, 60_000], step: 1_000, bundled: 20,
}

let highs: Highs
beforeAll(async () => { highs = await loadSolver() })

describe('a circulation', () => {
  test('goes round within its bounds, and as far as they let it', () => {
    // two ways from 0 to 1, one way back
    const round = createCirculation(2, [{ from: 0, to: 1, lower: 1, upper: 4 }, { from: 0, to: 1, lower: 0, upper: 3 }, { from: 1, to: 0, lower: 2, upper: 5 }])
    expect(round.settle()).toBe(true)
    round.push(2, 1)
    expect(round.flow[2]).toBe(5)
    round.push(0, -1)
    expect([...round.flow]).toStrictEqual([1, 3, 4])
    round.lower[0] = 3
    round.upper[2] = 4
    expect(round.settle()).toBe(true)
    expect((round.flow[0] ?? 0) + (round.flow[1] ?? 0)).toBe(round.flow[2])
    round.upper[2] = 2
    expect(round.settle()).toBe(false)
  })

  test('answers as linear programming does', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = createRandom(seed)
      const nodes = random(2, 6)
      const arcs = Array.from({ length: random(3, 14) }, () => {
        const lower = random(0, 3)
        return { from: random(0, nodes - 1), to: random(0, nodes - 1), lower, upper: lower + random(0, 6) }
      }).filter((arc) => arc.from !== arc.to)
      const mip = createMip()
      for (const arc of arcs) addColumn(mip, arc.lower, arc.upper, false)
      for (let node = 0; node < nodes; node++) {
        const own = arcs.flatMap((arc, at) => (arc.from === node ? [{ at, sign: -1 }] : arc.to === node ? [{ at, sign: 1 }] : []))
        mip.rows.push({ lower: 0, upper: 0, columns: own.map(({ at }) => at), values: own.map(({ sign }) => sign) })
      }
      const round = createCirculation(nodes, arcs)
      const relaxed = openRelaxed(highs, mip, LATER)
      expect(round.settle(), `seed ${seed}`).toBe(relaxed.again() !== null)
      for (const [at] of arcs.entries()) {
        for (const sign of [1, -1] as const) {
          const wanted = relaxed.push(at, sign)
          if (wanted === null) continue
          round.push(at, sign)
          expect(round.flow[at], `seed ${seed} arc ${at}`).toBeCloseTo(wanted[at] ?? Number.NaN, 6)
        }
      }
      relaxed.close()
    }
  })
})

describe('money through networks', () => {
  /** Three lines of one unit and one source, with a ceiling over the first two and another. */
  const ask = (second: readonly number[], most: number) => {
    const cells = [0, 1, 2].map((line) => ({ line, column: line, cost: 1 }))
    const cap = (at: number, lines: readonly number[]) => ({ source: 0, cap: at, cells: cells.filter(({ line }) => lines.includes(line)) })
    const flows = openFlows({
      columns: 3, needs: [1, 1, 1], least: new Float64Array(3), most: new Float64Array([1, 1, 1]), high: new Float64Array([3, 2, most]),
      pots: [{ source: 0, cap: null, cells }, cap(0, [0, 1]), cap(1, second)],
    })
    return { networks: flows.length, answers: flows.every((flow) => flow.again()), paid: flows.map((flow) => [1, 2].map(flow.paid)) }
  }

  test('keep ceilings within or beside each other in one; two that cross have a network each, the other without what they share', () => {
    for (const second of [[2], [1]]) expect(ask(second, 1)).toEqual({ networks: 1, answers: true, paid: [[2, 1]] })
    for (const second of [[2], [1]]) expect(ask(second, 0)).toMatchObject({ networks: 1, answers: false })
    expect(ask([1, 2], 2)).toEqual({ networks: 2, answers: true, paid: [[2, null], [null, 2]] })
    expect(ask([1, 2], 1)).toMatchObject({ networks: 2, answers: false })
    expect(ask([1, 2], 0)).toMatchObject({ networks: 2, answers: false })
  })

  test('show in the search what ceilings that cross leave unpaid', () => {
    const line = (id: string): AllocationLine => ({ id, tier: 1, weight: 1, units: 1, unitCost: 1_000, driven: false, sources: ['s'] })
    const caps = [['a', 'b'], ['b', 'c']].map((lines, at) => ({ id: `c${at}`, source: 's', lines, max: at === 0 ? 2_000 : 1_000 }))
    const layout = createLayout(createProblem({ lines: ['a', 'b', 'c'].map(line), sources: [{ id: 's', available: 3_000 }], caps, locks: [] }))
    expect(openCellSearch(layout, [1, 1, 1])?.look(9, LATER)).toBe('unpayable')
    expect(openCellSearch(layout, [1, 0, 1])?.look(9, LATER)).not.toBe('unpayable')
  })
})

describe('limits over units', () => {
  test('are broken by what fluid money cannot pay, and by nothing that whole money pays', () => {
    const counted = { payable: 0, refused: 0 }
    const wrong: string[] = []
    for (let seed = 1; seed <= 120; seed++) {
      const layout = createLayout(createProblem(randomInstance(seed, { ...SMALL, ...(seed % 4 === 0 ? { splittable: 30 } : {}) })))
      const { bundles } = layout.problem
      const most = bundles.map(({ units }) => units)
      const fluid = openFluid(highs, layout, most, LATER)
      if (fluid === null) continue
      const random = createRandom(seed)
      const locked = bundles.map(({ index }) => Math.max(0, ...layout.problem.lines.filter((line) => line.bundle === index)
        .map(({ locks, unitCost }) => Math.ceil([...locks.values()].reduce((sum, amount) => sum + amount, 0) / unitCost))))
      const trials = Array.from({ length: 12 }, () => bundles.map(({ units, index }) => Math.max(locked[index] ?? 0, random(0, units))))
      for (const units of trials) for (const row of fluid.ask(units)) expect(excessOf(row, units)).toBeGreaterThan(0)
      for (const units of trials) {
        const paid = solveMip(highs, buildModel(layout, units, units, 'all').mip)
        if (paid.status === 'optimal') {
          counted.payable += 1
          if (fluid.limits.some((row) => excessOf(row, units) > 1e-6)) wrong.push(`seed ${seed} cuts off ${units.join(' ')}`)
        } else if (solveMip(highs, buildModel(layout, units, units, 'none', false).mip, { relaxed: true }).status === 'infeasible') {
          counted.refused += 1
          if (fluid.limits.every((row) => excessOf(row, units) <= 0)) wrong.push(`seed ${seed} lets ${units.join(' ')} through`)
        }
      }
      fluid.close()
    }
    expect(wrong).toStrictEqual([])
    expect(counted.payable).toBeGreaterThan(100)
    expect(counted.refused).toBeGreaterThan(100)
  })
})
