import type { z } from 'zod'
import type { documentContract } from '#shared/contract/document.ts'
import type { CaseloadSeries } from '#shared/domain/caseload.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { isCity } from '#shared/domain/region.ts'
import { trendPoints } from '#shared/domain/trend.ts'
import { date } from '#shared/i18n/format.ts'
import { createTranslator, type Language } from '#shared/i18n/index.ts'
import { findingText } from '#shared/i18n/finding-text.ts'
import { documentSheets, isDocumentFor, isForm } from '#shared/sheets/documents.ts'
import { mappedRows, type WorkbookIdentity } from '#shared/sheets/identity.ts'
import { contextOf, type DocumentInput, type PlaceNames, type PrintedFinding } from '#shared/sheets/input.ts'
import { partsOf } from '#shared/sheets/parts.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { AppError } from '../app-error.ts'
import { regionPath } from '../regions/lookup.ts'
import { localDate, type Session } from '../session.ts'
import { writeCsv, writeWorkbook } from '../workbook/write.ts'
import { remeasure } from './caseload-rounds.ts'
import { listSeries } from './caseload-series.ts'
import { entryMarks } from './entry-marks.ts'
import { letterheadOf } from './letterhead-settings.ts'
import { newestRecord } from './meeting-record.ts'
import { findingsOf } from './plan-read.ts'
import { type PlanView, planView } from './plan-view.ts'
import { signatories } from './signatories.ts'
import { type LockedVersion, lockedVersion, lockedVersionOf } from './version.ts'

type Input = z.output<Extract<(typeof documentContract)['export']['~orpc']['inputSchema'], z.ZodType>>

/** Names of the areas as papers print them: the regency without its kind. */
function placeOf(region: string): PlaceNames {
  const [province, regency, district, village] = regionPath(region)
  return { village: village?.name ?? null, district: district?.name ?? null, regency: (regency?.name ?? region).replace(/^(Kabupaten|Kota) /i, ''), city: isCity(region), ...(province ? { province: province.name } : {}) }
}

/** A moment as the office's clock has it, ISO without zone. */
export function localTime(moment: Date): string {
  return `${localDate(moment)}T${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`
}

function printed(finding: Finding, language: Language): PrintedFinding {
  const { text, fix } = findingText(finding, language)
  return { severity: finding.severity, where: finding.where.label, text: `${text} ${fix}`.trim() }
}

/** Series that the plan follows, oldest first, and every survey beside them. */
function seriesOf(session: Session, view: PlanView): CaseloadSeries[] {
  const followed = new Set(Object.values(view.plan.series))
  return session.series.list().filter((series) => followed.has(series.id) || series.kind === 'survey')
}

/** Stages at which a plan is still a draft, however it was locked. */
const DRAFT_STAGES: ReadonlySet<string> = new Set(['draft', 'ranwal'])

/** What the footer calls the plan: the locked version that it still is, complete, or a draft; and whether it is final. */
function versionOf(session: Session, view: PlanView, language: Language, of: LockedVersion | undefined): Pick<DocumentInput, 'version' | 'final'> {
  const locked = of ?? lockedVersionOf(session, view)
  const { t } = createTranslator(language)
  if (!locked) return { version: t(view.plan.complete ? 'papers.version.complete' : 'papers.version.draft') }
  return { version: t('papers.version.locked', { number: locked.number, stage: t(`terms.stages.${locked.stage}`), by: locked.lockedBy, date: date(localDate(new Date(locked.lockedAt)), language) }), final: !DRAFT_STAGES.has(locked.stage) }
}

interface PaperOptions {
  readonly language: Language
  readonly paper?: 'F4' | 'A4' | undefined
  readonly findings: boolean
  /** The locked version that the view is; otherwise it is the plan as it stands. */
  readonly locked?: LockedVersion | undefined
  /** Whether the list of children to measure again is wanted, and with their names in full. */
  readonly remeasure?: { readonly names: boolean } | undefined
}

/** The list of children to measure again, where the plan follows a list by name; initials unless names are asked for. */
function remeasureOf(session: Session, view: PlanView, { names }: { readonly names: boolean }): DocumentInput['remeasure'] {
  const series = session.series.list().find(({ id }) => id === view.plan.series.child)
  if (series?.kind !== 'by-name') return undefined
  const { measuredOn, places } = remeasure(session, { series: series.name, reveal: names ? 'names' : 'nothing' })
  return places.length === 0 ? undefined : { series: series.name, measuredOn, places, named: names }
}

/** What the papers of a plan are made from. */
export function documentInput(session: Session, view: PlanView, options: PaperOptions): DocumentInput {
  const settings = session.workspace.settings()
  const paper = options.paper ?? (settings.get('paper') === 'A4' ? 'A4' : 'F4')
  return {
    plan: view.plan, figures: view.figures, counts: view.counts, rules: view.rules, place: placeOf(view.plan.region), series: seriesOf(session, view),
    ...versionOf(session, view, options.language, options.locked), letterhead: letterheadOf(settings), madeAt: localTime(session.ports.now()), signedOn: settings.get('signed-on') || null,
    signatories: signatories(settings), paper, language: options.language,
    rounds: trendPoints(listSeries(session)), meeting: newestRecord(session, view.plan.id, options.language),
    remeasure: options.remeasure && remeasureOf(session, view, options.remeasure),
    findings: options.findings ? findingsOf(view).map((finding) => printed(finding, options.language)) : undefined,
  }
}

/** The plan as it stands, or as a locked version of it was. @throws AppError plan_*, version_not_found, workspace_damaged */
export function paperView(session: Session, input: Pick<Input, 'planId' | 'version'>): { readonly view: PlanView; readonly locked?: LockedVersion | undefined } {
  if (input.version === undefined) return { view: planView(session, input.planId) }
  const { view, facts } = lockedVersion(session, input.planId, input.version)
  return { view, locked: facts }
}

/** What a document is made from. @throws AppError document_not_for_kind, document_empty, plan_*, version_not_found, workspace_damaged */
export function printable(session: Session, input: Pick<Input, 'planId' | 'document' | 'version' | 'language' | 'paper' | 'findings' | 'names'>): DocumentInput {
  const { view, locked } = paperView(session, input)
  if (!isDocumentFor(input.document, view.plan.kind)) throw new AppError('document_not_for_kind', { document: input.document, kind: view.plan.kind })
  if (view.plan.activities.length === 0 && !isForm(input.document)) throw new AppError('document_empty', { document: input.document })
  const made = documentInput(session, view, { ...input, locked, remeasure: input.document === 'ukur-ulang' ? { names: input.names } : undefined })
  if (input.document === 'ukur-ulang' && !made.remeasure) throw new AppError('document_empty', { document: input.document })
  return input.document === 'lembar-entri' ? { ...made, entryMarks: entryMarks(session, made) } : made
}

/** What an exported workbook says of its plan, so that it can be compared when it comes back. */
function identityOf(session: Session, document: Input['document'], made: DocumentInput, sheets: readonly SheetDocument[]): WorkbookIdentity {
  const { plan, version, madeAt, language = 'id' } = made
  const context = contextOf(made)
  const facts = {
    plan: plan.id, name: plan.name, region: plan.region, year: String(plan.fiscalYear), version, revision: String(session.history.steps(1)[0]?.id ?? 0), madeAt, document, language,
  }
  return { facts, rows: mappedRows(context, partsOf(context), sheets) }
}

/** A document of a plan as a file, complete. @throws AppError document_not_for_kind, document_empty, stopped, plan_*, version_not_found, workspace_damaged */
export async function exportDocument(session: Session, input: Input, signal?: AbortSignal): Promise<File> {
  const made = printable(session, input)
  const { plan } = made
  const sheets = documentSheets(input.document, made)
  const name = `${plan.name}${input.version === undefined ? '' : ` ${made.version.split(',')[0]}`} ${input.document}.${input.format}`.replaceAll(/[\\/:*?"<>|]/g, '-')
  if (input.format === 'csv') return new File([writeCsv(sheets)], name, { type: 'text/csv' })
  const identity = identityOf(session, input.document, made, sheets)
  const bytes = await writeWorkbook(sheets, { title: plan.name, identity }, signal ? { signal } : {})
  return new File([bytes as Uint8Array<ArrayBuffer>], name, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
}
