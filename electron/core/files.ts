import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { AppError } from './app-error.ts'
import { asWorkspaceError } from './db/errors.ts'

/** Largest data file that is read at all; what it holds is limited again by the reader. */
const MAX_DATA_BYTES = 200 * 1024 * 1024

/** A data file as the contract takes it. @throws AppError file_not_found, file_too_big */
export function readDataFile(file: string): File {
  const absolute = path.resolve(file)
  let bytes: number
  try {
    const stat = statSync(absolute)
    if (!stat.isFile()) throw new AppError('file_not_found', { file: absolute })
    bytes = stat.size
  } catch {
    throw new AppError('file_not_found', { file: absolute })
  }
  if (bytes > MAX_DATA_BYTES) throw new AppError('file_too_big', { file: absolute, bytes, limit: MAX_DATA_BYTES })
  return new File([readFileSync(absolute)], path.basename(absolute))
}

/** Writes a file that is complete or absent: beside its place first, flushed, then renamed over what was there. @throws AppError target_not_writable, workspace_no_space */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const part = `${file}.sebagian-${process.pid}`
  try {
    const handle = openSync(part, 'wx')
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw asWorkspaceError(error, file)
  }
}
