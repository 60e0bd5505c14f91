import type { GrowthIndex } from '#shared/domain/child-status.ts'
import { type Basis, countedMeasurement, fileScores, type RoundChild, scoresOf, statusBy, takenOf } from '#shared/domain/own-growth.ts'
import type { StatusFilter } from '../db/repositories/child-filter.ts'
import type { ChildSearch, ListedChild } from '../db/repositories/child-repository.ts'
import type { Session } from '../session.ts'

/** What a child of the list was measured at, where it was. */
function measured({ countedOn, lying, ...child }: ListedChild) {
  return countedOn === null ? undefined : { ...child, measuredOn: countedOn, lying: lying === null ? null : lying === 1 }
}

/** The status of each index of a child by the basis that counts, with the other's where that is another one. */
export function judgedBy(basis: Basis, child: ListedChild) {
  const m = measured(child)
  const scores = m && { file: fileScores(m), own: scoresOf(takenOf(child, m)) }
  const by = (one: Basis, index: GrowthIndex) => ({ z: scores?.[one][index] ?? null, status: m ? statusBy(one, child, m, index) : null })
  return (index: GrowthIndex) => {
    const [counts, other] = basis === 'own' ? [by('own', index), by('file', index)] : [by('file', index), by('own', index)]
    return { ...counts, other: other.status !== null && other.status !== counts.status ? other : null }
  }
}

/** Filters that ask who judges; who came, and who gained, the file alone says. */
type Judged = Exclude<StatusFilter, 'faltering' | 'not_measured'>
const MEETS: Readonly<Record<Judged, (status: (index: GrowthIndex) => string | null) => boolean>> = {
  stunted: (status) => ['stunted', 'severely_stunted'].includes(status('hfa') ?? ''),
  severely_stunted: (status) => status('hfa') === 'severely_stunted',
  moderately_wasted: (status) => status('wfh') === 'moderately_wasted',
  severely_wasted: (status) => status('wfh') === 'severely_wasted',
  underweight: (status) => ['underweight', 'severely_underweight'].includes(status('wfa') ?? ''),
  implausible: (status) => [status('hfa'), status('wfa'), status('wfh')].includes('implausible'),
}

interface Found {
  readonly batch: number | null
  readonly meeting: ReadonlyMap<Judged, readonly number[]>
}

/** What was reckoned of the list that was filtered last; another import of it is reckoned anew. */
const lastFound = new WeakMap<Session, Found>()

function meeting(children: readonly RoundChild[]): Found['meeting'] {
  const ids = new Map<Judged, number[]>(Object.keys(MEETS).map((filter) => [filter as Judged, []]))
  for (const child of children) {
    const m = countedMeasurement(child)
    if (!m || child.id === undefined) continue
    const status = (index: GrowthIndex) => statusBy('own', child, m, index)
    for (const [filter, list] of ids) if (MEETS[filter](status)) list.push(child.id)
  }
  return ids
}

/** A search by status where our own reckoning counts, which no column of the database holds: narrowed to the children that it means. */
export function byOwnStatus(session: Session, seriesId: string, search: ChildSearch): ChildSearch {
  const { status } = search
  if (!(status in MEETS)) return search
  const batch = session.children.batch(seriesId)
  let found = lastFound.get(session)
  if (!found || found.batch !== batch) {
    found = { batch, meeting: meeting(session.children.round(seriesId)) }
    lastFound.set(session, found)
  }
  return { ...search, status: 'all', among: found.meeting.get(status as Judged) ?? [] }
}
