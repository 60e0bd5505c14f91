/** Changes and steps back, in the order in which they were asked for. */
export interface InOrder {
  /** Sends a change at once, but not before a step back that was asked for earlier has come to its end. */
  change<T>(call: () => Promise<T>): Promise<T>
  /** Takes a step back, or makes it again, after all that was asked for before: pressed three times, it is done three times. */
  step<T>(call: () => Promise<T>): Promise<T>
  /** Resolves once all that was asked for until now has come to its end, whatever became of it. */
  settled(): Promise<void>
}

export function createInOrder(): InOrder {
  const changes = new Set<Promise<unknown>>()
  let lastStep: Promise<unknown> | undefined

  return {
    change(call) {
      const sent = lastStep === undefined ? call() : lastStep.then(call)
      const settled = sent.then(() => undefined, () => undefined).finally(() => changes.delete(settled))
      changes.add(settled)
      return sent
    },
    step(call) {
      const stepped = Promise.all([lastStep, ...changes]).then(call)
      const settled = stepped.then(() => undefined, () => undefined).finally(() => {
        if (lastStep === settled) lastStep = undefined
      })
      lastStep = settled
      return stepped
    },
    async settled() {
      await Promise.all([lastStep, ...changes])
    },
  }
}

/** What this window asks of the core. */
export const inOrder = createInOrder()
