import { create } from 'zustand'
import { useEffect } from 'react'
import { useTranslator } from './language.tsx'

export interface Notice {
  readonly id: number
  readonly text: string
  readonly alarm: boolean
  readonly action?: { readonly label: string; run(): void } | undefined
  /** Of the notices of one topic only the newest stays: what was undone five times is said once, not five lines high. */
  readonly topic?: string | undefined
}

interface NoticeState {
  readonly notices: readonly Notice[]
  /** @returns its id, by which it is taken away again */
  show(notice: Omit<Notice, 'id'>): number
  dismiss(id: number): void
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
}))

const STAYS_MS = 8_000

export function Notices() {
  const { t } = useTranslator()
  const { notices, dismiss } = useNotices()
  const newest = notices.at(-1)
  useEffect(() => {
    if (!newest || newest.alarm) return undefined
    const timer = setTimeout(() => dismiss(newest.id), STAYS_MS)
    return () => clearTimeout(timer)
  }, [newest, dismiss])
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map(({ id, text, alarm, action }) => (
        <div className={alarm ? 'notice alarm' : 'notice'} key={id} role={alarm ? 'alert' : undefined}>
          <span>{text}</span>
          {action && <button type="button" onClick={() => { action.run(); dismiss(id) }}>{action.label}</button>}
          <button type="button" className="plain" aria-label={t('window.notices.close')} onClick={() => dismiss(id)}>×</button>
        </div>
      ))}
    </div>
  )
}
