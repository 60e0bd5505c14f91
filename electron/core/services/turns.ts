import { AppError } from '../app-error.ts'

/** Work that is done one after the other, in the order in which it was asked for; what fails does not hold up the next. */
export interface Turns {
  /** `stop` ends the waiting: then nothing is begun. @throws AppError stopped, and what the work throws */
  take<T>(work: () => Promise<T>, stop?: AbortSignal): Promise<T>
  /** Whether work is under way, so that more of it has to wait. */
  busy(): boolean
}

export function createTurns(): Turns {
  let line: Promise<unknown> = Promise.resolve()
  let asked = 0

  async function turn<T>(before: Promise<unknown>, work: () => Promise<T>, stop: AbortSignal | undefined): Promise<T> {
    await (stop ? Promise.race([before, aborted(stop)]) : before)
    if (stop?.aborted) throw new AppError('stopped', {})
    return work()
  }

  return {
    take(work, stop) {
      const before = line
      asked += 1
      const result = turn(before, work, stop).finally(() => (asked -= 1))
      // who left the line lets nobody pass those before
      line = Promise.all([before, result.catch(() => undefined)])
      return result
    },
    busy: () => asked > 0,
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
