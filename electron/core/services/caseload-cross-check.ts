import type { CountKey } from '#shared/domain/caseload.ts'
import { countRound, JUDGED_KEYS, type RoundCounts } from '#shared/domain/count-round.ts'
import { crossCheck, type Difference, REASONS } from '#shared/domain/cross-check.ts'
import { GROWTH_INDEXES, type Status } from '#shared/domain/child-status.ts'
import { letters } from '#shared/domain/letters.ts'
import { matchRounds } from '#shared/domain/match-rounds.ts'
import type { Basis, RoundChild } from '#shared/domain/own-growth.ts'
import { ageInMonths } from '#shared/domain/period.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { measuredChildren } from '#shared/domain/validity-growth.ts'
import type { Session } from '../session.ts'
import { byNameSeries, isWhere, personOf, roundBefore } from './caseload-round.ts'
import { type Input, rememberNumbers } from './caseload-series.ts'
import { exactly, workspaceRules } from './plan-view.ts'

const group = (status: Status | 'implausible' | null): string | null => (status === 'normal' || status === 'tall' || status === 'overweight_risk' || status === 'overweight' || status === 'obese' ? 'not low' : status)

/** Totals of the counts that depend on the basis, by the file and by us; null = unknown. */
function totalsOf(file: RoundCounts, own: RoundCounts) {
  return JUDGED_KEYS.flatMap((key) => {
    const [byFile, byUs] = [file.whole.get(key) ?? null, own.whole.get(key) ?? null]
    return byFile === null && byUs === null ? [] : [{ group: key, file: byFile, own: byUs }]
  })
}

/** The differences of a round, with the round before it as far as labels may be left over from it. */
export function differencesOf(children: readonly RoundChild[], earlier: readonly RoundChild[]) {
  const measured = new Map(measuredChildren(children, matchRounds(earlier, children)).map((one) => [one.child, one.earlier]))
  return crossCheck(children, (child) => measured.get(child))
}

/** The file's z-scores and labels against ours. @throws AppError series_not_found, series_not_by_name */
export function crossCheckSeries(session: Session, input: Input<'crossCheck'>) {
  const series = byNameSeries(session, input.series)
  const children = session.children.round(series.id)
  const before = roundBefore(session, series.measuredOn, children, series.id)
  const { differences, both } = differencesOf(children, before ? session.children.round(before.id) : [])
  const here = isWhere(input)
  const local = differences.filter(({ child }) => here(child))
  const rows = local.filter(({ index, reason }) => (input.index === undefined || index === input.index) && (input.reason === undefined || reason === input.reason))
  const round = { measuredOn: series.measuredOn, children }
  return {
    series: series.name, basis: series.countedBy ?? 'file',
    compared: GROWTH_INDEXES.map((index) => ({ index, both: both[index], differ: differences.filter((one) => one.index === index).length })),
    totals: totalsOf(countRound(round, 'file'), countRound(round, 'own')),
    reasons: REASONS.flatMap((reason) => {
      const count = local.filter((one) => one.reason === reason).length
      return count === 0 ? [] : [{ reason, count }]
    }),
    total: rows.length, rows: rows.slice(input.offset, input.offset + input.limit).map((one) => rowOf(one, input)),
  }
}

function rowOf({ child, measurement, index, file, own, reason, supposed, wrongLabel }: Difference, { reveal }: Pick<Input<'crossCheck'>, 'reveal'>) {
  return {
    child: child.id ?? 0, ...personOf(child, reveal), ageMonths: ageInMonths(child.bornOn, measurement.measuredOn), measuredOn: measurement.measuredOn, index,
    file: { ...file }, own: { ...own }, reason, supposed: { ...supposed }, changesCount: group(file.status) !== group(own.status), wrongLabel,
  }
}

/** Needs of the workspace's current plan; null where there is none. */
function needNow(session: Session): number | null {
  const id = session.workspace.get().currentPlanId
  const plan = id === null ? undefined : session.plans.get(id)
  return plan ? exactly(() => planFigures(plan, session.series.planCounts(plan.series), workspaceRules(session, plan.fiscalYear)).need) : null
}

/** Puts the counts of one basis in place of those of the other; a figure that was typed stays. Call inside a step. */
function recount(session: Session, seriesId: string, from: RoundCounts, to: RoundCounts): void {
  const counts = session.series.counts(seriesId)
  const places = new Map(counts.map(({ village, posyandu }) => [`${village}\n${letters(posyandu)}`, { village, posyandu }]))
  const stored = new Map<string, number>(counts.map(({ village, posyandu, group: key, count }) => [`${village}\n${letters(posyandu)}\n${key}`, count]))
  const write = (place: { village: string; posyandu: string }, key: CountKey, count: number | undefined): void => {
    if (count === undefined) session.series.clearCount(seriesId, place.village, place.posyandu, key)
    else session.series.saveCount({ seriesId, ...place, group: key, count })
  }
  for (const [place, at] of places) {
    for (const key of JUDGED_KEYS) {
      const [now, before, after] = [stored.get(`${place}\n${key}`), from.places.get(place)?.get(key), to.places.get(place)?.get(key)]
      if (now === before && before !== after) write(at, key, after)
    }
  }
}

/** Chooses whose statuses a series counts. One step. @throws AppError series_not_found, series_not_by_name */
export function setBasis(session: Session, input: Input<'setBasis'>) {
  const series = byNameSeries(session, input.series)
  const round = { measuredOn: series.measuredOn, children: session.children.round(series.id) }
  const counts: Readonly<Record<Basis, RoundCounts>> = { file: countRound(round, 'file'), own: countRound(round, 'own') }
  const now = series.countedBy ?? 'file'
  const before = needNow(session)
  return session.step('basis', { series: series.name, basis: input.basis }, () => {
    if (now !== input.basis) {
      session.series.save({ ...series, countedBy: input.basis })
      recount(session, series.id, counts[now], counts[input.basis])
      rememberNumbers(session)
    }
    const after = needNow(session)
    return { series: series.name, basis: input.basis, totals: totalsOf(counts.file, counts.own), need: before === null || after === null ? null : { before, after } }
  })
}
