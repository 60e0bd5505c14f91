import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { getContractRouter, isContractProcedure } from '@orpc/contract'
import { contract } from '#shared/contract/index.ts'
import type { ProcedureMeta, Topic } from '#shared/contract/procedure.ts'
import { errorText } from './error-text.ts'
import { useTranslator } from './language.tsx'
import { useNotices } from './notices.tsx'

function topicsOf(path: readonly string[]): readonly Topic[] {
  const procedure = getContractRouter(contract, path)
  return isContractProcedure(procedure) ? (procedure['~orpc'].meta as ProcedureMeta).topics : []
}

/** Makes every query fetch again that reads a topic which the command at this path (`['plan', 'setLine']`) writes. */
export function refetchAfter(queries: QueryClient, path: readonly string[]): Promise<void> {
  const written = new Set(topicsOf(path))
  return queries.invalidateQueries({
    predicate: ({ queryKey: [of] }) => Array.isArray(of) && topicsOf(of as string[]).some((topic) => written.has(topic)),
  })
}

/**
 * A command of the core as a function for the screen: it refetches what it changed, and says in a notice why it failed (the
 * screen stays as it is). `path` is the command's place in the contract. @returns the mutation; `mutateAsync` rejects on failure
 */
export function useCommand<I, O>(path: readonly [string, string], call: (input: I) => Promise<O>) {
  const queries = useQueryClient()
  const translator = useTranslator()
  const show = useNotices((state) => state.show)
  return useMutation({
    mutationFn: call,
    onSuccess: () => refetchAfter(queries, path),
    onError: (error) => show({ text: errorText(error, translator), alarm: true }),
  })
}
