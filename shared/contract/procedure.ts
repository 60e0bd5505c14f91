import { type AnySchema, oc } from '@orpc/contract'
import { z } from 'zod'
import { type ErrorCode, ERRORS } from './errors.ts'

/** What a procedure reads or writes; a command makes the queries of its topics fetch again. */
export const TOPICS = ['home', 'workspace', 'caseload', 'plan', 'allocation', 'rules', 'backup', 'scenario', 'meeting', 'submission'] as const
export type Topic = (typeof TOPICS)[number]

export interface ProcedureMeta {
  readonly kind: 'query' | 'command'
  readonly topics: readonly Topic[]
}

type ErrorsOf<C extends ErrorCode> = { [K in C]: { data: (typeof ERRORS)[K] } }

function pick<C extends ErrorCode>(codes: readonly C[]): ErrorsOf<C> {
  return Object.fromEntries(codes.map((code) => [code, { data: ERRORS[code] }])) as ErrorsOf<C>
}

/** A procedure of the boundary: what it is, what it takes, what it answers, and the errors that it names. */
function procedure<I extends AnySchema, O extends AnySchema, C extends ErrorCode>(
  kind: ProcedureMeta['kind'], topics: readonly Topic[], input: I, output: O, codes: readonly C[],
) {
  return oc.$meta<ProcedureMeta>({ kind, topics }).errors(pick([...codes, 'workspace_not_open' as const])).input(input).output(output)
}

/** Reads; changes nothing. */
export function query<I extends AnySchema, O extends AnySchema, C extends ErrorCode = never>(topics: readonly Topic[], input: I, output: O, codes: readonly C[] = []) {
  return procedure('query', topics, input, output, codes)
}

/** Why something was changed, in its user's words; it stands in the history of the figures that the step changed. */
const reason = z.string().trim().min(1).max(500).optional()

/** Changes the workspace, as one named step. Every command takes a `reason`. */
export function command<S extends z.core.$ZodLooseShape, O extends AnySchema, C extends ErrorCode = never>(
  topics: readonly Topic[], input: z.ZodObject<S, z.core.$strict>, output: O, codes: readonly C[] = [],
) {
  return procedure('command', topics, input.extend({ reason }), output, [...codes, 'workspace_read_only', 'workspace_moved', 'workspace_in_use', 'workspace_no_space', 'workspace_unreachable', 'workspace_damaged', 'target_not_writable'] as const)
}
