import type { InterventionEntry, LineTemplate, QuantityTemplate } from '#shared/catalogue/intervention.ts'
import { intervention, INTERVENTIONS, offeredTo } from '#shared/catalogue/interventions.ts'
import { price, priceBasis } from '#shared/catalogue/prices.ts'
import { newSource } from '#shared/catalogue/sources.ts'
import { subKegiatan } from '#shared/catalogue/sub-kegiatan.ts'
import type { PlanCounts } from './caseload.ts'
import { FULL_BP } from './money.ts'
import { drivenNumber } from './need.ts'
import { ALL_MONTHS } from './period.ts'
import { type Activity, type CostLine, type FundingSource, isDriven, type PlanKind, type Quantity, type SourceCode } from './plan.ts'

export interface FromCatalogueOptions {
  readonly kind: PlanKind
  /** What is counted now: remembered in each driven quantity, and the output target where one follows it. */
  readonly counts: PlanCounts
  readonly newId: () => string
  /** Place of the activity in the plan's order. */
  readonly position: number
}

export interface CatalogueActivity {
  readonly activity: Activity
  readonly lines: readonly CostLine[]
}

/** Sources of a first plan, without ceilings. */
const TEMPLATE_SOURCES: Readonly<Record<PlanKind, readonly SourceCode[]>> = {
  desa: ['DDS', 'ADD', 'PBH', 'PAD', 'PBK', 'GENTING'],
  kelurahan: ['DAU', 'PAD-D', 'BOK', 'CSR', 'GENTING'],
  regency: ['DAU', 'PAD-D', 'BOK', 'BOKB', 'DAK-F', 'BK-PROV', 'CSR', 'GENTING'],
}

/** Months 1–12 as a 12-bit set; none named: the whole year. */
function monthSet(months: readonly number[] | undefined): number {
  return months === undefined ? ALL_MONTHS : months.reduce((set, month) => set | (1 << (month - 1)), 0)
}

function quantityOf(template: QuantityTemplate, counts: PlanCounts): Quantity {
  if (!('driver' in template)) return { unit: template.unit, n: template.n }
  const quantity = { unit: template.unit, driver: template.driver, shareBp: template.shareBp ?? FULL_BP, served: [], lastN: null }
  return { ...quantity, lastN: drivenNumber(quantity, counts).n }
}

function lineOf(template: LineTemplate, activityId: string, position: number, options: FromCatalogueOptions): CostLine {
  const basis = price(template.price)
  return {
    id: options.newId(),
    activityId,
    description: template.description,
    // Objek belanja of Permendagri 20/2018 belong to the APBDes; the accounts of an APBD are others.
    accountCode: options.kind === 'desa' ? template.account : null,
    quantities: template.quantities.map((quantity) => quantityOf(quantity, options.counts)),
    unitPrice: basis.amount,
    priceBasis: priceBasis(basis),
    spendingClass: template.spendingClass,
    cutBy: template.cutBy,
    splittable: false,
    coverageTargetBp: null,
    position,
  }
}

const WARD_OFFICE: Readonly<Record<string, string>> = {
  'Kasi Kesejahteraan': 'Kasi Pemberdayaan Masyarakat',
  'Kasi Pemerintahan': 'Kasi Pemerintahan',
}

/** Output target: the count that it follows; where it follows none, the quantity that counts in the indicator's unit. */
function targetOf(entry: InterventionEntry, lines: readonly CostLine[], counts: PlanCounts): number | null {
  if (entry.targetGroup !== undefined) return counts.get(entry.targetGroup) ?? null
  const quantity = lines.flatMap((line) => line.quantities).find((candidate) => candidate.unit === entry.indicatorUnit)
  return quantity !== undefined && !isDriven(quantity) ? quantity.n : null
}

function make(entry: InterventionEntry, options: FromCatalogueOptions): CatalogueActivity {
  const { kind, newId, position, counts } = options
  const id = newId()
  const lines = entry.lines.map((line, index) => lineOf(line, id, index + 1, options))
  const regencyCode = kind === 'kelurahan' ? entry.wardCode : entry.regencyCode
  // Kepmendagri fixes what a sub kegiatan is measured by: a regency plan takes that or nothing.
  const official = kind === 'regency' && regencyCode !== null ? subKegiatan(regencyCode) : undefined
  const activity: Activity = {
    id,
    catalogueKey: entry.key,
    name: entry.name,
    intervention: entry.intervention,
    villageCode: kind === 'desa' ? entry.villageCode : null,
    regencyCode,
    location: kind === 'desa' ? 'Desa' : kind === 'kelurahan' ? 'Kelurahan' : 'Kabupaten/kota',
    beneficiaries: entry.beneficiaries,
    months: monthSet(entry.months),
    implementer: kind === 'kelurahan' ? (WARD_OFFICE[entry.implementer] ?? entry.implementer) : entry.implementer,
    execution: entry.execution,
    indicator: kind === 'regency' ? (official?.indicator ?? '') : entry.indicator,
    indicatorUnit: kind === 'regency' ? (official?.unit ?? '') : entry.indicatorUnit,
    target: kind === 'regency' ? null : targetOf(entry, lines, counts),
    targetNext: null,
    tier: entry.tier,
    weight: entry.weight,
    position,
  }
  return { activity, lines }
}

/**
 * One activity of the catalogue with its usual lines, ready to be added to a plan; the codes are kept as they are now. `undefined`
 * where the catalogue has no such key or a plan of this kind cannot hold it.
 */
export function fromCatalogue(key: string, options: FromCatalogueOptions): CatalogueActivity | undefined {
  const entry = intervention(key)
  return entry && offeredTo(entry, options.kind) ? make(entry, options) : undefined
}

export interface TemplateOptions {
  readonly fiscalYear: number
  /** What is counted now; groups that are missing stay unknown and their lines wait for data. */
  readonly counts?: PlanCounts
  /** Other activities than the usual ones, in this order. */
  readonly keys?: readonly string[]
  readonly newId: () => string
}

export interface PlanTemplate {
  readonly activities: readonly Activity[]
  readonly lines: readonly CostLine[]
  readonly sources: readonly FundingSource[]
}

/**
 * A complete first plan of a desa, a kelurahan or a regency: the usual activities by priority with their lines, and the usual sources
 * without ceilings (domain §14). A kelurahan gets no Dana Desa, no ADD and no village codes. Positions are plan order, from 1.
 */
export function buildTemplate(kind: PlanKind, options: TemplateOptions): PlanTemplate {
  const { newId } = options
  const counts: PlanCounts = options.counts ?? new Map()
  const keys = options.keys ?? INTERVENTIONS.filter((entry) => entry.templates.includes(kind)).map((entry) => entry.key)
  const made = keys.flatMap((key, index) => fromCatalogue(key, { kind, counts, newId, position: index + 1 }) ?? [])
  return {
    activities: made.map(({ activity }) => activity),
    lines: made.flatMap(({ lines }) => lines),
    sources: TEMPLATE_SOURCES[kind].map((code) => newSource(code, newId())),
  }
}
