import { Worker } from 'node:worker_threads'
import { AppError } from '#core/app-error.ts'
import type { AllocationInstance } from '#shared/domain/allocation.ts'
import type { Together, TogetherProgress } from './regency/together.ts'
import type { TogetherMessage, TogetherRequest } from './together.worker.ts'

export interface RunTogetherOptions {
  readonly strategy: 'equal' | 'tiered'
  /** Aborting ends the worker at once; the call then resolves with null. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: TogetherProgress) => void) | undefined
}

/** Solves all villages together in a worker thread of its own, which ends with it: what it took in memory is given back. Null = stopped. @throws AppError instance_invalid */
export function runTogether(instance: AllocationInstance, { strategy, signal, onProgress }: RunTogetherOptions): Promise<Together | null> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return resolve(null)
    const worker = new Worker(new URL(import.meta.url.endsWith('.ts') ? './together.worker.ts' : './together.worker.js', import.meta.url))
    const stop = () => end(() => resolve(null))
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', stop)
      worker.removeAllListeners()
      // a thread that ends reports once more, and nobody waits for it
      worker.on('error', () => undefined)
      void worker.terminate()
      settle()
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('error', (error) => end(() => reject(error)))
    worker.on('exit', () => end(() => reject(new Error('the solver ended unexpectedly'))))
    worker.on('message', (message: TogetherMessage) => {
      if (message.kind === 'progress') onProgress?.(message.progress)
      else if (message.kind === 'done') end(() => resolve(message.result))
      else if (message.kind === 'invalid') end(() => reject(new AppError('instance_invalid', { ...message.problem })))
      else end(() => reject(new Error(message.message)))
    })
    const request: TogetherRequest = { instance, strategy }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
    worker.postMessage(request)
  })
}
