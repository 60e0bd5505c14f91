import { type Difference } from './cross-check.ts'
import type { RoundChild } from './own-growth.ts'
import type { FlowChild } from './rounds.ts'
import type { Note } from './validity-note.ts'
import type { RuleId } from './validity-rules.ts'

/** Why a child is to be measured again, the most pressing first. */
export const REMEASURE_REASONS = ['stunted_not_found', 'implausible', 'shrinks', 'jump', 'copied', 'typing', 'not_measured'] as const
export type RemeasureReason = (typeof REMEASURE_REASONS)[number]

export interface RemeasureChild {
  /** As the later round lists it; as the earlier one does where the later does not list it. */
  readonly child: RoundChild
  readonly reasons: readonly RemeasureReason[]
}

const BY_RULE: Partial<Readonly<Record<RuleId, RemeasureReason>>> = {
  implausible_hfa: 'implausible', implausible_wfa: 'implausible', implausible_wfh: 'implausible', outside_tables: 'implausible', height_shrinks: 'shrinks',
  height_jump: 'jump', weight_jump: 'jump', copied_values: 'copied', not_measured: 'not_measured',
}

/**
 * Whom the kader should measure again: what the rules found to be impossible or unlikely, heights that were mistyped by 10 cm,
 * children who were not measured, and first of all those who were stunted in the round before and were not found. Ordered by
 * the most pressing reason, then by name.
 */
export function remeasureList(notes: readonly Note[], differences: readonly Difference[], flow: readonly FlowChild[]): RemeasureChild[] {
  const found = new Map<RoundChild, Set<RemeasureReason>>()
  const add = (child: RoundChild, reason: RemeasureReason): void => {
    const known = found.get(child)
    if (known) known.add(reason)
    else found.set(child, new Set([reason]))
  }
  for (const { outcome, from, to } of flow) if (outcome === 'not_found' && from) add(to ?? from, 'stunted_not_found')
  for (const { rule, child } of notes) {
    const reason = BY_RULE[rule]
    if (reason) add(child, reason)
  }
  for (const { child, reason } of differences) if (reason === 'typing_ten') add(child, 'typing')
  const rank = (reasons: readonly RemeasureReason[]): number => (reasons[0] ? REMEASURE_REASONS.indexOf(reasons[0]) : REMEASURE_REASONS.length)
  return [...found]
    .map(([child, reasons]) => ({ child, reasons: REMEASURE_REASONS.filter((reason) => reasons.has(reason)) }))
    .toSorted((a, b) => rank(a.reasons) - rank(b.reasons) || (a.child.name < b.child.name ? -1 : a.child.name > b.child.name ? 1 : a.child.sourceRow - b.child.sourceRow))
}
