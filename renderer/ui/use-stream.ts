import { useEffect, useRef, useState } from 'react'
import { useLastChange } from './use-last-change.ts'

export interface Stream<T> {
  readonly events: readonly T[]
  readonly state: 'idle' | 'running' | 'done' | 'stopped'
  readonly failed: unknown
  /** The step at which it was asked. */
  readonly at: number | null | undefined
}

/** Events of a long answer as they arrive. `start` begins anew; `stop` keeps what has come; leaving stops it. `stale`: something was changed since it was asked. */
export function useStream<T>(call: (signal: AbortSignal) => Promise<AsyncIterable<T>>) {
  const [stream, setStream] = useState<Stream<T>>({ events: [], state: 'idle', failed: null, at: undefined })
  const at = useLastChange()
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])
  const start = async () => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const put = (change: (now: Stream<T>) => Stream<T>) => { if (running.current === controller) setStream(change) }
    put(() => ({ events: [], state: 'running', failed: null, at }))
    try {
      for await (const event of await call(controller.signal)) put((now) => ({ ...now, events: [...now.events, event] }))
      put((now) => ({ ...now, state: controller.signal.aborted ? 'stopped' : 'done' }))
    } catch (failed) {
      put((now) => ({ ...now, state: 'stopped', failed: controller.signal.aborted ? null : failed }))
    }
  }
  return { ...stream, stale: stream.state !== 'idle' && stream.at !== at, start: () => void start(), stop: () => running.current?.abort() }
}
