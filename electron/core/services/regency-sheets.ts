import type { DistributionTerms } from '#shared/contract/distribution.ts'
import { SOURCES } from '#shared/catalogue/sources.ts'
import { createTranslator, type Language } from '#shared/i18n/index.ts'
import { dateTime } from '#shared/i18n/format.ts'
import { divisionSheets } from '#shared/sheets/division.ts'
import { optimumSheets } from '#shared/sheets/optimum.ts'
import { compute } from '#shared/sheets/formula.ts'
import { NO_PLAN, type WorkbookIdentity } from '#shared/sheets/identity.ts'
import { recapSheets } from '#shared/sheets/recap.ts'
import type { RegencyPaper } from '#shared/sheets/regency.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { AppError } from '../app-error.ts'
import { findRegion, listVillages } from '../regions/lookup.ts'
import type { Session } from '../session.ts'
import { writeCsv, writeWorkbook } from '../workbook/write.ts'
import { consolidate } from './consolidation.ts'
import { distributionInput, divide } from './distribution.ts'
import { driftOverview } from './drift.ts'
import { localTime } from './export-document.ts'
import { jointAnswer } from './joint.ts'
import { regencyOf } from './submission-store.ts'
import { listSubmissions } from './submissions.ts'

interface Wish {
  readonly paper?: 'F4' | 'A4' | undefined
  readonly language: Language
}

/** What a source is called in full. */
function nameOf(code: string, language: Language): string {
  const entry = SOURCES.find((source) => source.code === code)
  return (language === 'id' ? entry?.name : entry?.nameEn) ?? code
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What stands around every table of the regency. @throws AppError regency_only */
export function paperOf(session: Session, { paper, language }: Wish, villages: number, received: number): RegencyPaper {
  const { region, fiscalYear } = regencyOf(session)
  return {
    region: findRegion(region)?.name ?? region, fiscalYear, villages, received, madeAt: dateTime(localTime(session.ports.now()), language),
    paper: paper ?? (session.workspace.settings().get('paper') === 'A4' ? 'A4' : 'F4'), language,
  }
}

/** What a regency's workbook says of itself, so that it is known when it comes back. */
function identityOf(session: Session, title: string, document: string, language: Language): WorkbookIdentity {
  const { region, fiscalYear } = regencyOf(session)
  return { rows: [], facts: {
    plan: NO_PLAN, name: title, region, year: String(fiscalYear), version: '', revision: String(session.history.steps(1)[0]?.id ?? 0), madeAt: localTime(session.ports.now()), document, language,
  } }
}

interface Made {
  readonly sheets: readonly SheetDocument[]
  readonly title: string
  readonly document: 'konsolidasi' | 'pembagian' | 'optimum'
  readonly language: Language
  readonly format: 'xlsx' | 'csv'
}

async function asFile(session: Session, { sheets, title, document, language, format }: Made, signal?: AbortSignal): Promise<File> {
  const name = `${title}.${format}`.replaceAll(/[\\/:*?"<>|]/g, '-')
  if (format === 'csv') return new File([writeCsv(sheets)], name, { type: 'text/csv' })
  const bytes = await writeWorkbook(sheets, { title, identity: identityOf(session, title, document, language) }, signal ? { signal } : {})
  return new File([bytes as Uint8Array<ArrayBuffer>], name, { type: XLSX })
}

/** The recapitulation of all villages as a workbook. @throws AppError regency_only, no_submissions, workspace_damaged, money_range, stopped */
export function exportConsolidation(session: Session, wish: Wish, signal?: AbortSignal): Promise<File> {
  const { villages } = listSubmissions(session)
  const all = consolidate(session)
  if (all.received === 0) throw new AppError('no_submissions', {})
  const { find } = createTranslator(wish.language)
  const paper = paperOf(session, wish, all.villages, all.received)
  const sheets = recapSheets({
    paper, villages: villages.map(({ code, name, district, state, revision, stunted, measured, need, funded, gap, notes }) => ({ code, name, district, state, revision, stunted, measured, need, funded, gap, notes })),
    district: all.tables.district, activity: all.tables.activity, subKegiatan: all.tables.subKegiatan,
    sources: all.sources.map((source) => ({ ...source, name: nameOf(source.key, wish.language) })),
    caseload: all.caseload.map(({ group, count, villages: counting }) => ({ name: find(`terms.groups.${group}`) ?? find(`terms.denominators.${group}`) ?? group, count, villages: counting })),
    drift: driftOverview(session),
  })
  return asFile(session, { sheets: compute(sheets), title: `Rekap ${paper.region} TA ${paper.fiscalYear}`, document: 'konsolidasi', language: wish.language, format: 'xlsx' }, signal)
}

/** The division by these terms as a workbook with live formulas, or as CSV. @throws as `divide`, stopped */
export function exportDistribution(session: Session, { terms, format, ...wish }: Wish & { readonly terms: DistributionTerms; readonly format: 'xlsx' | 'csv' }, signal?: AbortSignal): Promise<File> {
  const result = divide(session, terms)
  const { find } = createTranslator(wish.language)
  const paper = paperOf(session, wish, result.villages.length, result.villages.filter(({ gapBefore }) => gapBefore !== null).length)
  const sheets = divisionSheets({
    paper, input: distributionInput(session, terms), shares: result.villages, villages: result.villages.map(({ code, name, district, gapBefore }) => ({ code, name, district, gap: gapBefore })),
    measureName: (key) => find(`terms.groups.${key}`) ?? find(`terms.denominators.${key}`) ?? key,
  })
  return asFile(session, { sheets: compute(format === 'csv' ? sheets.slice(0, 1) : sheets), title: `Pembagian pagu ${paper.region} TA ${paper.fiscalYear}`, document: 'pembagian', language: wish.language, format }, signal)
}

/** The joint optimum as a workbook, or its villages as CSV. @throws AppError regency_only, proposal_outdated where there is none, stopped */
export function exportJoint(session: Session, { which, format, ...wish }: Wish & { readonly which: 'last' | 'kept'; readonly format: 'xlsx' | 'csv' }, signal?: AbortSignal): Promise<File> {
  const { report, outdated } = jointAnswer(session, which)
  const paper = paperOf(session, wish, listVillages(regencyOf(session).region).length, report.villages.length)
  const sheets = optimumSheets({ ...report, paper, outdated })
  return asFile(session, { sheets: compute(format === 'csv' ? sheets.slice(0, 1) : sheets), title: `Optimum bersama ${paper.region} TA ${paper.fiscalYear}`, document: 'optimum', language: wish.language, format }, signal)
}
