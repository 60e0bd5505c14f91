import type { PlanLine, ScenarioOverrides, WayOut, WayStep } from './types.ts'

/** Groups that a line follows. */
function driversOf({ quantities }: PlanLine): readonly string[] {
  return quantities.flatMap((one) => ('driver' in one ? [one.driver] : []))
}

/** The protections without what holds this line: a group that does goes on protecting its other lines by name. */
function unprotected(protect: ScenarioOverrides['protect'], line: string, lines: readonly PlanLine[]): ScenarioOverrides['protect'] {
  const own = lines.find(({ id }) => id === line)
  const holding = new Set<string>(protect.groups.filter((group) => own !== undefined && driversOf(own).includes(group)))
  const others = lines.filter((one) => one.id !== line && driversOf(one).some((group) => holding.has(group))).map(({ id }) => id)
  return { ...protect, groups: protect.groups.filter((group) => !holding.has(group)), lines: [...new Set([...protect.lines, ...others])].filter((id) => id !== line) }
}

/** A scenario's overrides with a way out taken, all its steps; null where only the plan itself can be changed: a rule. */
export function repaired(overrides: ScenarioOverrides, way: WayOut, lines: readonly PlanLine[]): ScenarioOverrides | null {
  return [way, ...way.along].reduce<ScenarioOverrides | null>((now, step) => now && loosened(now, step, lines), overrides)
}

function loosened(overrides: ScenarioOverrides, way: WayStep, lines: readonly PlanLine[]): ScenarioOverrides | null {
  const { source, line } = way
  if (way.kind === 'ceiling' && source !== null) return { ...overrides, ceilings: [...overrides.ceilings.filter((one) => one.source !== source), { source, kind: 'amount', amount: way.ceiling ?? way.to }] }
  if (way.kind === 'target' && line !== null) {
    const protect = unprotected(overrides.protect, line, lines)
    const others = overrides.targets.filter((one) => one.line !== line)
    // what was only protected, and is let go of altogether, asks for nothing any more
    const asked = overrides.targets.length > others.length || lines.some((one) => one.id === line && one.coverageTargetBp !== null)
    if (way.targetBp === 0 && !asked) return { ...overrides, protect }
    return { ...overrides, protect, targets: [...others, { line, targetBp: way.targetBp ?? 0 }] }
  }
  if (way.kind === 'lock' && source !== null && line !== null) {
    const kept = way.unlock ? ({ kind: 'released' } as const) : way.units === null ? ({ kind: 'amount', amount: way.to } as const) : ({ kind: 'units', units: way.units } as const)
    return { ...overrides, locks: [...overrides.locks.filter((one) => one.line !== line || one.source !== source), { line, source, ...kept }] }
  }
  return null
}
