import { Worker, type WorkerOptions } from 'node:worker_threads'
import { closeGate, openGate, type ZlibGate } from './zlib-gate.ts'

/** A thread that unpacks or packs; it is ended by `endThread`, never by `terminate` alone. */
export interface Thread {
  readonly worker: Worker
  readonly gate: ZlibGate
}

/** One part of a file is unpacked in seconds; a thread that has not come out of zlib by then never will. */
const LAST_RESORT_MS = 60_000

/** Starts the thread of this file: `.ts` beside a source, `.js` beside a bundle. */
export function startThread(file: URL, options: WorkerOptions & { readonly workerData?: object } = {}): Thread {
  const gate = openGate()
  return { worker: new Worker(file, { execArgv: [], ...options, workerData: { ...options.workerData, gate } }), gate }
}

/**
 * Ends a thread: at once, or, while it is inside zlib, as soon as it comes out, and whatever it does after `LAST_RESORT_MS`. Nobody has to
 * wait for it; the process stays until the thread has gone.
 */
export function endThread({ worker, gate }: Thread): void {
  worker.ref()
  if (closeGate(gate)) void worker.terminate()
  else {
    const timer = setTimeout(() => void worker.terminate(), LAST_RESORT_MS).unref()
    worker.once('exit', () => clearTimeout(timer))
  }
}
