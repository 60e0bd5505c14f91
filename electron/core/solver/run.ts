import { Worker } from 'node:worker_threads'
import { AppError } from '#core/app-error.ts'
import type { AllocationInstance, AllocationResult, InstanceStrategy } from '#shared/domain/allocation.ts'
import { createProblem } from '#shared/domain/allocation-problem.ts'
import { instanceProblem } from '#shared/domain/allocation-instance.ts'
import { emptyResult } from './outcome.ts'
import type { AllocationProgress } from './solve.ts'
import type { SolveMessage, SolveRequest } from './solve.worker.ts'

export interface RunOptions {
  readonly strategy: InstanceStrategy
  /** Aborting ends the search at once; the call then resolves with status `stopped`. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: AllocationProgress) => void) | undefined
  readonly deadlineMs?: number | undefined
  /** True: only whether it can hold together is asked, which is answered far sooner. */
  readonly holdsOnly?: boolean | undefined
}

interface Task {
  readonly request: SolveRequest
  readonly options: RunOptions
  readonly resolve: (result: AllocationResult) => void
  readonly reject: (error: Error) => void
  /** The best true answer that the worker has sent. */
  best: AllocationResult | null
}

let worker: Worker | null = null
let current: Task | null = null
let lastId = 0
const waiting: Task[] = []

function warmWorker(): Worker {
  if (worker !== null) return worker
  const made = new Worker(new URL(import.meta.url.endsWith('.ts') ? './solve.worker.ts' : './solve.worker.js', import.meta.url))
  made.on('message', (message: SolveMessage) => receive(message))
  made.on('error', (error) => lost(made, error))
  made.on('exit', () => lost(made, new Error('the solver ended unexpectedly')))
  made.unref()
  worker = made
  return made
}

function lost(gone: Worker, error: Error): void {
  if (worker !== gone) return
  worker = null
  const task = current
  current = null
  task?.reject(error)
  next()
}

function receive(message: SolveMessage): void {
  const task = current
  if (message.kind === 'ready' || task === null || message.id !== task.request.id) return
  if (message.kind === 'progress') task.options.onProgress?.(message.progress)
  else if (message.kind === 'answer') task.best = message.result
  else {
    current = null
    worker?.unref()
    if (message.kind === 'done') task.resolve(message.result)
    else if (message.kind === 'invalid') task.reject(new AppError('instance_invalid', { ...message.problem }))
    else task.reject(new Error(message.message))
    next()
  }
}

function next(): void {
  if (current !== null) return
  const task = waiting.shift()
  if (task === undefined) return
  current = task
  const thread = warmWorker()
  thread.ref()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
  thread.postMessage(task.request)
}

function stoppedResult(task: Task): AllocationResult {
  return task.best === null ? emptyResult(createProblem(task.request.instance), 'stopped', [], true) : { ...task.best, status: 'stopped' }
}

function stop(task: Task): void {
  const place = waiting.indexOf(task)
  if (place >= 0) waiting.splice(place, 1)
  else if (current === task) {
    current = null
    const thread = worker
    worker = null
    void thread?.terminate()
  } else return
  task.resolve(stoppedResult(task))
  next()
}

/**
 * Solves in the one warm worker thread; calls wait for each other. Aborting the signal ends the worker at once and resolves with
 * status `stopped`: the best answer so far if there is one, else the locked cells only. The worker never keeps the process alive
 * while nothing is being solved.
 * @throws AppError instance_invalid
 */
export function runAllocation(instance: AllocationInstance, options: RunOptions): Promise<AllocationResult> {
  return new Promise((resolve, reject) => {
    const wrong = instanceProblem(instance, options.strategy)
    if (wrong !== null) {
      reject(new AppError('instance_invalid', { ...wrong }))
      return
    }
    lastId += 1
    const { signal } = options
    const abort = () => stop(task)
    const settle = <T>(then: (value: T) => void) => (value: T) => {
      signal?.removeEventListener('abort', abort)
      then(value)
    }
    const task: Task = {
      request: { id: lastId, instance, strategy: options.strategy, deadlineMs: options.deadlineMs, holdsOnly: options.holdsOnly },
      options, resolve: settle(resolve), reject: settle(reject), best: null,
    }
    if (signal?.aborted === true) {
      resolve(stoppedResult(task))
      return
    }
    signal?.addEventListener('abort', abort, { once: true })
    waiting.push(task)
    next()
  })
}

/** Ends the worker. What is being solved resolves as `stopped`. */
export async function closeSolver(): Promise<void> {
  for (const task of waiting.splice(0)) task.resolve(stoppedResult(task))
  const thread = worker
  if (current !== null) stop(current)
  worker = null
  await thread?.terminate()
}
