import { useQuery } from '@tanstack/react-query'
import { useApi } from './api.tsx'

/** Which step the workspace stands at, as far as the window has read: another one wherever something was changed, undone or redone. Undefined until it is known. */
export function useLastChange(): number | null | undefined {
  const api = useApi()
  return useQuery(api.history.steps.queryOptions({ input: { limit: 200 } })).data?.undo
}
