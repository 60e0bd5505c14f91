import type { z } from 'zod'
import type { exchangeContract, VillageSubmission } from '#shared/contract/exchange.ts'
import type { PackageBody } from '#shared/contract/exchange-package.ts'
import { isTargetGroup } from '#shared/domain/target-group.ts'
import { AppError } from '../app-error.ts'
import type { Corrected, CorrectionRow } from '../db/repositories/submission-repository.ts'
import type { Session } from '../session.ts'
import { bodyOf, submissionsOf, villageOf } from './submission-store.ts'
import { villageSubmission } from './submissions.ts'

type Input = z.output<Extract<(typeof exchangeContract)['correct']['~orpc']['inputSchema'], z.ZodType>>

/** What a village says of a subject now: its text, and what it is called; `undefined` where it has no such thing. */
export function saidOf(body: PackageBody, what: Corrected, subject: string): { readonly label: string; readonly now: string | null } | undefined {
  if (what === 'count') {
    if (!isTargetGroup(subject)) return undefined
    const count = body.counts[subject]
    return { label: subject, now: count === undefined ? null : String(count) }
  }
  if (what === 'price') {
    const line = body.plan.lines.find(({ id }) => id === subject)
    return line && { label: line.description, now: String(line.unitPrice) }
  }
  const activity = body.plan.activities.find(({ id }) => id === subject)
  return activity && { label: activity.name, now: activity.regencyCode }
}

/** How a correction stands beside what the village says now. */
export function stateOf(row: CorrectionRow, said: ReturnType<typeof saidOf>): 'holds' | 'taken' | 'changed' | 'gone' {
  if (!said) return 'gone'
  if (said.now === row.value) return 'taken'
  return said.now === row.was ? 'holds' : 'changed'
}

function isValue(what: Corrected, value: string): boolean {
  return what === 'regency_code' ? /^\d\.\d{2}\.\d{2}\.\d\.\d{2}\.\d{2,4}$/.test(value) : /^\d{1,15}$/.test(value)
}

/** Corrects a figure of a village beside its plan, or takes a correction out. @throws AppError regency_only, village_unknown, correction_invalid */
export function correct(session: Session, { village, what, subject, value, why }: Input): VillageSubmission {
  const { fiscalYear, name } = villageOf(session, village)
  const held = submissionsOf(session).get(village)
  const said = held && saidOf(bodyOf(session, held.head.sha256), what, subject)
  const before = session.submissions.corrections(fiscalYear).find((row) => row.village === village && row.what === what && row.subject === subject)
  if (value === null) {
    if (before) session.step('correction_remove', { village: name, label: before.label }, () => session.submissions.removeCorrection(fiscalYear, village, what, subject))
    return villageSubmission(session, village)
  }
  if (!said || !isValue(what, value)) throw new AppError('correction_invalid', { what, value })
  const row: CorrectionRow = { village, what, subject, label: said.label, value, was: said.now, why, madeAt: session.ports.now().toISOString() }
  session.step('correction', { village: name, label: said.label }, () => session.submissions.saveCorrection(fiscalYear, row))
  return villageSubmission(session, village)
}
