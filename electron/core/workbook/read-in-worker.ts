import { AppError } from '#core/app-error.ts'
import type { ReadAnswers, ReadJob, ReadMessage, ReadPhase } from './read-worker-messages.ts'
import { endThread, startThread, type Thread } from './thread.ts'

export interface ReadControl {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((phase: ReadPhase, done: number | null, total: number | null) => void) | undefined
}

/** Space for new values: a big table is made of millions; with the default of 16 MB a fifth of the time goes into collecting them. */
const YOUNG_MB = 128

const WORKER = new URL(import.meta.url.endsWith('.ts') ? './read.worker.ts' : './read.worker.js', import.meta.url)

/** A thread is kept for the next file as long as people take to choose one; starting one costs as much as reading a list of a village. */
const KEPT_MS = 30_000

/** Files above this leave a thread that holds much memory: it is not kept. */
const KEPT_BYTES = 8 * 1024 * 1024

interface Kept {
  readonly thread: Thread
  readonly heapMb: number
  readonly timer: NodeJS.Timeout
}

let kept: Kept | undefined

/** Ends the thread that waits for another file, if there is one. */
function dropKept(): void {
  if (!kept) return
  clearTimeout(kept.timer)
  endThread(kept.thread)
  kept = undefined
}

/** Keeps a thread that has done its work; it holds nobody up who wants to leave. */
function keep(thread: Thread, heapMb: number): void {
  dropKept()
  const { worker } = thread
  for (const event of ['message', 'error', 'exit'] as const) worker.removeAllListeners(event)
  const forget = (): void => { if (kept?.thread === thread) dropKept() }
  worker.on('error', forget).on('exit', forget)
  worker.unref()
  kept = { thread, heapMb, timer: setTimeout(forget, KEPT_MS).unref() }
}

function takeKept(heapMb: number): Thread | undefined {
  if (kept?.heapMb !== heapMb) return undefined
  const { thread, timer } = kept
  clearTimeout(timer)
  kept = undefined
  for (const event of ['error', 'exit'] as const) thread.worker.removeAllListeners(event)
  thread.worker.ref()
  return thread
}

function start(heapMb: number): Thread {
  return startThread(WORKER, {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    // The spreadsheet library remarks on what it does not know; nobody could act on it, and a command's output is JSON alone.
    stdout: true,
    stderr: true,
  })
}

/**
 * Runs a reading job in a thread of its own, so that no file, however built, holds up the application: the thread has its own
 * memory limit and its own time limit; on `signal` the answer is there at once and the thread ends behind it. A thread that has read a file well reads the next one too.
 * @throws AppError what the job throws; `stopped` on abort; `file_expands_too_far` where the thread runs out of memory or time
 */
export function readInWorker<J extends ReadJob>(job: J, { signal, onProgress }: ReadControl): Promise<ReadAnswers[J['job']]> {
  if (signal?.aborted) return Promise.reject(new AppError('stopped', {}))
  const { limits, file } = job
  // A view would drag its whole buffer along; this copy is handed over, not cloned.
  const bytes = new Uint8Array(file.bytes)
  const size = bytes.length
  const thread = takeKept(limits.heapMb) ?? start(limits.heapMb)
  const { worker } = thread
  return new Promise((resolve, reject) => {
    const tooFar = (): AppError => new AppError('file_expands_too_far', { file: file.name, limit: limits.expandedBytes })
    let finished = false
    const finish = (settle: () => void, again = false): void => {
      // What a thread still sends while it ends changes nothing.
      if (finished) return
      finished = true
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      if (again && size <= KEPT_BYTES) keep(thread, limits.heapMb)
      else endThread(thread)
      settle()
    }
    const onAbort = (): void => finish(() => reject(new AppError('stopped', {})))
    const timer = setTimeout(() => finish(() => reject(tooFar())), limits.timeoutMs)
    signal?.addEventListener('abort', onAbort, { once: true })
    worker.on('message', (message: ReadMessage) => {
      if ('phase' in message) onProgress?.(message.phase, message.done, message.total)
      else if ('error' in message) finish(() => reject(new AppError(message.error.code, message.error.data)))
      else finish(() => resolve(message.result as ReadAnswers[J['job']]), true)
    })
    worker.on('error', (error: Error & { code?: string }) => finish(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooFar() : error)))
    worker.on('exit', (code) => finish(() => reject(new Error(`the reading thread ended with ${code}`))))
    worker.postMessage({ ...job, file: { name: file.name, bytes } }, [bytes.buffer])
  })
}
