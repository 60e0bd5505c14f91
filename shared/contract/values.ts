import { z } from 'zod'
import { COMMITMENT_CLASSES, SPENDING_CLASSES } from '../domain/plan.ts'
import { DENOMINATORS, FAMILY_NAMES, TARGET_GROUPS } from '../domain/target-group.ts'

/** Whole rupiah ≥ 0 that a number holds exactly. */
export const rupiah = z.int().min(0)
/** Rupiah that may be negative: what is left of an overspent source. */
export const balance = z.int()
export const basisPoints = z.int().min(0).max(10_000)
export const wholeNumber = z.int().min(0).max(1_000_000_000)
export const isoDate = z.iso.date()
export const id = z.string().min(1).max(100)
export const planId = id.optional().describe('the workspace’s current plan when left out')
export const tier = z.union([z.literal(1), z.literal(2), z.literal(3)])
export const weight = z.union([z.literal(1), z.literal(2), z.literal(3)])
export const planKind = z.enum(['desa', 'kelurahan', 'regency'])
export const family = z.enum(FAMILY_NAMES as unknown as [(typeof FAMILY_NAMES)[number], ...(typeof FAMILY_NAMES)[number][]])
export const targetGroup = z.enum(TARGET_GROUPS as unknown as [(typeof TARGET_GROUPS)[number], ...(typeof TARGET_GROUPS)[number][]])
export const countKey = z.union([targetGroup, z.enum(DENOMINATORS)])
export const spendingClass = z.enum(SPENDING_CLASSES)
export const commitmentClass = z.enum(COMMITMENT_CLASSES)
export const strategy = z.enum(['tiered', 'children'])
export const confidence = z.enum(['A', 'B', 'unverified'])
/** What a least coverage or a lock protects where nobody asked for it as such: the line, a group that it follows, or what the source pays. */
export const protection = z.union([z.enum(['line', 'source']), targetGroup])
export type Protecting = z.infer<typeof protection>

export const basis = z.object({ source: z.string(), date: z.string(), confidence })

export const finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  where: z.object({ kind: z.enum(['plan', 'source', 'activity', 'line', 'series', 'rule']), id: z.string(), label: z.string() }),
  amounts: z.record(z.string(), z.number()),
  words: z.record(z.string(), z.string()),
})

export const servedEntry = z.strictObject({ by: z.string().min(1).max(100), units: wholeNumber, basis: z.string().max(300), date: z.string().max(20) })

export const quantity = z.union([
  z.object({ unit: z.string(), driver: targetGroup, shareBp: z.int().min(0), served: z.array(servedEntry), lastN: wholeNumber.nullable() }),
  z.object({ unit: z.string(), n: wholeNumber }),
])

/** Progress of long work: a phase by name, and how far where that is known. */
export const progress = z.object({ event: z.literal('progress'), phase: z.string(), done: z.number().nullable(), total: z.number().nullable() })
export type Progress = z.infer<typeof progress>
