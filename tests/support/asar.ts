import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly size?: number
  readonly offset?: string
  readonly unpacked?: boolean
}

export interface ArchivedFile {
  /** Inside the archive, with forward slashes. */
  readonly name: string
  /** True where it lies beside the archive, as programs have to. */
  readonly unpacked: boolean
  readonly bytes: Buffer
}

/** The files of Electron's archive, and those that lie beside it. */
export function readAsar(file: string): ArchivedFile[] {
  const archive = readFileSync(file)
  const start = 8 + archive.readUInt32LE(4)
  const header = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12))) as Entry
  const walk = (entry: Entry, name: string): ArchivedFile[] => {
    if (entry.files) return Object.entries(entry.files).flatMap(([inner, below]) => walk(below, name === '' ? inner : `${name}/${inner}`))
    const at = start + Number(entry.offset ?? 0)
    const bytes = entry.unpacked ? readFileSync(path.join(`${file}.unpacked`, name)) : archive.subarray(at, at + (entry.size ?? 0))
    return [{ name, unpacked: entry.unpacked ?? false, bytes }]
  }
  return walk(header, '')
}

/** Writes the files where Node can run them. */
export function extractAsar(files: readonly ArchivedFile[], folder: string): void {
  for (const { name, bytes } of files) {
    const target = path.join(folder, name)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, bytes)
  }
}

/** Copies files of the project to another folder, by the same names. */
export function copyTo(folder: string, root: string, names: readonly string[]): void {
  mkdirSync(folder, { recursive: true })
  for (const name of names) copyFileSync(path.join(root, name), path.join(folder, name))
}
