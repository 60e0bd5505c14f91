import { z } from 'zod'
import { query } from './procedure.ts'
import { planId } from './values.ts'

export const DOCUMENTS = ['workbook', 'rkp-desa', 'rab', 'tabel-5', 'rkpd'] as const

/** Papers of a plan. */
export const documentContract = {
  export: query(['plan', 'caseload', 'allocation', 'rules', 'workspace'], z.strictObject({
    planId, document: z.enum(DOCUMENTS), format: z.enum(['xlsx', 'csv']).default('xlsx'), paper: z.enum(['F4', 'A4']).optional(), findings: z.boolean().default(false),
    language: z.enum(['id', 'en']).default('id'),
  }), z.file(), ['plan_missing', 'plan_not_found', 'document_not_for_kind', 'document_empty', 'stopped']),
}
