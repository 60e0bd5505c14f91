import type { VillageSubmission } from '#shared/contract/exchange.ts'
import { packageView } from '#shared/contract/exchange-package.ts'
import { checkPlan } from '#shared/domain/checks.ts'
import { parentOf, villageKind } from '#shared/domain/region.ts'
import { keyState, type SubmissionState } from '#shared/domain/submissions.ts'
import { bookPrice } from '#shared/domain/village-facts.ts'
import type { Refusal } from '#shared/contract/exchange.ts'
import { fingerprint } from '../exchange/signing.ts'
import { findRegion, listVillages } from '../regions/lookup.ts'
import type { Session } from '../session.ts'
import { saidOf, stateOf } from './corrections.ts'
import { exactly } from './plan-view.ts'
import { bodyOf, differenceOf, regencyOf, type Submission, submissionsOf, villageOf } from './submission-store.ts'

function stateWith(held: Submission | undefined, refused: boolean): SubmissionState {
  if (held) return held.packages.length > 1 ? 'updated' : 'received'
  return refused ? 'refused' : 'missing'
}

/** Every desa and kelurahan of the regency with what it has sent. @throws AppError regency_only */
export function listSubmissions(session: Session) {
  const { region, fiscalYear } = regencyOf(session)
  const all = submissionsOf(session)
  const refused = new Map(session.submissions.refused(fiscalYear).map((row) => [row.village, row.code as Refusal]))
  const corrections = Map.groupBy(session.submissions.corrections(fiscalYear), ({ village }) => village)
  const districts = new Map<string, string>()
  const districtOf = (code: string): string => {
    const parent = parentOf(code)
    const name = districts.get(parent) ?? findRegion(parent)?.name ?? parent
    districts.set(parent, name)
    return name
  }
  const villages = listVillages(region).map(({ code, name }) => {
    const held = all.get(code)
    const { facts, head } = held ?? {}
    return {
      code, name, district: districtOf(code), kind: villageKind(code), state: stateWith(held, refused.has(code)), revision: head?.revision ?? null, madeAt: head?.madeAt ?? null,
      receivedAt: head?.receivedAt ?? null, keyState: held ? keyState(held.packages) : null, refusal: refused.get(code) ?? null,
      need: facts?.need ?? null, funded: facts?.funded ?? null, gap: facts?.gap ?? null, stunted: facts?.counts.stunted ?? null, measured: facts?.counts.measured ?? null,
      notes: facts ? facts.notes.error + facts.notes.warning : 0, corrections: corrections.get(code)?.length ?? 0,
    }
  })
  return { fiscalYear, villages }
}

/** One village's plan, line by line. @throws AppError regency_only, village_unknown, workspace_damaged */
export function villageSubmission(session: Session, village: string): VillageSubmission {
  const { fiscalYear, name } = villageOf(session, village)
  const held = submissionsOf(session).get(village)
  const refused = session.submissions.refused(fiscalYear).find((row) => row.village === village)
  const rows = session.submissions.corrections(fiscalYear).filter((row) => row.village === village)
  const body = held && bodyOf(session, held.head.sha256)
  const view = body && exactly(() => packageView(body))
  const before = held?.packages.at(-2)
  const labels = new Map(view?.plan.sources.map(({ id, label }) => [id, label]))
  return {
    village, villageName: name, district: findRegion(parentOf(village))?.name ?? '', kind: villageKind(village), state: stateWith(held, refused !== undefined), fiscalYear,
    revisions: (held?.packages ?? []).toReversed().map(({ sha256, revision, madeAt, receivedAt, key }) => ({ sha256, revision, madeAt, receivedAt, key: key === null ? null : fingerprint(key) })),
    keyState: held ? keyState(held.packages) : null, refusal: refused ? { code: refused.code as Refusal, file: refused.file } : null,
    plan: body?.plan.name ?? null, complete: body?.plan.complete ?? false, need: view?.figures.need ?? 0, funded: view?.figures.funded ?? 0, gap: view?.figures.gap ?? 0,
    lines: (view?.figures.lines ?? []).map(({ line, activity, need, funded, gap, cells }) => ({
      id: line.id, activityId: activity.id, activity: activity.name, tier: activity.tier, regencyCode: activity.regencyCode, description: line.description, unitPrice: line.unitPrice,
      book: bookPrice(line, activity.catalogueKey), units: need.known ? need.units : null, need: need.known ? need.need : null, funded, gap,
      bySource: Object.fromEntries(cells.filter(({ amount }) => amount > 0).map(({ sourceId, amount }) => [labels.get(sourceId) ?? sourceId, amount])),
    })),
    counts: Object.entries(body?.counts ?? {}).map(([group, count]) => ({ group, count: count ?? 0 })),
    notes: view ? checkPlan(view).map((note) => ({ ...note, where: { ...note.where }, amounts: { ...note.amounts }, words: { ...note.words } })) : [],
    difference: body && before ? differenceOf(bodyOf(session, before.sha256), body) : null,
    corrections: rows.map(({ what, subject, label, value, was, why, madeAt }) => {
      const said = body && saidOf(body, what, subject)
      return { what, subject, label, value, was, why, madeAt, now: said?.now ?? null, state: stateOf({ village, what, subject, label, value, was, why, madeAt }, said) }
    }),
  }
}

/** Takes a village's packages of this year out. @throws AppError regency_only, village_unknown */
export function removeSubmission(session: Session, village: string): { village: string; packages: number } {
  const { fiscalYear, name } = villageOf(session, village)
  return { village, packages: session.step('submission_remove', { village: name }, () => session.submissions.remove(fiscalYear, village)) }
}
