import { useEffect } from 'react'
import { create } from 'zustand'
import { type Finding, noteKey, orderedNotes, placeOfNote } from './notes-order.ts'

interface WalkState {
  /** Key of the note that was gone to last. */
  readonly at: string | null
  stand(key: string | null): void
}

export const useNotesWalk = create<WalkState>((set) => ({ at: null, stand: (at) => set({ at }) }))

/** Goes to the next note (or the one before) round and round, and shows the panel. */
export function walkNotes(findings: readonly Finding[], by: 1 | -1, show: () => void): void {
  const notes = orderedNotes(findings)
  show()
  const { at, stand } = useNotesWalk.getState()
  const index = notes.findIndex((note) => noteKey(note) === at)
  const next = notes[index < 0 ? (by === 1 ? 0 : notes.length - 1) : (index + by + notes.length) % notes.length]
  if (!next) return
  stand(noteKey(next))
  location.hash = placeOfNote(next)
}

/** F8 and Shift+F8 anywhere in the window. */
export function useNoteKeys(findings: readonly Finding[], show: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.defaultPrevented) return
      event.preventDefault()
      walkNotes(findings, event.shiftKey ? -1 : 1, show)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [findings, show])
}
