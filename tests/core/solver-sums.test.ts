import { describe, expect, test } from 'vitest'
import { unitRanges } from '#core/solver/sum-ranges.ts'
import { makes, sumsOf } from '#core/solver/sums.ts'
import { createRandom } from '#tests/support/random-instance.ts'

describe('sums of whole units', () => {
  test('are those that can be made, and each way there makes them', () => {
    const random = createRandom(7)
    for (let round = 0; round < 200; round++) {
      const items = Array.from({ length: random(1, 4) }, () => ({ weight: random(1, 40), most: random(0, 6) }))
      const cap = round % 2 === 0 ? undefined : { first: random(0, items.length), least: random(-20, 30), most: random(0, 60) }
      const made = new Set<number>()
      const make = (at: number, sum: number, capped: number): void => {
        const item = items[at]
        if (item === undefined) {
          if (cap === undefined || capped >= cap.least) made.add(sum)
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
        const capped = way.slice(0, cap?.first ?? 0).reduce((total, units, at) => total + units * (items[at]?.weight ?? 0), 0)
        expect(capped).toBeLessThanOrEqual(cap?.most ?? 0)
        expect(capped).toBeGreaterThanOrEqual(cap?.least ?? 0)
      }
    }
  })

  test('leave each item the units of some way to a wanted sum, and no others at either end', () => {
    const random = createRandom(11)
    let [ways, none] = [0, 0]
    for (let round = 0; round < 500; round++) {
      const items = Array.from({ length: random(1, 4) }, () => ({ weight: random(1, 60), most: random(0, 5) }))
      const cap = round % 2 === 0 ? undefined : { first: random(0, items.length), least: random(-40, 40), most: random(0, 200) }
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
        const capped = total(money.slice(0, cap?.first ?? 0))
        if (total(money) < least || total(money) > limit || capped > (cap?.most ?? 0) || capped < (cap?.least ?? 0)) return
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
