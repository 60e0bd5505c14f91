import { existsSync } from 'node:fs'
import path from 'node:path'
import { app, type BrowserWindow, dialog, type Session } from 'electron'
import { createTranslator, type Language } from '#shared/i18n/index.ts'

/** Most documents that are written at once. */
const MOST = 20

export interface Downloads {
  /** So many documents come next: where they are several, one folder is asked for them now. @returns false where that dialog was left */
  announce(count: unknown): boolean
}

/** A path in a folder that no file has yet: `rencana.xlsx`, `rencana (2).xlsx` … */
function freePath(folder: string, name: string): string {
  const { name: stem, ext } = path.parse(name)
  for (let number = 1; ; number += 1) {
    const file = path.join(folder, `${stem}${number === 1 ? '' : ` (${number})`}${ext}`)
    if (!existsSync(file)) return file
  }
}

/**
 * Where documents go: a single one asks for its place and name; several that were announced ask once for a folder, in which nothing is
 * written over. Who leaves that dialog gets none of them. `ended` is told how each came to its end: `yes` where it lies on the disk, `no` where
 * its dialog was left, else `failed`.
 */
export function placeDownloads(session: Session, window: BrowserWindow, language: () => Language, ended: (how: 'yes' | 'no' | 'failed') => void): Downloads {
  let left = 0
  let folder: string | undefined
  session.on('will-download', (_event, item) => {
    const { t } = createTranslator(language())
    const name = path.basename(item.getFilename())
    item.once('done', (_done, state) => ended(state === 'completed' ? 'yes' : state === 'cancelled' ? 'no' : 'failed'))
    if (left === 0 || folder === undefined) {
      item.setSaveDialogOptions({ title: t('menu.saveDocument'), defaultPath: path.join(app.getPath('documents'), name) })
      return
    }
    left -= 1
    item.setSavePath(freePath(folder, name))
  })
  return {
    announce(count) {
      folder = undefined
      left = typeof count === 'number' && Number.isInteger(count) && count > 1 && count <= MOST ? count : 0
      if (left === 0) return true
      const { t } = createTranslator(language())
      folder = dialog.showOpenDialogSync(window, { title: t('menu.saveDocuments'), defaultPath: app.getPath('documents'), properties: ['openDirectory', 'createDirectory'] })?.[0]
      if (folder === undefined) left = 0
      return folder !== undefined
    },
  }
}
