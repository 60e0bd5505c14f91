import type { z } from 'zod'
import type { caseloadContract } from '#shared/contract/caseload.ts'

/** What a query about a by-name list answers. */
export type Answer<K extends 'crossCheck' | 'compareSeries' | 'rounds' | 'remeasure' | 'childGrowth'> = z.output<Extract<(typeof caseloadContract)[K]['~orpc']['outputSchema'], z.ZodType>>
