import './curve-chart.css'

export interface CurveLine {
  readonly key: string
  readonly name: string
  readonly strong: boolean
  /** In order of x; y in basis points of the whole height. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

interface CurveChartProps {
  readonly lines: readonly CurveLine[]
  readonly from: number
  readonly to: number
  /** All of it in words. */
  readonly label: string
  /** Where something drops out. */
  readonly marks: readonly number[]
  tick(x: number): string
  figure(y: number): string
}

const HEIGHT = 280
const [TOP, BASE] = [16, 248]
/** Room for the names at the right, in percent of the width. */
const [LEFT, RIGHT] = [6.5, 77]
const TICKS = 4
/** Names closer than this would lie on each other. */
const NAME_HEIGHT = 16

/** Lines from 0 to 100 % over a range, each named at its end; a hairline where something drops out. */
export function CurveChart({ lines, from, to, label, marks, tick, figure }: CurveChartProps) {
  const x = (value: number) => `${LEFT + ((RIGHT - LEFT) * (value - from)) / (to - from)}%`
  const y = (bp: number) => BASE - (Math.min(bp, 10_000) / 10_000) * (BASE - TOP)
  const names = placedNames(lines, y)
  return (
    <svg className="curve-chart" height={HEIGHT} role="img" aria-label={label}>
      {[0, 5_000, 10_000].map((bp) => (
        <g key={bp}>
          <line className={bp === 0 ? 'base' : 'grid'} x1={`${LEFT}%`} x2={`${RIGHT}%`} y1={y(bp)} y2={y(bp)} />
          <text x={`${LEFT}%`} dx="-8" y={y(bp) + 4} textAnchor="end">{figure(bp)}</text>
        </g>
      ))}
      {Array.from({ length: TICKS + 1 }, (_, index) => from + ((to - from) * index) / TICKS).map((value) => <text key={value} x={x(value)} y={BASE + 22} textAnchor="middle">{tick(value)}</text>)}
      {from < 0 && to > 0 && <line className="now" x1={x(0)} x2={x(0)} y1={TOP} y2={BASE} />}
      {marks.map((value) => <text key={value} className="mark" x={x(value)} y={BASE + 10} textAnchor="middle" aria-hidden="true">▲</text>)}
      {lines.map(({ key, strong, points }) => (
        <g key={key} className={strong ? 'line strong' : `line tier-${key}`}>
          {points.map((point, index) => {
            const next = points[index + 1]
            return next && <line key={point.x} x1={x(point.x)} y1={y(point.y)} x2={x(next.x)} y2={y(next.y)} />
          })}
          {points.map((point) => <circle key={point.x} cx={x(point.x)} cy={y(point.y)} r={strong ? 3 : 2} />)}
        </g>
      ))}
      {names.map(({ key, name, at, strong, last }) => <text key={key} className={strong ? 'name strong' : 'name'} x={`${RIGHT}%`} dx="10" y={at + 4}>{name} {figure(last)}</text>)}
    </svg>
  )
}

/** The names at the heights of their last points, pushed apart where they would touch, and none below the base, where the ticks are. */
function placedNames(lines: readonly CurveLine[], y: (bp: number) => number) {
  let [free, lowest] = [-Infinity, BASE]
  return lines
    .flatMap(({ key, name, strong, points }) => { const last = points.at(-1)?.y; return last === undefined ? [] : [{ key, name, strong, last, at: y(last) }] })
    .toSorted((a, b) => a.at - b.at)
    .map((one) => {
      const at = Math.max(one.at, free)
      free = at + NAME_HEIGHT
      return { ...one, at }
    })
    .toReversed()
    .map((one) => {
      const at = Math.min(one.at, lowest)
      lowest = at - NAME_HEIGHT
      return { ...one, at }
    })
}
