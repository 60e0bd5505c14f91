import { ORPCError } from '@orpc/client'
import { stepText } from '#shared/i18n/step-text.ts'
import { useApi } from './api.tsx'
import { useTranslator } from './language.tsx'
import { useNotices } from './notices.tsx'
import { useCommand } from './use-command.ts'

/** The core alone knows whether there is a step when its turn comes: what the window has read may be older than what was asked meanwhile. */
function orNone<T>(call: (input: Record<never, never>) => Promise<T>): (input: Record<never, never>) => Promise<T | null> {
  return (input) => call(input).catch((error: unknown) => {
    if (error instanceof ORPCError && (error.code === 'nothing_to_undo' || error.code === 'nothing_to_redo')) return null
    throw error
  })
}

/** Undo and redo, with a notice of what was done, in place of that of the one before. Asked for in quick succession, each is done, one after the other. */
export function useSteps() {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const show = useNotices((state) => state.show)
  const said = (done: 'frame.undone' | 'frame.redone', none: 'frame.undoNone' | 'frame.redoNone') => (answer: { readonly step: Parameters<typeof stepText>[0] } | null) =>
    void show({ text: answer ? t(done, { step: stepText(answer.step, translator) }) : t(none), alarm: false, topic: 'step' })
  const undo = useCommand(['history', 'undo'], orNone(api.history.undo.call), said('frame.undone', 'frame.undoNone'))
  const redo = useCommand(['history', 'redo'], orNone(api.history.redo.call), said('frame.redone', 'frame.redoNone'))
  const silent = () => undefined
  return {
    undo: (): Promise<void> => undo.mutateAsync({}).then(silent, silent),
    redo: (): Promise<void> => redo.mutateAsync({}).then(silent, silent),
  }
}
