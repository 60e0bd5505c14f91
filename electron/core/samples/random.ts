/** A stream of numbers that is the same for the same seed on every machine. Only for sample data. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  integer(from: number, to: number): number
  /** Roughly normal, never further than six deviations. */
  normal(mean: number, deviation: number): number
  pick<T>(list: readonly [T, ...T[]]): T
  /** A new list in another order. */
  shuffle<T>(list: readonly T[]): T[]
}

/** Mulberry32: 32 bits of state, plain integer arithmetic. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  function integer(from: number, to: number): number {
    return from + Math.floor(next() * (to - from + 1))
  }
  return {
    next,
    integer,
    // a sum of twelve needs no logarithm or cosine, which engines may compute differently in the last digit
    normal(mean, deviation) {
      let sum = -6
      for (let count = 0; count < 12; count += 1) sum += next()
      return mean + deviation * sum
    },
    pick: (list) => list[integer(0, list.length - 1)] ?? list[0],
    shuffle(list) {
      const keys = list.map((item) => ({ item, key: next() }))
      return keys.toSorted((a, b) => a.key - b.key).map(({ item }) => item)
    },
  }
}
