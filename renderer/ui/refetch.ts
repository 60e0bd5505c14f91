import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { Topic } from '#shared/contract/procedure.ts'
import { TOPICS_OF } from '#shared/contract/topics.ts'
import { refetchInOrder, type Refetched } from './refetch-in-order.ts'
import { tellOtherTabs } from './workspace-switch.ts'

function topicsOf(path: readonly string[]): readonly Topic[] {
  return TOPICS_OF[path.join('.')] ?? []
}

/** Whether the command at this path changes the workspace; others change what the window looks like, or make a backup. */
export function makesStep(path: readonly string[]): boolean {
  return topicsOf(path).some((topic) => topic !== 'home' && topic !== 'backup')
}

/**
 * Makes every query fetch again that reads a topic which the command at this path (`['plan', 'setLine']`) writes; but for those whose keys are
 * `fresh`, because the command's own answer was put there.
 */
export function refetchAfter(queries: QueryClient, path: readonly string[], fresh: readonly QueryKey[] = []): Promise<Refetched> {
  tellOtherTabs()
  const written = new Set(topicsOf(path))
  const done = new Set(fresh.map((key) => hashKey(key)))
  return refetchInOrder(queries, ({ queryKey: [of], queryHash }) => !done.has(queryHash) && Array.isArray(of) && topicsOf(of as string[]).some((topic) => written.has(topic)))
}
