import { setImmediate } from 'node:timers/promises'
import type { PackageBody } from '#shared/contract/exchange-package.ts'
import { createAppClient } from '../app.ts'
import { AppError } from '../app-error.ts'
import { packPackage } from '../exchange/pack.ts'
import { listVillages } from '../regions/lookup.ts'
import { type Ports, type Session, systemPorts } from '../session.ts'
import { BLITAR, BLITAR_YEAR, blitarCounts, blitarLists, blitarPackages, blitarSources } from './blitar.ts'
import { allocate, build, importFiles, type SampleWatch } from './build.ts'

/** Parts of the work that are told: making plans, taking them in, and the regency's own. */
const PARTS = 10

/** Tells how far it is, each part as often as it goes on. */
function teller({ tell, signal }: SampleWatch) {
  return (part: number, of: number) => {
    if (signal?.aborted) throw new AppError('stopped', {})
    tell?.(Math.min(2 * PARTS + 3, Math.floor(part)), of)
  }
}

async function makePlans(at: (done: number) => void): Promise<PackageBody[]> {
  const plans: PackageBody[] = []
  const all = listVillages(BLITAR).length
  for (const plan of blitarPackages()) {
    plans.push(plan)
    at((plans.length * PARTS) / all)
    // Made here, beside the window: whatever else is asked meanwhile is answered.
    await setImmediate()
  }
  return plans
}

/**
 * Makes the sample regency: 248 villages' packages taken in through the same door as anybody's, its caseload, its own plan allocated, the lists that
 * its RKPD is checked against, and a division of money. @throws AppError workspace_exists, stopped …
 */
export function buildSampleRegency(file: string, ports: Ports = systemPorts, watch: SampleWatch = {}): Promise<Session> {
  const total = 2 * PARTS + 4
  const told = teller(watch)
  return build(file, BLITAR, ports, async (session) => {
    const client = createAppClient(session)
    const plans = await makePlans((done) => told(done, total))
    await importFiles(session, [blitarCounts(plans)], () => told(PARTS + 1, total), watch)
    await client.plan.create({ template: 'regency', name: `RKPD Kabupaten Blitar TA ${BLITAR_YEAR} (contoh)`, fiscalYear: BLITAR_YEAR })
    for (const { source, ceiling } of blitarSources) await client.plan.setSource({ source, ceiling })
    const files = plans.map((plan) => new File([packPackage(plan).bytes as Uint8Array<ArrayBuffer>], `${plan.village} rev ${plan.revision}.rembuk.gz`))
    const events = await client.exchange.merge({ files }, watch.signal ? { signal: watch.signal } : {})
    for await (const event of events) {
      if (event.event === 'progress') told(PARTS + 2 + ((event.done ?? files.length) * PARTS) / files.length, total)
      else if (event.report.refused.length > 0) throw new Error(`${event.report.refused.length} sample packages were refused`)
    }
    await client.consolidation.setRkpd({ programmes: [...blitarLists.programmes], ceilings: blitarLists.ceilings.map((one) => ({ ...one })) })
    await client.distribution.save({
      terms: { envelope: 15_000_000_000, measures: [{ key: 'stunted', weight: 60 }, { key: 'severely_stunted', weight: 40 }], base: 20_000_000, floor: null, cap: 150_000_000, holdBp: null, unit: 1_000, villages: 'all', last: {} },
    })
    told(total - 1, total)
    await allocate(session, watch)
  })
}
