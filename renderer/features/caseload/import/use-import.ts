import { ORPCError } from '@orpc/client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ImportReport } from '#shared/contract/caseload.ts'
import type { Progress } from '#shared/contract/values.ts'
import type { Correction } from '#shared/sheets/read/choices.ts'
import { useApi } from '../../../ui/api.tsx'
import { refetchAfter } from '../../../ui/refetch.ts'

/** What its user decided about the file so far; what is missing is taken from the file. */
export interface Decisions {
  readonly series?: string
  readonly measuredOn?: string
  readonly targeted?: number
  readonly measured?: number
  readonly layout: 'auto' | 'by-name' | 'aggregate'
  readonly columns?: Readonly<Record<string, string>>
  readonly corrections: readonly Correction[]
}

export interface HeaderFault {
  readonly missing: readonly string[]
  readonly found: readonly string[]
  readonly sheet: string
  readonly row: number
  /** What was recognised all the same, the header's text of each field. */
  readonly columns?: Readonly<Record<string, string>>
}

/** The header that came closest, where none was enough. */
export function headerFault(error: unknown): HeaderFault | undefined {
  return error instanceof ORPCError && error.code === 'header_not_found' ? (error.data as HeaderFault) : undefined
}

export type ImportProgress = Omit<Progress, 'event'>
const BEGUN: ImportProgress = { phase: 'reading', done: null, total: null }

/** A file on its way in (another file is another use of this): each decision reads it again without writing; `accept` writes it as one step. */
export function useImport(file: File, ended: (report: ImportReport | undefined) => void) {
  const api = useApi()
  const queries = useQueryClient()
  const [decisions, setDecisions] = useState<Decisions>({ layout: 'auto', corrections: [] })
  const [report, setReport] = useState<ImportReport>()
  const [error, setError] = useState<unknown>()
  const [progress, setProgress] = useState<ImportProgress | undefined>(BEGUN)
  const running = useRef<AbortController>(null)
  // What the report that is shown was read with: what is stopped goes back to it.
  const shown = useRef<Decisions>(null)
  const accepting = useRef(false)

  async function run(chosen: Decisions, dryRun: boolean): Promise<ImportReport | undefined> {
    running.current?.abort()
    const control = new AbortController()
    running.current = control
    try {
      const { corrections, columns, ...rest } = chosen
      const events = await api.caseload.import.call({ file, dryRun, ...rest, ...(columns ? { columns } : {}), corrections: [...corrections] }, { signal: control.signal })
      let done: ImportReport | undefined
      for await (const event of events) {
        if (event.event === 'done') done = event.report
        else if (running.current === control) setProgress(event)
      }
      if (running.current !== control) return undefined
      setError(undefined)
      setReport(done)
      shown.current = chosen
      return done
    } catch (thrown) {
      if (running.current === control) setError(thrown)
      return undefined
    } finally {
      if (running.current === control) setProgress(undefined)
    }
  }

  const begin = useEffectEvent(() => void run(decisions, true))
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- state is set only once the core has answered
    begin()
    // What was accepted is written, also when its reader has gone on to another screen.
    return () => { if (!accepting.current) running.current?.abort() }
  }, [])

  return {
    decisions, report, error, progress,
    decide(change: Partial<Decisions>): void {
      const next = { ...decisions, ...change }
      setDecisions(next)
      setProgress(BEGUN)
      void run(next, true)
    },
    again(): void {
      setProgress(BEGUN)
      void run(decisions, true)
    },
    async accept(): Promise<void> {
      setProgress(BEGUN)
      accepting.current = true
      const done = await run(decisions, false)
      accepting.current = false
      if (!done) return
      await refetchAfter(queries, ['caseload', 'import'])
      ended(done)
    },
    /** Stops what is running; nothing that was begun is written. What was read before stays, with what was decided for it. */
    stop(): void {
      running.current?.abort()
      running.current = null
      setProgress(undefined)
      if (shown.current) setDecisions(shown.current)
      ended(undefined)
    },
  }
}

export type Import = ReturnType<typeof useImport>
