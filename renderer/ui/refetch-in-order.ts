import type { Query, QueryClient } from '@tanstack/react-query'
import { inOrder } from './in-order.ts'

type Asked = Pick<Query, 'queryKey' | 'queryHash'>

/** Whether a query asks about something that it names (a line, a series, a page of one), and not what there is. */
function asksAbout({ queryKey: [, options] }: Asked): boolean {
  const input = typeof options === 'object' && options !== null && 'input' in options ? options.input : undefined
  return typeof input === 'object' && input !== null && Object.keys(input).length > 0
}

function isOf(area: string, name: string, { queryKey: [of] }: Asked): boolean {
  return Array.isArray(of) && of[0] === area && of[1] === name
}

/** How long a screen may take to draw what there is, in ms: its lists go through effects before what hangs on them is taken down. */
const DRAWN_MS = 120

/** React takes down what is no longer there in tasks of its own. */
function redrawn(ms = 0): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms) })
}

let rounds = 0

/** What follows once what there is has been read: `about` is done when all that is still on the screen has been asked about too. */
export interface Refetched {
  readonly about: Promise<void>
}

/**
 * Makes the queries that are meant fetch again after something changed, which may have taken away what they name. So what there is comes first: where
 * the plan itself may be gone (`mayEnd`) whether there is one, then the queries that name nothing. Nobody waits for more: what is still on the screen after
 * that is asked about once no other change is on its way.
 */
export async function refetchInOrder(queries: QueryClient, isMeant: (query: Asked) => boolean, mayEnd: boolean): Promise<Refetched> {
  rounds += 1
  const round = rounds
  await queries.invalidateQueries({ predicate: isMeant, refetchType: 'none' })
  if (mayEnd) {
    await queries.refetchQueries({ type: 'active', predicate: (query) => isOf('workspace', 'info', query) })
    await redrawn()
  }
  await queries.refetchQueries({ type: 'active', predicate: (query) => isMeant(query) && query.state.isInvalidated && !asksAbout(query) })
  return { about: refetchAbout(queries, round) }
}

async function refetchAbout(queries: QueryClient, round: number): Promise<void> {
  await inOrder.settled()
  await redrawn(DRAWN_MS)
  // A later round asks all that is still to be asked.
  if (round === rounds) await queries.refetchQueries({ type: 'active', predicate: (query) => query.state.isInvalidated && asksAbout(query) })
}
