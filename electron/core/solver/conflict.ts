import type { AllocationInstance, Conflict } from '#shared/domain/allocation.ts'

interface Element {
  readonly conflict: Conflict
  /** Place in the instance's own list. */
  readonly at: number
}

function elementsOf(instance: AllocationInstance): Element[] {
  return [
    ...instance.locks.map((lock, at): Element => ({ at, conflict: { kind: 'lock', line: lock.line, source: lock.source } })),
    ...instance.lines.flatMap((line, at): Element[] => ((line.targetBp ?? 0) > 0 ? [{ at, conflict: { kind: 'target', line: line.id } }] : [])),
    ...instance.caps.map((cap, at): Element => ({ at, conflict: { kind: 'cap', source: cap.source, ...(cap.id === undefined ? {} : { cap: cap.id }) } })),
  ]
}

/** The instance with only these of its locks, targets and caps. */
function restricted(instance: AllocationInstance, kept: ReadonlySet<Element>): AllocationInstance {
  const has = (kind: Conflict['kind'], at: number) => [...kept].some((element) => element.conflict.kind === kind && element.at === at)
  return {
    sources: instance.sources,
    lines: instance.lines.map((line, at) => (has('target', at) ? line : { ...line, targetBp: 0 })),
    caps: instance.caps.filter((_, at) => has('cap', at)),
    locks: instance.locks.filter((_, at) => has('lock', at)),
  }
}

/** Sets of this size that are tried at most when a smaller one is looked for. */
const TRIES = 3_000

/**
 * The smallest set of locks, targets and caps that cannot hold together, in plan order. First each element is dropped that is not
 * needed; then smaller sets are tried, each size whole, as long as their number stays small.
 */
export function smallestConflict(instance: AllocationInstance, feasible: (instance: AllocationInstance) => boolean): Conflict[] {
  const all = elementsOf(instance)
  let core = new Set(all)
  for (const element of all) {
    const less = new Set([...core].filter((other) => other !== element))
    if (!feasible(restricted(instance, less))) core = less
  }
  for (let size = 1, tries = 0; size < core.size; size++) {
    for (const chosen of combinations(all, size)) {
      if (++tries > TRIES) return [...core].map((element) => element.conflict)
      if (!feasible(restricted(instance, new Set(chosen)))) return chosen.map((element) => element.conflict)
    }
  }
  return [...core].map((element) => element.conflict)
}

function* combinations<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let at = from; at <= items.length - size; at++) {
    const item = items[at]
    if (item === undefined) continue
    for (const rest of combinations(items, size - 1, at + 1)) yield [item, ...rest]
  }
}
