import { readFileSync } from 'node:fs'
import { AppError } from '#core/app-error.ts'
import { solveInstance } from '#core/services/solve-instance.ts'
import type { AllocationReport } from '#shared/contract/allocation.ts'
import type { DriftOverview, RkpdOverview } from '#shared/contract/consolidation.ts'
import type { PlanSummary } from '#shared/contract/plan.ts'
import type { InstanceStrategy } from '#shared/domain/allocation.ts'
import { stuntedReached } from '#shared/domain/coverage.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { number as formatNumber, percent as formatPercent, rupiah as formatRupiah } from '#shared/i18n/format.ts'
import { findingText } from '#shared/i18n/finding-text.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { reachText } from '#shared/i18n/reach-text.ts'
import { parseWhole, UsageError } from '../arguments.ts'
import { absolutePath, changing, defineCommand, looking, needed, withWorkspace } from '../command.ts'
import { printConflict } from '../conflict.ts'
import { textTable } from '../table.ts'
import { runScenario } from './scenario.ts'

const TEMPLATES = { desa: 'desa', kelurahan: 'kelurahan', kabupaten: 'regency', kota: 'regency', regency: 'regency' } as const

export const planCommand = defineCommand({
  usage: 'plan FILE --template desa|kelurahan|kabupaten [--year Y] [--name TEXT]',
  options: { template: 'text', year: 'text', name: 'text' },
  run: async (args) => {
    const typed = args.text('template') ?? ''
    if (!(typed in TEMPLATES)) throw new UsageError('--template desa|kelurahan|kabupaten')
    const template = TEMPLATES[typed as keyof typeof TEMPLATES]
    const year = args.text('year')
    const name = args.text('name')
    return withWorkspace(needed(args, 0, 'FILE'), (client) => client.plan.create({
      template, ...(year === undefined ? {} : { fiscalYear: parseWhole('--year', year, 2024, 2040) }), ...(name === undefined ? {} : { name }),
    }), changing(args))
  },
  print: (answer, { t }) => t('cli.planned', { activities: answer.activities, lines: answer.lines, year: answer.fiscalYear, plan: answer.plan }),
})

function strategyOf(text: string | undefined): 'tiered' | 'children' {
  if (text === undefined || text === 'tiered') return 'tiered'
  if (text === 'children') return 'children'
  throw new UsageError('--strategy tiered|children')
}

/** A bare instance may hold several villages; a plan holds one region. */
function instanceStrategyOf(text: string | undefined): InstanceStrategy {
  if (text === 'equal') return 'equal'
  if (text === undefined || text === 'tiered' || text === 'children') return strategyOf(text)
  throw new UsageError('--strategy tiered|children|equal')
}

/** The notes, most severe first, one line each. */
function printFindings(findings: readonly Finding[], { language }: Translator): string[] {
  const sign = { error: '✗', warning: '!', info: '·' }
  return findings.map((finding) => `${sign[finding.severity]} ${findingText(finding, language).text}`)
}

/** The villages, lowest first, and each step with its bound and gap. */
function printVillages({ equal }: AllocationReport, { t, find }: Translator): string[] {
  if (equal === undefined) return []
  const share = (value: number) => formatPercent(Math.round(value * 10_000))
  const villages = equal.villages.toSorted((a, b) => a.coverage - b.coverage)
    .map(({ village, coverage }) => [village, share(coverage), equal.aside.includes(village) ? t('cli.villageAside') : ''])
  const steps = equal.steps.map((step) => [
    `${find(`cli.stepOf.${step.step}`) ?? step.step}${step.tier === null ? '' : ` P${step.tier}`}`,
    ...(step.step === 'sum' ? [step.reached.toFixed(4), step.bound.toFixed(4)] : [share(step.reached), share(step.bound)]), share(step.gap),
  ])
  return ['', textTable([t('cli.village'), t('cli.coverage'), ''], villages, [1]), '', textTable([t('cli.stepName'), t('cli.reached'), t('cli.bound'), t('cli.gapProven')], steps, [1, 2, 3])]
}

function printAllocation(report: AllocationReport, translator: Translator): string {
  const { t, find } = translator
  const lines = report.lines.map((line) => [
    String(line.tier), line.description, line.units === null ? '?' : `${line.fundedUnits}/${line.units}`, formatNumber(line.funded),
    Object.entries(line.bySource).map(([code, amount]) => `${code} ${formatNumber(amount)}`).join(', '),
  ])
  const sources = report.sources.map((source) => [
    source.code, source.ceiling === null ? '–' : formatNumber(source.ceiling), formatNumber(source.available), formatNumber(source.spent), formatNumber(source.left),
    source.reason === null ? '' : (find(`cli.leftover.${source.reason}`) ?? source.reason),
  ])
  return [
    t('cli.allocated', { status: find(`cli.status.${report.status}`) ?? report.status }),
    ...(report.children ? [reachText(report.children, report.status === 'optimal', translator)] : []),
    textTable(['P', t('cli.line'), t('cli.units'), t('cli.funded'), t('cli.from')], lines, [2, 3]),
    '',
    textTable([t('cli.source'), t('cli.ceiling'), t('cli.available'), t('cli.spent'), t('cli.left'), ''], sources, [1, 2, 3, 4]),
    ...printVillages(report, translator),
    ...printConflict(report.conflict, report.lines, translator),
    '',
    ...printFindings(report.findings, translator),
  ].join('\n')
}

export const allocateCommand = defineCommand({
  usage: 'allocate FILE [--strategy tiered|children | --scenario NAME] [--plan ID]',
  options: { strategy: 'text', scenario: 'text', plan: 'text' },
  run: async (args, { signal }) => {
    const strategy = strategyOf(args.text('strategy'))
    const planId = args.text('plan')
    const scenario = args.text('scenario')
    if (scenario !== undefined && args.text('strategy') !== undefined) throw new UsageError('--strategy | --scenario')
    return withWorkspace(needed(args, 0, 'FILE'), async (client) => {
      if (scenario !== undefined) return runScenario(client, planId === undefined ? {} : { planId }, scenario, signal)
      for await (const event of await client.allocation.run({ strategy, ...(planId === undefined ? {} : { planId }) }, { signal })) {
        if (event.event === 'done') return event.report
      }
      throw new Error('the allocation ended without a report')
    }, changing(args))
  },
  print: printAllocation,
})

export const modelCommand = defineCommand({
  usage: 'model DATA.json [--strategy tiered|children|equal]',
  options: { strategy: 'text' },
  run: async (args, { signal }) => {
    const file = absolutePath(needed(args, 0, 'DATA.json'))
    let text: string
    try {
      text = readFileSync(file, 'utf8')
    } catch {
      throw new AppError('file_not_found', { file })
    }
    try {
      return await solveInstance(text, { strategy: instanceStrategyOf(args.text('strategy')), signal })
    } catch (error) {
      if (error instanceof AppError && error.code === 'instance_invalid') throw new AppError('instance_invalid', { ...(error as AppError<'instance_invalid'>).data, file })
      throw error
    }
  },
  print: printAllocation,
})

export function printSummary(summary: PlanSummary, translator: Translator): string {
  const { t } = translator
  const { children, cadres } = summary
  const months = (part: { months: number | null; monthsNeeded: number | null }) =>
    part.months !== null && part.monthsNeeded !== null && part.months < part.monthsNeeded ? t('cli.months', { months: part.months, needed: part.monthsNeeded }) : ''
  const rows = [
    [t('cli.need'), formatRupiah(summary.need)],
    [t('cli.funded'), formatRupiah(summary.funded)],
    [t('cli.gap'), formatRupiah(summary.gap)],
    [t('cli.children'), children.total === null ? t('cli.noData') : `${t('cli.of', { part: stuntedReached(children), whole: children.total })}${months(children)}`],
    [t('cli.directShare'), summary.directShareBp === null ? '–' : formatPercent(summary.directShareBp)],
    [t('cli.cadres'), cadres.total === null ? t('cli.noData') : `${t('cli.of', { part: cadres.receiving, whole: cadres.total })}${months(cadres)}`],
  ]
  return [`${summary.plan.name}`, textTable(['', ''], rows).split('\n').slice(2).join('\n'), '', ...printFindings(summary.findings, translator)].join('\n')
}

export const summaryCommand = defineCommand({
  usage: 'summary FILE [--plan ID]',
  options: { plan: 'text' },
  run: async (args) => {
    const planId = args.text('plan')
    return withWorkspace(needed(args, 0, 'FILE'), (client) => client.plan.summary(planId === undefined ? {} : { planId }), looking(args))
  },
  print: printSummary,
})

/** What does not agree in the RKPD, and where documents drift apart. */
function printRegencyChecks({ rkpd, drift }: { readonly rkpd: RkpdOverview['notes']; readonly drift: DriftOverview['rows'] }, { t, find }: Translator): string[] {
  const stage = (name: string) => (name === 'now' ? t('consolidation.drift.now') : (find(`terms.stages.${name}`) ?? name))
  const amount = (value: number | null) => (value === null ? t('consolidation.drift.absent') : formatRupiah(value))
  return [
    ...rkpd.map(({ code, words, activity, village, amount: has, ceiling }) => `• ${t(`consolidation.rkpd.codes.${code}`)}: ${[activity, village, words].filter(Boolean).join(', ')}${has === null || ceiling === null ? '' : `: ${t('consolidation.rkpd.over', { amount: formatRupiah(has), ceiling: formatRupiah(ceiling) })}`}`),
    ...drift.map(({ villageName, activity, from, to, before, after }) => `• ${villageName ?? t('consolidation.drift.own')}, ${activity}: ${stage(from)} ${amount(before)} → ${stage(to)} ${amount(after)}`),
  ]
}

export const checkCommand = defineCommand({
  usage: 'check FILE [--plan ID]',
  options: { plan: 'text' },
  run: async (args) => {
    const planId = args.text('plan')
    return withWorkspace(needed(args, 0, 'FILE'), async (client) => {
      const checked = await client.plan.check(planId === undefined ? {} : { planId })
      // A regency's own documents beside those of its villages, for the plan that is current.
      if (planId !== undefined || (await client.workspace.info({})).kind !== 'regency') return checked
      return { ...checked, rkpd: (await client.consolidation.rkpd({})).notes, drift: (await client.consolidation.drift({})).rows }
    }, looking(args))
  },
  print: (answer, translator) => [...printFindings(answer.findings, translator), ...('rkpd' in answer ? printRegencyChecks(answer, translator) : [])].join('\n') || translator.t('cli.noFindings'),
})
