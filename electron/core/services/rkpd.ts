import type { z } from 'zod'
import type { consolidationContract } from '#shared/contract/consolidation.ts'
import { packageView } from '#shared/contract/exchange-package.ts'
import type { InstanceInput } from '#shared/domain/instance.ts'
import { mergeViews, underRoof } from '#shared/domain/merged-plan.ts'
import { sum } from '#shared/domain/money.ts'
import { taggedActivities } from '#shared/domain/tagging.ts'
import { nomenclature } from '#shared/catalogue/sub-kegiatan.ts'
import { villageKind } from '#shared/domain/region.ts'
import { moneyByOpd, programmeOf, type RkpdActivity, rkpdNotes } from '#shared/domain/rkpd-checks.ts'
import { compute } from '#shared/sheets/formula.ts'
import { rkpdTables } from '#shared/sheets/documents.ts'
import { regencyTexts } from '#shared/sheets/regency.ts'
import { taggingSheet } from '#shared/sheets/tagging.ts'
import { sourceGroup } from '#shared/sheets/input.ts'
import { findRegion, listVillages } from '../regions/lookup.ts'
import type { Session } from '../session.ts'
import { writeWorkbook } from '../workbook/write.ts'
import { documentInput } from './export-document.ts'
import { exactly, planView } from './plan-view.ts'
import { paperOf } from './regency-sheets.ts'
import { keepLists, listsOf } from './rkpd-lists.ts'
import { tagsOf } from './tagging.ts'
import { bodyOf, regencyOf, submissionsOf } from './submission-store.ts'

type SetInput = z.output<Extract<(typeof consolidationContract)['setRkpd']['~orpc']['inputSchema'], z.ZodType>>

/** Plans of the kelurahan that were taken in, with the codes that were corrected here: they stand in the regency's RKPD, desa do not (domain §8.2). */
function wards(session: Session): { readonly name: string; readonly view: InstanceInput }[] {
  const { fiscalYear } = regencyOf(session)
  const corrected = Map.groupBy(session.submissions.corrections(fiscalYear).filter(({ what }) => what === 'regency_code'), ({ village }) => village)
  return [...submissionsOf(session)].filter(([village]) => villageKind(village) === 'kelurahan').toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([village, { head }]) => {
    const body = bodyOf(session, head.sha256)
    const codes = new Map((corrected.get(village) ?? []).map(({ subject, value }) => [subject, value]))
    const activities = body.plan.activities.map((activity) => ({ ...activity, regencyCode: codes.get(activity.id) ?? activity.regencyCode }))
    const name = findRegion(village)?.name ?? village
    return { name, view: underRoof(exactly(() => packageView({ ...body, plan: { ...body.plan, activities } })), village, name) }
  })
}

function activitiesOf({ plan, figures }: InstanceInput, village: string | null): RkpdActivity[] {
  const regency = new Set(plan.sources.filter(({ code }) => sourceGroup(code) === 'regency').map(({ id }) => id))
  const lines = Map.groupBy(figures.lines, ({ activity }) => activity.id)
  return plan.activities.map(({ id, name, regencyCode, indicator, target }) => ({
    name, village, regencyCode, indicator, target,
    amount: sum((lines.get(id) ?? []).flatMap(({ cells }) => cells.filter(({ sourceId }) => regency.has(sourceId)).map(({ amount }) => amount))),
  }))
}

/** Regency money by programme, in order of their codes; what has no code stands under ''. */
function moneyByProgramme(activities: readonly RkpdActivity[], names: Readonly<Record<string, string>>) {
  return [...Map.groupBy(activities, ({ regencyCode }) => (regencyCode === null ? '' : programmeOf(regencyCode)))].toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, group]) => ({ code, name: names[code] ?? nomenclature(code)[2]?.name ?? '', activities: group.length, amount: sum(group.map(({ amount }) => amount)) }))
}

/** What the RKPD would hold and what does not agree in it. @throws AppError regency_only, plan_missing, money_range, workspace_damaged */
export function rkpdOverview(session: Session) {
  regencyOf(session)
  const activities = [...activitiesOf(planView(session, undefined), null), ...wards(session).flatMap(({ name, view }) => activitiesOf(view, name))]
  const lists = listsOf(session)
  const ceilings = new Map(lists.ceilings.map(({ opd, amount }) => [opd, amount]))
  return {
    activities: activities.length, amount: sum(activities.map(({ amount }) => amount)), programmes: [...lists.programmes],
    opd: [...moneyByOpd(activities)].map(([opd, amount]) => ({ opd, amount, ceiling: ceilings.get(opd) ?? null })).toSorted((a, b) => b.amount - a.amount || (a.opd < b.opd ? -1 : 1)),
    byProgramme: moneyByProgramme(activities, lists.names ?? {}), ceilings: lists.ceilings.map((one) => ({ ...one })), notes: rkpdNotes(activities, lists).map((note) => ({ activity: null, village: null, amount: null, ceiling: null, ...note })),
  }
}

/** Keeps the RPJMD's programmes and the ceilings of the OPD, as one step. */
export function setRkpdLists(session: Session, { programmes, ceilings }: Pick<SetInput, 'programmes' | 'ceilings'>) {
  regencyOf(session)
  keepLists(session, { programmes, names: listsOf(session).names ?? {}, ceilings })
  return rkpdOverview(session)
}

/** The 17 columns over the regency's own plan and those of its kelurahan. @throws AppError regency_only, plan_missing, stopped */
export async function exportRkpd(session: Session, { paper, language }: { readonly paper?: 'F4' | 'A4' | undefined; readonly language: 'id' | 'en' }, signal?: AbortSignal): Promise<File> {
  const { region, fiscalYear } = regencyOf(session)
  const view = planView(session, undefined)
  const merged = mergeViews(view, wards(session).map((ward) => ward.view))
  const { rkpd: names } = regencyTexts(language)
  const received = submissionsOf(session).size
  const tagging = taggingSheet(paperOf(session, { paper, language }, listVillages(region).length, received), taggedActivities(view, tagsOf(session, view.plan.id)))
  const sheets = [...rkpdTables(documentInput(session, { ...view, ...merged }, { language, paper, findings: false }), names), ...compute([tagging])]
  const title = `RKPD ${findRegion(region)?.name ?? region} TA ${fiscalYear}`
  const bytes = await writeWorkbook(sheets, { title }, signal ? { signal } : {})
  return new File([bytes as Uint8Array<ArrayBuffer>], `${title}.xlsx`, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
}
