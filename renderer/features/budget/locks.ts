import type { PlanEditInput, PlanLine } from '#shared/contract/plan.ts'
import { TARGET_GROUPS, type TargetGroup } from '#shared/domain/target-group.ts'

/** How much of what is paid for some lines is locked. */
export type LockState = 'none' | 'some' | 'all'

/** Sources that pay something of a line. */
function paying(line: PlanLine): readonly string[] {
  return Object.entries(line.bySource).flatMap(([source, amount]) => (amount > 0 ? [source] : []))
}

/** Whether what these lines get now is held; where nothing is paid, whether a cell is kept empty. */
export function lockState(lines: readonly PlanLine[]): LockState {
  const cells = lines.flatMap((line) => paying(line).map((source) => line.locked.includes(source)))
  const locked = lines.some((line) => line.locked.length > 0)
  if (!locked) return 'none'
  return cells.every(Boolean) ? 'all' : 'some'
}

/** Locks every cell that pays something of these lines; or opens every lock that they have. */
export function lockEdits(lines: readonly PlanLine[], locked: boolean): PlanEditInput[] {
  return lines.flatMap((line) => (locked ? paying(line).filter((source) => !line.locked.includes(source)) : line.locked).map((source) => ({ what: 'cell' as const, line: line.id, source, locked })))
}

/** Groups (children, mothers, cadres …) with the lines that follow them and are paid or locked, in the order of the groups. */
export function lockableGroups(lines: readonly PlanLine[]): readonly (readonly [group: TargetGroup, lines: readonly PlanLine[]])[] {
  const held = lines.filter((line) => line.funded > 0 || line.locked.length > 0)
  return TARGET_GROUPS.flatMap((group) => {
    const own = held.filter(({ quantities }) => quantities.some((one) => 'driver' in one && one.driver === group))
    return own.length === 0 ? [] : [[group, own] as const]
  })
}
