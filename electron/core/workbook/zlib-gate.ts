import { workerData } from 'node:worker_threads'

/**
 * A thread that is ended while zlib makes a stream takes the whole process with it: Node 24 closes what is not yet open ("close before
 * init"). So zlib is used inside a gate that the thread shares with the one who may end it: who finds it open may close it and end the
 * thread at once, who finds the thread inside closes it, and the thread ends by itself as it comes out.
 */
export type ZlibGate = Int32Array<SharedArrayBuffer>

const [OPEN, INSIDE, CLOSED] = [0, 1, 2]

export function openGate(): ZlibGate {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
}

/** Lets nobody in any more. True where nobody is inside: the thread may be ended at once; false a second time, too. */
export function closeGate(gate: ZlibGate): boolean {
  return Atomics.exchange(gate, 0, CLOSED) === OPEN
}

/** The gate of this thread; there is none where nobody may end it. */
const own = (workerData as { readonly gate?: ZlibGate } | null)?.gate

/** Goes from one state to another; where the gate was closed meanwhile, the thread ends here. */
function pass(gate: ZlibGate, from: number, to: number): void {
  // In a thread this ends the thread alone.
  if (Atomics.compareExchange(gate, 0, from, to) === CLOSED) process.exit()
}

/** Does work that begins a zlib stream; of a thread that is being ended it does not return. Not one inside another. */
export function throughGate<T>(work: () => T): T {
  if (!own) return work()
  pass(own, OPEN, INSIDE)
  try {
    return work()
  } finally {
    pass(own, INSIDE, OPEN)
  }
}
