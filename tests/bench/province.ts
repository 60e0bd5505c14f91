import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { createAppClient } from '#core/app.ts'
import { eachRegion, listVillages } from '#core/regions/lookup.ts'
import { createWorkspace, openSession } from '#core/session.ts'
import { levelOf } from '#shared/domain/region.ts'
import { regencyPackages } from '#tests/support/village-packages.ts'
import type { BenchRow } from './row.ts'

const PROVINCE = '35'
/** Taken in, put together and exported; then each regency's joint optimum. */
const [OFFICE_MS, JOINT_MS] = [180_000, 2_400_000]
const MEMORY_KB = 600_000
/** The longest time for which the application may not answer. */
const BLOCK_MS = 1_000
/** Money that the villages of a regency share, for each of them. */
const SHARED = 8_000_000
/** Regencies whose joint optimum is reckoned, spread by size, unless the word `--all` asks for all. */
const SAMPLE = 3

interface Measured {
  readonly villages: number
  readonly ms: number
  /** Of the processor alone, all threads: for a busy machine. */
  readonly cpuMs: number
}

const cpuNow = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1_000 }

interface Office extends Measured {
  readonly file: string
  readonly region: string
  readonly rss: number
  /** Longest time without an answer, in milliseconds. */
  readonly block: number
}

/** One regency from its packages to the workbook, in a workspace of its own, which stays. */
async function office(folder: string, region: string): Promise<Office> {
  const files = regencyPackages(region)
  const file = path.join(folder, `${region}.rembuk`)
  const session = createWorkspace(file, { region })
  session.setSetting('fiscal-year', '2027')
  const client = createAppClient(session)
  let rss = 0
  const look = () => { rss = Math.max(rss, process.memoryUsage.rss()) }
  // making the packages is no part of it
  await setImmediate()
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const [start, before] = [performance.now(), cpuNow()]
  for await (const event of await client.exchange.merge({ files })) {
    look()
    if (event.event === 'done' && event.report.accepted.length !== files.length) throw new Error(`${event.report.accepted.length} of ${files.length} were taken in`)
  }
  await client.consolidation.overview({})
  await client.consolidation.export({})
  look()
  const [ms, cpuMs] = [performance.now() - start, cpuNow() - before]
  delay.disable()
  session.close()
  return { file, region, villages: files.length, ms, cpuMs, rss, block: delay.max / 1e6 }
}

/** The joint optimum of a regency that has all its packages. */
async function joint({ file, region, villages }: Office): Promise<Measured & { readonly gap: number }> {
  const session = await openSession(file)
  try {
    const [start, before] = [performance.now(), cpuNow()]
    let gap = 1
    const terms = { strategy: 'equal', villages: 'all', funds: [{ id: 'envelope', amount: SHARED * villages }] } as const
    for await (const event of await createAppClient(session).joint.run({ terms: { ...terms, funds: [...terms.funds] } })) if (event.event === 'done') ({ gap } = event.report)
    const [ms, cpuMs] = [performance.now() - start, cpuNow() - before]
    process.stderr.write(`  ${region}: ${villages} villages, ${(ms / 1_000).toFixed(1)} s (processor ${(cpuMs / 1_000).toFixed(1)} s), gap ${(gap * 100).toFixed(2)} %\n`)
    return { villages, ms, gap, cpuMs }
  } finally {
    session.close()
  }
}

const total = (rows: readonly Measured[], of: keyof Measured) => rows.reduce((sum, row) => sum + row[of], 0)

/** All villages of Jawa Timur (7,721 desa and its kelurahan), each regency in a workspace of its own, one after the other in one process; afterwards the joint optimum of some or all of them. */
export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-bench-'))
  const all = process.argv.includes('--all')
  const regions = [...eachRegion()].map(({ code }) => code).filter((code) => levelOf(code) === 'regency' && code.startsWith(`${PROVINCE}.`))
  try {
    const offices: Office[] = []
    for (const region of regions) offices.push(await office(folder, region))
    const bySize = offices.toSorted((a, b) => listVillages(a.region).length - listVillages(b.region).length)
    const asked = all ? offices : Array.from({ length: SAMPLE }, (_, at) => bySize[Math.round((at * (bySize.length - 1)) / (SAMPLE - 1))]).filter((one) => one !== undefined)
    const answers = []
    for (const one of asked) answers.push(await joint(one))
    const [villages, jointly] = [total(offices, 'villages'), total(answers, 'villages')]
    // in a city of a few villages one unit can be more than a percent of a step
    const worst = answers.reduce((most, answer) => (answer.gap > most.gap ? answer : most))
    const gap = `greatest gap ${(worst.gap * 100).toFixed(2)} %, of ${worst.villages} villages`
    const scope = all ? `all ${regions.length} regencies` : `${answers.length} of ${regions.length} regencies, ${jointly} villages; the limit is for as many`
    const seconds = (rows: readonly Measured[]) => `processor ${(total(rows, 'cpuMs') / 1_000).toFixed(0)} s`
    return [
      { name: `province: ${villages} packages of ${regions.length} regencies taken in, put together, exported (${seconds(offices)})`, ms: total(offices, 'ms'), floorMs: null, ratio: null, limit: OFFICE_MS },
      { name: 'province: most memory meanwhile', ms: Math.max(...offices.map(({ rss }) => rss)) / 1_024, floorMs: null, ratio: null, limit: MEMORY_KB, unit: 'KB' },
      { name: 'province: longest time without an answer meanwhile', ms: Math.max(...offices.map(({ block }) => block)), floorMs: null, ratio: null, limit: BLOCK_MS },
      { name: `province: joint optimum of ${scope} (${gap}; ${seconds(answers)})`, ms: total(answers, 'ms'), floorMs: null, ratio: null, limit: (JOINT_MS * jointly) / villages },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
