import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type WindowPreferences, windowPreferences } from '#shared/contract/home.ts'
import { writeWhole } from '../files.ts'

const FILE = 'pilihan.json'
const NONE: WindowPreferences = { language: null, theme: null }

/** What was chosen last; a file that cannot be read counts as none, because nothing depends on it. */
export function readPreferences(folder: string): WindowPreferences {
  try {
    return windowPreferences.parse({ ...NONE, ...(JSON.parse(readFileSync(path.join(folder, FILE), 'utf8')) as object) })
  } catch {
    return NONE
  }
}

/** Keeps a choice beside the list of what was opened lately, written whole. A folder that cannot be written keeps nobody from working. @returns what holds now */
export function keepPreferences(folder: string, { language, theme }: { readonly language?: WindowPreferences['language'] | undefined; readonly theme?: WindowPreferences['theme'] | undefined }): WindowPreferences {
  const before = readPreferences(folder)
  const kept = { language: language ?? before.language, theme: theme ?? before.theme }
  try {
    mkdirSync(folder, { recursive: true })
    writeWhole(path.join(folder, FILE), Buffer.from(`${JSON.stringify(kept, null, 2)}\n`))
  } catch {
    // see above
  }
  return kept
}
