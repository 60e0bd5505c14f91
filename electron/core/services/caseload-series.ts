import type { z } from 'zod'
import type { caseloadContract } from '#shared/contract/caseload.ts'
import type { CaseloadSeries, CountKey, PlanCounts } from '#shared/domain/caseload.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { ratioBp } from '#shared/domain/money.ts'
import { drivenNumber } from '#shared/domain/need.ts'
import { isDriven } from '#shared/domain/plan.ts'
import { isWithin } from '#shared/domain/region.ts'
import { DENOMINATORS, type Denominator, FAMILIES, FAMILY_NAMES, type Family, familyOf, isTargetGroup, TARGET_GROUPS, type TargetGroup } from '#shared/domain/target-group.ts'
import { groupNamed } from '#shared/sheets/read/group-names.ts'
import { AppError } from '../app-error.ts'
import { findRegion } from '../regions/lookup.ts'
import { similarRegions } from '../regions/similar.ts'
import type { Session } from '../session.ts'
import { exactly, resolvePlanId, workspaceRules } from './plan-view.ts'

export type Input<K extends keyof typeof caseloadContract> = z.output<Extract<(typeof caseloadContract)[K]['~orpc']['inputSchema'], z.ZodType>>

/** Name of the series that typed counts go to when none is named. */
const MANUAL_SERIES = 'Isian manual'

function isDenominator(key: string): key is Denominator {
  return (DENOMINATORS as readonly string[]).includes(key)
}

/** Group or denominator that a text names: its code, or everyday words. @throws AppError group_unknown */
export function countKeyOf(text: string): CountKey {
  const key = text.trim()
  if (isTargetGroup(key) || isDenominator(key)) return key
  const found = groupNamed(key)
  if (!found) throw new AppError('group_unknown', { group: text, known: [...TARGET_GROUPS, ...DENOMINATORS] })
  return found
}

export function familyOfKey(key: CountKey): Family {
  return isTargetGroup(key) ? familyOf(key) : 'child'
}

/** Families that a series counts anything of. */
export function familiesOf(counts: ReadonlyMap<CountKey, number>): Family[] {
  return FAMILY_NAMES.filter((family) => FAMILIES[family].some((group) => counts.has(group)) || (family === 'child' && counts.has('measured')))
}

/** A series with its totals; prevalence and measurement coverage where both their parts are known. */
export function seriesSummary(session: Session, series: CaseloadSeries) {
  const counts = session.series.totals(series.id)
  const ratio = (part: CountKey, whole: CountKey) => {
    const [a, b] = [counts.get(part), counts.get(whole)]
    return a === undefined || b === undefined ? null : ratioBp(a, b)
  }
  return {
    ...series, countedBy: series.countedBy ?? 'file', counts: Object.fromEntries(counts), stuntedBp: series.kind === 'survey' ? series.prevalenceBp : ratio('stunted', 'measured'), measuredBp: ratio('measured', 'targeted'),
    byPosyandu: Object.fromEntries(session.series.sumsThatDiffer(series.id)),
  }
}

export function listSeries(session: Session) {
  return session.series.list().map((series) => seriesSummary(session, series))
}

/**
 * After counts or choices changed: driven quantities remember what they follow to now, so that a count that later goes
 * missing leaves its last figure behind, marked. Call inside the step that changed them.
 */
export function rememberNumbers(session: Session): void {
  for (const head of session.plans.heads()) {
    const counts = session.series.planCounts(head.series)
    for (const line of session.plans.get(head.id)?.lines ?? []) {
      for (const [position, quantity] of line.quantities.entries()) {
        if (!isDriven(quantity)) continue
        const { n, stale } = drivenNumber(quantity, counts)
        if (!stale && n !== null && n !== quantity.lastN) session.plans.setLastNumber(line.id, position, n)
      }
    }
  }
}

/** The area that a count is for: the workspace's village, or one that lies in its regency. @throws AppError region_unknown */
export function areaOf(session: Session, village: string | undefined): string {
  const own = session.workspace.get().region
  if (village === undefined) return own
  if (!findRegion(village) || !isWithin(village, own)) {
    throw new AppError('region_unknown', { code: village, similar: similarRegions(village, 5, own).map((match) => `${match.code} ${match.name}`) })
  }
  return village
}

/** Types one count. It replaces what the series had for that group in that place; a plan without data for the family begins to follow the series. */
export function setCount(session: Session, input: Input<'setCount'>) {
  const group = countKeyOf(input.group)
  const village = areaOf(session, input.village)
  const name = input.series ?? MANUAL_SERIES
  const known = session.series.byName(name)
  if (known?.kind === 'survey') throw new AppError('series_is_survey', { series: name })
  const series: CaseloadSeries = known ?? { id: session.ports.newId(), name, kind: 'manual', measuredOn: input.measuredOn ?? session.today(), source: name, prevalenceBp: null }
  const family = familyOfKey(group)
  return session.step('count', { series: series.name, group, count: input.count }, () => {
    if (!known || (input.measuredOn && input.measuredOn !== known.measuredOn)) session.series.save({ ...series, measuredOn: input.measuredOn ?? series.measuredOn })
    if (input.posyandu === '') session.series.clearGroup(series.id, village, group)
    else session.series.clearVillageTotal(series.id, village, group)
    session.series.saveCount({ seriesId: series.id, village, posyandu: input.posyandu, group, count: input.count })
    const waiting = session.plans.heads().filter((head) => head.series[family] === undefined)
    for (const head of waiting) session.plans.follow(head.id, family, series.id)
    rememberNumbers(session)
    return { series: series.name, group, count: input.count, village, posyandu: input.posyandu, followed: waiting.length > 0 }
  })
}

/** Records a survey's percentage. It is never added to, averaged with or followed instead of a register. */
export function setSurvey(session: Session, input: Input<'setSurvey'>) {
  const known = session.series.byName(input.series)
  if (known && known.kind !== 'survey') throw new AppError('series_name_taken', { series: input.series })
  const series: CaseloadSeries = {
    id: known?.id ?? session.ports.newId(), name: input.series, kind: 'survey', measuredOn: input.measuredOn, source: input.source, prevalenceBp: input.prevalenceBp,
  }
  session.step('survey', { series: series.name, prevalenceBp: input.prevalenceBp }, () => session.series.save(series))
  return seriesSummary(session, series)
}

/** A series by name or id. @throws AppError series_not_found */
export function seriesNamed(session: Session, text: string): CaseloadSeries {
  const all = session.series.list()
  const series = session.series.byName(text) ?? all.find((candidate) => candidate.id === text)
  if (!series) throw new AppError('series_not_found', { series: text, known: all.map((candidate) => candidate.name) })
  return series
}

interface Choice {
  readonly planId: string
  readonly series: CaseloadSeries
  readonly families: Family[]
  readonly effect: { before: { need: number }; after: { need: number }; families: Family[]; groups: { group: TargetGroup; before: number | null; after: number | null }[] }
}

/** What it means for a plan to follow a series: its need with the counts of each choice, and the counts that differ. */
function choiceOf(session: Session, input: Input<'choose'> | Input<'previewChoice'>): Choice {
  const planId = resolvePlanId(session, input.planId)
  const series = seriesNamed(session, input.series)
  if (series.kind === 'survey') throw new AppError('series_is_survey', { series: series.name })
  const families = input.family ? [input.family] : familiesOf(session.series.totals(series.id))
  const plan = session.plans.get(planId)
  const [before, after] = [plan?.series ?? {}, { ...plan?.series, ...Object.fromEntries(families.map((family) => [family, series.id])) }].map((choice) => session.series.planCounts(choice))
  const need = (counts: PlanCounts | undefined) => (plan && counts ? exactly(() => planFigures(plan, counts, workspaceRules(session, plan.fiscalYear)).need) : 0)
  const groups = families.flatMap((family) => FAMILIES[family].map((group) => ({ group, before: before?.get(group) ?? null, after: after?.get(group) ?? null })))
  return { planId, series, families, effect: { before: { need: need(before) }, after: { need: need(after) }, families, groups: groups.filter((group) => group.before !== group.after) } }
}

/** What following a series would change; nothing is written. @throws AppError series_not_found, series_is_survey */
export function previewChoice(session: Session, input: Input<'previewChoice'>) {
  return choiceOf(session, input).effect
}

/** Makes a plan follow a series, and tells what that does to its need. @throws AppError series_not_found, series_is_survey */
export function chooseSeries(session: Session, input: Input<'choose'>) {
  const { planId, series, families, effect } = choiceOf(session, input)
  return session.step('choose', { series: series.name }, () => {
    for (const family of families) session.plans.follow(planId, family, series.id)
    rememberNumbers(session)
    return effect
  })
}

/** For each family the newest series that counts it; surveys never. */
export function newestSeries(session: Session): Partial<Record<Family, string>> {
  const choice: Partial<Record<Family, string>> = {}
  for (const series of session.series.list()) {
    if (series.kind === 'survey') continue
    for (const family of familiesOf(session.series.totals(series.id))) choice[family] = series.id
  }
  return choice
}
