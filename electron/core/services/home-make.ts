import { z } from 'zod'
import type { homeContract } from '#shared/contract/home.ts'
import { defaultFiscalYear } from '#shared/domain/period.ts'
import { price } from '#shared/catalogue/prices.ts'
import { isDriven } from '#shared/domain/plan.ts'
import { AppError } from '../app-error.ts'
import { findRegion, regionPath } from '../regions/lookup.ts'
import { searchRegions } from '../regions/search.ts'
import { isCity, levelOf, villageKind } from '#shared/domain/region.ts'
import { createWorkspace, localDate, type Ports, type Session, workspaceKind } from '../session.ts'
import { allocate } from './allocate.ts'
import { setCount } from './caseload-series.ts'
import { createPlan } from './plan-create.ts'
import { setLine } from './plan-edit.ts'
import { setSource } from './plan-sources.ts'
import { planView } from './plan-view.ts'

type Input<K extends 'create' | 'quickStart' | 'regions'> = z.output<Extract<(typeof homeContract)[K]['~orpc']['inputSchema'], z.ZodType>>

/** What people call the file of an area: `Desa Kalipucung`, `Kota Kediri`. @throws AppError region_* */
export function fileStem(region: string): string {
  const kind = workspaceKind(region)
  const name = findRegion(region)?.name ?? region
  return kind === 'regency' ? name : `${kind === 'desa' ? 'Desa' : 'Kelurahan'} ${name}`
}

/** Regions that words mean, with what each lies in, nearest first. */
export function findRegions({ text, level, limit }: Input<'regions'>) {
  return searchRegions(text, level, limit).map(({ code, name }) => ({
    code, name, kind: levelOf(code) === 'village' ? villageKind(code) : ('regency' as const), city: isCity(code), path: regionPath(code).slice(0, -1).map((above) => above.name).toReversed(),
  }))
}

export function homeDefaults(ports: Ports) {
  const today = localDate(ports.now())
  const year = (kind: 'desa' | 'kelurahan' | 'regency') => defaultFiscalYear(kind, today)
  return { years: { desa: year('desa'), kelurahan: year('kelurahan'), regency: year('regency') }, helpPerMonth: price('stunted_food_month').amount }
}

/** Makes a workspace at a path with the usual first plan of its kind; nothing of it stays open. @throws AppError region_*, year_out_of_range */
export function makeWorkspace(file: string, { region, fiscalYear }: Input<'create'>, ports: Ports): void {
  const session = createWorkspace(file, { region }, ports)
  try {
    makePlan(session, fiscalYear)
  } finally {
    session.close()
  }
}

function makePlan(session: Session, fiscalYear: number | undefined): void {
  createPlan(session, { template: session.workspace.get().kind, ...(fiscalYear === undefined ? {} : { fiscalYear }) })
}

/** The line that feeds stunted children month by month: what "help per child and month" sets. */
function helpLine(session: Session): string {
  const { plan } = planView(session, undefined)
  const line = plan.lines.find((candidate) => candidate.spendingClass === 'food' && candidate.quantities.some((quantity) => isDriven(quantity) && quantity.driver === 'stunted'))
  if (!line) throw new AppError('line_not_found', { line: 'stunted' })
  return line.id
}

/** What is being done, for a progress line. */
export type QuickPhase = 'create' | 'count' | 'plan' | 'source' | 'solve'

/**
 * Five numbers, one plan: the counted children, the usual activities, the price of their help, the money, and its exact allocation.
 * Groups that nobody counted stay unknown; their lines say so. @throws AppError region_*, year_out_of_range, money_range, stopped
 */
export async function makeQuickStart(file: string, input: Input<'quickStart'>, ports: Ports, tell: (phase: QuickPhase) => void, signal?: AbortSignal): Promise<void> {
  tell('create')
  if (levelOf(input.region) !== 'village') throw new AppError('region_kind_mismatch', { code: input.region, expected: 'desa, kelurahan' })
  const session = createWorkspace(file, { region: input.region }, ports)
  try {
    tell('count')
    setCount(session, { group: 'stunted', count: input.stunted, posyandu: '' })
    tell('plan')
    makePlan(session, input.fiscalYear)
    tell('source')
    setLine(session, { line: helpLine(session), price: input.helpPerMonth })
    if (session.workspace.get().kind === 'kelurahan') setSource(session, { source: 'DAU', ceiling: input.ceiling })
    else setSource(session, { source: 'DDS', ...(input.ceilingPart === 'total' ? { total: input.ceiling } : { ceiling: input.ceiling }) })
    tell('solve')
    for await (const event of allocate(session, { strategy: 'tiered' }, signal)) {
      if (event.event === 'done' && event.report.status === 'stopped') throw new AppError('stopped', {})
    }
    if (signal?.aborted) throw new AppError('stopped', {})
  } finally {
    session.close()
  }
}
