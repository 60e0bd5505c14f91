import { GROWTH_INDEXES, type GrowthIndex, statusOf } from '#shared/domain/child-status.ts'
import { LAST_DAY, STANDING_FROM, standardStature } from '#shared/domain/growth.ts'
import { curvesFor } from '#shared/domain/growth-curves.ts'
import { personKey } from '#shared/domain/match-rounds.ts'
import { fileLabels, fileScores, type RoundChild, scoresOf, takenOf } from '#shared/domain/own-growth.ts'
import { ageInMonths } from '#shared/domain/period.ts'
import type { ByNameMeasurement } from '#shared/domain/by-name.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { byNameSeries, personOf } from './caseload-round.ts'
import type { Input } from './caseload-series.ts'

/** Days and centimetres that are drawn to either side of what was measured. */
const AROUND = { days: 90, cm: 5 } as const

function scored(child: RoundChild, m: ByNameMeasurement) {
  const [file, labels, own] = [fileScores(m), fileLabels(m), scoresOf(takenOf(child, m))]
  const each = <T>(of: (index: GrowthIndex) => T) => Object.fromEntries(GROWTH_INDEXES.map((index) => [index, of(index)])) as Record<GrowthIndex, T>
  return {
    file: each((index) => ({ z: file[index], status: statusOf(index, file[index], labels[index]) })),
    own: each((index) => ({ z: own[index], status: statusOf(index, own[index], null) })),
  }
}

/**
 * A child over all by-name rounds: found by its NIK, without one by name, birth date and parent. A measurement that several rounds
 * hold is told once, from the newest of them. @throws AppError series_not_found, series_not_by_name, child_not_found
 */
export function childGrowth(session: Session, input: Input<'childGrowth'>) {
  const series = byNameSeries(session, input.series)
  const child = session.children.get(series.id, input.child)
  if (!child) throw new AppError('child_not_found', { child: input.child })
  const names = new Map(session.series.list().map(({ id, name }) => [id, name]))
  const order = [...names.keys()]
  const same = session.children.everywhere(child).filter((one) => one.child.id === child.id || child.nik !== null || personKey(one.child) === personKey(child))
  const byDay = new Map<string, (typeof points)[number]>()
  const points = same.toSorted((a, b) => order.indexOf(a.series) - order.indexOf(b.series)).flatMap((one) => one.child.measurements.map((m) => {
    const taken = takenOf(one.child, m)
    return {
      series: one.series, seriesName: names.get(one.series) ?? one.series, row: one.child.sourceRow, measuredOn: m.measuredOn, ageDays: taken.ageDays, ageMonths: ageInMonths(one.child.bornOn, m.measuredOn),
      weightKg: taken.kg, heightCm: taken.cm, posture: taken.posture,
      curveCm: taken.cm === null ? null : Math.round(standardStature(taken.ageDays, { cm: taken.cm, posture: taken.posture }) * 10) / 10, ...scored(one.child, m),
    }
  }))
  for (const point of points) byDay.set(point.measuredOn, point)
  const told = [...byDay.values()].toSorted((a, b) => a.ageDays - b.ageDays)
  const days = told.map(({ ageDays }) => ageDays)
  const heights = told.flatMap(({ curveCm }) => (curveCm === null ? [] : [curveCm]))
  const window = { fromDays: Math.max(0, Math.min(LAST_DAY - AROUND.days, ...days) - AROUND.days), toDays: Math.min(LAST_DAY, Math.max(AROUND.days, ...days) + AROUND.days) }
  const { hfa, wfa, wfh } = curvesFor(child.sex, window, {
    standing: (told.at(-1)?.ageDays ?? 0) >= STANDING_FROM, fromCm: Math.min(115, ...heights) - AROUND.cm, toCm: Math.max(70, ...heights) + AROUND.cm,
  })
  const lines = (curves: typeof hfa) => curves.map(({ z, points: line }) => ({ z, points: [...line] }))
  return {
    ...personOf(child, input.reveal), ageMonths: ageInMonths(child.bornOn, told.at(-1)?.measuredOn ?? series.measuredOn), points: told, window,
    curves: { hfa: lines(hfa), wfa: lines(wfa), wfh: lines(wfh) },
  }
}
