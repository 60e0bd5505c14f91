import { flipMany, killMany } from '#tests/support/faults.ts'
import { type BenchRow, time } from './row.ts'

/** Kills and changed bytes, many more than in the tests; any step lost or wrong figure ends the run with an error. The counts go to standard error. */
export async function bench(): Promise<BenchRow[]> {
  const counts: object[] = []
  const ms = await time(async () => {
    counts.push(await killMany(200, 1_000))
    counts.push({ where: 'file', ...await flipMany(1_000, 11, 'file') }, { where: 'journal', ...await flipMany(500, 12, 'journal') })
  })
  for (const count of counts) process.stderr.write(`${JSON.stringify(count)}\n`)
  return [{ name: '200 kills, 1,000 changed files and 500 changed journals: no acknowledged step lost, no wrong figure shown', ms, floorMs: null, ratio: null, limit: 1_800_000 }]
}
