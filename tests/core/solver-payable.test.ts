import { describe, expect, test } from 'vitest'
import { createLayout, excess, type Layout, type Packing } from '#core/solver/packing.ts'
import { pack } from '#core/solver/pack.ts'
import { openCellSearch, searchCells } from '#core/solver/search-cells.ts'
import { unitRanges } from '#core/solver/sum-ranges.ts'
import { makes, sumsOf } from '#core/solver/sums.ts'
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

describe('sums of whole units', () => {
  test('are those that can be made, and each way there makes them', () => {
    const random = createRandom(7)
    for (let round = 0; round < 200; round++) {
      const items = Array.from({ length: random(1, 4) }, () => ({ weight: random(1, 40), most: random(0, 6) }))
      const cap = round % 2 === 0 ? undefined : { first: random(0, items.length), most: random(0, 60) }
      const made = new Set<number>()
      const make = (at: number, sum: number, capped: number): void => {
        const item = items[at]
        if (item === undefined) {
          made.add(sum)
          return
        }
        for (let units = 0; units <= item.most; units++) {
          const within = cap !== undefined && at < cap.first ? capped + units * item.weight : capped
          if (cap === undefined || within <= cap.most) make(at + 1, sum + units * item.weight, within)
        }
      }
      make(0, 0, 0)
      const [least, limit] = [random(0, 40), random(40, 1_000)]
      const sums = sumsOf(items, { cap, least, limit })
      for (const sum of made) if (sum < least || sum > limit) made.delete(sum)
      const all = Array.from({ length: limit - least + 1 }, (_, at) => least + at)
      expect(all.filter(makes(items, { cap, least, limit }))).toEqual(all.filter((sum) => made.has(sum)))
      expect(all.filter((sum) => sums.has(sum))).toEqual(all.filter((sum) => made.has(sum)))
      for (const sum of made) {
        const way = sums.way(sum, () => random(0, 999) / 1_000)
        expect(way.reduce((total, units, at) => total + units * (items[at]?.weight ?? 0), 0)).toBe(sum)
        expect(way.every((units, at) => units >= 0 && units <= (items[at]?.most ?? 0))).toBe(true)
        expect(way.slice(0, cap?.first ?? 0).reduce((total, units, at) => total + units * (items[at]?.weight ?? 0), 0)).toBeLessThanOrEqual(cap?.most ?? 0)
      }
    }
  })

  test('leave each item the units of some way to a wanted sum, and no others at either end', () => {
    const random = createRandom(11)
    let [ways, none] = [0, 0]
    for (let round = 0; round < 300; round++) {
      const items = Array.from({ length: random(1, 4) }, () => ({ weight: random(1, 60), most: random(0, 5) }))
      const cap = round % 2 === 0 ? undefined : { first: random(0, items.length), most: random(0, 200) }
      const limit = random(0, 300)
      const least = limit - random(0, 6)
      const found = items.map(() => ({ least: Infinity, most: -Infinity }))
      const choose = (units: readonly number[]): void => {
        const next = items[units.length]
        if (next !== undefined) {
          for (let more = 0; more <= next.most; more++) choose([...units, more])
          return
        }
        const money = units.map((count, at) => count * (items[at]?.weight ?? 0))
        const total = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0)
        if (total(money) < least || total(money) > limit || total(money.slice(0, cap?.first ?? 0)) > (cap?.most ?? 0)) return
        units.forEach((count, at) => { found[at] = { least: Math.min(found[at]?.least ?? count, count), most: Math.max(found[at]?.most ?? count, count) } })
      }
      choose([])
      const some = found.every((range) => range.least <= range.most)
      if (some) ways++
      else none++
      expect(unitRanges(items, { cap, least, limit }), JSON.stringify({ items, cap, least, limit })).toEqual(some ? found : null)
    }
    expect(Math.min(ways, none)).toBeGreaterThan(50)
  })
})

/** Units that somebody can pay, because who pays was drawn first; each source has `spare` per mille more than that, and each cap. */
function drawn(seed: number, spare: number): { layout: Layout; units: number[] } {
  const { lines, caps } = randomInstance(seed, { ...VILLAGE, lines: 14, caps: [0, 3], locks: [0, 0], units: [1, 40], step: 1_000 })
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
    caps: caps.map((cap) => ({ ...cap, max: more(pays(cap.source, new Set(cap.lines))) })),
  }
  return { layout: createLayout(createProblem(instance)), units }
}

describe('who can pay for so many units', () => {
  test.each([0, 1, 2, 3])('is decided as trying everything decides it, block %i', (block) => {
    const seen = { paid: 0, refused: 0 }
    for (let seed = block * 100 + 1; seed <= block * 100 + 100; seed++) {
      const layout = createLayout(createProblem(randomInstance(seed, SMALL)))
      const random = createRandom(seed)
      const held = layout.problem.bundles.map((bundle) => Math.max(0, ...bundle.lines.map((line) => layout.locked.filter((lock) => lock.line === line).reduce((sum, lock) => sum + lock.steps, 0))))
      const units = layout.problem.bundles.map((bundle) => random(Math.min(bundle.units, held[bundle.index] ?? 0), bundle.units))
      const truth = payableByTrying(layout, units)
      const found = searchCells(layout, units, { tries: 2, nodes: 300 }, LATER)
      expect({ seed, answer: answerOf(layout, units, found) }).toEqual({ seed, answer: truth ? 'pays' : 'unpayable' })
      seen[truth ? 'paid' : 'refused'] += 1
    }
    expect(Math.min(seen.paid, seen.refused)).toBeGreaterThan(10)
  })

  test('is never denied where somebody pays to the last rupiah', () => {
    let found = 0
    for (let seed = 1; seed <= 12; seed++) {
      const { layout, units } = drawn(seed, 0)
      const answer = answerOf(layout, units, searchCells(layout, units, { tries: 4, nodes: 12 }, LATER))
      expect(['pays', 'undecided'], `seed ${seed}`).toContain(answer)
      if (answer === 'pays') found += 1
    }
    expect(found).toBeGreaterThan(8)
  })

  test('is answered alike however often the search is taken up again', () => {
    let open = 0
    for (let seed = 1; seed <= 12; seed++) {
      const { layout, units } = drawn(seed, 0)
      const once = searchCells(layout, units, { tries: 2, nodes: 12 }, LATER)
      const search = openCellSearch(layout, units, 2)
      if (search.look(3, LATER) === null) open += 1
      search.look(7, LATER)
      expect(search.look(12, LATER), `seed ${seed}`).toEqual(once)
      expect(search.look(12, LATER)).toEqual(once)
    }
    expect(open).toBeGreaterThan(0)
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
    expect(searchCells(layout, [1], { tries: 1, nodes: 1 }, LATER)).toBeNull()
  })
})
