import { create } from 'zustand'

interface NotesPanel {
  readonly open: boolean
  show(): void
  close(): void
  toggle(): void
}

/** Whether the panel of notes stands beside the screen; any screen may open it. */
export const useNotesPanel = create<NotesPanel>((set) => ({
  open: false,
  show: () => set({ open: true }),
  close: () => set({ open: false }),
  toggle: () => set(({ open }) => ({ open: !open })),
}))
