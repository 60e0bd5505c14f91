import { describe, expect, test } from 'vitest'
import { createLayout, excess, type Layout, type Packing } from '#core/solver/packing.ts'
import { pack } from '#core/solver/pack.ts'
import { openCells } from '#core/solver/cells.ts'
import { narrowCells } from '#core/solver/narrow-cells.ts'
import { openCellSearch, plainlyUnpayable } from '#core/solver/search-cells.ts'
import type { AllocationInstance } from '#shared/domain/allocation.ts'
import { createProblem } from '#shared/domain/allocation-problem.ts'
import { createRandom, type InstanceShape, randomInstance, VILLAGE } from '#tests/support/random-instance.ts'

const SMALL: InstanceShape = {
  lines: 4, sources: 3, caps: [0, 2], locks: [0, 1], units: [1, 5], unitCost: [1_000, 9_000], available: [4_000, 24_000], step: 1_000, bundled: 20,
}
const LATER = 1e9

/** Tries every way to share the units of each line among its sources. */
function payableByTrying({ problem, free, locked }: Layout, units: readonly number[]): boolean {
  const spent = problem.available.map(() => 0)
  const capped = problem.caps.map(() => 0)
  const pay = (line: number, source: number, money: number) => {
    spent[source] = (spent[source] ?? 0) + money
    problem.caps.forEach((cap, index) => { if (cap.source === source && cap.lines.has(line)) capped[index] = (capped[index] ?? 0) + money })
  }
  for (const lock of locked) pay(lock.line, lock.source, lock.steps * (problem.lines[lock.line]?.unitCost ?? 0))
  const holds = () => problem.available.every((most, source) => (spent[source] ?? 0) <= most) && problem.caps.every((cap, index) => (capped[index] ?? 0) <= cap.max)
  const share = (line: number, place: number, open: number): boolean => {
    const item = problem.lines[line]
    if (item === undefined) return holds()
    const source = (free[line] ?? [])[place]
    if (source === undefined) return open === 0 && next(line + 1)
    for (let count = 0; count <= open; count++) {
      pay(line, source, count * item.unitCost)
      const found = share(line, place + 1, open - count)
      pay(line, source, -count * item.unitCost)
      if (found) return true
    }
    return false
  }
  const next = (line: number): boolean => {
    const item = problem.lines[line]
    if (item === undefined) return holds()
    const held = locked.filter((lock) => lock.line === line).reduce((sum, lock) => sum + lock.steps, 0)
    return share(line, 0, (units[item.bundle] ?? 0) - held)
  }
  return next(0)
}

/** The search who pays, up to so many nodes. */
const look = (layout: Layout, units: readonly number[], nodes: number) => openCellSearch(layout, units)?.look(nodes, LATER) ?? null

/** Units per line that a packing pays. */
function paidUnits({ problem, sourceCount }: Layout, { counts }: Packing): number[] {
  return problem.lines.map((line) => problem.available.reduce((sum, _, source) => sum + (counts[line.index * sourceCount + source] ?? 0), 0))
}

/** What an answer says, with a packing looked through. */
function answerOf(layout: Layout, units: readonly number[], found: Packing | 'unpayable' | null): 'pays' | 'unpayable' | 'undecided' | 'wrong' {
  if (found === null) return 'undecided'
  if (found === 'unpayable') return found
  const paid = paidUnits(layout, found)
  return excess(layout, found) === 0 && layout.problem.lines.every((line) => paid[line.index] === units[line.bundle]) ? 'pays' : 'wrong'
}

/** Units that somebody can pay, because who pays was drawn first; each source has `spare` per mille more than that, and each cap. */
function drawn(seed: number, spare: number, { caps = [0, 3], lines: count = 14, units: most = 40 }: { caps?: readonly [number, number]; lines?: number; units?: number } = {}): { layout: Layout; units: number[]; paid: (line: number, source: number) => number } {
  const made = randomInstance(seed, { ...VILLAGE, lines: count, caps, locks: [0, 0], units: [1, most], step: 1_000 })
  const { lines } = made
  const random = createRandom(seed)
  const cells = lines.map((line) => new Map(line.sources.map((source) => [source, random(0, Math.floor(line.units / line.sources.length))])))
  const units = lines.map((_, at) => [...(cells[at]?.values() ?? [])].reduce((a, b) => a + b, 0))
  const pays = (source: string, among: ReadonlySet<string>) =>
    lines.reduce((sum, line, at) => sum + (among.has(line.id) ? (cells[at]?.get(source) ?? 0) * line.unitCost : 0), 0)
  const all = new Set(lines.map((line) => line.id))
  const more = (money: number) => money + Math.floor((money * spare) / 1_000)
  const instance: AllocationInstance = {
    lines: lines.map((line) => ({ ...line, bundle: undefined })), locks: [],
    sources: Array.from({ length: 8 }, (_, s) => ({ id: `s${s + 1}`, available: more(pays(`s${s + 1}`, all)) })),
    caps: made.caps.map((cap) => ({ ...cap, max: more(pays(cap.source, new Set(cap.lines))) })),
  }
  return { layout: createLayout(createProblem(instance)), units, paid: (line, source) => cells[line]?.get(`s${source + 1}`) ?? 0 }
}

describe('who can pay for so many units', () => {
  test.each([0, 1, 2, 3])('is decided as trying everything decides it, block %i', (block) => {
    const seen = { paid: 0, refused: 0 }
    let plain = 0
    for (let seed = block * 100 + 1; seed <= block * 100 + 100; seed++) {
      const layout = createLayout(createProblem(randomInstance(seed, SMALL)))
      const random = createRandom(seed)
      const held = layout.problem.bundles.map((bundle) => Math.max(0, ...bundle.lines.map((line) => layout.locked.filter((lock) => lock.line === line).reduce((sum, lock) => sum + lock.steps, 0))))
      const units = layout.problem.bundles.map((bundle) => random(Math.min(bundle.units, held[bundle.index] ?? 0), bundle.units))
      const truth = payableByTrying(layout, units)
      const found = look(layout, units, 300)
      expect({ seed, answer: answerOf(layout, units, found) }).toEqual({ seed, answer: truth ? 'pays' : 'unpayable' })
      if (plainlyUnpayable(layout, units)) plain += 1
      expect(truth && plainlyUnpayable(layout, units), `seed ${seed}`).toBe(false)
      seen[truth ? 'paid' : 'refused'] += 1
    }
    expect(Math.min(seen.paid, seen.refused, plain)).toBeGreaterThan(10)
  })

  test.each([0, 1, 20])('is narrowed to ranges that hold the way in which it was drawn, %i per mille to spare', (spare) => {
    let [narrowed, crossing] = [0, 0]
    for (let seed = 1; seed <= 60; seed++) {
      const { layout, units, paid } = drawn(seed, spare, { caps: [4, 16] })
      const cells = openCells(layout, units)
      if (cells === null || cells === 'unpayable') throw new Error(`seed ${seed} cannot be asked`)
      if (cells.flows.length > 1) crossing += 1
      const before = [...cells.most]
      expect(narrowCells(cells, 4), `seed ${seed}`).toBe(true)
      for (const [pot, { source, cells: own }] of cells.pots.entries()) {
        for (const { line, column } of own) {
          expect(paid(line, source), `seed ${seed} line ${line} source ${source}`).toBeGreaterThanOrEqual(cells.least[column] ?? 0)
          expect(paid(line, source), `seed ${seed} line ${line} source ${source}`).toBeLessThanOrEqual(cells.most[column] ?? 0)
          if ((cells.most[column] ?? 0) < (before[column] ?? 0)) narrowed += 1
        }
        const money = own.reduce((sum, { line, cost }) => sum + paid(line, source) * cost, 0)
        expect(money, `seed ${seed} pot ${pot}`).toBeGreaterThanOrEqual(cells.low[pot] ?? 0)
        expect(money, `seed ${seed} pot ${pot}`).toBeLessThanOrEqual(cells.high[pot] ?? 0)
      }
    }
    expect(narrowed).toBeGreaterThan(20)
    expect(crossing).toBeGreaterThan(10)
  })

  test.each([
    { lines: 14, units: 40, caps: [0, 3], most: 0 }, { lines: 14, units: 40, caps: [4, 16], most: 0 },
    { lines: 24, units: 16, caps: [4, 16], most: 40 }, { lines: 30, units: 20, caps: [4, 16], most: 40 },
  ] as const)('is never denied where somebody pays to the last rupiah, $lines lines of up to $units units', ({ lines, units: size, caps, most }) => {
    let [found, deepest] = [0, 0]
    for (let seed = 1; seed <= 12; seed++) {
      const { layout, units } = drawn(seed, 0, { lines, units: size, caps })
      const search = openCellSearch(layout, units)
      const answer = answerOf(layout, units, search?.look(40, LATER) ?? null)
      expect(['pays', 'undecided'], `seed ${seed}`).toContain(answer)
      if (answer === 'pays') found += 1
      deepest = Math.max(deepest, search?.nodes() ?? 0)
    }
    expect(found).toBeGreaterThan(5)
    expect(deepest).toBeGreaterThanOrEqual(most)
  })

  test('is answered alike however often the search is taken up again', () => {
    let open = 0
    for (let seed = 1; seed <= 12; seed++) {
      const { layout, units } = drawn(seed, 0)
      const once = look(layout, units, 12)
      const search = openCellSearch(layout, units)
      if (search?.look(3, LATER) === null) open += 1
      search?.look(7, LATER)
      expect(search?.look(12, LATER), `seed ${seed}`).toEqual(once)
      expect(search?.look(12, LATER)).toEqual(once)
    }
    expect(open).toBeGreaterThan(0)
  })

  test('is not looked for after the deadline, and then where it was left', () => {
    const { layout, units } = drawn(1, 0)
    const search = openCellSearch(layout, units)
    expect(search?.look(40, performance.now() - 1)).toBeNull()
    expect(search?.nodes()).toBe(0)
    expect(answerOf(layout, units, search?.look(40, LATER) ?? null)).toBe('pays')
  })

  test('is found more often by a long local search than by a short one', () => {
    const found = { short: 0, long: 0 }
    for (let seed = 1; seed <= 40; seed++) {
      const { layout, units } = drawn(seed, 1)
      const short = pack(layout, units, () => 0)
      const long = pack(layout, units, () => 0, { moves: 2_000, attempt: 1 })
      if (short !== null) found.short += 1
      if (long !== null) found.long += 1
      expect(['pays', 'undecided']).toContain(answerOf(layout, units, long))
      expect(pack(layout, units, () => 0, { moves: 2_000, attempt: 1 })).toEqual(long)
    }
    expect(found.short).toBeGreaterThan(5)
    expect(found.long).toBeGreaterThan(found.short + 3)
  })

  test('is not asked of lines that share a unit between sources', () => {
    const layout = createLayout(createProblem({
      lines: [{ id: 'a', tier: 1, weight: 1, units: 1, unitCost: 5, driven: true, splittable: true, sources: ['x', 'y'] }],
      sources: [{ id: 'x', available: 2 }, { id: 'y', available: 3 }], caps: [], locks: [],
    }))
    expect(openCellSearch(layout, [1])).toBeNull()
    expect(plainlyUnpayable(layout, [1])).toBe(false)
  })
})
