import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { giveName } from '../db/give-name.ts'
import { writeWhole } from '../files.ts'

/** Ending of workspace files. */
export const ENDING = '.rembuk'
const RECENT_FILE = 'terakhir-dibuka.json'
const RECENT_KEPT = 20
const LISTED = 60

/** Names a file across the boundary without telling where it lies; the same for the same path. */
export function workspaceId(file: string): string {
  return createHash('sha256').update(path.resolve(file)).digest('base64url').slice(0, 22)
}

const recentList = z.object({
  version: z.literal(1), files: z.array(z.object({ file: z.string(), openedAt: z.iso.datetime() })),
  /** The file that was open when the program ended; null once its user has closed it. */
  open: z.string().nullable().default(null),
  /** Files that their user does not want to see in the list. */
  hidden: z.array(z.string()).default([]),
})

function readList(folder: string): z.infer<typeof recentList> {
  try {
    return recentList.parse(JSON.parse(readFileSync(path.join(folder, RECENT_FILE), 'utf8')))
  } catch {
    return { version: 1, files: [], open: null, hidden: [] }
  }
}

/** Written whole. A folder that cannot be written keeps nobody from working. */
function writeList(folder: string, list: z.infer<typeof recentList>): void {
  try {
    mkdirSync(folder, { recursive: true })
    writeWhole(path.join(folder, RECENT_FILE), Buffer.from(`${JSON.stringify(list, null, 2)}\n`))
  } catch {
    // see above
  }
}

/** Puts a file at the head of the list. @param stays whether it is opened again at the next start, where it is not closed before */
export function rememberRecent(folder: string, file: string, openedAt: string, stays: boolean): void {
  const list = readList(folder)
  const files = [{ file, openedAt }, ...list.files.filter((entry) => entry.file !== file)].slice(0, RECENT_KEPT)
  writeList(folder, { version: 1, files, open: stays ? file : list.open, hidden: list.hidden.filter((hidden) => hidden !== file) })
}

/** Takes a file off the list until it is opened again. */
export function hideFile(folder: string, file: string): void {
  const list = readList(folder)
  // What is gone need not be hidden.
  const hidden = [...list.hidden, file].filter((one, at, all) => existsSync(one) && all.indexOf(one) === at)
  writeList(folder, { ...list, files: list.files.filter((entry) => entry.file !== file), hidden })
}

/** The file that was open when the program last ended. */
export function readOpen(folder: string): string | undefined {
  const { open } = readList(folder)
  return open !== null && existsSync(open) ? open : undefined
}

/** Nothing is opened by itself at the next start. */
export function forgetOpen(folder: string): void {
  const list = readList(folder)
  if (list.open !== null) writeList(folder, { ...list, open: null })
}

export interface FoundFile {
  readonly file: string
  /** When it was changed last; of a missing one, when it was opened. */
  readonly modifiedAt: Date
  readonly missing: boolean
}

/** Workspace files: those opened lately, the latest first, also where they are gone; then the others of the home folder, the latest changed first. A list that cannot be read counts as empty. */
export function findFiles(folder: string): FoundFile[] {
  const { files, hidden } = readList(folder)
  const found = (file: string): FoundFile | undefined => {
    const stat = statSync(file, { throwIfNoEntry: false })
    return stat?.isFile() ? { file, modifiedAt: stat.mtime, missing: false } : undefined
  }
  const recent = files.map(({ file, openedAt }) => found(file) ?? { file, modifiedAt: new Date(openedAt), missing: true })
  const own = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ENDING) && !name.startsWith('.')).map((name) => path.join(folder, name)) : []
  const listed = new Set([...hidden, ...files.map(({ file }) => file)])
  const others = own.filter((file) => !listed.has(file)).flatMap((file) => found(file) ?? []).toSorted((a, b) => b.modifiedAt.getTime() - a.modifiedAt.getTime())
  return [...recent, ...others].slice(0, LISTED)
}

/** A name that every file system takes, from what people call a thing. */
export function plainName(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N} ._()-]+/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '').slice(0, 80).trim() || 'Rembuk'
}

/** A path in a folder that no file has yet: `Kalipucung.rembuk`, `Kalipucung (2).rembuk` … */
export function freePath(folder: string, stem: string): string {
  for (let number = 1; ; number += 1) {
    const file = path.join(folder, `${stem}${number === 1 ? '' : ` (${number})`}${ENDING}`)
    if (!existsSync(file)) return file
  }
}

/** Gives a finished file the first free name. Another program on the same folder may take it between the look and the naming: then the next one. */
function nameFreely(unfinished: string, folder: string, stem: string): string {
  for (;;) {
    const target = freePath(folder, stem)
    try {
      giveName(unfinished, target)
      return target
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/**
 * Makes a file in a folder: `make` fills it under another name, in a folder of its own, and only what is finished gets its name.
 * A failure or a stop leaves nothing behind, and no file is ever replaced. @returns where it lies now
 */
export async function makeWhole(folder: string, stem: string, make: (file: string) => Promise<void>): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const workshop = mkdtempSync(path.join(folder, '.sedang-dibuat-'))
  try {
    const unfinished = path.join(workshop, `${stem}${ENDING}`)
    await make(unfinished)
    return nameFreely(unfinished, folder, stem)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}
