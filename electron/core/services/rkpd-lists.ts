import type { z } from 'zod'
import { OPDS } from '#shared/catalogue/opd.ts'
import { nomenclature, SUB_KEGIATAN } from '#shared/catalogue/sub-kegiatan.ts'
import type { consolidationContract, RkpdImport } from '#shared/contract/consolidation.ts'
import { programmeOf, type RkpdLists } from '#shared/domain/rkpd-checks.ts'
import { type Language } from '#shared/i18n/index.ts'
import { regencyTexts } from '#shared/sheets/regency.ts'
import { type ListKind, readRkpdList } from '#shared/sheets/read/rkpd-lists.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { plainWorkbook } from '../workbook/plain-workbook.ts'
import { readTables } from '../workbook/read-file.ts'
import { regencyOf } from './submission-store.ts'

type Input = z.output<Extract<(typeof consolidationContract)['importRkpd']['~orpc']['inputSchema'], z.ZodType>>

const PATH = 'regency/'
const KEY = 'rkpd'

/** The lists of this regency; empty where none was given yet. */
export function listsOf(session: Session): RkpdLists {
  const saved = session.workspace.keyed(PATH).get(KEY)
  return { programmes: [], names: {}, ceilings: [], ...(saved === undefined ? {} : (JSON.parse(saved) as Partial<RkpdLists>)) }
}

/** Keeps both lists, as one step. */
export function keepLists(session: Session, lists: RkpdLists): void {
  session.step('rkpd_lists', { programmes: lists.programmes.length, ceilings: lists.ceilings.length }, () => session.workspace.setSetting(`${PATH}${KEY}`, JSON.stringify(lists)))
}

/**
 * Takes a list in from a file, in place of the one before; the other list stays. Rows that cannot be used are told and the rest is taken; a dry run
 * writes nothing. @throws AppError regency_only, list_header_not_found, no_usable_rows, file_*, stopped
 */
export async function importRkpdList(session: Session, { kind, file, dryRun }: Input, signal?: AbortSignal): Promise<RkpdImport> {
  regencyOf(session)
  const tables = await readTables({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, signal ? { signal } : {})
  const read = readRkpdList(tables, kind)
  if ('missing' in read) throw new AppError('list_header_not_found', { file: file.name, missing: [...read.missing], found: read.found.slice(0, 40), sheet: read.sheet, row: read.row })
  const { programmes, ceilings, rows, passedOver, rejected } = read
  const taken = kind === 'programmes' ? programmes.length : ceilings.length
  if (taken === 0 && rejected.length === 0) throw new AppError('no_usable_rows', { file: file.name, rows })
  if (!dryRun && taken > 0) {
    const before = listsOf(session)
    keepLists(session, kind === 'programmes'
      ? { ...before, programmes: programmes.map(({ code }) => code), names: Object.fromEntries(programmes.filter(({ name }) => name !== '').map(({ code, name }) => [code, name])) }
      : { ...before, ceilings })
  }
  return {
    kind, file: file.name, rows, taken, passedOver, applied: !dryRun && taken > 0, rejected: rejected.map((one) => ({ ...one })), programmes: programmes.map((one) => ({ ...one })), ceilings: ceilings.map((one) => ({ ...one })),
    unknown: ceilings.flatMap(({ opd }) => (OPDS.includes(opd) ? [] : [opd])),
  }
}

/** A file to fill in: the programmes of the catalogue, or its departments; what is kept here already stands in it. @throws AppError regency_only */
export function rkpdListTemplate(session: Session, { kind, language }: { readonly kind: ListKind; readonly language: Language }): File {
  regencyOf(session)
  const { lists: t } = regencyTexts(language)
  const { programmes, names = {}, ceilings } = listsOf(session)
  const codes = programmes.length > 0 ? programmes : [...new Set(SUB_KEGIATAN.map(({ code }) => programmeOf(code)))].toSorted()
  const amounts = new Map(ceilings.map(({ opd, amount }) => [opd, amount]))
  const rows = kind === 'programmes'
    ? [[t.programmesHint], [], [t.code, t.programme], ...codes.map((code) => [code, names[code] ?? nomenclature(code)[2]?.name ?? ''])]
    : [[t.ceilingsHint], [], [t.opd, t.ceiling], ...[...new Set([...OPDS, ...amounts.keys()])].map((opd) => [opd, amounts.get(opd) ?? null])]
  const bytes = plainWorkbook([{ name: kind === 'programmes' ? t.programmes : t.ceilings, rows, widths: kind === 'programmes' ? [16, 70] : [30, 22] }])
  return new File([bytes as Uint8Array<ArrayBuffer>], `${kind === 'programmes' ? t.programmesFile : t.ceilingsFile}.xlsx`, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
}
