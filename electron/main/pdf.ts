import path from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { writeWhole } from '#core/files.ts'
import { createTranslator, type Language } from '#shared/i18n/index.ts'

/** A file name that a page may propose: one part of a path, ending in `.pdf`; `undefined` where it is none. */
export function pdfName(proposed: unknown): string | undefined {
  if (typeof proposed !== 'string') return undefined
  // oxlint-disable-next-line no-control-regex -- no file system takes them in a name
  const name = proposed.replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, '-').replace(/^\.+/, '').trim().slice(0, 120)
  return name === '' ? undefined : `${name.replace(/\.pdf$/i, '')}.pdf`
}

/**
 * Asks where to, prints the pages in sight of the window as a PDF, on the paper that they say themselves, and writes it whole.
 * @returns false where the dialog was left
 */
export async function savePdf(window: BrowserWindow, name: string, language: Language): Promise<boolean> {
  const { t } = createTranslator(language)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: t('menu.saveDocument'), defaultPath: path.join(app.getPath('documents'), name), filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  if (canceled || filePath === '') return false
  writeWhole(filePath, await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true }))
  return true
}
