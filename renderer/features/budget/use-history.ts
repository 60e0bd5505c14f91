import { ORPCError } from '@orpc/client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { stepText } from '#shared/i18n/step-text.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'

/** Takes the last step of the plan back, or makes it again, and says which one it was. */
export function useHistory(): { undo(): void; redo(): void } {
  const api = useApi()
  const queries = useQueryClient()
  const translator = useTranslator()
  const show = useNotices((state) => state.show)
  const run = useCallback(async (direction: 'undo' | 'redo') => {
    try {
      const { step } = await api.history[direction].call({})
      show({ text: translator.t(direction === 'undo' ? 'budget.done.undone' : 'budget.done.redone', { step: stepText(step, translator) }), alarm: false })
      await queries.invalidateQueries()
    } catch (error) {
      const nothing = error instanceof ORPCError && (error.code === 'nothing_to_undo' || error.code === 'nothing_to_redo')
      show({ text: errorText(error, translator), alarm: !nothing })
    }
  }, [api, queries, translator, show])
  return { undo: useCallback(() => void run('undo'), [run]), redo: useCallback(() => void run('redo'), [run]) }
}
