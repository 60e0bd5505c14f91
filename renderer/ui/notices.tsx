import { create } from 'zustand'
import { useEffect } from 'react'
import { useTranslator } from './language.tsx'

export interface Notice {
  readonly id: number
  readonly text: string
  readonly alarm: boolean
  readonly action?: { readonly label: string; run(): void } | undefined
  /** About the last step, or about a change that could not be kept: only the newest of a topic stays, and none once another step is made. */
  readonly topic?: 'step' | 'unkept' | undefined
}

interface NoticeState {
  readonly notices: readonly Notice[]
  /** @returns its id, by which it is taken away again */
  show(notice: Omit<Notice, 'id'>): number
  dismiss(id: number): void
  /**
   * Takes away what was said of the last step: another one follows it, and “Undo” beside it would take that one back. What was said of a
   * change that could not be kept is no longer so: this one was.
   */
  pass(): void
}

let next = 1

/** What just happened, in words, at the foot of the window: at most three, the newest last. */
export const useNotices = create<NoticeState>((set) => ({
  notices: [],
  show: (notice) => {
    const id = next++
    set(({ notices }) => ({ notices: [...notices.filter(({ topic }) => topic === undefined || topic !== notice.topic).slice(-2), { ...notice, id }] }))
    return id
  },
  dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
  pass: () => set((state) => (state.notices.some(({ topic }) => topic !== undefined) ? { notices: state.notices.filter(({ topic }) => topic === undefined) } : state)),
}))

const STAYS_MS = 8_000

/** What went wrong stands above what was done, and is told at once; a place of its own for each, because what stands within another is told twice. */
export function Notices() {
  const { notices, dismiss } = useNotices()
  const newest = notices.at(-1)
  useEffect(() => {
    if (!newest || newest.alarm) return undefined
    const timer = setTimeout(() => dismiss(newest.id), STAYS_MS)
    return () => clearTimeout(timer)
  }, [newest, dismiss])
  return (
    <div className="notices">
      {notices.filter(({ alarm }) => alarm).map((notice) => <div className="notice alarm" key={notice.id} role="alert"><Words notice={notice} /></div>)}
      <div role="status" aria-live="polite">
        {notices.filter(({ alarm }) => !alarm).map((notice) => <div className="notice" key={notice.id}><Words notice={notice} /></div>)}
      </div>
    </div>
  )
}

function Words({ notice: { id, text, action } }: { readonly notice: Notice }) {
  const { t } = useTranslator()
  const dismiss = useNotices((state) => state.dismiss)
  return (
    <>
      <span>{text}</span>
      {action && <button type="button" onClick={() => { action.run(); dismiss(id) }}>{action.label}</button>}
      <button type="button" className="plain" aria-label={t('window.notices.close')} onClick={() => dismiss(id)}>×</button>
    </>
  )
}
