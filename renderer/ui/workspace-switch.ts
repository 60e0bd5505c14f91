import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { refetchInOrder } from './refetch-in-order.ts'
import { useRejected } from './rejected.ts'
import { useSavedAt } from './saved-at.ts'

let opened: BroadcastChannel | undefined

/** One for the whole tab: what it sends does not come back to it. */
function otherTabs(): BroadcastChannel {
  opened ??= new BroadcastChannel('rembuk-workspace')
  return opened
}

function tellOthers(what: 'switched' | 'changed'): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel between tabs of one origin has no target to name
  otherTabs().postMessage(what)
}

function isOfHome(key: readonly unknown[]): boolean {
  const [path] = key
  return Array.isArray(path) && path[0] === 'home'
}

/** Forgets all that was read of the workspace that was open, and asks anew which one is. */
async function forget(queries: QueryClient): Promise<void> {
  useRejected.getState().clear()
  useSavedAt.getState().clear()
  queries.removeQueries({ predicate: ({ queryKey }) => !isOfHome(queryKey) })
  await queries.invalidateQueries({ predicate: ({ queryKey }) => isOfHome(queryKey) })
}

/** Called once another workspace is open, or none: nothing of the former one stays in this window or in another tab of it. */
export function useWorkspaceSwitch(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    tellOthers('switched')
    await forget(queries)
  }
}

/** Tells other tabs that something was changed, so that none goes on showing figures that are no longer so. */
export function tellOtherTabs(): void {
  tellOthers('changed')
}

/**
 * Keeps this tab from showing, or changing, a workspace that another tab has taken the place of: it is read anew from the start. What another
 * tab has changed is read anew behind what is shown.
 */
export function useOtherTabs(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const channel = otherTabs()
    const onMessage = ({ data }: MessageEvent) => {
      if (data === 'changed') return void refetchInOrder(queries, () => true)
      useRejected.getState().clear()
      useSavedAt.getState().clear()
      return void queries.resetQueries()
    }
    channel.addEventListener('message', onMessage)
    return () => channel.removeEventListener('message', onMessage)
  }, [queries])
}
