import type { ErrorCode } from './errors.ts'

/** Errors of a question about something that is not there: never was, or no longer is, because it was undone, removed or replaced. */
const CODES: ReadonlySet<string> = new Set([
  'plan_missing', 'plan_not_found', 'series_not_found', 'child_not_found', 'activity_not_found', 'line_not_found', 'source_unknown', 'rule_not_found', 'scenario_not_found',
  'version_not_found', 'meeting_missing', 'meeting_item_not_found', 'backup_not_found',
] satisfies readonly ErrorCode[])

export function isGoneCode(code: string): boolean {
  return CODES.has(code)
}

/** What a window is told instead of a failure when what it asks about is gone: to find that out is what it asks for. */
export interface GoneAnswer {
  readonly '~gone': { readonly code: string; readonly data: unknown }
}

export function isGoneAnswer(answer: unknown): answer is GoneAnswer {
  return typeof answer === 'object' && answer !== null && '~gone' in answer
}
