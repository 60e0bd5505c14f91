import { z } from 'zod'
import { SOURCES } from '../catalogue/sources.ts'
import { planFigures } from '../domain/figures.ts'
import { isDriven, type Plan } from '../domain/plan.ts'
import { villageKind } from '../domain/region.ts'
import { rulesFor } from '../domain/rules.ts'
import { isStage, STAGES, type VersionStage } from '../domain/version.ts'
import { SERIES_KINDS, type CountKey, type PlanCounts } from '../domain/caseload.ts'
import { DENOMINATORS, TARGET_GROUPS } from '../domain/target-group.ts'
import { basisPoints, commitmentClass, confidence, family, rupiah, spendingClass, targetGroup, tier, weight, wholeNumber } from './values.ts'

/** What every package begins with, and the version of its form that this program writes; every earlier one is read. 2 added the locked versions. */
export const PACKAGE_FORMAT = 'rembuk-package'
export const PACKAGE_VERSION = 2

const id = z.string().min(1).max(100)
const text = z.string().max(2_000)
const code = z.string().max(60)
const isoDate = z.string().max(40)
const village = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.[123]\d{3}$/)
const position = z.int().min(-1_000_000).max(1_000_000)
const units = z.int().min(0).max(1_000_000_000)

const served = z.strictObject({ by: text, units, basis: text, date: isoDate })
const quantity = z.union([
  z.strictObject({ unit: text, driver: targetGroup, shareBp: z.int().min(0).max(1_000_000), served: z.array(served).max(50), lastN: units.nullable() }),
  z.strictObject({ unit: text, n: units }),
])
const activity = z.strictObject({
  id, catalogueKey: code.nullable(), name: text, intervention: z.enum(['specific', 'sensitive', 'support']), villageCode: code.nullable(), regencyCode: code.nullable(),
  location: text, beneficiaries: text, months: z.int().min(0).max(4095), implementer: text, execution: z.enum(['self', 'inter_village', 'third_party']),
  indicator: text, indicatorUnit: text, target: units.nullable(), targetNext: units.nullable(), tier, weight, position,
})
const line = z.strictObject({
  id, activityId: id, description: text, accountCode: code.nullable(), quantities: z.array(quantity).max(20), unitPrice: rupiah,
  priceBasis: z.strictObject({ source: text, date: isoDate, confidence }).nullable(), spendingClass, cutBy: z.int().min(0).max(19).nullable(), splittable: z.boolean(),
  coverageTargetBp: basisPoints.nullable(), position,
})
const source = z.strictObject({
  id, code: z.enum(SOURCES.map((entry) => entry.code) as [(typeof SOURCES)[number]['code'], ...(typeof SOURCES)[number]['code'][]]), label: text, name: text,
  ceiling: rupiah.nullable(), total: rupiah.nullable(), certainty: z.enum(['certain', 'indicative', 'pledged']), origin: z.enum(['current', 'carry_over']),
  stages: z.array(z.strictObject({ month: z.int().min(1).max(12), shareBp: basisPoints })).max(12), reservedFor: z.array(code).max(50), onBudget: z.boolean(),
  spendingOrder: z.int().min(0).max(100_000),
})
const bidang = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
const cell = z.strictObject({ lineId: id, sourceId: id, units, amount: rupiah.nullable(), locked: z.boolean() })
const note = z.strictObject({
  code, severity: z.enum(['error', 'warning', 'info']), where: z.strictObject({ kind: z.enum(['plan', 'source', 'activity', 'line', 'series', 'rule']), id: text, label: text }),
  amounts: z.record(z.string().max(60), z.number()), words: z.record(z.string().max(60), text),
})

const plan = z.strictObject({
  name: text, kind: z.enum(['desa', 'kelurahan']), complete: z.boolean(), activities: z.array(activity).max(500), lines: z.array(line).max(2_000), sources: z.array(source).max(60),
  commitments: z.array(z.strictObject({ sourceId: id, class: commitmentClass, bidang: bidang.nullable(), amount: rupiah })).max(500), cells: z.array(cell).max(20_000),
})

const version = z.strictObject({
  number: z.int().min(1).max(10_000), stage: z.enum([...STAGES.desa, ...STAGES.kelurahan] as [VersionStage, ...VersionStage[]]), lockedAt: z.iso.datetime(), need: rupiah, funded: rupiah,
  activities: z.array(z.strictObject({ id, name: text, regencyCode: code.nullable(), need: rupiah, funded: rupiah })).max(500),
})

function unique(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}

/**
 * Everything of a package but its signature and sum. Counts are of the whole village: nothing below it, no child. The ceiling of a source is what
 * the village's own rules made of it, so that its figures come out as it had them.
 */
export const packageBody = z.strictObject({
  format: z.literal(PACKAGE_FORMAT), formatVersion: z.union([z.literal(1), z.literal(PACKAGE_VERSION)]), village, fiscalYear: z.int().min(2000).max(2100), revision: z.int().min(1).max(1_000_000_000),
  madeAt: z.iso.datetime(), plan,
  series: z.partialRecord(family, z.strictObject({ name: text, kind: z.enum(SERIES_KINDS), measuredOn: isoDate, source: text })),
  counts: z.partialRecord(z.enum([...TARGET_GROUPS, ...DENOMINATORS]), wholeNumber), notes: z.array(note).max(5_000),
  /** Locked versions with their sums by activity, oldest first; none in the first form. */
  versions: z.array(version).max(60).default([]),
}).superRefine((body, context) => {
  const fail = (message: string) => context.addIssue({ code: 'custom', message })
  const { activities, lines, sources, cells, commitments } = body.plan
  const [activityIds, lineIds, sourceIds] = [activities, lines, sources].map((items) => new Set(items.map((item) => item.id)))
  if (villageKind(body.village) !== body.plan.kind || body.versions.some(({ stage }) => !isStage(body.plan.kind, stage))) fail('kind')
  if (!unique(body.versions.map(({ number }) => String(number)))) fail('versions')
  if (![activities, lines, sources].every((items) => unique(items.map((item) => item.id)))) fail('ids')
  if (!unique(cells.map((one) => `${one.lineId}\n${one.sourceId}`))) fail('cells')
  if (lines.some((one) => !activityIds?.has(one.activityId) || (one.cutBy !== null && one.cutBy >= one.quantities.length) || one.quantities.filter(isDriven).length > 1)) fail('lines')
  if (cells.some((one) => !lineIds?.has(one.lineId) || !sourceIds?.has(one.sourceId)) || commitments.some((one) => !sourceIds?.has(one.sourceId))) fail('references')
})
export type PackageBody = z.infer<typeof packageBody>

/** Ed25519: the key of the office and its signature over the body, both base64 without padding. */
export const packageSignature = z.strictObject({ key: z.string().max(100), value: z.string().max(200) })
export const packageSum = z.string().regex(/^[0-9a-f]{64}$/)

/** The plan of a package as plans are everywhere else. Its id says whose it is. */
export function planOf({ village, fiscalYear, plan }: PackageBody): Plan {
  return { id: `${village}/${fiscalYear}`, region: village, fiscalYear, series: {}, ...plan }
}

function countsOf({ counts }: PackageBody): PlanCounts {
  return new Map(Object.entries(counts) as [CountKey, number][])
}

/** The plan of a package with what follows from it, as the village had it. @throws MoneyRangeError */
export function packageView(body: PackageBody) {
  const [made, counts, rules] = [planOf(body), countsOf(body), rulesFor(body.fiscalYear, [])]
  return { plan: made, counts, rules, figures: planFigures(made, counts, rules) }
}
