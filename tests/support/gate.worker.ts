import { workerData } from 'node:worker_threads'
import { throughGate } from '#core/workbook/zlib-gate.ts'

/** Steps of a thread that is held inside the gate until somebody lets it go on. */
export const [ENTERED, LET_GO, FINISHED, WENT_ON] = [0, 1, 2, 3]

const steps = (workerData as { readonly steps?: Int32Array<SharedArrayBuffer> } | null)?.steps
if (steps) {
  throughGate(() => {
    Atomics.store(steps, ENTERED, 1)
    Atomics.notify(steps, ENTERED)
    Atomics.wait(steps, LET_GO, 0)
    Atomics.store(steps, FINISHED, 1)
  })
  Atomics.store(steps, WENT_ON, 1)
}
