import type { Answer } from '../answers.ts'

export type Flow = Answer<'rounds'>['whole']
export type FlowChild = Answer<'rounds'>['children'][number]

/** Parts of the earlier count that are not in the later one, and what the later one has beside those who stayed; in the order of reading. */
export const OUT = ['recovered', 'left', 'moved', 'notFound'] as const
export const IN = ['added', 'arrived'] as const
export const PARTS = ['still', ...OUT, ...IN] as const
export type FlowPartName = (typeof PARTS)[number]

/** The part of a flow that a child's outcome counts in. */
export function partOf(outcome: FlowChild['outcome']): FlowPartName {
  return outcome === 'not_found' ? 'notFound' : outcome
}
