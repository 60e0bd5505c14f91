import type { AllocationCap, AllocationInstance, AllocationLine, AllocationLock, AllocationSource } from '#shared/domain/allocation.ts'
import type { Tier, Weight } from '#shared/domain/plan.ts'

/** A small generator of pseudo-random whole numbers (mulberry32): the same seed gives the same instances everywhere. */
export function createRandom(seed: number): (from: number, to: number) => number {
  let state = seed >>> 0
  return (from, to) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return from + (((t ^ (t >>> 14)) >>> 0) % (to - from + 1))
  }
}

export interface InstanceShape {
  readonly lines: number
  readonly sources: number
  readonly caps: readonly [number, number]
  readonly locks: readonly [number, number]
  readonly units: readonly [number, number]
  readonly unitCost: readonly [number, number]
  readonly available: readonly [number, number]
  /** Prices and money are whole multiples of this. */
  readonly step: number
  /** Chance in percent that a line joins the bundle of the line before it. */
  readonly bundled: number
  /** Chance in percent that a line may share a unit between sources. */
  readonly splittable?: number
  /** Chance in percent that a line has a coverage target. */
  readonly targets?: number
  /** Chance in percent that a line counts heads. */
  readonly heads?: number
}

/** The same instance with its bundles dealt out to villages in turn, by their place. */
export function inVillages(instance: AllocationInstance, villages: number): AllocationInstance {
  const bundles: string[] = []
  return {
    ...instance,
    lines: instance.lines.map((line) => {
      const key = line.bundle ?? line.id
      if (!bundles.includes(key)) bundles.push(key)
      return { ...line, village: `v${(bundles.indexOf(key) % villages) + 1}` }
    }),
  }
}

/** Village-like figures: three tiers, unit costs of Rp20.000 to Rp5.000.000, sources of Rp5 to 300 million, money scarce. */
export const VILLAGE: InstanceShape = {
  lines: 30, sources: 8, caps: [2, 10], locks: [0, 3], units: [1, 120], unitCost: [20_000, 5_000_000], available: [5_000_000, 300_000_000],
  step: 500, bundled: 20,
}

/** An instance of the given shape; the same seed gives the same instance. */
export function randomInstance(seed: number, shape: InstanceShape): AllocationInstance {
  const random = createRandom(seed)
  const chance = (percent: number) => random(1, 100) <= percent
  const money = (range: readonly [number, number]) => Math.max(Math.ceil(range[0] / shape.step), Math.floor(random(...range) / shape.step)) * shape.step
  const sources: AllocationSource[] = Array.from({ length: shape.sources }, (_, s) => ({ id: `s${s + 1}`, available: money(shape.available) }))
  const lines: AllocationLine[] = []
  for (let l = 0; l < shape.lines; l++) {
    const before = lines.at(-1)
    const joins = before !== undefined && chance(shape.bundled)
    const eligible = sources.filter(() => chance(55)).map((source) => source.id)
    const fallback = sources[random(0, Math.max(0, sources.length - 1))]?.id
    const units = joins ? before.units : random(...shape.units)
    const bundle = joins ? (before.bundle ?? `b${before.id}`) : undefined
    if (joins && before.bundle === undefined && bundle !== undefined) lines[lines.length - 1] = { ...before, bundle }
    lines.push({
      id: `l${l + 1}`,
      ...(bundle === undefined ? {} : { bundle }),
      tier: joins ? before.tier : (random(1, 3) as Tier),
      weight: joins ? before.weight : (random(1, 3) as Weight),
      units,
      unitCost: money(shape.unitCost),
      driven: chance(60),
      ...(chance(shape.splittable ?? 0) ? { splittable: true } : {}),
      sources: eligible.length > 0 || fallback === undefined ? eligible : [fallback],
      ...(chance(shape.targets ?? 0) ? { targetBp: random(1, 20) * 500 } : {}),
      ...(chance(shape.heads ?? 0) ? { heads: units } : {}),
    })
  }
  const caps: AllocationCap[] = []
  for (let c = random(...shape.caps); c > 0 && sources.length > 0; c--) {
    const source = sources[random(0, sources.length - 1)]
    if (source === undefined) continue
    const members = lines.filter((line) => line.sources.includes(source.id) && chance(50)).map((line) => line.id)
    caps.push({ id: `c${c}`, source: source.id, lines: members, max: Math.floor((source.available * random(5, 60)) / 100 / shape.step) * shape.step })
  }
  const locks: AllocationLock[] = []
  for (let k = random(...shape.locks); k > 0 && sources.length > 0; k--) {
    const line = lines[random(0, lines.length - 1)]
    const source = line?.sources[random(0, Math.max(0, line.sources.length - 1))]
    if (line === undefined || source === undefined) continue
    if (locks.some((lock) => lock.line === line.id && lock.source === source)) continue
    locks.push({ line: line.id, source, amount: line.unitCost * random(0, Math.max(0, Math.floor(line.units / 8))) })
  }
  return { lines, sources, caps, locks }
}

/** Villages like `VILLAGE` with three sources each of their own and three that all of them share. */
export function manyVillages(seed: number, villages: number, lines = 30): AllocationInstance {
  const shared = randomInstance(seed, { ...VILLAGE, lines: 0, sources: 3, caps: [0, 0], locks: [0, 0] }).sources
    .map((source) => ({ id: `bersama-${source.id}`, available: source.available * villages }))
  const parts = Array.from({ length: villages }, (_, at) => {
    const name = `desa-${at + 1}`
    const part = randomInstance(seed * 1_000 + at, { ...VILLAGE, lines, sources: 6, caps: [0, 2], locks: [0, 0] })
    const own = part.sources.slice(0, 3)
    const rename = (id: string) => (own.some((source) => source.id === id) ? `${name}-${id}` : `bersama-s${Number(id.slice(1)) - 3}`)
    return {
      sources: own.map((source) => ({ ...source, id: rename(source.id) })),
      lines: part.lines.map((line) => ({
        ...line, id: `${name}-${line.id}`, village: name, sources: line.sources.map(rename), ...(line.bundle === undefined ? {} : { bundle: `${name}-${line.bundle}` }),
      })),
      caps: part.caps.map((cap) => ({ ...cap, id: `${name}-${cap.id ?? ''}`, source: rename(cap.source), lines: cap.lines.map((id) => `${name}-${id}`) })),
    }
  })
  return { sources: [...parts.flatMap((part) => part.sources), ...shared], lines: parts.flatMap((part) => part.lines), caps: parts.flatMap((part) => part.caps), locks: [] }
}
