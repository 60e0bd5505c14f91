import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** True where the tools are installed that read a PDF back; tests that need them are skipped aloud without. */
export const hasPdfTools: boolean = spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).status === 0

/** The words of each page of a PDF, as they stand on it; lines within a cell apart. */
export function pagesOf(pdf: Uint8Array): string[] {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'rembuk-pdf-')), 'in.pdf')
  writeFileSync(file, pdf)
  const { stdout, status, stderr } = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8', maxBuffer: 1e9 })
  if (status !== 0) throw new Error(stderr)
  return stdout.split('\f').slice(0, -1)
}
