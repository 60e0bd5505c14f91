import type { Query, QueryClient } from '@tanstack/react-query'
import { inOrder } from './in-order.ts'

type Asked = Pick<Query, 'queryKey' | 'queryHash'>

/** Whether a query asks about something that it names (a line, a series, a page of one), and not what there is. */
function asksAbout({ queryKey: [, options] }: Asked): boolean {
  const input = typeof options === 'object' && options !== null && 'input' in options ? options.input : undefined
  return typeof input === 'object' && input !== null && Object.keys(input).length > 0
}

let rounds = 0

/** What follows once what there is has been read: `about` is done when all that is still on the screen has been asked about too. */
export interface Refetched {
  readonly about: Promise<void>
}

/**
 * Makes the queries that are meant fetch again after something changed: first what there is, the queries that name nothing. Nobody waits for more: what
 * is still on the screen then is asked about once no other change is on its way. That a thing is gone is an answer like any other.
 */
export async function refetchInOrder(queries: QueryClient, isMeant: (query: Asked) => boolean): Promise<Refetched> {
  rounds += 1
  const round = rounds
  await queries.invalidateQueries({ predicate: isMeant, refetchType: 'none' })
  await queries.refetchQueries({ type: 'active', predicate: (query) => isMeant(query) && query.state.isInvalidated && !asksAbout(query) })
  return { about: refetchAbout(queries, round) }
}

async function refetchAbout(queries: QueryClient, round: number): Promise<void> {
  await inOrder.settled()
  // A later round asks all that is still to be asked.
  if (round === rounds) await queries.refetchQueries({ type: 'active', predicate: (query) => query.state.isInvalidated && asksAbout(query) })
}
