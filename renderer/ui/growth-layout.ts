export interface CurvePoint {
  readonly x: number
  readonly y: number
}

export interface Range {
  readonly from: number
  readonly to: number
}

/** Ends of what is drawn, a little beyond the outermost points. */
export function rangeOf(values: readonly number[], beyond = 0): Range {
  const from = Math.min(...values)
  const to = Math.max(...values)
  const room = (to - from || 1) * beyond
  return { from: from - room, to: to + room }
}

/** At most `most` round steps of 1, 2 or 5 × 10ⁿ × `unit` between the ends. */
export function ticks({ from, to }: Range, most: number, unit = 1): number[] {
  const least = (to - from) / unit / most
  const power = 10 ** Math.floor(Math.log10(least || 1))
  const step = ([1, 2, 5, 10].find((one) => one * power >= least) ?? 10) * power * unit
  const found: number[] = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) found.push(Math.round(at * 1000) / 1000)
  return found
}

/** A line through points as the drawing wants it. */
export function pathOf(points: readonly CurvePoint[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}
