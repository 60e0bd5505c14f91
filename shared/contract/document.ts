import { z } from 'zod'
import { query } from './procedure.ts'
import { planId } from './values.ts'

export const DOCUMENTS = [
  'workbook', 'ringkasan', 'rkp-desa', 'du-rkp', 'rab', 'tabel-5', 'tawaran', 'berita-acara', 'daftar-hadir', 'ukur-ulang', 'rkpd', 'rkpd-lama', 't-d4', 'lembar-entri',
] as const
export type DocumentName = (typeof DOCUMENTS)[number]

const TOPICS = ['plan', 'caseload', 'allocation', 'rules', 'workspace', 'scenario', 'meeting'] as const
const PAPER_ERRORS = ['plan_missing', 'plan_not_found', 'version_not_found', 'workspace_damaged'] as const
const document = z.enum(DOCUMENTS)
const version = z.string().max(100).optional().describe('a locked version, by number or id; the plan as it stands when left out')
const paper = z.enum(['F4', 'A4'])
const language = z.enum(['id', 'en'])
/** Full names of children in the list to measure again, which says so; every other paper has none. */
const names = z.boolean().default(false)
const align = z.enum(['left', 'center', 'right'])

const signatory = z.object({ lead: z.string(), role: z.string(), name: z.string().nullable(), nip: z.string().nullable(), dated: z.boolean() })

const tone = z.enum(['done', 'part', 'gap', 'rest'])
const chartShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rect'), x: z.number(), y: z.number(), width: z.number(), height: z.number(), tone }),
  z.object({ kind: z.literal('line'), x: z.number(), y: z.number(), toX: z.number(), toY: z.number(), tone: tone.nullable() }),
  z.object({ kind: z.literal('text'), x: z.number(), y: z.number(), size: z.number(), anchor: z.enum(['start', 'middle', 'end']), bold: z.boolean(), text: z.string() }),
])

const previewRow = z.object({
  kind: z.enum(['letterhead', 'office', 'address', 'rule', 'title', 'gap', 'heading', 'paragraph', 'chart', 'fact', 'header', 'numbering', 'body', 'note', 'sign', 'sign-space', 'sign-name']),
  role: z.enum(['group', 'subgroup', 'line', 'muted', 'subtotal', 'total', 'carry']).nullable(),
  height: z.number(),
  cells: z.array(z.object({ column: z.int(), columns: z.int(), rows: z.int(), text: z.string(), align, indent: z.int(), bar: z.number().nullable() })),
  /** Drawn in the row, as wide as the paper, in points. */
  chart: z.object({ width: z.number(), label: z.string(), shapes: z.array(chartShape) }).nullable(),
})
export type PreviewRow = z.infer<typeof previewRow>

/** A sheet as it will be printed; sizes in millimetres, heights of rows and text in points. `key` names its setting `sign.<key>`. */
export const previewSheet = z.object({
  key: z.string(), name: z.string(), paper, width: z.number(), height: z.number(),
  margins: z.object({ left: z.number(), right: z.number(), top: z.number(), bottom: z.number(), footer: z.number() }),
  textSize: z.number(), language, draft: z.string().nullable(), widths: z.array(z.number()),
  /** The emblem of the letterhead as a data URL, with its place in millimetres from the margins; on the pages that have one. */
  logo: z.object({ src: z.string(), left: z.number(), top: z.number(), width: z.number(), height: z.number() }).nullable(),
  pages: z.array(z.object({ hasLogo: z.boolean(), rows: z.array(previewRow), left: z.string(), right: z.string() })),
  signatories: z.array(signatory),
})
export type PreviewSheet = z.infer<typeof previewSheet>

/** Papers of a plan. */
export const documentContract = {
  /** The documents that a plan of this kind has, with how far each is. */
  list: query(TOPICS, z.strictObject({ planId, version, paper: paper.optional() }), z.array(z.object({
    document, sheets: z.array(z.string()), pages: z.int(),
    /** `empty`: nothing to print yet; `incomplete`: a total says `belum lengkap`; `draft`: the plan is not declared complete. */
    state: z.enum(['ready', 'draft', 'incomplete', 'empty']),
  })), [...PAPER_ERRORS]),
  /** The pages of a document as data, from the same description that the file is written from. */
  preview: query(TOPICS, z.strictObject({
    planId, version, document, paper: paper.optional(), findings: z.boolean().default(false), names, language: language.default('id'),
  }), z.array(previewSheet), [...PAPER_ERRORS, 'document_not_for_kind', 'document_empty']),
  export: query(TOPICS, z.strictObject({
    planId, version, document, format: z.enum(['xlsx', 'csv']).default('xlsx'), paper: paper.optional(), findings: z.boolean().default(false), names, language: language.default('id'),
  }), z.file(), [...PAPER_ERRORS, 'document_not_for_kind', 'document_empty', 'stopped']),
}
