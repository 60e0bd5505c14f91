import { useRef, useState } from 'react'
import type { Opened } from '#shared/contract/home.ts'
import { goTo } from '../../ui/route.ts'
import { useWorkspaceSwitch } from '../../ui/workspace-switch.ts'

/** Where something is being opened, and how far it is. */
export interface Busy {
  readonly at: string
  readonly phase: string
  readonly done: number | null
  readonly total: number | null
}

export interface OpeningFailure {
  /** Where it arose: a file's id, or the name of a door. */
  readonly at: string
  readonly error: unknown
}

export interface Tools {
  readonly signal: AbortSignal
  tell(progress: Omit<Busy, 'at'>): void
}

export interface Opening {
  readonly busy: Busy | undefined
  readonly failure: OpeningFailure | undefined
  /** Does what opens a workspace, one at a time; its failure stays where it arose. */
  run(at: string, work: (tools: Tools) => Promise<Opened | undefined>): Promise<void>
  fail(at: string, error: unknown): void
  stop(): void
}

type Event = { readonly event: 'done'; readonly opened: Opened } | { readonly event: 'progress'; readonly phase: string; readonly done: number | null; readonly total: number | null }

/** Follows work that reports how far it is, to what it opened. */
export async function follow(events: AsyncIterable<Event>, { tell }: Tools): Promise<Opened | undefined> {
  let opened: Opened | undefined
  for await (const event of events) {
    if (event.event === 'done') opened = event.opened
    else tell(event)
  }
  return opened
}

/** Opening a workspace from the first screen: what goes on, what failed and where, and the way to the plan when it is open. */
export function useOpening(): Opening {
  const [busy, setBusy] = useState<Busy>()
  const [failure, setFailure] = useState<OpeningFailure>()
  const controller = useRef<AbortController>(undefined)
  const switched = useWorkspaceSwitch()
  return {
    busy,
    failure,
    async run(at, work) {
      if (controller.current) return
      const own = new AbortController()
      controller.current = own
      setFailure(undefined)
      setBusy({ at, phase: 'opening', done: null, total: null })
      try {
        const opened = await work({ signal: own.signal, tell: (progress) => setBusy({ at, ...progress }) })
        await switched()
        if (opened) goTo('')
      } catch (error) {
        if (!own.signal.aborted) setFailure({ at, error })
      } finally {
        controller.current = undefined
        setBusy(undefined)
      }
    },
    fail: (at, error) => setFailure({ at, error }),
    stop: () => controller.current?.abort(),
  }
}
