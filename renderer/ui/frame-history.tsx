import { useIsMutating, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { stepText } from '#shared/i18n/step-text.ts'
import { useApi } from './api.tsx'
import { useTranslator } from './language.tsx'
import { isTyping } from './keys.ts'
import { useSavedAt } from './saved-at.ts'
import { useSteps } from './use-steps.ts'

/** What undo and redo would do now, by name (nothing in a file that is only read); and doing it, with a notice of what was done. */
export function useHistory() {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const { data } = useQuery(api.history.steps.queryOptions({ input: { limit: 200 } }))
  // The door asked for it before there was a frame; opening another file makes it stale.
  const readOnly = useQuery(api.home.current.queryOptions({ input: {}, staleTime: Number.POSITIVE_INFINITY })).data?.readOnly ?? false
  const nameOf = (id: number | null | undefined) => {
    if (id === null || id === undefined || readOnly) return null
    const step = data?.steps.find((candidate) => candidate.id === id)
    return step ? stepText(step, translator) : t('frame.earlier')
  }
  const [undoName, redoName] = [nameOf(data?.undo), nameOf(data?.redo)]
  return { undoName, redoName, readOnly, lastAt: data?.steps[0]?.madeAt, ...useSteps() }
}

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z anywhere but in a text field, which has an undo of its own, and in an open dialog. */
export function useHistoryKeys({ undo, redo }: Pick<ReturnType<typeof useHistory>, 'undo' | 'redo'>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey) || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      const back = key === 'z' && !event.shiftKey
      if (!back && key !== 'y' && key !== 'z') return
      event.preventDefault()
      if (back) undo()
      else redo()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  })
}

/** Local time as people write it: `14.32`. */
function clock(at: string, language: 'id' | 'en'): string {
  const moment = new Date(at)
  return [moment.getHours(), moment.getMinutes()].map((part) => String(part).padStart(2, '0')).join(language === 'id' ? '.' : ':')
}

/** Whether everything is saved, or nothing can be; and the two buttons with the names of their steps; one that has nothing to do says so. */
export function FrameHistory({ history }: { readonly history: ReturnType<typeof useHistory> }) {
  const { t, language } = useTranslator()
  const saving = useIsMutating() > 0
  const { undoName, redoName } = history
  const movedAt = useSavedAt((state) => state.movedAt)
  const lastAt = movedAt !== undefined && (history.lastAt === undefined || movedAt > history.lastAt) ? movedAt : history.lastAt
  return (
    <>
      <p role="status" className="saved">{history.readOnly ? t('frame.readOnly') : saving ? t('frame.saving') : lastAt === undefined ? t('frame.savedNever') : t('frame.saved', { time: clock(lastAt, language) })}</p>
      <StepButton sign="↶" keys="Ctrl+Z" text={undoName === null ? t('frame.undoNone') : t('frame.undo', { step: undoName })} idle={undoName === null} act={history.undo} />
      <StepButton sign="↷" keys="Ctrl+Y" text={redoName === null ? t('frame.redoNone') : t('frame.redo', { step: redoName })} idle={redoName === null} act={history.redo} />
    </>
  )
}

function StepButton({ sign, keys, text, idle, act }: { readonly sign: string; readonly keys: string; readonly text: string; readonly idle: boolean; act(): void }) {
  return (
    <button type="button" className="rail-action" aria-disabled={idle} aria-keyshortcuts={keys.replace('Ctrl', 'Control')} title={`${text} (${keys})`} onClick={() => act()}>
      <span aria-hidden="true">{sign}</span> <span className="clip">{text}</span>
    </button>
  )
}
