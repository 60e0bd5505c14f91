import type { RoundChild } from '#shared/domain/own-growth.ts'
import type { CaseloadSeries, CountKey } from '#shared/domain/caseload.ts'
import type { Round } from '#shared/domain/rounds.ts'
import { letters } from '#shared/domain/letters.ts'
import { initials, maskedNik } from '#shared/domain/mask.ts'
import { AppError } from '../app-error.ts'
import { findRegion } from '../regions/lookup.ts'
import type { Session } from '../session.ts'
import { seriesNamed } from './caseload-series.ts'

export type Reveal = 'nothing' | 'names' | 'names_and_nik'

/** A by-name series. @throws AppError series_not_found, series_not_by_name */
export function byNameSeries(session: Session, name: string): CaseloadSeries {
  const series = seriesNamed(session, name)
  if (series.kind !== 'by-name') throw new AppError('series_not_by_name', { series: series.name })
  return series
}

/** A series as a round; its children are read anew. */
export function roundOf(session: Session, series: CaseloadSeries): Round {
  return { measuredOn: series.measuredOn, basis: series.countedBy ?? 'file', children: session.children.round(series.id) }
}

/** The by-name round before a month that is about the same villages, if there is one. */
export function roundBefore(session: Session, measuredOn: string, children: readonly RoundChild[], except: string | undefined): CaseloadSeries | undefined {
  return session.series.roundBefore(measuredOn.slice(0, 7), [...new Set(children.map(({ village }) => village))], except)
}

/** A child as it may be shown. */
export function personOf(child: RoundChild, reveal: Reveal) {
  const named = reveal !== 'nothing'
  return {
    name: named ? child.name : initials(child.name), parent: named ? child.parent : initials(child.parent), sex: child.sex, village: child.village, posyandu: child.posyandu,
    nik: child.nik === null || reveal === 'names_and_nik' ? child.nik : maskedNik(child.nik), row: child.sourceRow,
  }
}

/** A place with its village's name. */
export function placeOf({ village, posyandu }: { readonly village: string; readonly posyandu: string }) {
  return { village, villageName: findRegion(village)?.name ?? village, posyandu }
}

/** Whether something lies where the question is narrowed to; posyandu are told apart by their letters alone. */
export function isWhere(where: { readonly village?: string | undefined; readonly posyandu?: string | undefined }): (at: { readonly village: string; readonly posyandu: string }) => boolean {
  const posyandu = where.posyandu === undefined ? undefined : letters(where.posyandu)
  return (at) => (where.village === undefined || at.village === where.village) && (posyandu === undefined || letters(at.posyandu) === posyandu)
}

/** Counts of places by their key, as a series (or a file that is looked at) has them. */
export function countsByPlace(entries: readonly { readonly village: string; readonly posyandu: string; readonly group: CountKey; readonly count: number }[]) {
  const places = new Map<string, Map<CountKey, number>>()
  for (const { village, posyandu, group, count } of entries) {
    const key = `${village}\n${letters(posyandu)}`
    const known = places.get(key)
    if (known) known.set(group, count)
    else places.set(key, new Map([[group, count]]))
  }
  return (village: string, posyandu: string) => places.get(`${village}\n${letters(posyandu)}`)
}
