import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createAppClient } from '#core/app.ts'
import { createWorkspace } from '#core/session.ts'
import { BLITAR, regencyPackages } from '#tests/support/village-packages.ts'
import { type BenchRow, median, time } from './row.ts'

const LIMIT_MS = 10_000
/** Cost per village may not grow with their number. */
const GROWTH = 1.5
const ROUNDS = 3

interface Times {
  readonly takeIn: number
  readonly consolidate: number
  readonly export: number
}

/** Takes packages into a new regency, puts them together and writes the recapitulation. */
async function run(folder: string, name: string, files: File[]): Promise<Times> {
  const session = createWorkspace(path.join(folder, `${name}.rembuk`), { region: BLITAR })
  session.setSetting('fiscal-year', '2027')
  const client = createAppClient(session)
  const takeIn = await time(async () => {
    for await (const event of await client.exchange.merge({ files })) if (event.event === 'done' && event.report.accepted.length !== files.length) throw new Error(`${event.report.accepted.length} of ${files.length} were taken in`)
  })
  const consolidate = await time(() => client.consolidation.overview({}))
  const written = await time(() => client.consolidation.export({}))
  session.close()
  return { takeIn, consolidate, export: written }
}

/** A regency of 248 villages from the files to the workbook, and whether a village costs the same among ten times as many. */
export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-bench-'))
  try {
    const files = regencyPackages()
    const tenth = files.filter((_, index) => index % 10 === 0)
    await run(folder, 'warm', tenth)
    const [all, few]: [Times[], Times[]] = [[], []]
    for (let round = 0; round < ROUNDS; round += 1) {
      few.push(await run(folder, `few-${round}`, tenth))
      all.push(await run(folder, `all-${round}`, files))
    }
    const of = (times: readonly Times[], what: keyof Times) => median(times.map((one) => one[what]))
    const total = median(all.map(({ takeIn, consolidate, export: written }) => takeIn + consolidate + written))
    const per = (what: 'takeIn' | 'consolidate'): BenchRow => {
      const [ms, floorMs] = [of(all, what) / files.length, of(few, what) / tenth.length]
      return { name: `regency: ${what} per village of ${files.length} beside ${tenth.length}`, ms, floorMs, ratio: ms / floorMs, limit: GROWTH }
    }
    return [{ name: `regency: ${files.length} packages taken in, put together, exported`, ms: total, floorMs: null, ratio: null, limit: LIMIT_MS }, per('takeIn'), per('consolidate')]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
