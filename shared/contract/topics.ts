import { isContractProcedure } from '@orpc/contract'
import { contract } from './index.ts'
import type { ProcedureMeta, Topic } from './procedure.ts'

function collect(node: object, path: readonly string[] = []): (readonly [path: string, topics: readonly Topic[]])[] {
  if (isContractProcedure(node)) return [[path.join('.'), (node['~orpc'].meta as ProcedureMeta).topics]]
  return Object.entries(node).flatMap(([key, inner]) => collect(inner as object, [...path, key]))
}

/**
 * Topics of every procedure by its dotted path (`plan.edit`). The build of the window puts the answer in the place of this file: the window
 * needs these words, not the schemas behind them, which take longer to set up than the first screen takes to draw.
 */
export const TOPICS_OF: Readonly<Record<string, readonly Topic[]>> = Object.fromEntries(collect(contract))
