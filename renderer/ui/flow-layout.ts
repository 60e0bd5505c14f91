/** One part of a flow: what leaves the earlier count, what joins the later one, or what stays in both. */
export interface FlowPart {
  readonly key: string
  readonly count: number
}

export interface Ribbon extends FlowPart {
  /** Top and bottom at the bar that it leaves or joins. */
  readonly top: number
  readonly bottom: number
  /** Middle of its label. */
  readonly label: number
}

export interface FlowLayout {
  readonly still: { readonly from: Ribbon; readonly to: Ribbon } | undefined
  readonly out: readonly Ribbon[]
  readonly in: readonly Ribbon[]
  /** Pixels of each bar, from its top. */
  readonly before: number
  readonly after: number
  readonly height: number
}

/** Space between the labels of two parts. */
const LINE = 26
const TALLEST = 200

/**
 * Where the parts of a flow stand, in pixels from the top. Both bars have one scale from zero, so that their heights can be compared; what stays is on top
 * of both, and parts that are thinner than a line of text keep their thickness while their labels move apart. Parts of nobody are left out.
 */
export function layOut(still: FlowPart, out: readonly FlowPart[], joined: readonly FlowPart[]): FlowLayout {
  const sum = (parts: readonly FlowPart[]) => parts.reduce((total, { count }) => total + count, 0)
  const scale = TALLEST / Math.max(1, still.count + Math.max(sum(out), sum(joined)))
  const stack = (parts: readonly FlowPart[], from: number): Ribbon[] => {
    let at = from
    let free = Number.NEGATIVE_INFINITY
    return parts.filter(({ count }) => count > 0).map((part) => {
      const [top, bottom] = [at, at + part.count * scale]
      const label = Math.max((top + bottom) / 2, free)
      at = bottom
      free = label + LINE
      return { ...part, top, bottom, label }
    })
  }
  const [stays] = stack([still], 0)
  const [leaving, joining] = [stack(out, still.count * scale), stack(joined, still.count * scale)]
  const before = (still.count + sum(out)) * scale
  const after = (still.count + sum(joined)) * scale
  const height = Math.max(before, after, ...[...leaving, ...joining].map(({ label }) => label + LINE / 2))
  return { still: stays && { from: stays, to: stays }, out: leaving, in: joining, before, after, height }
}
