import type { PlanKind } from './plan.ts'
import { type Rupiah, sum } from './money.ts'
import { stagesOf, type VersionStage } from './version.ts'
import type { ActivityTotals, VersionTotals } from './version-totals.ts'

/** The plan as it stands, after its last locked document. */
export type DocumentStage = VersionStage | 'now'

/** An activity of which two documents that follow each other say different money. */
export interface Drift {
  readonly activity: string
  readonly regencyCode: string | null
  readonly from: DocumentStage
  readonly to: DocumentStage
  /** Rupiah that the document funds; null = the activity does not stand in it. */
  readonly before: Rupiah | null
  readonly after: Rupiah | null
}

interface Document {
  readonly stage: DocumentStage
  readonly activities: readonly ActivityTotals[]
}

/** Where each kind of plan becomes a document: what comes before is a draft, which is meant to change. */
const FIRST: Readonly<Record<PlanKind, VersionStage>> = { desa: 'rkp', kelurahan: 'renja', regency: 'rkpd' }

/** The stages of which drift is told, in order: for a desa RKP Desa, APBDes and its changes. */
export function documentStages(kind: PlanKind): readonly VersionStage[] {
  const stages = stagesOf(kind)
  return stages.slice(stages.indexOf(FIRST[kind]))
}

/** The last locked version of each document stage, in the order of the stages, and then the plan as it stands. */
function documentsOf(kind: PlanKind, versions: readonly VersionTotals[], now: readonly ActivityTotals[]): Document[] {
  const locked = documentStages(kind).flatMap((stage): Document[] => {
    const last = versions.filter((version) => version.stage === stage).toSorted((a, b) => a.number - b.number).at(-1)
    return last ? [{ stage, activities: last.activities }] : []
  })
  return locked.length === 0 ? [] : [...locked, { stage: 'now', activities: now }]
}

const plainName = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ')

/** The same activities of two documents: by id, and where one was made anew, by its name. */
function pairs(before: readonly ActivityTotals[], after: readonly ActivityTotals[]): (readonly [ActivityTotals | null, ActivityTotals | null])[] {
  const left = new Map(after.map((activity) => [activity.id, activity]))
  const found = before.map((activity): [ActivityTotals, ActivityTotals | null] => {
    const same = left.get(activity.id) ?? null
    left.delete(activity.id)
    return [activity, same]
  })
  const paired = found.map(([activity, same]): [ActivityTotals, ActivityTotals | null] => {
    const anew = same ?? [...left.values()].find(({ name }) => plainName(name) === plainName(activity.name)) ?? null
    if (anew) left.delete(anew.id)
    return [activity, anew]
  })
  return [...paired, ...[...left.values()].map((activity) => [null, activity] as const)]
}

/**
 * What differs between documents that should agree, each beside the one that came before it: RKP Desa and APBDes and its changes of a desa, Renja, RKA
 * and DPA of a kelurahan, RKPD, KUA-PPAS and APBD of a regency; the last one beside the plan as it stands. An activity without money in both says nothing.
 */
export function drifts(kind: PlanKind, versions: readonly VersionTotals[], now: readonly ActivityTotals[]): Drift[] {
  const documents = documentsOf(kind, versions, now)
  return documents.slice(1).flatMap((document, at) => {
    const before = documents[at]
    if (!before) return []
    return pairs(before.activities, document.activities).flatMap(([old, changed]): Drift[] => {
      const named = changed ?? old
      if (!named || (old?.funded ?? 0) === (changed?.funded ?? 0)) return []
      return [{ activity: named.name, regencyCode: named.regencyCode, from: before.stage, to: document.stage, before: old?.funded ?? null, after: changed?.funded ?? null }]
    })
  })
}

/** How much money moved, whatever way: what a village's drift is put in order by. */
export function moved(rows: readonly Pick<Drift, 'before' | 'after'>[]): Rupiah {
  return sum(rows.map(({ before, after }) => Math.abs((after ?? 0) - (before ?? 0))))
}
