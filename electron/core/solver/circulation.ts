/** An arc of a network, with the whole amounts between which its flow must be. */
export interface Arc {
  readonly from: number
  readonly to: number
  readonly lower: number
  readonly upper: number
}

/** Whole amounts that flow round in a network: what comes into a node goes out of it. Arcs are named by their place in the list. */
export interface Circulation {
  readonly flow: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** Brings the flow within bounds that have changed; false where no flow is. */
  readonly settle: () => boolean
  /** Raises (1) or lowers (−1) the flow of one arc as far as it goes. The flow must be settled. */
  readonly push: (arc: number, sign: 1 | -1) => void
}

/** A network of `nodes` nodes; its flow begins at the lower bounds, not settled. Exact as long as all sums are whole numbers below 2⁵³. */
export function createCirculation(nodes: number, arcs: readonly Arc[]): Circulation {
  const lower = Float64Array.from(arcs, (arc) => arc.lower)
  const upper = Float64Array.from(arcs, (arc) => arc.upper)
  const flow = lower.slice()
  const [from, to] = [Int32Array.from(arcs, (arc) => arc.from), Int32Array.from(arcs, (arc) => arc.to)]
  const touching = Array.from({ length: nodes }, (): number[] => [])
  arcs.forEach((arc, index) => {
    touching[arc.from]?.push(index)
    touching[arc.to]?.push(index)
  })
  const gain = new Float64Array(nodes)
  /** Arc by which a node was reached, and whether along it or against it. */
  const by = new Int32Array(nodes)
  const queue = new Int32Array(nodes)

  /** The nearest node that `ends` accepts, reached from `start` by arcs with room, without the arc `but`; −1 where there is none. */
  const search = (start: number, but: number, ends: (node: number) => boolean): number => {
    by.fill(-1)
    by[start] = -2
    queue[0] = start
    for (let [head, tail] = [0, 1]; head < tail; head++) {
      const node = queue[head] ?? 0
      for (const arc of touching[node] ?? []) {
        if (arc === but) continue
        const along = from[arc] === node
        const next = (along ? to[arc] : from[arc]) ?? 0
        if (by[next] !== -1) continue
        if (along ? (flow[arc] ?? 0) >= (upper[arc] ?? 0) : (flow[arc] ?? 0) <= (lower[arc] ?? 0)) continue
        by[next] = arc
        if (ends(next)) return next
        queue[tail++] = next
      }
    }
    return -1
  }
  /** Sends what fits, at most `most`, along the way that was found to `end`. Returns the amount. */
  const send = (end: number, most: number): number => {
    const walk = (step: (arc: number, along: boolean) => void) => {
      for (let node = end; (by[node] ?? -2) !== -2;) {
        const arc = by[node] ?? 0
        const along = to[arc] === node
        step(arc, along)
        node = (along ? from[arc] : to[arc]) ?? 0
      }
    }
    let amount = most
    walk((arc, along) => { amount = Math.min(amount, along ? (upper[arc] ?? 0) - (flow[arc] ?? 0) : (flow[arc] ?? 0) - (lower[arc] ?? 0)) })
    walk((arc, along) => { flow[arc] = (flow[arc] ?? 0) + (along ? amount : -amount) })
    return amount
  }
  const settle = (): boolean => {
    gain.fill(0)
    for (let arc = 0; arc < flow.length; arc++) {
      if ((lower[arc] ?? 0) > (upper[arc] ?? 0)) return false
      const amount = Math.min(upper[arc] ?? 0, Math.max(lower[arc] ?? 0, flow[arc] ?? 0))
      flow[arc] = amount
      gain[from[arc] ?? 0] = (gain[from[arc] ?? 0] ?? 0) - amount
      gain[to[arc] ?? 0] = (gain[to[arc] ?? 0] ?? 0) + amount
    }
    for (let node = 0; node < nodes; node++) {
      while ((gain[node] ?? 0) > 0) {
        const end = search(node, -1, (other) => (gain[other] ?? 0) < 0)
        if (end < 0) return false
        const amount = send(end, Math.min(gain[node] ?? 0, -(gain[end] ?? 0)))
        gain[node] = (gain[node] ?? 0) - amount
        gain[end] = (gain[end] ?? 0) + amount
      }
    }
    return true
  }
  const push = (arc: number, sign: 1 | -1): void => {
    const [tail, head] = [from[arc] ?? 0, to[arc] ?? 0]
    const [start, goal] = sign === 1 ? [head, tail] : [tail, head]
    for (;;) {
      const most = sign === 1 ? (upper[arc] ?? 0) - (flow[arc] ?? 0) : (flow[arc] ?? 0) - (lower[arc] ?? 0)
      if (most === 0 || search(start, arc, (node) => node === goal) < 0) return
      flow[arc] = (flow[arc] ?? 0) + sign * send(goal, most)
    }
  }
  return { flow, lower, upper, settle, push }
}
