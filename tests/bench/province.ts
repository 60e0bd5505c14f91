import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { createAppClient } from '#core/app.ts'
import { eachRegion, listVillages } from '#core/regions/lookup.ts'
import { createWorkspace } from '#core/session.ts'
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

interface Office {
  readonly villages: number
  readonly ms: number
  readonly jointMs: number | null
  readonly gap: number
}

interface Watch {
  rss: number
  /** Longest time without an answer, in milliseconds. */
  block: number
}

/** One regency from its packages to the workbook, and where it is asked the joint optimum, in a workspace of its own. */
async function regency(folder: string, region: string, joint: boolean, watch: Watch): Promise<Office> {
  const files = regencyPackages(region)
  const session = createWorkspace(path.join(folder, `${region}.rembuk`), { region })
  session.setSetting('fiscal-year', '2027')
  const client = createAppClient(session)
  const look = () => { watch.rss = Math.max(watch.rss, process.memoryUsage.rss()) }
  // making the packages is no part of it
  await setImmediate()
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const start = performance.now()
  for await (const event of await client.exchange.merge({ files })) {
    look()
    if (event.event === 'done' && event.report.accepted.length !== files.length) throw new Error(`${event.report.accepted.length} of ${files.length} were taken in`)
  }
  await client.consolidation.overview({})
  await client.consolidation.export({})
  look()
  const ms = performance.now() - start
  let gap = 0
  const before = performance.now()
  if (joint) {
    for await (const event of await client.joint.run({ terms: { strategy: 'equal', villages: 'all', funds: [{ id: 'envelope', amount: SHARED * files.length }] } })) {
      look()
      if (event.event === 'done') ({ gap } = event.report)
    }
  }
  const jointMs = joint ? performance.now() - before : null
  delay.disable()
  watch.block = Math.max(watch.block, delay.max / 1e6)
  session.close()
  rmSync(path.join(folder, `${region}.rembuk`))
  return { villages: files.length, ms, jointMs, gap }
}

/** All villages of Jawa Timur (7,721 desa and its kelurahan), each regency in a workspace of its own, one after the other in one process. */
export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-bench-'))
  const all = process.argv.includes('--all')
  const regions = [...eachRegion()].map(({ code }) => code).filter((code) => levelOf(code) === 'regency' && code.startsWith(`${PROVINCE}.`))
  const bySize = regions.toSorted((a, b) => listVillages(a).length - listVillages(b).length)
  const sampled = new Set(all ? regions : Array.from({ length: SAMPLE }, (_, at) => bySize[Math.round((at * (bySize.length - 1)) / (SAMPLE - 1))]))
  const cpu = process.cpuUsage()
  const watch: Watch = { rss: 0, block: 0 }
  try {
    const offices: Office[] = []
    for (const region of regions) {
      offices.push(await regency(folder, region, sampled.has(region), watch))
      if (all) process.stderr.write(`${region}: ${offices.at(-1)?.villages} villages, joint ${((offices.at(-1)?.jointMs ?? 0) / 1_000).toFixed(1)} s, gap ${((offices.at(-1)?.gap ?? 0) * 100).toFixed(2)} %\n`)
    }
    const villages = offices.reduce((sum, office) => sum + office.villages, 0)
    const asked = offices.filter(({ jointMs }) => jointMs !== null)
    const jointVillages = asked.reduce((sum, office) => sum + office.villages, 0)
    const jointMs = asked.reduce((sum, office) => sum + (office.jointMs ?? 0), 0)
    const gap = Math.max(...asked.map((office) => office.gap))
    const { user, system } = process.cpuUsage(cpu)
    const scope = all ? `all ${regions.length} regencies` : `${asked.length} of ${regions.length} regencies, ${jointVillages} villages; the limit is for as many`
    return [
      { name: `province: ${villages} packages of ${regions.length} regencies taken in, put together, exported`, ms: offices.reduce((sum, { ms }) => sum + ms, 0), floorMs: null, ratio: null, limit: OFFICE_MS },
      { name: 'province: most memory meanwhile', ms: watch.rss / 1_024, floorMs: null, ratio: null, limit: MEMORY_KB, unit: 'KB' },
      { name: `province: longest time without an answer (processor of the whole run ${((user + system) / 1e6).toFixed(0)} s)`, ms: watch.block, floorMs: null, ratio: null, limit: BLOCK_MS },
      { name: `province: joint optimum of ${scope} (greatest gap ${(gap * 100).toFixed(2)} %)`, ms: jointMs, floorMs: null, ratio: null, limit: (JOINT_MS * jointVillages) / villages },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
