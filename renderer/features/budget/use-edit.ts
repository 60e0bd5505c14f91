import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { PlanEdited, PlanEditInput, PlanLine } from '#shared/contract/plan.ts'
import { number } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText, isUnkept } from '../../ui/error-text.ts'
import { inOrder } from '../../ui/in-order.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { refetchAfter } from '../../ui/refetch.ts'

export type Refusal = PlanEdited['refused'][number]

/** Why the core does not take an edit, in words. */
export function refusalText({ code, amounts }: Pick<Refusal, 'code' | 'amounts'>, { t, language }: Translator): string {
  const key = code === 'not_whole_units' && amounts['below'] === amounts['above'] ? 'not_whole_units_most' : code
  return t(`budget.problems.${key}`, Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, number(amount, language)])))
}

/** Keeps the objects of lines that did not change, so that their rows are not drawn again. */
function merged(before: readonly PlanLine[] | undefined, changed: readonly PlanLine[]): PlanLine[] | undefined {
  const byId = new Map(changed.map((line) => [line.id, line]))
  return before?.map((line) => byId.get(line.id) ?? line)
}

const RESTED_MS = 250

/**
 * Sends edits to the core as one step and shows what they became at once, from the answer itself. @returns the answer; `undefined` where the
 * call failed, which has then been said in a notice
 */
export function useEdit(): (edits: readonly PlanEditInput[], dryRun?: boolean) => Promise<PlanEdited | undefined> {
  const api = useApi()
  const queries = useQueryClient()
  const translator = useTranslator()
  const show = useNotices((state) => state.show)
  const rested = useRef<ReturnType<typeof setTimeout>>(undefined)
  return useCallback(async (edits, dryRun = false) => {
    try {
      const send = () => api.plan.edit.call({ edits: [...edits], dryRun })
      const answer = await (dryRun ? send() : inOrder.change(send))
      if (!answer.applied) return answer
      useNotices.getState().pass()
      const activities = api.plan.activities.queryKey({ input: {} })
      const keys = { lines: api.plan.lines.queryKey({ input: {} }), sources: api.plan.sources.queryKey({ input: {} }), summary: api.plan.summary.queryKey({ input: {} }) }
      // A look at the plan as it was before must not come after this one; what else it was to bring is asked for again.
      void queries.cancelQueries({ queryKey: keys.summary })
      const fresh = [keys.lines, keys.sources].filter((queryKey) => queries.isFetching({ queryKey }) === 0)
      // At once, so that the grid and the strip are drawn in one go.
      notifyManager.batch(() => {
        queries.setQueryData(keys.lines, (before) => merged(before, answer.lines))
        queries.setQueryData(keys.sources, answer.sources)
        const { summary } = answer
        if (summary) queries.setQueryData(keys.summary, (before) => ({ ...summary, findings: before?.findings ?? [] }))
      })
      // What else follows from the edit is asked for when its answer has been painted; the notes and the activities, which are long, when the keys rest.
      requestAnimationFrame(() => setTimeout(() => void refetchAfter(queries, ['plan', 'edit'], [...fresh, keys.summary, activities])))
      clearTimeout(rested.current)
      rested.current = setTimeout(() => {
        for (const queryKey of [keys.summary, activities]) void queries.invalidateQueries({ queryKey })
      }, RESTED_MS)
      return answer
    } catch (error) {
      show({ text: errorText(error, translator), alarm: true, topic: isUnkept(error) ? 'unkept' : undefined })
      return undefined
    }
  }, [api, queries, translator, show])
}
