import type { DriftOverview } from '#shared/contract/consolidation.ts'
import { documentStages, type Drift, drifts, moved } from '#shared/domain/drift.ts'
import { planTotals, type VersionTotals } from '#shared/domain/version-totals.ts'
import type { Session } from '../session.ts'
import { consolidatedVillages } from './consolidation.ts'
import { planView } from './plan-view.ts'
import { regencyOf } from './submission-store.ts'
import { lockedTotals } from './version.ts'

interface Place {
  readonly village: string | null
  readonly villageName: string | null
  readonly district: string | null
}

/** The regency's own documents, RKPD to APBD, beside its plan. */
function ownDrift(session: Session): Drift[] {
  if (session.plans.heads().length === 0) return []
  const view = planView(session, undefined)
  return drifts('regency', lockedTotals(session, view.plan.id), planTotals(view).activities)
}

/**
 * Where RKP Desa, RKPD and APBDes drift apart: the regency's own documents first, then villages by how much money moved. A village whose package
 * carries no locked version says nothing, and is counted. @throws AppError regency_only, workspace_damaged, money_range
 */
export function driftOverview(session: Session): DriftOverview {
  regencyOf(session)
  const villages = consolidatedVillages(session).flatMap(({ code, name, district, kind, facts }) => (facts ? [{ code, name, district, kind, facts }] : []))
  const stages = (kind: 'desa' | 'kelurahan') => documentStages(kind).flatMap((stage) => {
    const having = villages.filter((village) => village.kind === kind && village.facts.versions.some((version: VersionTotals) => version.stage === stage)).length
    return having === 0 ? [] : [{ kind, stage, villages: having }]
  })
  const placed = (rows: readonly Drift[], place: Place) => rows.map((row) => ({ ...row, ...place }))
  const drifted = villages.map(({ code, name, district, kind, facts }) => ({ place: { village: code, villageName: name, district }, rows: drifts(kind, facts.versions, facts.activities) })).filter(({ rows }) => rows.length > 0)
  const own = ownDrift(session)
  return {
    received: villages.length, withoutVersions: villages.filter(({ facts }) => facts.versions.length === 0).length, documents: [...stages('desa'), ...stages('kelurahan')], villages: drifted.length,
    rows: [
      ...placed(own, { village: null, villageName: null, district: null }),
      ...drifted.toSorted((a, b) => moved(b.rows) - moved(a.rows) || (a.place.village < b.place.village ? -1 : 1)).flatMap(({ place, rows }) => placed(rows, place)),
    ],
  }
}
