import { type PackageBody, packageView } from '#shared/contract/exchange-package.ts'
import type { SourceCode } from '#shared/domain/plan.ts'
import { villageKind } from '#shared/domain/region.ts'
import { planTotals } from '#shared/domain/version-totals.ts'
import { listVillages } from '../regions/lookup.ts'
import { countsWorkbook } from './counts-file.ts'
import { createRandom } from './random.ts'
import type { SampleFile } from './sample.ts'
import { villagePlan, type VillagePlanOptions } from './village-plan.ts'

/**
 * The sample regency. What is real: Kabupaten Blitar, its 22 kecamatan, 220 desa and 28 kelurahan with their codes. Every plan, count and amount
 * is made up, and says so in its name.
 */
export const BLITAR = '35.05'
export const BLITAR_YEAR = 2027

/** One village in so many differs from the usual, so that there is something to find. */
const EVERY = { dear: 41, cadres: 83, uncounted: 47, genting: 19, again: 17 } as const

function optionsOf(village: string, at: number): VillagePlanOptions {
  const random = createRandom(at + 3_505)
  const kind = villageKind(village)
  const own = kind === 'desa' ? { ADD: random.integer(15, 60) * 1_000_000 } : { 'PAD-D': random.integer(10, 40) * 1_000_000 }
  return {
    village, fiscalYear: BLITAR_YEAR, madeAt: `2026-${at % 3 === 0 ? '10' : '11'}-${String(random.integer(1, 18)).padStart(2, '0')}T0${random.integer(1, 8)}:${random.integer(10, 59)}:00.000Z`,
    ceilings: own,
    counts: { severely_wasted: random.integer(0, 3), adolescent_girl: random.integer(25, 140), at_risk_family: random.integer(20, 160), ...(at % EVERY.cadres === 5 ? { cadre: 66, posyandu: 5 } : {}) },
    ...(at % EVERY.genting === 0 ? { genting: 2 } : {}), ...(at % EVERY.dear === 3 ? { dear: 3 } : {}), ...(at % EVERY.uncounted === 7 ? { unknown: ['stunted', 'severely_stunted'] as const } : {}),
  }
}

/** The documents that a village has locked by then: RKP Desa or Renja in most, APBDes in some; one activity in a few has moved since. */
function withVersions(options: VillagePlanOptions, at: number): PackageBody {
  const plan = villagePlan(options)
  if (at % 9 === 4) return plan
  const totals = planTotals(packageView(plan))
  const paid = totals.activities.findIndex(({ funded }, index) => index >= (at % 5) * 2 && funded >= 4_000_000)
  const moved = (by: number) => ({
    need: totals.need, funded: totals.funded + (paid < 0 ? 0 : by), activities: totals.activities.map((activity, index) => ({ ...activity, funded: activity.funded + (index === paid ? by : 0) })),
  })
  const stages = plan.plan.kind === 'desa' ? (at % 3 === 0 ? ['rkp', 'apbdes'] as const : ['rkp'] as const) : (['renja'] as const)
  return {
    ...plan, versions: stages.map((stage, index) => ({ number: index + 1, stage, lockedAt: `2026-${stage === 'apbdes' ? '10' : '09'}-${String((at % 27) + 1).padStart(2, '0')}T02:00:00.000Z`, ...moved(at % 14 === 6 && index === 0 ? ((at % 5) - 2.5) * 1_000_000 : 0) })),
  }
}

/** Packages of every village in order of code, one at a time; some villages send twice. */
export function* blitarPackages(): Generator<PackageBody> {
  for (const [at, { code }] of listVillages(BLITAR).entries()) {
    const options = optionsOf(code, at)
    if (at % EVERY.again === 2) yield villagePlan({ ...options, ceilings: {}, madeAt: '2026-09-21T03:15:00.000Z' })
    yield withVersions({ ...options, ...(at % EVERY.again === 2 ? { revision: 2 } : {}) }, at)
  }
}

/** What the regency itself knows of its villages: what they plan by. */
export function blitarCounts(plans: readonly PackageBody[]): SampleFile {
  const names = new Map(listVillages(BLITAR).map(({ code, name }) => [code, name]))
  const latest = new Map(plans.map((plan) => [plan.village, plan]))
  const rows = [...latest.values()].flatMap(({ village, counts }) => Object.entries(counts).map(([group, count]) => ({ village, name: names.get(village) ?? '', group: group as keyof typeof counts, count: count ?? 0 })))
  return { name: 'contoh-data-desa-kabupaten-blitar-2026.xlsx', bytes: countsWorkbook('Data desa (contoh)', rows), content: 'counts', series: 'Data desa 2026 (contoh)', measuredOn: '2026-08-31' }
}

/** Ceilings of the regency's own plan, made up to its scale. */
export const blitarSources: readonly { readonly source: SourceCode; readonly ceiling: number }[] = [
  { source: 'DAU', ceiling: 9_500_000_000 }, { source: 'PAD-D', ceiling: 2_400_000_000 }, { source: 'BOK', ceiling: 6_800_000_000 }, { source: 'BOKB', ceiling: 1_900_000_000 }, { source: 'DAK-F', ceiling: 4_200_000_000 },
]

/** Programmes and ceilings that the RKPD is checked against, made up too: one programme without an activity, one department above its ceiling. */
export const blitarLists = {
  programmes: ['1.02.02', '1.02.05', '1.03.05', '2.09.04', '2.12.03', '2.14.03', '2.14.04', '5.01.03', '7.01.03'],
  ceilings: [{ opd: 'Dinkes', amount: 12_000_000_000 }, { opd: 'DPPKB', amount: 2_500_000_000 }, { opd: 'Kecamatan/Kelurahan', amount: 4_000_000_000 }],
} as const
