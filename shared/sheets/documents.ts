import type { PlanKind } from '#shared/domain/plan.ts'
import { caseloadSheet } from './caseload.ts'
import { attendanceSheet } from './attendance.ts'
import { chartsSheet } from './charts.ts'
import { duRkpSheet } from './du-rkp.ts'
import { entryGroups } from './entry-rows.ts'
import { entrySheet } from './entry-sheet.ts'
import { findingsSheet } from './findings.ts'
import { compute, detach } from './formula.ts'
import { contextOf, type DocumentInput, type SheetKey } from './input.ts'
import { minutesSheet } from './minutes.ts'
import { offerSheet } from './offer.ts'
import { onePageSheet } from './one-page.ts'
import { partsOf } from './parts.ts'
import { rabSheet } from './rab.ts'
import { rkpSheet } from './rkp-desa.ts'
import { remeasurePaper } from './remeasure-paper.ts'
import { rkpdSheet } from './rkpd.ts'
import { rkpdOldSheet } from './rkpd-old.ts'
import type { SheetDocument } from './sheet.ts'
import { sourcesSheet } from './sources.ts'
import { summarySheet } from './summary.ts'
import { td4Sheet } from './td4.ts'
import { table5Sheet } from './table-5.ts'

export const DOCUMENTS = [
  'workbook', 'ringkasan', 'rkp-desa', 'du-rkp', 'rab', 'tabel-5', 'tawaran', 'berita-acara', 'daftar-hadir', 'ukur-ulang', 'rkpd', 'rkpd-lama', 't-d4', 'lembar-entri',
] as const
export type DocumentName = (typeof DOCUMENTS)[number]

const KEYS: Readonly<Record<PlanKind, readonly SheetKey[]>> = {
  desa: ['summary', 'charts', 'rkpDesa', 'rab', 'table5', 'caseload', 'sources'],
  kelurahan: ['summary', 'charts', 'renja', 'rab', 'rkpd', 'caseload', 'sources'],
  regency: ['summary', 'charts', 'rkpd', 'rab', 'caseload', 'sources'],
}

const DESA_ONLY: ReadonlySet<DocumentName> = new Set(['rkp-desa', 'du-rkp', 'tabel-5'])

/** A kelurahan or a regency has no APBDes: no RKP Desa with its list of proposals, and no Tabel 5. */
export function isDocumentFor(document: DocumentName, kind: PlanKind): boolean {
  return kind === 'desa' || !DESA_ONLY.has(document)
}

const FORMS: ReadonlySet<DocumentName> = new Set(['berita-acara', 'daftar-hadir'])

/** Papers that have room to be written on by hand: they are printed before anything is planned, too. */
export function isForm(document: DocumentName): boolean {
  return FORMS.has(document)
}

/** The sheets of a plan's workbook in order, every formula with its result. Catatan Pemeriksaan stands last, only with findings. */
export function villageWorkbook(input: DocumentInput): SheetDocument[] {
  return compute(build(input, KEYS[input.plan.kind]))
}

function build(input: DocumentInput, keys: readonly SheetKey[]): SheetDocument[] {
  const context = contextOf(input)
  const parts = partsOf(context)
  const make: Readonly<Record<SheetKey, () => SheetDocument>> = {
    summary: () => summarySheet(context, parts), charts: () => chartsSheet(context, parts), rkpDesa: () => rkpSheet(context, parts), renja: () => rkpSheet(context, parts),
    rab: () => rabSheet(context, parts),
    table5: () => table5Sheet(context, parts), caseload: () => caseloadSheet(context), sources: () => sourcesSheet(context, parts),
    findings: () => findingsSheet(context), onePage: () => onePageSheet(context, parts), duRkp: () => duRkpSheet(context), offer: () => offerSheet(context), minutes: () => minutesSheet(context, parts),
    attendance: () => attendanceSheet(context), td4: () => td4Sheet(context), rkpdOld: () => rkpdOldSheet(context, parts), remeasure: () => remeasurePaper(context),
    rkpd: () => rkpdSheet(context, parts),
  }
  return [...keys, ...(input.findings && keys.length > 1 ? (['findings'] as const) : [])].map((key) => make[key]())
}

const SINGLE: Readonly<Record<Exclude<DocumentName, 'workbook' | 'lembar-entri'>, SheetKey>> = {
  ringkasan: 'onePage', 'rkp-desa': 'rkpDesa', 'du-rkp': 'duRkp', rab: 'rab', 'tabel-5': 'table5', tawaran: 'offer', 'berita-acara': 'minutes', 'daftar-hadir': 'attendance', 'ukur-ulang': 'remeasure',
  rkpd: 'rkpd', 'rkpd-lama': 'rkpdOld', 't-d4': 'td4',
}

/** The RKPD table by programme and by department, each named by the caller. */
export function rkpdTables(input: DocumentInput, names: { readonly programme: string; readonly opd: string }): SheetDocument[] {
  const context = contextOf({ ...input, findings: undefined })
  const parts = partsOf(context)
  const tables = (['programme', 'opd'] as const).map((by) => ({ ...rkpdSheet(context, parts, by), name: names[by] }))
  return detach(compute([...tables, rabSheet(context, parts)]).slice(0, tables.length))
}

/** What is typed elsewhere, always in Indonesian as there, in a paper of any language. */
function entrySheets(input: DocumentInput): SheetDocument[] {
  const typed = contextOf({ ...input, language: 'id' })
  return compute([entrySheet(contextOf(input), entryGroups(typed, partsOf(typed)), (key) => input.entryMarks?.get(key) ?? 'open')])
}

/**
 * The sheets of one document. A paper that stands alone carries figures where the workbook refers to its other sheets; its own
 * totals stay formulas. Ask `isDocumentFor` first: a document that the plan's kind does not have is an empty list.
 */
export function documentSheets(document: DocumentName, input: DocumentInput): SheetDocument[] {
  if (!isDocumentFor(document, input.plan.kind)) return []
  if (document === 'workbook') return villageWorkbook(input)
  if (document === 'ukur-ulang' && !input.remeasure) return []
  if (document === 'lembar-entri') return entrySheets(input)
  const key = SINGLE[document]
  const sheets = compute(build({ ...input, findings: undefined }, key === 'rab' ? ['rab'] : [key, 'rab']))
  return detach(sheets.slice(0, 1))
}
