import { useMutation, useQueryClient } from '@tanstack/react-query'
import { errorText, isUnkept } from './error-text.ts'
import { inOrder } from './in-order.ts'
import { useTranslator } from './language.tsx'
import { useNotices } from './notices.tsx'
import { makesStep, refetchAfter } from './refetch.ts'
import { useSavedAt } from './saved-at.ts'

/**
 * A command of the core as a function for the screen: it refetches what it changed, and says in a notice why it failed (the
 * screen stays as it is). Undo and redo wait for what was asked before them. `path` is the command's place in the contract;
 * `say` tells at once what was done, before anything is read again, so that what is told keeps the order of what was done. @returns the mutation; `mutateAsync` rejects on failure
 */
export function useCommand<I, O>(path: readonly [string, string], call: (input: I) => Promise<O>, say?: (answer: O) => void) {
  const queries = useQueryClient()
  const translator = useTranslator()
  const show = useNotices((state) => state.show)
  return useMutation({
    mutationFn: (input: I) => (path[0] === 'history' ? inOrder.step : inOrder.change)(() => call(input)),
    onSuccess: (answer) => {
      if (makesStep(path)) useNotices.getState().pass()
      say?.(answer)
      if (path[0] === 'history') useSavedAt.getState().moved()
      return refetchAfter(queries, path)
    },
    onError: (error) => show({ text: errorText(error, translator), alarm: true, topic: isUnkept(error) ? 'unkept' : undefined }),
  })
}
