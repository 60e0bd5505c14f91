import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { command, query } from './procedure.ts'
import { id, progress, rupiah, tier, wholeNumber } from './values.ts'

/** How the villages are weighed against each other, and what all of them draw on: sources of the regency's plan, or its envelope. */
const jointTerms = z.strictObject({
  strategy: z.enum(['equal', 'tiered']).default('equal'), funds: z.array(z.strictObject({ id, amount: rupiah.min(1) })).min(1).max(20), villages: z.enum(['all', 'desa', 'kelurahan']).default('all'),
})
export type JointTerms = z.infer<typeof jointTerms>

/** What one step reached, and what no answer exceeds that brings the earlier steps near to theirs. Shares from 0 to 1; a `sum` adds weight × share. */
const step = z.object({ step: z.enum(['village', 'lowest', 'sum']), tier: tier.nullable(), reached: z.number(), bound: z.number(), gap: z.number() })
export type JointStep = z.infer<typeof step>

const village = z.object({
  code: z.string(), name: z.string(), district: z.string(), kind: z.enum(['desa', 'kelurahan']), need: rupiah, own: rupiah, shared: rupiah,
  /** Coverage of the plan as it was sent, and of this answer; null = it needs nothing. */
  before: z.number().nullable(), coverage: z.number().nullable(), lowest: z.number().nullable(),
  /** What the kept division by formula gives it; null = none is kept, or the village has no part in it. */
  formula: rupiah.nullable(),
})
export type JointVillageReport = z.infer<typeof village>

export const jointReport = z.object({
  terms: jointTerms, status: z.enum(['optimal', 'feasible']), gap: z.number(), steps: z.array(step),
  funds: z.array(z.object({ id: z.string(), label: z.string(), amount: rupiah, spent: rupiah })),
  villages: z.array(village), aside: z.array(z.string()), madeAt: z.string(), ms: wholeNumber,
})
export type JointReport = z.infer<typeof jointReport>

const ERRORS = ['regency_only', 'no_submissions', 'source_unknown', 'joint_impossible', 'money_range', 'workspace_damaged'] as const
const TOPICS = ['submission', 'plan', 'allocation'] as const

/** All villages and the regency's money together. */
export const jointContract = {
  /** What there is to share, who has sent a plan, and the answer that was kept; `outdated`: plans came in since. */
  start: query(TOPICS, z.strictObject({}), z.object({
    funds: z.array(z.object({ id: z.string(), label: z.string(), left: rupiah })), villages: wholeNumber, received: wholeNumber, receivedKelurahan: wholeNumber,
    kept: jointReport.nullable(), outdated: z.boolean(),
  }), ['regency_only']),
  /** Reckons and writes nothing; the last answer can be kept while the villages' plans stay as they were. Ended early, it is stopped. */
  run: query(TOPICS, z.strictObject({ terms: jointTerms }), eventIterator(z.discriminatedUnion('event', [progress, z.object({ event: z.literal('done'), report: jointReport })])), [...ERRORS, 'stopped']),
  /** The last answer, or the one that is kept, as a workbook; its villages alone as CSV. */
  export: query(TOPICS, z.strictObject({ which: z.enum(['last', 'kept']), format: z.enum(['xlsx', 'csv']).default('xlsx'), paper: z.enum(['F4', 'A4']).optional(), language: z.enum(['id', 'en']).default('id') }),
    z.file(), ['regency_only', 'proposal_outdated', 'stopped']),
  /** Keeps the last answer as the regency's, as one step. */
  keep: command(['submission'], z.strictObject({}), z.object({ villages: wholeNumber }), ['regency_only', 'proposal_outdated']),
}
