import { useRef, useState } from 'react'
import type { JointReport, JointTerms } from '#shared/contract/joint.ts'
import { useApi } from '../../../ui/api.tsx'
import { errorText } from '../../../ui/error-text.ts'
import { useTranslator } from '../../../ui/language.tsx'
import { useNotices } from '../../../ui/notices.tsx'

export interface Running {
  readonly phase: string
  readonly done: number | null
  readonly total: number | null
}

/** Reckons with how far it is and a way to stop; leaving the screen stops it too. */
export function useRun() {
  const api = useApi()
  const translator = useTranslator()
  const show = useNotices((state) => state.show)
  const [running, setRunning] = useState<Running>()
  const [report, setReport] = useState<JointReport>()
  const [problem, setProblem] = useState<string>()
  const control = useRef<AbortController>(null)

  async function compute(terms: JointTerms): Promise<void> {
    if (control.current) return
    const stop = new AbortController()
    control.current = stop
    setReport(undefined)
    setProblem(undefined)
    setRunning({ phase: 'read', done: null, total: null })
    try {
      for await (const event of await api.joint.run.call({ terms }, { signal: stop.signal })) {
        if (event.event === 'done') setReport(event.report)
        else setRunning(event)
      }
      if (stop.signal.aborted) show({ text: translator.t('joint.stopped'), alarm: false })
    } catch (error) {
      if (stop.signal.aborted) show({ text: translator.t('joint.stopped'), alarm: false })
      else setProblem(errorText(error, translator))
    } finally {
      control.current = null
      setRunning(undefined)
    }
  }
  return { running, report, problem, compute: (terms: JointTerms) => void compute(terms), stop: () => control.current?.abort() }
}
