import type { Consolidation } from '#shared/contract/consolidation.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import { caseloadTable, type ConsolidatedVillage, groupTables, heatTable, sourceTable } from '#shared/domain/consolidation.ts'
import { sum } from '#shared/domain/money.ts'
import { parentOf, villageKind } from '#shared/domain/region.ts'
import { doubles, outliers, type RegencyActivity } from '#shared/domain/stands-out.ts'
import { findRegion, listVillages } from '../regions/lookup.ts'
import type { Session } from '../session.ts'
import { exactly, planView } from './plan-view.ts'
import { regencyOf, submissionsOf } from './submission-store.ts'

/** Every village of the regency as it is reckoned here: with the counts and codes that were corrected. @throws AppError regency_only */
export function consolidatedVillages(session: Session): ConsolidatedVillage[] {
  const { region, fiscalYear } = regencyOf(session)
  const all = submissionsOf(session)
  const corrections = Map.groupBy(session.submissions.corrections(fiscalYear), ({ village }) => village)
  const districts = new Map<string, string>()
  return listVillages(region).map(({ code, name }) => {
    const district = districts.get(parentOf(code)) ?? findRegion(parentOf(code))?.name ?? parentOf(code)
    districts.set(parentOf(code), district)
    const facts = all.get(code)?.facts ?? null
    const own = corrections.get(code) ?? []
    const counts: Partial<Record<CountKey, number>> = { ...facts?.counts }
    for (const { what, subject, value } of own) if (what === 'count' && facts) counts[subject as CountKey] = Number(value)
    return { code, name, district, kind: villageKind(code), facts, counts, codes: new Map(own.filter(({ what }) => what === 'regency_code').map(({ subject, value }) => [subject, value])) }
  })
}

/** What the regency's own plan pays for. */
function ownActivities(session: Session): RegencyActivity[] {
  if (session.plans.heads().length === 0) return []
  const { figures } = planView(session, undefined)
  return [...Map.groupBy(figures.lines.filter(({ funded }) => funded > 0), ({ activity }) => activity)].map(([{ name, regencyCode, catalogueKey }]) => ({ name, regencyCode, catalogueKey }))
}

/** @throws AppError regency_only, money_range */
export function consolidate(session: Session): Consolidation {
  const { fiscalYear } = regencyOf(session)
  const villages = consolidatedVillages(session)
  const facts = villages.flatMap((village) => village.facts ?? [])
  const named = new Map(villages.map((village) => [village.code, village]))
  const place = (code: string) => ({ villageName: named.get(code)?.name ?? code, district: named.get(code)?.district ?? '' })
  return exactly(() => ({
    fiscalYear, villages: villages.length, received: facts.length, desa: villages.filter(({ kind }) => kind === 'desa').length, kelurahan: villages.filter(({ kind }) => kind === 'kelurahan').length,
    receivedKelurahan: villages.filter(({ kind, facts: own }) => kind === 'kelurahan' && own !== null).length,
    need: sum(facts.map(({ need }) => need)), funded: sum(facts.map(({ funded }) => funded)), gap: sum(facts.map(({ gap }) => gap)), direct: sum(facts.map(({ direct }) => direct)),
    uncounted: sum(facts.map(({ uncounted }) => uncounted)), tables: groupTables(villages), sources: sourceTable(villages), caseload: caseloadTable(villages),
    heat: heatTable(villages).map((row) => ({ ...row, cells: { ...row.cells } })), outliers: outliers(villages).map((outlier) => ({ ...outlier, ...place(outlier.village) })),
    doubles: doubles(villages, ownActivities(session)).map((double) => ({ ...double, ...place(double.village) })),
  }))
}
