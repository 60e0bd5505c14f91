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

/**
 * Runs a reading job in a thread of its own, so that no file, however built, holds up the application: the thread has its own
 * memory limit and its own time limit, and stops at once on `signal`.
 * @throws AppError what the job throws; `stopped` on abort; `file_expands_too_far` where the thread runs out of memory or time
 */
export function readInWorker<J extends ReadJob>(job: J, { signal, onProgress }: ReadControl): Promise<ReadAnswers[J['job']]> {
  if (signal?.aborted) return Promise.reject(new AppError('stopped', {}))
  const { limits, file } = job
  // A view would drag its whole buffer along; this copy is handed over, not cloned.
  const bytes = new Uint8Array(file.bytes)
  const worker = new Worker(WORKER, {
    workerData: { ...job, file: { name: file.name, bytes } },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    execArgv: [],
    // The spreadsheet library remarks on what it does not know; nobody could act on it, and a command's output is JSON alone.
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve, reject) => {
    const tooFar = (): AppError => new AppError('file_expands_too_far', { file: file.name, limit: limits.expandedBytes })
    const finish = (settle: () => void): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      settle()
      void worker.terminate()
    }
    const onAbort = (): void => finish(() => reject(new AppError('stopped', {})))
    const timer = setTimeout(() => finish(() => reject(tooFar())), limits.timeoutMs)
    signal?.addEventListener('abort', onAbort, { once: true })
    worker.on('message', (message: ReadMessage) => {
      if ('phase' in message) onProgress?.(message.phase, message.done, message.total)
      else if ('error' in message) finish(() => reject(new AppError(message.error.code, message.error.data)))
      else finish(() => resolve(message.result as ReadAnswers[J['job']]))
    })
    worker.on('error', (error: Error & { code?: string }) => finish(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooFar() : error)))
    worker.on('exit', (code) => finish(() => reject(new Error(`the reading thread ended with ${code}`))))
  })
}
