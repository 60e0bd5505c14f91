import type { z } from 'zod'
import type { planSource } from '#shared/contract/plan.ts'

export type Source = z.infer<typeof planSource>
