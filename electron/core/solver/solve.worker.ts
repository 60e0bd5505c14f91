import { parentPort } from 'node:worker_threads'
import { AppError } from '#core/app-error.ts'
import type { InstanceProblem } from '#shared/domain/allocation-instance.ts'
import type { AllocationInstance, AllocationResult, InstanceStrategy } from '#shared/domain/allocation.ts'
import { loadSolver } from './highs.ts'
import { type AllocationProgress, solveWith } from './solve.ts'

export interface SolveRequest {
  readonly id: number
  readonly instance: AllocationInstance
  readonly strategy: InstanceStrategy
  readonly deadlineMs: number | undefined
  readonly holdsOnly: boolean | undefined
}

export type SolveMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: AllocationProgress }
  | { readonly kind: 'answer'; readonly id: number; readonly result: AllocationResult }
  | { readonly kind: 'done'; readonly id: number; readonly result: AllocationResult }
  | { readonly kind: 'invalid'; readonly id: number; readonly problem: InstanceProblem }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }

const port = parentPort
if (port === null) throw new Error('this file runs in a worker thread')
const post = (message: SolveMessage) => port.postMessage(message)

const highs = await loadSolver()
port.on('message', ({ id, instance, strategy, deadlineMs, holdsOnly }: SolveRequest) => {
  try {
    const result = solveWith(highs, instance, {
      strategy, deadlineMs, holdsOnly,
      onProgress: (progress) => post({ kind: 'progress', id, progress }),
      onAnswer: (answer) => post({ kind: 'answer', id, result: answer }),
    })
    post({ kind: 'done', id, result })
  } catch (error) {
    if (error instanceof AppError && error.code === 'instance_invalid') {
      post({ kind: 'invalid', id, problem: error.data as InstanceProblem })
    } else post({ kind: 'failed', id, message: error instanceof Error ? (error.stack ?? error.message).slice(0, 2_000) : String(error) })
  }
})
post({ kind: 'ready' })
