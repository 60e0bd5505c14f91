import type { z } from 'zod'
import type { scenarioContract } from '#shared/contract/scenario.ts'
import { compare, compareAll } from '#shared/domain/compare.ts'
import { CEILING_PRESETS, presetBasis, presetCeiling } from '#shared/domain/scenario-presets.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { planView } from './plan-view.ts'
import { allocationState, findScenario, isImpossible, overridesOf, scenarioItem, scenarioView, variantOf } from './scenario-view.ts'

export type Input<K extends keyof typeof scenarioContract> = z.output<Extract<(typeof scenarioContract)[K]['~orpc']['inputSchema'], z.ZodType>>

/** What each preset would make of the plan's Dana Desa. */
export function listPresets(session: Session, planId: string | undefined) {
  const view = planView(session, planId)
  const fund = view.figures.sources.find(({ source }) => source.code === 'DDS' && source.origin === 'current')
  return CEILING_PRESETS.map((preset) => {
    const effect = fund && presetCeiling(preset, fund, view)
    const after = effect?.applies === true ? effect : undefined
    return {
      preset, source: fund?.source.label ?? null, basis: effect?.basis ?? presetBasis(preset), applies: after !== undefined, before: fund?.ceiling ?? null, after: after?.ceiling ?? null,
      why: effect === undefined ? ('not_village_fund' as const) : effect.applies ? null : effect.why, estimated: after?.estimated ?? false,
    }
  })
}

export function listScenarios(session: Session, planId: string | undefined) {
  const base = planView(session, planId)
  return session.scenarios.list(base.plan.id).map((scenario) => scenarioItem(session, scenarioView(session, base, scenario)))
}

/** Adds or changes a scenario. @throws AppError plan_*, scenario_not_found, scenario_name_taken, source_unknown, line_*, series_* */
export function saveScenario(session: Session, input: Input<'save'>) {
  const base = planView(session, input.planId)
  const all = session.scenarios.list(base.plan.id)
  const named = all.find(({ name }) => name.toLowerCase() === input.name.toLowerCase())
  const known = input.id === undefined ? named : findScenario(session, base.plan.id, input.id)
  if (named && named.id !== known?.id) throw new AppError('scenario_name_taken', { scenario: named.name })
  const overrides = overridesOf(session, base, input.overrides)
  const scenario = { id: known?.id ?? session.ports.newId(), planId: base.plan.id, name: input.name, overrides, madeAt: known?.madeAt ?? session.ports.now().toISOString() }
  // figures that would leave the exact range are refused before anything is written
  scenarioView(session, base, { ...scenario, allocation: known?.allocation ?? null })
  session.step('scenario', { scenario: input.name }, () => session.scenarios.save(scenario))
  return scenarioItem(session, scenarioView(session, base, findScenario(session, base.plan.id, scenario.id)))
}

export function removeScenario(session: Session, input: Input<'remove'>) {
  const { plan } = planView(session, input.planId)
  const { id, name } = findScenario(session, plan.id, input.scenario)
  session.step('scenario_remove', { scenario: name }, () => session.scenarios.remove(id))
  return { scenario: name }
}

/** Variants side by side, and what each changes against the first. @throws AppError plan_*, scenario_not_found, money_range */
export function compareScenarios(session: Session, input: Input<'compare'>) {
  const base = planView(session, input.planId)
  const variants = input.variants.map((typed) => variantOf(session, base, typed))
  const [first] = variants
  const lines = base.figures.lines.map(({ line, activity }) => ({ id: line.id, description: line.description, activity: activity.name, tier: activity.tier }))
  const sources = base.plan.sources.map(({ id, label, name }) => ({ id, label, name }))
  const differs = input.all ? compareAll : compare
  const sides = variants.map(({ side }) => compareAll(side, side))
  return {
    variants: variants.map(({ scenario, view: { figures: { need, funded, gap, shareOfFunded } } }) => ({
      id: scenario?.scenario.id ?? null, name: scenario?.scenario.name ?? base.plan.name, allocation: scenario && allocationState(scenario), impossible: scenario !== null && isImpossible(session, scenario), totals: { need, funded, gap }, directShareBp: shareOfFunded.bp,
    })),
    lines: lines.map((line) => ({ ...line, states: sides.map((side) => side.lines.find(({ id }) => id === line.id)?.after ?? null) })),
    sources: sources.map((source) => ({ ...source, states: sides.map((side) => side.sources.find(({ id }) => id === source.id)?.after ?? null) })),
    comparisons: first ? variants.slice(1).map(({ side }) => plainComparison(differs(first.side, side))) : [],
  }
}

/** A comparison as the contract carries it: copies that may be written to. */
export function plainComparison(found: ReturnType<typeof compare>) {
  return { ...found, lines: [...found.lines], groups: [...found.groups], sources: found.sources.map((source) => ({ ...source, moves: [...source.moves] })) }
}
