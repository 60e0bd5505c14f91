import { parentPort } from 'node:worker_threads'
import { AppError } from '#core/app-error.ts'
import type { InstanceProblem } from '#shared/domain/allocation-instance.ts'
import type { AllocationInstance } from '#shared/domain/allocation.ts'
import { loadSolver } from './highs.ts'
import { solveTogether, type Together, type TogetherProgress } from './regency/together.ts'

export interface TogetherRequest {
  readonly instance: AllocationInstance
  readonly strategy: 'equal' | 'tiered'
}

export type TogetherMessage =
  | { readonly kind: 'progress'; readonly progress: TogetherProgress }
  | { readonly kind: 'done'; readonly result: Together }
  | { readonly kind: 'invalid'; readonly problem: InstanceProblem }
  | { readonly kind: 'failed'; readonly message: string }

const port = parentPort
if (port === null) throw new Error('this file runs in a worker thread')
const post = (message: TogetherMessage) => port.postMessage(message)

const highs = await loadSolver()
port.once('message', ({ instance, strategy }: TogetherRequest) => {
  try {
    post({ kind: 'done', result: solveTogether(highs, instance, { strategy, onProgress: (progress) => post({ kind: 'progress', progress }) }) })
  } catch (error) {
    if (error instanceof AppError && error.code === 'instance_invalid') {
      post({ kind: 'invalid', problem: error.data as InstanceProblem })
    } else post({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message).slice(0, 2_000) : String(error) })
  }
})
