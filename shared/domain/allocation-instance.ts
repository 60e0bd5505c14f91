import type { AllocationInstance, InstanceStrategy } from './allocation.ts'

/** What is wrong with an instance: the JSON path of the place, and what is expected there: a key of the texts `expected`, `of` with the value in it. */
export interface InstanceProblem {
  readonly path: string
  readonly expected: string
  readonly of?: string
}

function repeated(ids: readonly string[]): number {
  const seen = new Set<string>()
  return ids.findIndex((id) => seen.size === seen.add(id).size)
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0

function firstBad(instance: AllocationInstance): InstanceProblem | null {
  const whole = 'exact'
  const sources = new Set(instance.sources.map((source) => source.id))
  for (const [at, line] of instance.lines.entries()) {
    if (!isCount(line.units)) return { path: `lines[${at}].units`, expected: whole }
    if (!isCount(line.unitCost)) return { path: `lines[${at}].unitCost`, expected: whole }
    if (line.heads !== undefined && !isCount(line.heads)) return { path: `lines[${at}].heads`, expected: whole }
    if (![1, 2, 3].includes(line.tier)) return { path: `lines[${at}].tier`, expected: 'rank' }
    if (![1, 2, 3].includes(line.weight)) return { path: `lines[${at}].weight`, expected: 'rank' }
    if (line.targetBp !== undefined && !(isCount(line.targetBp) && line.targetBp <= 10_000)) {
      return { path: `lines[${at}].targetBp`, expected: 'basis_points' }
    }
    const unknown = line.sources.findIndex((id) => !sources.has(id))
    if (unknown >= 0) return { path: `lines[${at}].sources[${unknown}]`, expected: 'known_source' }
  }
  for (const [at, source] of instance.sources.entries()) {
    if (!Number.isSafeInteger(source.available)) return { path: `sources[${at}].available`, expected: 'exact_balance' }
  }
  for (const [at, cap] of instance.caps.entries()) if (!isCount(cap.max)) return { path: `caps[${at}].max`, expected: whole }
  for (const [at, lock] of instance.locks.entries()) if (!isCount(lock.amount)) return { path: `locks[${at}].amount`, expected: whole }
  return null
}

function badReferences(instance: AllocationInstance): InstanceProblem | null {
  const lines = new Map(instance.lines.map((line) => [line.id, line]))
  const sources = new Set(instance.sources.map((source) => source.id))
  const line = repeated(instance.lines.map((item) => item.id))
  if (line >= 0) return { path: `lines[${line}].id`, expected: 'own_line' }
  const source = repeated(instance.sources.map((item) => item.id))
  if (source >= 0) return { path: `sources[${source}].id`, expected: 'own_source' }
  for (const [at, cap] of instance.caps.entries()) {
    if (!sources.has(cap.source)) return { path: `caps[${at}].source`, expected: 'known_source' }
    const unknown = cap.lines.findIndex((id) => !lines.has(id))
    if (unknown >= 0) return { path: `caps[${at}].lines[${unknown}]`, expected: 'known_line' }
  }
  for (const [at, lock] of instance.locks.entries()) {
    const locked = lines.get(lock.line)
    if (locked === undefined) return { path: `locks[${at}].line`, expected: 'known_line' }
    if (!sources.has(lock.source)) return { path: `locks[${at}].source`, expected: 'known_source' }
    const whole = locked.unitCost === 0 ? lock.amount === 0 : locked.splittable === true || lock.amount % locked.unitCost === 0
    if (!whole) return { path: `locks[${at}].amount`, expected: 'unit_cost', of: String(locked.unitCost) }
  }
  const lock = repeated(instance.locks.map((item) => JSON.stringify([item.line, item.source])))
  return lock >= 0 ? { path: `locks[${lock}]`, expected: 'own_lock' } : null
}

function badBundles(instance: AllocationInstance): InstanceProblem | null {
  const first = new Map<string, AllocationInstance['lines'][number]>()
  for (const [at, line] of instance.lines.entries()) {
    if (line.bundle === undefined) continue
    const other = first.get(line.bundle)
    if (other === undefined) first.set(line.bundle, line)
    else {
      for (const field of ['units', 'tier', 'weight', 'village'] as const) {
        if (line[field] !== other[field]) return { path: `lines[${at}].${field}`, expected: 'bundle', of: String(other[field] ?? '–') }
      }
    }
  }
  return null
}

function outOfRange(instance: AllocationInstance): InstanceProblem | null {
  const limit = BigInt(Number.MAX_SAFE_INTEGER)
  let need = 0n
  for (const [at, line] of instance.lines.entries()) {
    need += BigInt(line.units) * BigInt(line.unitCost)
    if (need > limit) return { path: `lines[${at}].unitCost`, expected: 'exact_need' }
  }
  let money = 0n
  for (const [at, source] of instance.sources.entries()) {
    money += source.available > 0 ? BigInt(source.available) : 0n
    if (money > limit) return { path: `sources[${at}].available`, expected: 'exact_money' }
  }
  return null
}

function withoutVillage(instance: AllocationInstance): InstanceProblem | null {
  const at = instance.lines.findIndex((line) => line.village === undefined)
  return at < 0 ? null : { path: `lines[${at}].village`, expected: 'village' }
}

/**
 * The first thing that makes an instance meaningless for a strategy, or null. What cannot be funded is not an error here: that is
 * `infeasible`.
 */
export function instanceProblem(instance: AllocationInstance, strategy: InstanceStrategy = 'tiered'): InstanceProblem | null {
  return firstBad(instance) ?? badReferences(instance) ?? badBundles(instance) ?? outOfRange(instance)
    ?? (strategy === 'equal' ? withoutVillage(instance) : null)
}
