import { hashKey, type QueryClient, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { getContractRouter, isContractProcedure } from '@orpc/contract'
import { contract } from '#shared/contract/index.ts'
import type { ProcedureMeta, Topic } from '#shared/contract/procedure.ts'
import { errorText } from './error-text.ts'
import { inOrder } from './in-order.ts'
import { useTranslator } from './language.tsx'
import { useNotices } from './notices.tsx'
import { useSavedAt } from './saved-at.ts'
import { tellOtherTabs } from './workspace-switch.ts'

function topicsOf(path: readonly string[]): readonly Topic[] {
  const procedure = getContractRouter(contract, path)
  return isContractProcedure(procedure) ? (procedure['~orpc'].meta as ProcedureMeta).topics : []
}

/**
 * Makes every query fetch again that reads a topic which the command at this path (`['plan', 'setLine']`) writes; but for those whose keys are
 * `fresh`, because the command's own answer was put there.
 */
export function refetchAfter(queries: QueryClient, path: readonly string[], fresh: readonly QueryKey[] = []): Promise<void> {
  tellOtherTabs()
  const written = new Set(topicsOf(path))
  const done = new Set(fresh.map((key) => hashKey(key)))
  return queries.invalidateQueries({
    predicate: ({ queryKey, queryHash }) => {
      const [of] = queryKey
      return !done.has(queryHash) && Array.isArray(of) && topicsOf(of as string[]).some((topic) => written.has(topic))
    },
  })
}

/** Before a step back or again is followed by questions about the plan: it may have taken the only plan away, and the screens of it with it. */
async function lookWhetherPlanned(queries: QueryClient): Promise<void> {
  await queries.refetchQueries({ predicate: ({ queryKey: [of] }) => Array.isArray(of) && of[0] === 'workspace' && of[1] === 'info' })
  // React takes the screens down in a task of its own.
  await new Promise((resolve) => { setTimeout(resolve) })
}

/**
 * A command of the core as a function for the screen: it refetches what it changed, and says in a notice why it failed (the
 * screen stays as it is). Undo and redo wait for what was asked before them. `path` is the command's place in the contract. @returns the mutation; `mutateAsync` rejects on failure
 */
export function useCommand<I, O>(path: readonly [string, string], call: (input: I) => Promise<O>) {
  const queries = useQueryClient()
  const translator = useTranslator()
  const show = useNotices((state) => state.show)
  return useMutation({
    mutationFn: (input: I) => (path[0] === 'history' ? inOrder.step : inOrder.change)(() => call(input)),
    onSuccess: async () => {
      useNotices.getState().pass()
      if (path[0] === 'history') {
        useSavedAt.getState().moved()
        await lookWhetherPlanned(queries)
      }
      return refetchAfter(queries, path)
    },
    onError: (error) => show({ text: errorText(error, translator), alarm: true }),
  })
}
