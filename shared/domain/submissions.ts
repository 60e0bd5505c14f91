/** A package that the regency holds: enough to tell which of a village's is the one that counts. */
export interface SubmissionHead {
  /** Names the package. */
  readonly sha256: string
  readonly village: string
  readonly fiscalYear: number
  readonly revision: number
  /** When the village made it, ISO. */
  readonly madeAt: string
  /** Public key of the office that signed it; null = not signed. */
  readonly key: string | null
  /** When it was taken in, ISO. */
  readonly receivedAt: string
}

/**
 * Order of a village's packages: by revision, then by the moment they were made, then by their sum. The last one counts. A total order, so that
 * it makes no difference which came in first.
 */
export function compareSubmissions(a: SubmissionHead, b: SubmissionHead): number {
  if (a.revision !== b.revision) return a.revision - b.revision
  if (a.madeAt !== b.madeAt) return a.madeAt < b.madeAt ? -1 : 1
  return a.sha256 === b.sha256 ? 0 : a.sha256 < b.sha256 ? -1 : 1
}

/** Each village's packages of one year, oldest first. */
export function byVillage<T extends SubmissionHead>(heads: readonly T[]): Map<string, T[]> {
  const groups = Map.groupBy(heads, ({ village }) => village)
  for (const group of groups.values()) group.sort(compareSubmissions)
  return groups
}

/** Whether a package comes from the office that sent the one before: `first` has none before it, `dropped` comes without a key after one that had one, `unsigned` cannot be told. */
export const KEY_STATES = ['same', 'other', 'first', 'dropped', 'unsigned'] as const
export type KeyState = (typeof KEY_STATES)[number]

/** The key of the latest of a village's packages (oldest first) beside the latest signed one before it. */
export function keyState(packages: readonly SubmissionHead[]): KeyState {
  const [latest, ...earlier] = packages.toReversed()
  const before = earlier.find(({ key }) => key !== null)
  if (!latest || latest.key === null) return before ? 'dropped' : 'unsigned'
  if (!before) return 'first'
  return before.key === latest.key ? 'same' : 'other'
}

/** Whether somebody should ask the village who sent this. */
export function isStrange(state: KeyState | null): state is 'other' | 'dropped' {
  return state === 'other' || state === 'dropped'
}

/** States of a village: nothing came in, one package did, a later one took its place; refused: only files that could not be taken. */
export const SUBMISSION_STATES = ['missing', 'received', 'updated', 'refused'] as const
export type SubmissionState = (typeof SUBMISSION_STATES)[number]
