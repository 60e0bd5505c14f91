interface Choice {
  send(): Promise<unknown>
  readonly waiters: { resolve(): void; reject(error: unknown): void }[]
}

/** Choices of which only the last one of each name counts. */
export interface LastWins {
  /** Sends a choice after those before it; one of the same name that still waits is not sent at all. Settles with what was sent in the end. */
  choose(name: string, send: () => Promise<unknown>): Promise<void>
  /** Sends what waits at once: the page is about to go. */
  flush(): void
}

/** One choice is under way at a time, so that they arrive in the order in which they were made. */
export function createLastWins(): LastWins {
  const waiting = new Map<string, Choice>()
  let busy = false

  async function sendNow({ send, waiters }: Choice): Promise<void> {
    try {
      await send()
      for (const { resolve } of waiters) resolve()
    } catch (error) {
      for (const { reject } of waiters) reject(error)
    }
  }

  async function work(): Promise<void> {
    if (busy) return
    busy = true
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [name, choice] = next.value
      waiting.delete(name)
      await sendNow(choice)
    }
    busy = false
  }

  return {
    choose(name, send) {
      const before = waiting.get(name)
      waiting.delete(name)
      const done = new Promise<void>((resolve, reject) => waiting.set(name, { send, waiters: [...(before?.waiters ?? []), { resolve, reject }] }))
      void work()
      return done
    },
    flush() {
      const left = [...waiting.values()]
      waiting.clear()
      for (const choice of left) void sendNow(choice)
    },
  }
}

/** The choices of this window. */
export const choices = createLastWins()
