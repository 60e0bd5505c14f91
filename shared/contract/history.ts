import { z } from 'zod'
import { command, query, TOPICS } from './procedure.ts'
import { planId } from './values.ts'

const words = z.record(z.string(), z.union([z.string(), z.number()]))

export const historyStep = z.object({
  id: z.int(), name: z.string(), words, madeAt: z.string(), reason: z.string().nullable(),
  /** undone: taken back and can be made again; discarded: taken back, then something else was done. */
  state: z.enum(['done', 'undone', 'discarded']),
  /** False for steps whose journal was dropped by the size limit, or that are older than the journal. */
  kept: z.boolean(),
})
export type HistoryStep = z.infer<typeof historyStep>

/** Kinds of figures that have a history. Amounts in whole rupiah, counts in units, `driver` the group that a quantity follows. */
export const FIGURES = ['price', 'quantity', 'driver', 'served', 'coverage_target', 'allocation', 'locked', 'ceiling', 'total', 'commitment', 'count'] as const

const figureChange = z.object({
  step: historyStep, figure: z.enum(FIGURES),
  /** Which one: the quantity's unit, the source's label, the commitment's class, the counted group. */
  label: z.string(),
  /** null = there was (or is) none. */
  from: z.union([z.number(), z.string()]).nullable(), to: z.union([z.number(), z.string()]).nullable(),
})
export type FigureChange = z.infer<typeof figureChange>

const moved = z.object({ step: z.object({ id: z.int(), name: z.string(), words, madeAt: z.string() }), undoable: z.boolean(), redoable: z.boolean() })

/** Steps taken back and made again, and the past of a figure. */
export const historyContract = {
  /** Takes the last step back, whatever it was, also after a restart. */
  undo: command(TOPICS, z.strictObject({}), moved, ['nothing_to_undo']),
  /** Makes the step again that was taken back last. A new command ends that. */
  redo: command(TOPICS, z.strictObject({}), moved, ['nothing_to_redo']),
  /** Newest first; what undo and redo would do now; how much the journal holds and may hold, in bytes. */
  steps: query(TOPICS, z.strictObject({ limit: z.int().min(1).max(100_000).optional() }), z.object({
    steps: z.array(historyStep), undo: z.int().nullable(), redo: z.int().nullable(), journalBytes: z.int(), journalLimit: z.int(),
  })),
  /**
   * When a figure changed, from what to what, in which step and why, newest first; as far back as the journal reaches. A line's
   * prices, quantities and cells (of one source with `source`), a source's ceilings and commitments, or a series' count of a group.
   */
  figure: query(['plan', 'caseload', 'allocation'], z.strictObject({
    planId, line: z.string().optional(), source: z.string().optional(), series: z.string().optional(), group: z.string().optional(), village: z.string().optional(), posyandu: z.string().max(120).default(''),
  }), z.array(figureChange), ['plan_missing', 'plan_not_found', 'line_not_found', 'line_ambiguous', 'source_unknown', 'series_not_found', 'group_unknown', 'workspace_damaged']),
}
