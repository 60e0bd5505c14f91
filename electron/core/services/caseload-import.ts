import path from 'node:path'
import type { ImportReport } from '#shared/contract/caseload.ts'
import type { Progress } from '#shared/contract/values.ts'
import type { AreaList } from '#shared/domain/area-names.ts'
import type { CaseloadSeries, CountKey } from '#shared/domain/caseload.ts'
import { levelOf, parentOf } from '#shared/domain/region.ts'
import { monthAndYear } from '#shared/i18n/format.ts'
import type { Correction } from '#shared/sheets/read/choices.ts'
import { AppError } from '../app-error.ts'
import { findRegion, listRegions, listVillages } from '../regions/lookup.ts'
import type { Session } from '../session.ts'
import type { CaseloadReading } from '../workbook/caseload-reading.ts'
import { readCaseload } from '../workbook/read-caseload.ts'
import { backupBefore } from './backup.ts'
import { rememberedColumns, rememberColumns } from './caseload-columns.ts'
import { familiesOf, rememberNumbers } from './caseload-series.ts'
import { judgeRound, validityReport } from './caseload-validity.ts'
import { keepNotRead } from './not-read.ts'
import { watched } from './watched.ts'

export interface ImportInput {
  readonly file: File
  readonly series?: string | undefined
  readonly measuredOn?: string | undefined
  readonly window?: { readonly from: string; readonly to: string } | undefined
  readonly layout: 'auto' | 'by-name' | 'aggregate'
  readonly targeted?: number | undefined
  readonly measured?: number | undefined
  readonly columns?: Readonly<Record<string, string>> | undefined
  readonly corrections?: readonly Correction[] | undefined
  readonly dryRun: boolean
}

type ImportEvent = Progress | { event: 'done'; report: ImportReport }

/** The villages that rows of a file can belong to: the workspace's own, or all of its regency. */
function areasOf(session: Session): AreaList {
  const home = session.workspace.get().region
  if (levelOf(home) !== 'village') return { home, villages: listVillages(home), districts: listRegions(home) }
  const [own, district] = [findRegion(home), findRegion(parentOf(home))]
  return { home, villages: own ? [own] : [], districts: district ? [district] : [] }
}

/**
 * Name of the series that a file becomes when none is given: the same file gives the same name, and so replaces itself; another
 * file of the same month (another posyandu's, say) becomes a series of its own.
 */
function defaultName(session: Session, reading: CaseloadReading, file: string): string {
  const usual = `${reading.kind === 'by-name' ? 'e-PPGBM' : 'Data sasaran'} ${monthAndYear(reading.measuredOn, 'id')}`
  const known = session.series.byName(usual)
  return !known || known.source === file ? usual : `${usual} (${path.parse(file).name.slice(0, 60)})`
}

function areaCounts(reading: CaseloadReading): ImportReport['areas'] {
  const areas = new Map<string, { village: string; posyandu: string; counts: Partial<Record<CountKey, number>> }>()
  for (const { village, posyandu, group, count } of reading.entries) {
    const key = `${village}\n${posyandu}`
    const area = areas.get(key) ?? { village, posyandu, counts: {} }
    area.counts[group] = count
    areas.set(key, area)
  }
  return [...areas.values()]
}

function reportOf({ reading, remembered }: Read, series: CaseloadSeries, replaces: string | null, dryRun: boolean, validity: ImportReport['validity']): ImportReport {
  const { totals, heading } = reading
  return {
    series: series.name, measuredOn: reading.measuredOn, dryRun, kind: reading.kind, measuredOnFound: reading.measuredOnFound, sheets: reading.sheets.map((sheet) => ({ ...sheet })),
    heading: { ...heading, headers: [...heading.headers], columns: { ...heading.columns }, remembered },
    replaces, rows: reading.rows, accepted: reading.accepted,
    rejected: reading.rejected.map(({ sheet, row, column, code, value, also = [] }) => ({ row, column, sheet, code, value, also: [...also] })),
    unreadable: reading.notRead.flatMap(({ sheet, row, column, code, value }) => (code === 'value_unreadable' ? [{ sheet, row, column, code, value }] : [])),
    duplicates: reading.duplicates.length,
    duplicateRows: reading.duplicates.map(({ code, place, other }) => ({ code, rows: [place.row, other.row] })),
    counts: { ...totals },
    targeted: totals.targeted ?? null, weighed: totals.weighed ?? null, measured: totals.measured ?? null,
    areas: areaCounts(reading),
    warnings: reading.warnings.map(({ code, count, places, words, values }) => ({
      code, count, rows: places.map((place) => place.row), words: { ...words }, values: (values ?? []).map(({ place, column, value }) => ({ row: place.row, column, value })),
    })),
    validity,
  }
}

type Tell = (phase: string, done: number | null, total: number | null) => void

/** How far the children of a file can be trusted, beside the round before it; null for a table of counts. */
function validityOf(session: Session, series: CaseloadSeries, reading: CaseloadReading): ImportReport['validity'] {
  if (reading.kind !== 'by-name') return null
  const round = { id: series.id, name: series.name, measuredOn: series.measuredOn, children: reading.children, entries: reading.entries, notRead: reading.notRead }
  return validityReport(round, judgeRound(session, round), {}, 'nothing')
}

interface Read {
  readonly reading: CaseloadReading
  /** Read with columns that were chosen for an earlier file with the same headers. */
  readonly remembered: boolean
}

/** Reads the file with the columns that are asked for, else with those that were chosen for the last file with such headers. */
async function readFile(session: Session, input: ImportInput, onProgress: Tell, signal: AbortSignal): Promise<Read> {
  const file = { name: input.file.name, bytes: new Uint8Array(await input.file.arrayBuffer()) }
  const run = (columns: Readonly<Record<string, string>>) => readCaseload(file, {
    kind: input.layout, today: session.today(), areas: areasOf(session), measuredOn: input.measuredOn, window: input.window, targetedTyped: input.targeted,
    measuredTyped: input.measured, choices: { columns, corrections: input.corrections ?? [] },
  }, { signal, onProgress })
  if (input.columns) return { reading: await run(input.columns), remembered: false }
  const first = await run({}).catch((error: unknown) => error)
  const chosen = rememberedColumns(session, headersOf(first))
  if (chosen) return { reading: await run(chosen), remembered: true }
  if (isReading(first)) return { reading: first, remembered: false }
  throw first
}

const isReading = (result: unknown): result is CaseloadReading => typeof result === 'object' && result !== null && 'entries' in result

/** Headers of a reading, or those that came closest where none was enough. */
function headersOf(result: unknown): readonly string[] {
  if (isReading(result)) return result.heading.headers
  return result instanceof AppError && 'found' in result.data && Array.isArray(result.data.found) ? result.data.found : []
}

/** Writes a reading in place of what the series held; a plan without data for a family that it counts begins to follow it. Call inside a step. */
function keep(session: Session, series: CaseloadSeries, reading: CaseloadReading): void {
  session.series.save(series)
  session.replaceBatch(series.id, (batchId) => {
    for (const entry of reading.entries) session.series.addCount(batchId, entry)
    session.children.addAll(batchId, reading.children)
  })
  keepNotRead(session, series.id, reading.notRead)
  const families = familiesOf(session.series.totals(series.id))
  for (const head of session.plans.heads()) {
    for (const family of families) if (head.series[family] === undefined) session.plans.follow(head.id, family, series.id)
  }
  rememberNumbers(session)
}

function nothingUsable(file: string, { rows, rejected: [first] }: CaseloadReading): AppError {
  return new AppError('no_usable_rows', { file, rows, ...(first && { sheet: first.sheet, row: first.row, column: first.column ?? '–', fault: first.code, value: first.value }) })
}

/** The last import of each open workspace, where nothing was done after it. */
const lastImport = new WeakMap<Session['db'], number>()

/**
 * Backs up before an import. Files that are brought in one after another share the backup before the first: what they add is still
 * in the files themselves, and copying the whole workspace for each would cost more with every one.
 */
async function backupBeforeImport(session: Session): Promise<void> {
  const [last] = session.history.steps(1)
  if (last && last.state === 'done' && lastImport.get(session.db) === last.id) return
  await backupBefore(session, 'impor')
}

/**
 * Reads a caseload file in a thread of its own, reports everything, and (unless it is a dry run) keeps it as one step: the
 * series of that name is replaced whole, or nothing is written.
 * A plan without data for a family begins to follow it; one that follows another series goes on with that.
 * @throws AppError file_*, header_not_found, no_usable_rows, stopped, series_is_survey
 */
export async function* importCaseload(session: Session, input: ImportInput, signal?: AbortSignal): AsyncGenerator<ImportEvent> {
  const read = yield* watched((tell, stop) => readFile(session, input, tell, stop), signal)
  const { reading } = read
  const name = input.series ?? defaultName(session, reading, input.file.name)
  const known = session.series.byName(name)
  if (known?.kind === 'survey') throw new AppError('series_is_survey', { series: known.name })
  if (reading.accepted === 0 && !input.dryRun) throw nothingUsable(input.file.name, reading)
  const series: CaseloadSeries = {
    id: known?.id ?? session.ports.newId(), name: known?.name ?? name, kind: reading.kind === 'by-name' ? 'by-name' : 'register', measuredOn: reading.measuredOn,
    source: input.file.name, prevalenceBp: null,
  }
  const validity = validityOf(session, series, reading)
  if (!input.dryRun) {
    yield { event: 'progress', phase: 'writing', done: null, total: null }
    await backupBeforeImport(session)
    if (signal?.aborted) throw new AppError('stopped', {})
    session.step('import', { series: series.name, file: input.file.name, rows: reading.accepted }, () => {
      keep(session, series, reading)
      if (input.columns) rememberColumns(session, reading.heading.headers, input.columns)
    })
    const [step] = session.history.steps(1)
    if (step) lastImport.set(session.db, step.id)
  }
  yield { event: 'done', report: reportOf(read, series, known?.source ?? null, input.dryRun, validity) }
}
