import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { MergeReport } from '#shared/contract/exchange.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { refetchAfter } from '../../ui/refetch.ts'

export interface Merging {
  readonly phase: string
  readonly done: number
  readonly total: number
}

/** Takes files in as one step, with how far it is and a way to stop; a stop saves nothing. */
export function useMerge() {
  const api = useApi()
  const queries = useQueryClient()
  const translator = useTranslator()
  const show = useNotices((state) => state.show)
  const [merging, setMerging] = useState<Merging>()
  const [report, setReport] = useState<MergeReport>()
  const control = useRef<AbortController>(null)

  async function take(files: readonly File[]): Promise<void> {
    if (files.length === 0 || control.current) return
    const stop = new AbortController()
    control.current = stop
    setReport(undefined)
    setMerging({ phase: 'packages', done: 0, total: files.length })
    try {
      for await (const event of await api.exchange.merge.call({ files: [...files] }, { signal: stop.signal })) {
        if (event.event === 'done') setReport(event.report)
        else setMerging({ phase: event.phase, done: event.done ?? files.length, total: event.total ?? files.length })
      }
      if (stop.signal.aborted) show({ text: translator.t('submissions.report.stopped'), alarm: false })
      await refetchAfter(queries, ['exchange', 'merge'])
    } catch (error) {
      show(stop.signal.aborted ? { text: translator.t('submissions.report.stopped'), alarm: false } : { text: errorText(error, translator), alarm: true })
    } finally {
      control.current = null
      setMerging(undefined)
    }
  }
  return { merging, report, take: (files: readonly File[]) => void take(files), stop: () => control.current?.abort(), close: () => setReport(undefined) }
}
