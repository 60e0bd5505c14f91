import type { CountKey } from '#shared/domain/caseload.ts'
import { initials, maskedNik } from '#shared/domain/mask.ts'
import { letters } from '#shared/domain/letters.ts'
import { ratioBp } from '#shared/domain/money.ts'
import { ageInMonths } from '#shared/domain/period.ts'
import { levelOf } from '#shared/domain/region.ts'
import { findRegion } from '../regions/lookup.ts'
import type { Session } from '../session.ts'
import { type Input, seriesNamed } from './caseload-series.ts'
import { byOwnStatus, judgedBy } from './child-status-by.ts'

/** A page of a series' by-name list; identities leave the core masked unless they were asked for. @throws AppError series_not_found */
export function listChildren(session: Session, input: Input<'children'>) {
  const series = seriesNamed(session, input.series)
  const basis = series.countedBy ?? 'file'
  const search = basis === 'own' ? byOwnStatus(session, series.id, input) : input
  const named = input.reveal !== 'nothing'
  const nik = (text: string | null) => (text === null || input.reveal === 'names_and_nik' ? text : maskedNik(text))
  return {
    basis,
    total: session.children.found(series.id, search),
    all: session.children.count(series.id),
    posyandu: session.children.posyandu(series.id),
    children: session.children.page(series.id, search, input).map((child) => {
      const ageMonths = ageInMonths(child.bornOn, child.countedOn ?? series.measuredOn)
      const status = judgedBy(basis, child)
      return {
        id: child.id, name: named ? child.name : initials(child.name), nik: nik(child.nik), sex: child.sex, ageMonths, parent: named ? child.parent : initials(child.parent),
        posyandu: child.posyandu, sourceRow: child.sourceRow, measuredOn: child.countedOn, height: status('hfa'), weight: status('wfa'), wasting: status('wfh'), gained: child.gained,
        counted: ageMonths >= 0 && ageMonths < 60,
      }
    }),
  }
}

/** Places that any series knows, in order, the village of the workspace among them. Spellings of one posyandu are one, called by the first. */
export function listPlaces(session: Session) {
  const { region } = session.workspace.get()
  const known = session.series.places()
  const places = new Map<string, { village: string; posyandu: string }>()
  const add = (village: string, posyandu: string): void => {
    const key = `${village}\n${letters(posyandu)}`
    if (!places.has(key)) places.set(key, { village, posyandu })
  }
  if (levelOf(region) === 'village') add(region, '')
  for (const { village } of known) if (levelOf(village) === 'village') add(village, '')
  for (const { village, posyandu } of known) if (letters(posyandu) !== '') add(village, posyandu)
  return [...places.values()]
    .toSorted((a, b) => (a.village === b.village ? (a.posyandu < b.posyandu ? -1 : 1) : a.village < b.village ? -1 : 1))
    .map(({ village, posyandu }) => ({ village, villageName: findRegion(village)?.name ?? village, posyandu }))
}

/** Counts of a series per place, a village's own figures before its posyandu. @throws AppError series_not_found */
export function listAreas(session: Session, input: Input<'areas'>) {
  const series = seriesNamed(session, input.series)
  const areas = new Map<string, { village: string; posyandu: string; counts: Map<CountKey, number> }>()
  for (const { village, posyandu, group, count } of session.series.counts(series.id)) {
    const key = `${village}\n${posyandu}`
    const area = areas.get(key) ?? { village, posyandu, counts: new Map() }
    area.counts.set(group, count)
    areas.set(key, area)
  }
  return [...areas.values()].map(({ village, posyandu, counts }) => {
    const ratio = (part: CountKey, whole: CountKey) => {
      const [a, b] = [counts.get(part), counts.get(whole)]
      return a === undefined || b === undefined ? null : ratioBp(a, b)
    }
    return { village, villageName: findRegion(village)?.name ?? village, posyandu, counts: Object.fromEntries(counts), stuntedBp: ratio('stunted', 'measured'), measuredBp: ratio('measured', 'targeted') }
  })
}
