import type { z } from 'zod'
import { DOCUMENTS, type documentContract } from '#shared/contract/document.ts'
import { documentSheets, isDocumentFor, isForm } from '#shared/sheets/documents.ts'
import type { DocumentInput } from '#shared/sheets/input.ts'
import { layOut } from '#shared/sheets/layout.ts'
import { previewOf } from '#shared/sheets/preview.ts'
import { rowsOf, type SheetDocument } from '#shared/sheets/sheet.ts'
import { table5Total } from '#shared/sheets/table-5-total.ts'
import { documentTexts } from '#shared/sheets/texts.ts'
import type { Session } from '../session.ts'
import { documentInput, paperView, printable } from './export-document.ts'

type Input<K extends 'list' | 'preview'> = z.output<Extract<(typeof documentContract)[K]['~orpc']['inputSchema'], z.ZodType>>
type DocumentState = 'ready' | 'draft' | 'incomplete' | 'empty'

/** Key of a sheet by its printed name, as its setting `sign.<key>` has it. */
function keyOf(sheet: SheetDocument): string {
  const names: Readonly<Record<string, string>> = documentTexts(sheet.language).sheets
  return Object.keys(names).find((key) => names[key] === sheet.name) ?? sheet.name
}

function stateOf(document: (typeof DOCUMENTS)[number], sheets: readonly SheetDocument[], input: DocumentInput): DocumentState {
  const [first] = sheets
  if (!first || (document !== 'workbook' && rowsOf(first).length === 0)) return 'empty'
  if (document === 'tabel-5' && table5Total(first).total === null) return 'incomplete'
  return (input.final ?? input.plan.complete) ? 'ready' : 'draft'
}

/** The documents of a plan in order, each with its sheets, pages (none: it cannot be printed yet) and state. @throws AppError plan_*, version_not_found, workspace_damaged */
export function listDocuments(session: Session, input: Input<'list'>) {
  const { view, locked } = paperView(session, input)
  const made = documentInput(session, view, { language: 'id', paper: input.paper, findings: false, locked, remeasure: { names: false } })
  return DOCUMENTS.filter((document) => isDocumentFor(document, view.plan.kind)).map((document) => {
    const sheets = view.plan.activities.length === 0 && !isForm(document) ? [] : documentSheets(document, made)
    return {
      document, sheets: sheets.map(({ name }) => name), pages: sheets.reduce((total, sheet) => total + layOut(sheet).breaks.length + 1, 0),
      state: stateOf(document, sheets, made),
    }
  })
}

/** The pages of a sheet as they cross the boundary. */
export function previewSheetOf(preview: ReturnType<typeof previewOf>, key: string) {
  return {
    ...preview, key, widths: [...preview.widths],
    // As one edits them, on one line.
    signatories: preview.signatories.map(({ dated = false, role, ...person }) => ({ ...person, role: role.replaceAll('\n', ' '), dated })),
    pages: preview.pages.map((page) => ({ ...page, rows: page.rows.map((row) => ({ ...row, cells: [...row.cells], chart: row.chart && { ...row.chart, shapes: [...row.chart.shapes] } })) })),
  }
}

/** The pages of a document as they will be printed. @throws AppError document_not_for_kind, document_empty, plan_*, version_not_found, workspace_damaged */
export function previewDocument(session: Session, input: Input<'preview'>) {
  return documentSheets(input.document, printable(session, input)).map((sheet) => previewSheetOf(previewOf(sheet), keyOf(sheet)))
}
