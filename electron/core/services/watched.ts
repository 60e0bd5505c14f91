import type { Progress } from '#shared/contract/values.ts'

/** Turns work that tells how far it is into events; ended early by its reader, the work is stopped. */
export async function* watched<T>(work: (tell: (phase: string, done: number | null, total: number | null) => void, signal: AbortSignal) => Promise<T>, outer?: AbortSignal): AsyncGenerator<Progress, T> {
  const stop = new AbortController()
  const signal = outer ? AbortSignal.any([outer, stop.signal]) : stop.signal
  const events: Progress[] = []
  let wake: () => void = () => undefined
  let ended = false
  const running = work((phase, done, total) => {
    events.push({ event: 'progress', phase, done, total })
    wake()
  }, signal).finally(() => {
    ended = true
    wake()
  })
  running.catch(() => undefined)
  try {
    while (true) {
      for (let event = events.shift(); event; event = events.shift()) yield event
      if (ended) return await running
      await new Promise<void>((resolve) => {
        wake = resolve
        if (ended || events.length > 0) resolve()
      })
    }
  } finally {
    stop.abort()
  }
}
