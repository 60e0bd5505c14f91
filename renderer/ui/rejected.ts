import { create } from 'zustand'
import type { COUNT_REFUSALS } from '#shared/contract/caseload.ts'

/** Why a typed count was not taken. */
export type CountRefusal = (typeof COUNT_REFUSALS)[number] | 'outside'

/** A text that could not be taken as a count. */
export interface Refused {
  readonly text: string
  readonly code: CountRefusal
}

interface RejectedState {
  readonly marked: Readonly<Record<string, Refused>>
  mark(key: string, refused: Refused): void
  forget(keys: readonly string[]): void
  /** Another workspace is open, or none. */
  clear(): void
}

/** What was typed and not taken, by cell: it stays there until it is corrected or let go, also while another screen is shown. */
export const useRejected = create<RejectedState>((set) => ({
  marked: {},
  mark: (key, refused) => set(({ marked }) => ({ marked: { ...marked, [key]: refused } })),
  forget: (keys) => set((state) => {
    const gone = new Set(keys)
    const left = Object.entries(state.marked).filter(([key]) => !gone.has(key))
    return left.length === Object.keys(state.marked).length ? state : { marked: Object.fromEntries(left) }
  }),
  clear: () => set({ marked: {} }),
}))
