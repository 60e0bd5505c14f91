import { packageBody, type PackageBody, PACKAGE_FORMAT, PACKAGE_VERSION } from '#shared/contract/exchange-package.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { type AllocationCell, type Plan } from '#shared/domain/plan.ts'
import { villageKind } from '#shared/domain/region.ts'
import { rulesFor } from '#shared/domain/rules.ts'
import { buildTemplate } from '#shared/domain/template.ts'
import { checkPlan } from '#shared/domain/checks.ts'
import { packPackage } from '#core/exchange/pack.ts'
import { findRegion, listVillages } from '#core/regions/lookup.ts'
import { createRandom } from '#core/samples/random.ts'

export const BLITAR = '35.05'

export interface VillageOptions {
  readonly village: string
  readonly fiscalYear?: number
  readonly revision?: number
  readonly madeAt?: string
  /** Other numbers for the same village. */
  readonly seed?: number
  /** Groups that the village has not counted. */
  readonly unknown?: readonly CountKey[]
  /** Locked versions that go along. */
  readonly versions?: PackageBody['versions']
}

/** Pays each line in plan order from the first source as far as it goes: simple, and whole units as everywhere. */
function pay(plan: Plan, counts: ReadonlyMap<CountKey, number>, available: number): AllocationCell[] {
  const [source] = plan.sources
  let left = available
  return planFigures(plan, counts, rulesFor(plan.fiscalYear)).lines.flatMap(({ line, need }) => {
    if (!source || !need.known || need.unitCost === 0) return []
    const units = Math.min(need.units, Math.floor(left / need.unitCost))
    left -= units * need.unitCost
    return units === 0 ? [] : [{ lineId: line.id, sourceId: source.id, units, amount: null, locked: false }]
  })
}

/** The contents of a package of a made-up plan: the template of its kind over made-up counts, always the same for the same options. */
export function villageBody({ village, fiscalYear = 2027, revision = 1, madeAt = '2026-11-01T02:00:00.000Z', seed = 0, unknown = [], versions = [] }: VillageOptions): PackageBody {
  const random = createRandom(Number(village.replaceAll('.', '')) % 1_000_003 + seed * 7_919)
  const kind = villageKind(village)
  const posyandu = random.integer(3, 8)
  const targeted = random.integer(120, 620)
  const stunted = random.integer(4, 40)
  const counts = new Map<CountKey, number>(([
    ['targeted', targeted], ['weighed', targeted - 10], ['measured', targeted - random.integer(12, 40)], ['under_five', targeted], ['stunted', stunted], ['severely_stunted', Math.floor(stunted / 5)],
    ['pmt_wasted', random.integer(2, 15)], ['pmt_underweight', random.integer(1, 9)], ['pmt_faltering', random.integer(1, 12)], ['pregnant', random.integer(20, 70)], ['pregnant_ced', random.integer(1, 9)],
    ['cadre', posyandu * 5], ['development_cadre', 1], ['posyandu', posyandu], ['family_no_toilet', random.integer(0, 20)],
  ] as const).filter(([group]) => !unknown.includes(group)))
  let next = 0
  const template = buildTemplate(kind, { fiscalYear, counts, newId: () => `${village}-${(next += 1)}` })
  const ceiling = random.integer(150, 420) * 1_000_000
  const sources = template.sources.map((source, index) => ({ ...source, ceiling: index === 0 ? ceiling : null }))
  const region = findRegion(village)?.name ?? village
  const plan: Plan = { id: village, name: `${kind === 'desa' ? 'Desa' : 'Kelurahan'} ${region} TA ${fiscalYear} (contoh)`, region: village, kind, fiscalYear, complete: random.integer(0, 3) > 0, series: {}, ...template, sources, commitments: [], cells: [] }
  const paid = { ...plan, cells: pay(plan, counts, ceiling) }
  const rules = rulesFor(fiscalYear)
  const { name, complete, activities, lines, commitments, cells } = paid
  return packageBody.parse(JSON.parse(JSON.stringify({
    format: PACKAGE_FORMAT, formatVersion: PACKAGE_VERSION, village, fiscalYear, revision, madeAt, plan: { name, kind, complete, activities, lines, sources, commitments, cells },
    series: { child: { name: 'Data contoh', kind: 'manual', measuredOn: '2026-08-31', source: 'dibuat oleh Rembuk' } }, counts: Object.fromEntries(counts),
    versions, notes: checkPlan({ plan: paid, counts, rules, figures: planFigures(paid, counts, rules) }),
  })))
}

/** A package as a file, as a village would hand it over. */
export function packageFile(body: PackageBody, secret?: string): File {
  return new File([packPackage(body, secret).bytes as Uint8Array<ArrayBuffer>], `${body.village} rev ${body.revision}.rembuk.gz`)
}

/** One package of every desa and kelurahan of a regency, in order of code. */
export function regencyPackages(region = BLITAR, options: Omit<VillageOptions, 'village'> = {}): File[] {
  return listVillages(region).map(({ code }) => packageFile(villageBody({ ...options, village: code })))
}
