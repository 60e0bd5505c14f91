import { useCallback } from 'react'
import { useApi } from './api.tsx'
import { inOrder } from './in-order.ts'

/** Asks the core for the step that undo would take back, once all that was asked for before is done; 0: there is none. */
export function useLastStep(): () => Promise<number> {
  const api = useApi()
  return useCallback(async () => {
    await inOrder.settled()
    return (await api.history.steps.call({ limit: 1 })).undo ?? 0
  }, [api])
}
