import { execFileSync } from 'node:child_process'
import path from 'node:path'

const ROOT = path.join(import.meta.dirname, '../../..')

/** Runs Node on the script that writes regencies into a folder: with packages to take in, or the sample regency. @returns the workspace file */
export function writeRegency(folder: string, what?: 'sample'): string {
  execFileSync(process.execPath, [path.join(ROOT, 'tests/support/write-regency.ts'), folder, ...(what === undefined ? [] : [what])], { cwd: ROOT })
  return path.join(folder, 'kabupaten.rembuk')
}
