import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as XLSX from 'xlsx'
import { createAppClient } from '#core/app.ts'
import { KEDIRI, kediriFiles } from '#core/samples/index.ts'
import { createWorkspace } from '#core/session.ts'
import { againstFloor, type BenchRow } from './row.ts'

/** Import of 10,325 e-PPGBM rows, from the .xlsx to the counts in a workspace on the disk, against SheetJS reading the same file to rows. */
export async function bench(): Promise<BenchRow[]> {
  const file = kediriFiles().find((candidate) => candidate.content === 'by-name')
  if (!file) throw new Error('the sample city has no by-name file')
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-bench-'))
  const session = createWorkspace(path.join(folder, 'kota.rembuk'), { region: KEDIRI })
  const client = createAppClient(session)
  try {
    const row = await againstFloor('import of 10,000 e-PPGBM rows', 1.3, 5, async () => {
      const events = await client.caseload.import({ file: new File([file.bytes as Uint8Array<ArrayBuffer>], file.name), measuredOn: file.measuredOn, layout: 'by-name' })
      for await (const event of events) if (event.event === 'done' && event.report.accepted < 10_000) throw new Error('rows are missing')
    }, () => {
      const book = XLSX.read(file.bytes)
      const sheet = book.Sheets[book.SheetNames[0] ?? '']
      if (!sheet || XLSX.utils.sheet_to_json(sheet, { header: 1 }).length < 10_000) throw new Error('rows are missing')
    })
    return [row]
  } finally {
    session.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
