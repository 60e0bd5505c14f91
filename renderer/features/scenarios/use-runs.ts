import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { refetchAfter } from '../../ui/refetch.ts'

/** How the last run of a scenario went, as far as it is not kept with the scenario itself. */
export type Run = 'running' | 'stopped'

/** Runs scenarios, one after the other; each can be stopped, and leaving the screen stops it. */
export function useRuns() {
  const translator = useTranslator()
  const api = useApi()
  const queries = useQueryClient()
  const show = useNotices((state) => state.show)
  const [runs, setRuns] = useState<ReadonlyMap<string, Run>>(new Map())
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const stops = useRef(new Map<string, AbortController>())
  const put = (id: string, run: Run | undefined) => setRuns((now) => {
    const next = new Map(now)
    if (run === undefined) next.delete(id)
    else next.set(id, run)
    return next
  })
  /** Hides or shows the ways out of a scenario that is not possible. */
  const fold = (id: string, hide: boolean) => setFolded((now) => new Set(hide ? [...now, id] : [...now].filter((one) => one !== id)))
  useEffect(() => {
    const running = stops.current
    return () => running.forEach((controller) => controller.abort())
  }, [])
  const run = async (id: string): Promise<void> => {
    const controller = new AbortController()
    stops.current.get(id)?.abort()
    stops.current.set(id, controller)
    put(id, 'running')
    fold(id, false)
    try {
      let outcome: Run | undefined
      for await (const event of await api.scenario.run.call({ scenario: id }, { signal: controller.signal })) {
        if (event.event === 'done' && event.report.status === 'stopped') outcome = 'stopped'
      }
      await refetchAfter(queries, ['scenario', 'run'])
      put(id, controller.signal.aborted ? 'stopped' : outcome)
    } catch (error) {
      put(id, controller.signal.aborted ? 'stopped' : undefined)
      if (!controller.signal.aborted) show({ text: errorText(error, translator), alarm: true })
    }
  }
  return { runs, folded, fold, run: (id: string) => void run(id), stop: (id: string) => stops.current.get(id)?.abort() }
}
