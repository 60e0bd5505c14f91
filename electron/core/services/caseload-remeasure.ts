import { previewOf } from '#shared/sheets/preview.ts'
import { remeasureSheet } from '#shared/sheets/remeasure.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import type { Session } from '../session.ts'
import { writeCsv, writeWorkbook } from '../workbook/write.ts'
import { remeasure } from './caseload-rounds.ts'
import type { Input } from './caseload-series.ts'
import { localTime } from './export-document.ts'
import { previewSheetOf } from './preview-document.ts'

function sheetOf(session: Session, input: Input<'remeasurePages'>): SheetDocument {
  const list = remeasure(session, input)
  return remeasureSheet({
    ...list, named: input.reveal !== 'nothing', paper: input.paper ?? 'F4', language: input.language, madeAt: localTime(session.ports.now()),
  })
}

/** The list for the kader as it will be printed. @throws AppError series_not_found, series_not_by_name */
export function remeasurePages(session: Session, input: Input<'remeasurePages'>) {
  const sheet = sheetOf(session, input)
  return sheet.sections.length === 0 ? [] : [previewSheetOf(previewOf(sheet), 'remeasure')]
}

/** The list for the kader as a file. @throws AppError series_not_found, series_not_by_name, stopped */
export async function remeasureExport(session: Session, input: Input<'remeasureExport'>, signal?: AbortSignal): Promise<File> {
  const sheet = sheetOf(session, input)
  const name = `${sheet.name} ${input.series}.${input.format}`.replaceAll(/[\\/:*?"<>|]/g, '-')
  if (input.format === 'csv') return new File([writeCsv([sheet])], name, { type: 'text/csv' })
  const bytes = await writeWorkbook([sheet], { title: sheet.name }, signal ? { signal } : {})
  return new File([bytes as Uint8Array<ArrayBuffer>], name, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
}
