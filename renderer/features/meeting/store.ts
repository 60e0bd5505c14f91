import { create } from 'zustand'
import type { MeetingChoiceInput } from './types.ts'

interface MeetingState {
  /** What is being tried about a point and is not decided yet, by its id. */
  readonly drafts: Readonly<Record<string, MeetingChoiceInput>>
  /** Where the stage stands, by meeting: kept here too, because the file is asked again only when something was decided. */
  readonly at: Readonly<Record<string, number>>
  draft(item: string, choice: MeetingChoiceInput | undefined): void
  stand(meeting: string, at: number): void
}

export const useMeetingStore = create<MeetingState>((set) => ({
  drafts: {},
  at: {},
  draft: (item, choice) => set(({ drafts }) => {
    const { [item]: _, ...others } = drafts
    return { drafts: choice === undefined ? others : { ...drafts, [item]: choice } }
  }),
  stand: (meeting, at) => set((now) => ({ at: { ...now.at, [meeting]: at } })),
}))
