import { PACKAGE_FORMAT, PACKAGE_VERSION, packageBody, type PackageBody } from '#shared/contract/exchange-package.ts'
import type { CountKey, PlanCounts } from '#shared/domain/caseload.ts'
import { checkPlan } from '#shared/domain/checks.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { type AllocationCell, isDriven, type Plan, type SourceCode } from '#shared/domain/plan.ts'
import { villageKind } from '#shared/domain/region.ts'
import { rulesFor } from '#shared/domain/rules.ts'
import { buildTemplate } from '#shared/domain/template.ts'
import { findRegion } from '../regions/lookup.ts'
import { createRandom } from './random.ts'

export interface VillagePlanOptions {
  readonly village: string
  readonly fiscalYear?: number
  readonly revision?: number
  readonly madeAt?: string
  /** Other numbers for the same village. */
  readonly seed?: number
  /** Groups that the village has not counted. */
  readonly unknown?: readonly CountKey[]
  /** Counts that differ from the made-up ones. */
  readonly counts?: Partial<Readonly<Record<CountKey, number>>>
  /** Ceilings beside that of the first source. */
  readonly ceilings?: Partial<Readonly<Record<SourceCode, number>>>
  /** What the price of the first line of food is multiplied by. */
  readonly dear?: number
  /** Units of the first line of food that GENTING serves already. */
  readonly genting?: number
  /** Locked versions that go along. */
  readonly versions?: PackageBody['versions']
}

/** Pays each line in plan order from the sources in their order as far as they go: simple, and whole units as everywhere. */
function pay(plan: Plan, counts: PlanCounts): AllocationCell[] {
  const figures = planFigures(plan, counts, rulesFor(plan.fiscalYear))
  const left = new Map(figures.sources.map(({ source, available }) => [source.id, source.ceiling === null ? 0 : available]))
  return figures.lines.flatMap(({ line, need }) => {
    if (!need.known || need.unitCost === 0) return []
    let rest = need.units
    return plan.sources.flatMap((source): AllocationCell[] => {
      const has = left.get(source.id) ?? 0
      const units = Math.min(rest, Math.floor(has / need.unitCost))
      if (units === 0) return []
      rest -= units
      left.set(source.id, has - units * need.unitCost)
      return [{ lineId: line.id, sourceId: source.id, units, amount: null, locked: false }]
    })
  })
}

function madeUpCounts(random: ReturnType<typeof createRandom>): Map<CountKey, number> {
  const posyandu = random.integer(3, 8)
  const targeted = random.integer(120, 620)
  const stunted = random.integer(4, 40)
  return new Map<CountKey, number>([
    ['targeted', targeted], ['weighed', targeted - 10], ['measured', targeted - random.integer(12, 40)], ['under_five', targeted], ['stunted', stunted], ['severely_stunted', Math.floor(stunted / 5)],
    ['pmt_wasted', random.integer(2, 15)], ['pmt_underweight', random.integer(1, 9)], ['pmt_faltering', random.integer(1, 12)], ['pregnant', random.integer(20, 70)], ['pregnant_ced', random.integer(1, 9)],
    ['cadre', posyandu * 5], ['development_cadre', 1], ['posyandu', posyandu], ['family_no_toilet', random.integer(0, 20)],
  ])
}

/** The contents of a package of a made-up plan: the template of its kind over made-up counts, marked as an example, always the same for the same options. */
export function villagePlan(options: VillagePlanOptions): PackageBody {
  const { village, fiscalYear = 2027, revision = 1, madeAt = '2026-11-01T02:00:00.000Z', seed = 0, unknown = [], dear = 1, versions = [] } = options
  const random = createRandom(Number(village.replaceAll('.', '')) % 1_000_003 + seed * 7_919)
  const kind = villageKind(village)
  const counts = new Map([...madeUpCounts(random), ...(Object.entries(options.counts ?? {}) as [CountKey, number][])].filter(([group]) => !unknown.includes(group)))
  let next = 0
  const template = buildTemplate(kind, { fiscalYear, counts, newId: () => `${village}-${(next += 1)}` })
  const ceiling = random.integer(150, 420) * 1_000_000
  const sources = template.sources.map((source, index) => ({ ...source, ceiling: index === 0 ? ceiling : (options.ceilings?.[source.code] ?? null) }))
  const served = options.genting === undefined ? [] : [{ by: 'GENTING', units: options.genting, basis: 'kesepakatan orang tua asuh (contoh)', date: '2026-09-15' }]
  const food = template.lines.findIndex(({ spendingClass }) => spendingClass === 'food')
  const lines = template.lines.map((line, index) => (index === food ? { ...line, unitPrice: line.unitPrice * dear, quantities: line.quantities.map((quantity) => (isDriven(quantity) ? { ...quantity, served } : quantity)) } : line))
  const region = findRegion(village)?.name ?? village
  const empty: Plan = {
    id: village, name: `${kind === 'desa' ? 'Desa' : 'Kelurahan'} ${region} TA ${fiscalYear} (contoh)`, region: village, kind, fiscalYear, complete: random.integer(0, 3) > 0, series: {}, ...template, lines, sources, commitments: [], cells: [],
  }
  const paid = { ...empty, cells: pay(empty, counts) }
  const rules = rulesFor(fiscalYear)
  const { name, complete, activities, commitments, cells } = paid
  return packageBody.parse(JSON.parse(JSON.stringify({
    format: PACKAGE_FORMAT, formatVersion: PACKAGE_VERSION, village, fiscalYear, revision, madeAt, plan: { name, kind, complete, activities, lines, sources, commitments, cells },
    series: { child: { name: 'Data contoh', kind: 'manual', measuredOn: '2026-08-31', source: 'dibuat oleh Rembuk' } }, counts: Object.fromEntries(counts),
    versions, notes: checkPlan({ plan: paid, counts, rules, figures: planFigures(paid, counts, rules) }),
  })))
}
