import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useApi } from './api.tsx'
import { choices } from './last-wins.ts'
import { useCommand } from './use-command.ts'

/** Settings of the open file (paper, day, signatories, widths of columns), and setting one: it holds at once and is kept behind; of two quick ones of a key the last. */
export function useSettings() {
  const api = useApi()
  const queries = useQueryClient()
  const { data: settings } = useQuery(api.workspace.settings.queryOptions({ input: {} }))
  const { mutate } = useCommand(['workspace', 'setSetting'], (input: { readonly key: string; readonly value: string }) =>
    choices.choose(`setting ${input.key}`, () => api.workspace.setSetting.call(input)))
  const set = useCallback((key: string, value: string) => {
    const queryKey = api.workspace.settings.queryKey({ input: {} })
    // What was asked for before must not come after this choice; where it cannot be kept, what holds is asked for anew.
    void queries.cancelQueries({ queryKey })
    queries.setQueryData(queryKey, (before) => ({ ...before, [key]: value }))
    mutate({ key, value }, { onError: () => void queries.invalidateQueries({ queryKey }) })
  }, [api, queries, mutate])
  return { settings, set }
}
