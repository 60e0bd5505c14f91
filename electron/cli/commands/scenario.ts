import type { AppClient } from '#core/app.ts'
import type { AllocationReport } from '#shared/contract/allocation.ts'
import type { ScenarioItem } from '#shared/contract/scenario.ts'
import { number as formatNumber } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { type Arguments, parsePercent, parseWhole, UsageError } from '../arguments.ts'
import { changing, defineCommand, needed, withWorkspace } from '../command.ts'
import { printConflict } from '../conflict.ts'
import { textTable } from '../table.ts'

const USAGE = `scenario FILE list [--plan ID]
       scenario FILE cut CODE --percent P [--name N]
       scenario FILE unlock NAME LINE CODE [--keep N]   (N: units that stay locked)
       scenario FILE run NAME
       scenario FILE compare A B      (- = the plan itself)
       scenario FILE adopt NAME
       scenario FILE remove NAME`

type Of = { planId?: string }
type Compared = Awaited<ReturnType<AppClient['scenario']['compare']>>

/** Runs a scenario's allocation to the end. */
export async function runScenario(client: AppClient, of: Of, scenario: string, signal: AbortSignal): Promise<AllocationReport> {
  for await (const event of await client.scenario.run({ ...of, scenario }, { signal })) if (event.event === 'done') return event.report
  throw new Error('the allocation ended without a report')
}

/** Two variants as the command line tells them: every line, group and source, changed or not. */
function sideBySide({ lines, comparisons: [found] }: Compared) {
  const state = (index: number, states: Compared['lines'][number]['states']) => {
    const { units = 0, funded = 0, neededUnits = null } = states[index] ?? {}
    return { units, funded, neededUnits }
  }
  return {
    lines: lines.map(({ id, description, tier, states }) => ({ id, description, tier, before: state(0, states), after: state(1, states) })),
    targetGroups: found?.groups ?? [],
    children: found?.children ?? null,
    sources: (found?.sources ?? []).map(({ label, ...source }) => ({ code: label, ...source })),
    totals: found?.totals ?? null,
  }
}

/** A scenario by its id or name, as the core knows them; undefined for `-`, the plan itself. @throws AppError scenario_not_found */
async function named(client: AppClient, of: Of, typed: string): Promise<ScenarioItem | undefined> {
  const [variant] = (await client.scenario.compare({ ...of, variants: [typed] })).variants
  return (await client.scenario.list(of)).find(({ id }) => id === variant?.id)
}

/** A scenario whose allocation does not fit the plan as it is now is allocated first: old figures would be compared otherwise. */
async function refresh(client: AppClient, of: Of, names: readonly string[], signal: AbortSignal): Promise<void> {
  for (const name of new Set(names)) {
    const found = await named(client, of, name)
    if (found && found.allocation?.current !== true) await runScenario(client, of, found.id, signal)
  }
}

async function compared(client: AppClient, of: Of, a: string, b: string, signal: AbortSignal) {
  await refresh(client, of, [a, b], signal)
  return sideBySide(await client.scenario.compare({ ...of, variants: [a, b], all: true }))
}

/** Lowers the ceiling of a source by percent in a scenario of its own, allocates it, and sets it beside the plan. */
async function cut(client: AppClient, args: Arguments, of: Of, signal: AbortSignal) {
  const source = needed(args, 2, 'CODE')
  const typed = args.text('percent')
  if (typed === undefined) throw new UsageError('--percent')
  const percentBp = parsePercent('--percent', typed)
  const name = args.text('name') ?? `${source.toUpperCase()} −${(percentBp / 100).toString()}%`
  const strategy = (await client.allocation.division(of))?.strategy
  const saved = await client.scenario.save({ ...of, name, overrides: { ceilings: [{ source, kind: 'percent', changeBp: -percentBp }], ...(strategy && { strategy }) } })
  return besidePlan(client, of, saved, signal)
}

/** Allocates a scenario that was just kept, and sets it beside the plan. */
async function besidePlan(client: AppClient, of: Of, { id, name }: { readonly id: string; readonly name: string }, signal: AbortSignal) {
  const report = await runScenario(client, of, id, signal)
  const answer = sideBySide(await client.scenario.compare({ ...of, variants: ['-', id], all: true }))
  return { scenario: id, name, status: report.status, conflict: report.conflict, ...answer }
}

/** Releases, or lowers, a lock of the plan in a scenario, which is allocated anew; the plan keeps its lock. */
async function unlock(client: AppClient, args: Arguments, of: Of, signal: AbortSignal) {
  const [name, typed, code] = [needed(args, 2, 'NAME'), needed(args, 3, 'LINE'), needed(args, 4, 'CODE')]
  const keep = args.text('keep')
  const units = keep === undefined ? undefined : parseWhole('--keep', keep, 0, 1_000_000_000)
  const found = await named(client, of, name)
  if (!found) throw new UsageError('NAME')
  const line = (await client.plan.lines(of)).find(({ id }) => id.startsWith(typed))
  const [lineId, source] = [line?.id ?? typed, code.toUpperCase()]
  const kept = units === undefined ? { kind: 'released' as const } : line?.splittable === true ? { kind: 'amount' as const, amount: units } : { kind: 'units' as const, units }
  const locks = [...found.overrides.locks.filter((one) => one.line !== lineId || one.source !== source), { line: lineId, source, ...kept }]
  return besidePlan(client, of, await client.scenario.save({ ...of, id: found.id, name: found.name, overrides: { ...found.overrides, locks } }), signal)
}

type Answer = object | Awaited<ReturnType<typeof cut>> | Awaited<ReturnType<typeof compared>>

const ACTIONS: Readonly<Record<string, (client: AppClient, args: Arguments, of: Of, signal: AbortSignal) => Promise<Answer>>> = {
  list: (client, _args, of) => client.scenario.list(of),
  cut,
  unlock,
  run: (client, args, of, signal) => runScenario(client, of, needed(args, 2, 'NAME'), signal),
  compare: (client, args, of, signal) => compared(client, of, needed(args, 2, 'A'), needed(args, 3, 'B'), signal),
  adopt: async (client, args, of, signal) => {
    await refresh(client, of, [needed(args, 2, 'NAME')], signal)
    return client.scenario.adopt({ ...of, scenario: needed(args, 2, 'NAME') })
  },
  remove: (client, args, of) => client.scenario.remove({ ...of, scenario: needed(args, 2, 'NAME') }),
}

function isCompared(answer: Answer): answer is Awaited<ReturnType<typeof compared>> {
  return 'targetGroups' in answer
}

/** How the allocation of a scenario ended, where this was one, and what cannot hold together. */
function printStatus(answer: Awaited<ReturnType<typeof compared>>, translator: Translator): string[] {
  if (!('status' in answer)) return []
  const { status, conflict, lines } = answer as Awaited<ReturnType<typeof cut>>
  return [translator.t('cli.allocated', { status: translator.find(`cli.status.${status}`) ?? status }), ...printConflict(conflict, lines, translator)]
}

/** What nothing can satisfy has no figures to be set beside the plan. */
function printCompared(answer: Awaited<ReturnType<typeof compared>>, translator: Translator): string {
  const { t, find } = translator
  const status = printStatus(answer, translator)
  if ('status' in answer && answer.status === 'infeasible') return status.join('\n')
  const change = (before: number, after: number) => [formatNumber(before), formatNumber(after), `${after > before ? '+' : ''}${formatNumber(after - before)}`]
  const lines = answer.lines.filter(({ before, after }) => before.units !== after.units || before.funded !== after.funded)
    .map(({ tier, description, before, after }) => [String(tier), description, `${before.units} → ${after.units}`, ...change(before.funded, after.funded)])
  const people = answer.targetGroups.filter(({ gained, lost, time }) => gained.to > 0 || lost.to > 0 || (time?.gained ?? 0) > 0 || (time?.lost ?? 0) > 0)
    .map(({ group, before, after, time }) => [
      find(`terms.groups.${group}`) ?? group, formatNumber(before?.reached ?? 0), formatNumber(after?.reached ?? 0),
      time === null ? '' : t(group === 'posyandu' ? 'cli.scenarioTime.posyandu' : `cli.scenarioTime.${time.unit}`, { before: formatNumber(time.before), after: formatNumber(time.after) }),
    ])
  const sources = answer.sources.map(({ code, before, after }) => [code, ...change(before?.spent ?? 0, after?.spent ?? 0), formatNumber(after?.left ?? 0)])
  return [
    ...status,
    lines.length === 0 ? t('cli.scenarioSame') : textTable(['P', t('cli.line'), t('cli.units'), t('cli.before'), t('cli.after'), t('cli.difference')], lines, [3, 4, 5]),
    ...(people.length === 0 ? [] : ['', textTable([t('cli.group'), t('cli.before'), t('cli.after'), ''], people, [1, 2])]),
    '', textTable([t('cli.source'), t('cli.before'), t('cli.after'), t('cli.difference'), t('cli.left')], sources, [1, 2, 3, 4]),
  ].join('\n')
}

export const scenarioCommand = defineCommand({
  usage: USAGE,
  options: { percent: 'text', name: 'text', keep: 'text', plan: 'text' },
  run: async (args, { signal }): Promise<Answer> => {
    const action = needed(args, 1, Object.keys(ACTIONS).join('|'))
    const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
    if (!act) throw new UsageError(Object.keys(ACTIONS).join('|'))
    const plan = args.text('plan')
    return withWorkspace(needed(args, 0, 'FILE'), (client) => act(client, args, plan === undefined ? {} : { planId: plan }, signal), changing(args))
  },
  print: (answer, translator) => {
    if (isCompared(answer)) return printCompared(answer, translator)
    if (Array.isArray(answer)) return (answer as { name: string }[]).map(({ name }) => name).join('\n')
    return Object.entries(answer).filter(([, value]) => typeof value !== 'object' && value !== null).map(([key, value]) => `${key}: ${String(value)}`).join('\n')
  },
})
