import { hashKey, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { getContractRouter, isContractProcedure } from '@orpc/contract'
import { contract } from '#shared/contract/index.ts'
import type { ProcedureMeta, Topic } from '#shared/contract/procedure.ts'
import { inOrder } from './in-order.ts'
import { tellOtherTabs } from './workspace-switch.ts'

function topicsOf(path: readonly string[]): readonly Topic[] {
  const procedure = getContractRouter(contract, path)
  return isContractProcedure(procedure) ? (procedure['~orpc'].meta as ProcedureMeta).topics : []
}

/** Whether a query asks about something that it names (a line, a series, a page of one), and not what there is. */
function asksAbout({ queryKey: [, options] }: Pick<Query, 'queryKey'>): boolean {
  const input = typeof options === 'object' && options !== null && 'input' in options ? options.input : undefined
  return typeof input === 'object' && input !== null && Object.keys(input).length > 0
}

/** React takes down what is no longer there in a task of its own. */
function redrawn(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve) })
}

let rounds = 0

/**
 * Makes every query fetch again that reads a topic which the command at this path (`['plan', 'setLine']`) writes; but for those whose keys are
 * `fresh`, because the command's own answer was put there.
 *
 * The command may have taken away what a query names. So what there is comes first: after a step back or again whether there is still a plan, then the
 * queries that name nothing; and what is still on the screen after that is asked about, once no other change is on its way.
 */
export async function refetchAfter(queries: QueryClient, path: readonly string[], fresh: readonly QueryKey[] = []): Promise<void> {
  tellOtherTabs()
  rounds += 1
  const round = rounds
  const written = new Set(topicsOf(path))
  const done = new Set(fresh.map((key) => hashKey(key)))
  const isWritten = ({ queryKey: [of], queryHash }: Pick<Query, 'queryKey' | 'queryHash'>) => !done.has(queryHash) && Array.isArray(of) && topicsOf(of as string[]).some((topic) => written.has(topic))
  await queries.invalidateQueries({ predicate: isWritten, refetchType: 'none' })
  if (path[0] === 'history') {
    await queries.refetchQueries({ type: 'active', predicate: ({ queryKey: [of] }) => Array.isArray(of) && of[0] === 'workspace' && of[1] === 'info' })
    await redrawn()
  }
  await queries.refetchQueries({ type: 'active', predicate: (query) => isWritten(query) && query.state.isInvalidated && !asksAbout(query) })
  await inOrder.settled()
  await redrawn()
  // A later round asks all that is still to be asked.
  if (round === rounds) await queries.refetchQueries({ type: 'active', predicate: (query) => query.state.isInvalidated && asksAbout(query) })
}
