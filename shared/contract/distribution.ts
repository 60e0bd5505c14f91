import { z } from 'zod'
import { command, query } from './procedure.ts'
import { balance, countKey, rupiah, wholeNumber } from './values.ts'

const REGENCY = ['regency_only'] as const
const TOPICS = ['submission', 'plan', 'caseload'] as const

/** What an envelope is divided by. Weights are whole percents that sum to 100; `last` is last year's amount by village code. */
export const distributionTerms = z.strictObject({
  envelope: rupiah, measures: z.array(z.strictObject({ key: countKey, weight: z.int().min(0).max(100) })).min(1).max(10), base: rupiah.default(0), floor: rupiah.nullable().default(null),
  cap: rupiah.nullable().default(null), holdBp: z.int().min(0).max(20_000).nullable().default(null), unit: z.int().min(1).max(1_000_000_000).default(1_000),
  villages: z.enum(['all', 'desa', 'kelurahan']).default('all'), last: z.record(z.string().max(20), rupiah).default({}),
})
export type DistributionTerms = z.infer<typeof distributionTerms>

const step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('measure'), key: z.string(), weight: z.int(), count: wholeNumber.nullable(), total: wholeNumber }),
  z.object({ step: z.literal('base'), amount: rupiah }),
  z.object({ step: z.literal('formula'), round: z.int(), rest: balance, points: z.string(), allPoints: z.string(), part: rupiah, result: rupiah }),
  z.object({ step: z.literal('bound'), round: z.int(), by: z.enum(['base', 'floor', 'hold', 'cap']), amount: rupiah }),
  z.object({ step: z.literal('round'), unit: rupiah, added: balance, result: rupiah }),
])
export type Step = z.infer<typeof step>

export const divided = z.object({
  total: rupiah, rounds: z.int(),
  villages: z.array(z.object({
    code: z.string(), name: z.string(), district: z.string(), kind: z.enum(['desa', 'kelurahan']), amount: rupiah, last: rupiah.nullable(),
    /** Whether a count of the formula is unknown. */
    unknown: z.boolean(),
    /** What the village's own plan lacks, before and after; null = it has sent none. */
    gapBefore: rupiah.nullable(), gapAfter: rupiah.nullable(), steps: z.array(step),
  })),
})
export type Divided = z.infer<typeof divided>

/** Division of the regency's own money over its villages. */
export const distributionContract = {
  /** What was divided last, and which counts there are to divide by: how many villages know each. */
  terms: query(TOPICS, z.strictObject({}), z.object({
    terms: distributionTerms.nullable(), villages: wholeNumber, measures: z.array(z.object({ key: countKey, villages: wholeNumber, total: wholeNumber })),
  }), REGENCY),
  preview: query(TOPICS, z.strictObject({ terms: distributionTerms }), divided, [...REGENCY, 'distribution_impossible', 'village_unknown']),
  /** Keeps the terms as the regency's division, as one step. */
  save: command(['submission'], z.strictObject({ terms: distributionTerms }), divided, [...REGENCY, 'distribution_impossible', 'village_unknown']),
  /** The division as a workbook whose amounts follow from its terms by formulas, or as CSV. */
  export: query(TOPICS, z.strictObject({ terms: distributionTerms, format: z.enum(['xlsx', 'csv']).default('xlsx'), paper: z.enum(['F4', 'A4']).optional(), language: z.enum(['id', 'en']).default('id') }),
    z.file(), [...REGENCY, 'distribution_impossible', 'village_unknown', 'stopped']),
}
