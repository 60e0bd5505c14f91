import type { JointTerms } from '#shared/contract/joint.ts'
import type { Api } from '../../../ui/api.tsx'

export type JointStart = Awaited<ReturnType<Api['joint']['start']['call']>>
/** What is typed: amounts by fund; a fund without one is not used. */
export interface Draft {
  readonly strategy: JointTerms['strategy']
  readonly villages: JointTerms['villages']
  readonly amounts: Readonly<Record<string, number>>
}
