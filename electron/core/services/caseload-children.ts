import type { CHILD_FILTERS } from '#shared/contract/caseload.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import { type GrowthIndex, type Label, statusOf } from '#shared/domain/child-status.ts'
import { initials, maskedNik } from '#shared/domain/mask.ts'
import { ratioBp } from '#shared/domain/money.ts'
import { ageInMonths } from '#shared/domain/period.ts'
import type { ListedChild } from '../db/repositories/child-repository.ts'
import { findRegion } from '../regions/lookup.ts'
import type { Session } from '../session.ts'
import { type Input, seriesNamed } from './caseload-series.ts'

type Filter = (typeof CHILD_FILTERS)[number]

/** What of a child's status meets each filter. `underweight` and `stunted` include the severe ones, as the counts do. */
const MEETS: Readonly<Record<Exclude<Filter, 'all'>, (child: Judged) => boolean>> = {
  stunted: ({ height }) => height === 'stunted' || height === 'severely_stunted',
  severely_stunted: ({ height }) => height === 'severely_stunted',
  moderately_wasted: ({ wasting }) => wasting === 'moderately_wasted',
  severely_wasted: ({ wasting }) => wasting === 'severely_wasted',
  underweight: ({ weight }) => weight === 'underweight' || weight === 'severely_underweight',
  faltering: ({ child }) => child.gained === 'T',
  implausible: ({ height, weight, wasting }) => [height, weight, wasting].includes('implausible'),
  not_measured: ({ child }) => child.countedOn === null,
}

interface Judged {
  readonly child: ListedChild
  readonly height: string | null
  readonly weight: string | null
  readonly wasting: string | null
}

function judge(child: ListedChild): Judged {
  const status = (index: GrowthIndex, z: number | null, label: Label | null) => statusOf(index, z, label)
  return { child, height: status('hfa', child.heightZ, child.heightLabel), weight: status('wfa', child.weightZ, child.weightLabel), wasting: status('wfh', child.wastingZ, child.wastingLabel) }
}

/** A page of a series' by-name list; identities leave the core masked unless they were asked for. @throws AppError series_not_found */
export function listChildren(session: Session, input: Input<'children'>) {
  const series = seriesNamed(session, input.series)
  const all = session.children.list(series.id)
  const narrowed = all.flatMap((child) => {
    if (input.posyandu !== undefined && child.posyandu !== input.posyandu) return []
    if (input.village !== undefined && child.village !== input.village) return []
    const judged = judge(child)
    return input.status === 'all' || MEETS[input.status](judged) ? [judged] : []
  })
  const named = input.reveal !== 'nothing'
  const nik = (text: string | null) => (text === null || input.reveal === 'names_and_nik' ? text : maskedNik(text))
  return {
    total: narrowed.length,
    all: all.length,
    posyandu: [...new Set(all.map((child) => child.posyandu))].filter((name) => name !== '').toSorted(),
    children: narrowed.slice(input.offset, input.offset + input.limit).map(({ child, height, weight, wasting }) => {
      const ageMonths = ageInMonths(child.bornOn, child.countedOn ?? series.measuredOn)
      return {
        id: child.id, name: named ? child.name : initials(child.name), nik: nik(child.nik), sex: child.sex, ageMonths, parent: named ? child.parent : initials(child.parent),
        posyandu: child.posyandu, sourceRow: child.sourceRow, measuredOn: child.countedOn, height: { z: child.heightZ, status: height }, weight: { z: child.weightZ, status: weight },
        wasting: { z: child.wastingZ, status: wasting }, gained: child.gained, counted: ageMonths >= 0 && ageMonths < 60,
      }
    }),
  }
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
