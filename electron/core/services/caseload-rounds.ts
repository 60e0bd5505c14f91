import { isStunted, compareRounds, type FlowChild, type Round } from '#shared/domain/rounds.ts'
import { ageInMonths } from '#shared/domain/period.ts'
import { countedMeasurement, fileScores, type RoundChild, scoresOf, takenOf } from '#shared/domain/own-growth.ts'
import { placeKey } from '#shared/domain/match-rounds.ts'
import { remeasureList } from '#shared/domain/remeasure.ts'
import type { CaseloadSeries } from '#shared/domain/caseload.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { differencesOf } from './caseload-cross-check.ts'
import { byNameSeries, isWhere, personOf, placeOf, roundOf } from './caseload-round.ts'
import type { Input } from './caseload-series.ts'
import { judgeRound, storedRound } from './caseload-validity.ts'

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function head(series: CaseloadSeries, round: Round) {
  return { id: series.id, name: series.name, measuredOn: series.measuredOn, basis: round.basis, stunted: round.children.filter((child) => isStunted(child, round)).length }
}

function heightZ(child: RoundChild | null, round: Round): number | null {
  const m = child && countedMeasurement(child)
  if (!child || !m) return null
  return (round.basis === 'own' ? scoresOf(takenOf(child, m)) : fileScores(m)).hfa
}

/** What became of the stunted children from one round to a later one. @throws AppError series_not_found, series_not_by_name, rounds_order */
export function compareSeriesRounds(session: Session, input: Input<'rounds'>) {
  const [earlier, later] = [byNameSeries(session, input.from), byNameSeries(session, input.to)]
  if (later.id === earlier.id || later.measuredOn < earlier.measuredOn) throw new AppError('rounds_order', { from: earlier.name, to: later.name })
  const [from, to] = [roundOf(session, earlier), roundOf(session, later)]
  const { whole, places, children } = compareRounds(from, to)
  const names = new Map([...from.children, ...to.children].map((child) => [placeKey(child), { village: child.village, posyandu: child.posyandu }]))
  const here = isWhere(input)
  const at = ({ outcome, from: before, to: after }: FlowChild): RoundChild | null => (outcome === 'added' || outcome === 'arrived' ? after : before)
  return {
    from: head(earlier, from), to: head(later, to), whole: { ...whole },
    places: [...places].map(([key, flow]) => ({ ...placeOf(names.get(key) ?? { village: '', posyandu: '' }), flow: { ...flow } })).toSorted((a, b) => order(a.village, b.village) || order(a.posyandu, b.posyandu)),
    children: children.flatMap((one) => {
      const child = at(one)
      if (!child || !here(child)) return []
      const { outcome, reason, from: before, to: after } = one
      const other = outcome === 'moved' ? after : outcome === 'arrived' ? before : null
      return [{
        outcome, reason, from: before?.id ?? null, to: after?.id ?? null, ...personOf(child, input.reveal), row: (after ?? child).sourceRow,
        otherPlace: other && (other.village === child.village ? other.posyandu : `${other.posyandu}, ${placeOf(other).villageName}`),
        ageMonths: ageInMonths((after ?? child).bornOn, after?.countedOn ?? later.measuredOn), heightZ: { from: heightZ(before, from), to: heightZ(after, to) },
      }]
    }),
  }
}

/** Whom to measure again, posyandu by posyandu. @throws AppError series_not_found, series_not_by_name */
export function remeasure(session: Session, input: Pick<Input<'remeasure'>, 'series' | 'village' | 'posyandu' | 'reveal'>) {
  const round = storedRound(session, input.series)
  const { validity, previous, earlier } = judgeRound(session, round)
  const series = byNameSeries(session, input.series)
  const before = previous === null ? undefined : byNameSeries(session, previous)
  const flow = before ? compareRounds({ measuredOn: before.measuredOn, basis: before.countedBy ?? 'file', children: earlier }, { measuredOn: series.measuredOn, basis: series.countedBy ?? 'file', children: round.children }).children : []
  const own = new Set(round.children)
  const here = isWhere(input)
  const list = remeasureList(validity.notes, differencesOf(round.children, earlier).differences, flow).filter(({ child }) => here(child))
  const places = new Map<string, { village: string; posyandu: string; children: typeof list }>()
  for (const one of list) {
    const key = placeKey(one.child)
    const place = places.get(key)
    if (place) place.children.push(one)
    else places.set(key, { village: one.child.village, posyandu: one.child.posyandu, children: [one] })
  }
  return {
    series: series.name, measuredOn: series.measuredOn, total: list.length,
    places: [...places.values()].toSorted((a, b) => order(a.village, b.village) || order(a.posyandu, b.posyandu)).map(({ children, ...place }) => ({
      ...placeOf(place),
      children: children.map(({ child, reasons }) => {
        const last = child.measurements.at(-1)
        return {
          child: child.id ?? 0, ...personOf(child, input.reveal), series: own.has(child) || !before ? series.name : before.name, ageMonths: ageInMonths(child.bornOn, series.measuredOn), reasons: [...reasons],
          last: last ? { measuredOn: last.measuredOn, weightKg: last.weightGrams === null ? null : last.weightGrams / 1000, heightCm: last.lengthMm === null ? null : last.lengthMm / 10 } : null,
        }
      }),
    })),
  }
}
