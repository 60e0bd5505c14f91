import type { PlanKind } from '#shared/domain/plan.ts'
import { contextOf, type SheetKey, signatoriesOf } from '#shared/sheets/input.ts'
import type { Session } from '../session.ts'
import { documentInput } from './export-document.ts'
import { planView } from './plan-view.ts'

/** Papers of a plan that are signed. */
const SIGNED: Readonly<Record<PlanKind, readonly SheetKey[]>> = {
  desa: ['rkpDesa', 'rab', 'table5', 'duRkp', 'minutes', 'attendance', 'offer', 'onePage', 'td4', 'remeasure'],
  kelurahan: ['renja', 'rab', 'rkpd', 'minutes', 'attendance', 'offer', 'onePage', 'td4', 'remeasure'], regency: ['rkpd', 'rab', 'minutes', 'attendance', 'offer', 'onePage', 'td4', 'remeasure'],
}

/** Who signs each paper of a plan, as it would be printed: those that the office named, else the usual ones (`named` false). @throws AppError plan_* */
export function listSignatories(session: Session, planId: string | undefined) {
  const view = planView(session, planId)
  const context = contextOf(documentInput(session, view, { language: 'id', findings: false }))
  return SIGNED[view.plan.kind].map((sheet) => ({
    sheet, named: context.signatories?.[sheet] !== undefined,
    people: signatoriesOf(context, sheet).map(({ lead, role, name, nip }) => ({ lead, role: role.replaceAll('\n', ' '), name: name ?? '', nip: nip ?? '' })),
  }))
}
