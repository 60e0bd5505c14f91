import { Worker } from 'node:worker_threads'
import { AppError } from '#core/app-error.ts'
import type { ReadAnswers, ReadJob, ReadMessage, ReadPhase } from './read-worker-messages.ts'

export interface ReadControl {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((phase: ReadPhase, done: number | null, total: number | null) => void) | undefined
}

/** Space for new values: a big table is made of millions; with the default of 16 MB a fifth of the time goes into collecting them. */
const YOUNG_MB = 128

/** The worker's file: beside a source it is a source, beside a bundle a bundle. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './read.worker.ts' : './read.worker.js', import.meta.url)

/** A thread is kept for the next file as long as people take to choose one; starting one costs as much as reading a list of a village. */
const KEPT_MS = 30_000

/** Files above this leave a thread that holds much memory: it is not kept. */
const KEPT_BYTES = 8 * 1024 * 1024

interface Kept {
  readonly worker: Worker
  readonly heapMb: number
  readonly timer: NodeJS.Timeout
}

let kept: Kept | undefined

/** Ends the thread that waits for another file, if there is one. */
function dropKept(): void {
  if (!kept) return
  clearTimeout(kept.timer)
  void kept.worker.terminate()
  kept = undefined
}

/** Keeps a thread that has done its work; it holds nobody up who wants to leave. */
function keep(worker: Worker, heapMb: number): void {
  dropKept()
  for (const event of ['message', 'error', 'exit'] as const) worker.removeAllListeners(event)
  const forget = (): void => { if (kept?.worker === worker) dropKept() }
  worker.on('error', forget).on('exit', forget)
  worker.unref()
  kept = { worker, heapMb, timer: setTimeout(forget, KEPT_MS).unref() }
}

function takeKept(heapMb: number): Worker | undefined {
  if (kept?.heapMb !== heapMb) return undefined
  const { worker, timer } = kept
  clearTimeout(timer)
  kept = undefined
  for (const event of ['error', 'exit'] as const) worker.removeAllListeners(event)
  worker.ref()
  return worker
}

function start(heapMb: number): Worker {
  return new Worker(WORKER, {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    execArgv: [],
    // The spreadsheet library remarks on what it does not know; nobody could act on it, and a command's output is JSON alone.
    stdout: true,
    stderr: true,
  })
}

/**
 * Runs a reading job in a thread of its own, so that no file, however built, holds up the application: the thread has its own
 * memory limit and its own time limit, and stops at once on `signal`. A thread that has read a file well reads the next one too.
 * @throws AppError what the job throws; `stopped` on abort; `file_expands_too_far` where the thread runs out of memory or time
 */
export function readInWorker<J extends ReadJob>(job: J, { signal, onProgress }: ReadControl): Promise<ReadAnswers[J['job']]> {
  if (signal?.aborted) return Promise.reject(new AppError('stopped', {}))
  const { limits, file } = job
  // A view would drag its whole buffer along; this copy is handed over, not cloned.
  const bytes = new Uint8Array(file.bytes)
  const size = bytes.length
  const worker = takeKept(limits.heapMb) ?? start(limits.heapMb)
  return new Promise((resolve, reject) => {
    const tooFar = (): AppError => new AppError('file_expands_too_far', { file: file.name, limit: limits.expandedBytes })
    const finish = (settle: () => void, again = false): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      if (again && size <= KEPT_BYTES) keep(worker, limits.heapMb)
      else void worker.terminate()
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
