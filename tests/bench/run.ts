import { globSync } from 'node:fs'
import path from 'node:path'
import type { BenchRow } from './row.ts'

// npm run bench [-- NAME …] [--json]: every file of this folder that exports `bench`, or those whose names are given.
const HELPERS = new Set(['long-workbook-sheets.ts', 'run.ts', 'row.ts'])
const words = process.argv.slice(2)
const json = words.includes('--json')
const wanted = words.filter((word) => !word.startsWith('--'))
const files = globSync('*.ts', { cwd: import.meta.dirname }).filter((file) => !HELPERS.has(file) && (wanted.length === 0 || wanted.includes(path.basename(file, '.ts')))).toSorted()

function within(row: BenchRow): boolean {
  return (row.ratio ?? row.ms) <= row.limit
}

const rows: BenchRow[] = []
for (const file of files) {
  const module = (await import(path.join(import.meta.dirname, file))) as { bench?: () => Promise<BenchRow[]> }
  if (!module.bench) continue
  if (!json) process.stderr.write(`${file} …\n`)
  rows.push(...await module.bench())
}

if (json) process.stdout.write(`${JSON.stringify(rows.map(({ name, ms, floorMs, ratio, limit, unit }) => ({ name, ms, floorMs, ratio, limit, ...(unit && { unit }) })))}\n`)
else {
  for (const row of rows) {
    const unit = row.unit ?? 'ms'
    const compared = row.ratio === null ? `limit ${row.limit} ${unit}` : `floor ${row.floorMs?.toFixed(1)} ms, ratio ${row.ratio.toFixed(2)}, limit ${row.limit}`
    console.log(`${within(row) ? 'ok  ' : 'OVER'} ${row.name}: ${row.ms.toFixed(1)} ${unit} (${compared})`)
  }
}
if (!rows.every(within)) process.exitCode = 1
