import type { WayStep } from '#shared/contract/explain.ts'
import type { AllocationInstance, Conflict } from '#shared/domain/allocation.ts'
import type { Test } from './explain-loosen.ts'

/** Locks and targets of a problem, those of one kind first. */
export function heldBy({ locks, lines }: AllocationInstance, kind: WayStep['kind']): Conflict[] {
  const all: Conflict[] = [
    ...locks.map(({ line, source }) => ({ kind: 'lock' as const, line, source })), ...lines.filter(({ targetBp }) => (targetBp ?? 0) > 0).map(({ id }) => ({ kind: 'target' as const, line: id })),
  ]
  return all.toSorted((a, b) => Number(b.kind === kind) - Number(a.kind === kind))
}

/** A problem without some of its locks and targets. */
export function without(instance: AllocationInstance, parts: readonly Conflict[]): AllocationInstance {
  const gone = (kind: Conflict['kind'], line: string, source?: string) => parts.some((part) => part.kind === kind && part.line === line && part.source === source)
  return {
    ...instance, locks: instance.locks.filter(({ line, source }) => !gone('lock', line, source)),
    lines: instance.lines.map((line) => (gone('target', line.id) ? { ...line, targetBp: 0 } : line)),
  }
}

/**
 * Locks and targets without which a problem holds together, none of them needlessly; undefined where not even all of `all` are enough, or where the search
 * was stopped. With those that were found, the first so many of the list are enough: how few is found by halving, and the last of them is the next one.
 */
export async function inTheWay(instance: AllocationInstance, all: readonly Conflict[], holds: Test): Promise<readonly Conflict[] | undefined> {
  if (!(await holds(without(instance, all)))) return undefined
  const gone: Conflict[] = []
  let open = all
  while (!(await holds(without(instance, gone)))) {
    // Without all of them it held: only a search that was stopped meanwhile says no to everything.
    if (open.length === 0) return undefined
    let [low, high] = [0, open.length]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (await holds(without(instance, [...gone, ...open.slice(0, middle)]))) high = middle
      else low = middle
    }
    gone.push(...open.slice(high - 1, high))
    open = open.slice(0, high - 1)
  }
  return gone
}
