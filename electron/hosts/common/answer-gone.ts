import { ORPCError } from '@orpc/client'
import { type GoneAnswer, isGoneCode } from '#shared/contract/gone.ts'
import type { ProcedureMeta } from '#shared/contract/procedure.ts'

interface Call {
  readonly procedure: { readonly '~orpc': { readonly meta: object } }
  next(): Promise<unknown>
}

function isQuery(meta: object): meta is ProcedureMeta {
  return 'kind' in meta && meta.kind === 'query'
}

/** Answers a window's question about what is gone with that, instead of a failed request; a command that needs what is gone fails as ever. */
export async function answerGone({ procedure, next }: Call): Promise<unknown> {
  try {
    return await next()
  } catch (error) {
    if (!(error instanceof ORPCError) || !isQuery(procedure['~orpc'].meta) || !isGoneCode(error.code)) throw error
    return { '~gone': { code: error.code, data: error.data as unknown } } satisfies GoneAnswer
  }
}
