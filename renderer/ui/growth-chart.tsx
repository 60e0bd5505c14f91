import { useRef } from 'react'
import { type CurvePoint, pathOf, rangeOf, ticks } from './growth-layout.ts'
import { useWidth } from './use-width.ts'
import './growth-chart.css'

interface GrowthChartProps {
  /** Lines of the standard, by standard deviation. */
  readonly curves: readonly { readonly z: number; readonly points: readonly CurvePoint[] }[]
  /** Measurements of the child, in order of time, with what stands beside each. */
  readonly points: readonly (CurvePoint & { readonly key: string; readonly label: string })[]
  /** Units of x from one step to the next: days of a month, or 1. */
  readonly xUnit: number
  readonly xAxis: string
  readonly spoken: string
  xText(x: number): string
  yText(y: number): string
  curveText(z: number): string
}

const HEIGHT = 360
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 64, 22, 40]

/** A child's measurements over the lines of the standard, each line named at its end. The scale is cut to what is drawn. */
export function GrowthChart({ curves, points, xUnit, xAxis, spoken, xText, yText, curveText }: GrowthChartProps) {
  const holder = useRef<HTMLDivElement>(null)
  const width = useWidth(holder)
  const every = [...curves.flatMap((curve) => curve.points), ...points]
  const [xs, ys] = [rangeOf(every.map(({ x }) => x)), rangeOf(every.map(({ y }) => y), 0.05)]
  const x = (value: number) => LEFT + ((value - xs.from) / (xs.to - xs.from || 1)) * Math.max(1, width - LEFT - RIGHT)
  const y = (value: number) => TOP + (1 - (value - ys.from) / (ys.to - ys.from || 1)) * (HEIGHT - TOP - BOTTOM)
  const placed = points.map((point) => ({ ...point, at: { x: x(point.x), y: y(point.y) } }))
  return (
    <div className="growth-chart" ref={holder} style={{ height: HEIGHT }}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={spoken}>
          {ticks(ys, 7).map((value) => (
            <g key={value}>
              <line className="grid" x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} />
              <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">{yText(value)}</text>
            </g>
          ))}
          {ticks(xs, 9, xUnit).map((value) => <text key={value} x={x(value)} y={HEIGHT - BOTTOM + 16} textAnchor="middle">{xText(value)}</text>)}
          <text className="axis" x={width - RIGHT} y={HEIGHT - 6} textAnchor="end">{xAxis}</text>
          {curves.map(({ z, points: line }) => {
            const end = line.at(-1)
            return (
              <g key={z} className={z === 0 ? 'curve median' : z <= -3 ? 'curve severe' : z === -2 ? 'curve limit' : 'curve'}>
                <path d={pathOf(line.map((point) => ({ x: x(point.x), y: y(point.y) })))} />
                {end && <text x={x(end.x) + 6} y={y(end.y) + 4}>{curveText(z)}</text>}
              </g>
            )
          })}
          <path className="child" d={pathOf(placed.map(({ at }) => at))} />
          {placed.map(({ key, label, at }, index) => (
            <g key={key} className="point">
              <circle cx={at.x} cy={at.y} r="4.5" />
              <text x={at.x} y={(placed[index - 1]?.at.y ?? at.y) < at.y ? at.y + 20 : at.y - 10} textAnchor="middle">{label}</text>
            </g>
          ))}
        </svg>
      )}
    </div>
  )
}
