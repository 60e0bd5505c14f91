import { create } from 'zustand'

interface SavedState {
  /** ISO moment of the last undo or redo in this window; steps carry the moment at which they were first made. */
  readonly movedAt: string | undefined
  moved(): void
  /** Another workspace is open, or none. */
  clear(): void
}

export const useSavedAt = create<SavedState>((set) => ({
  movedAt: undefined,
  moved: () => set({ movedAt: new Date().toISOString() }),
  clear: () => set({ movedAt: undefined }),
}))
