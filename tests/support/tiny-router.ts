import { ORPCError, os } from '@orpc/server'
import { z } from 'zod'
import type { ProcedureMeta } from '#shared/contract/procedure.ts'

const asking = (kind: ProcedureMeta['kind']) => os.$meta<ProcedureMeta>({ kind, topics: [] }).input(z.object({ code: z.string() }))
const refuse = ({ input }: { input: { code: string } }): never => { throw new ORPCError(input.code, { data: { line: 'l1' } }) }

/** A router of a few procedures: what a host needs to be tested without the application behind it. `ask` and `tell` end in the error that they are given. */
export const tinyRouter = {
  echo: os.input(z.object({ text: z.string() })).handler(({ input }) => ({ text: input.text })),
  size: os.input(z.object({ file: z.file() })).handler(async ({ input }) => ({ name: input.file.name, bytes: (await input.file.bytes()).length })),
  ask: asking('query').handler(refuse),
  tell: asking('command').handler(refuse),
}
