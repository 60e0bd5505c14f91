import { useRef } from 'react'
import { type FlowPart, layOut, type Ribbon } from './flow-layout.ts'
import { useWidth } from './use-width.ts'
import './flow-chart.css'

interface FlowChartProps {
  readonly before: { readonly title: string; readonly count: string }
  readonly after: { readonly title: string; readonly count: string }
  readonly still: FlowPart
  readonly out: readonly FlowPart[]
  readonly joined: readonly FlowPart[]
  readonly spoken: string
  /** `3 membaik`. */
  label(part: FlowPart): string
}

const [TOP, SIDE, BAR] = [8, 128, 14]

/** A band between two edges, curving from one height to another. */
function band(x1: number, top1: number, bottom1: number, x2: number, top2: number, bottom2: number): string {
  const middle = (x1 + x2) / 2
  return `M${x1} ${top1}C${middle} ${top1} ${middle} ${top2} ${x2} ${top2}L${x2} ${bottom2}C${middle} ${bottom2} ${middle} ${bottom1} ${x1} ${bottom1}Z`
}

/** From one count to another: what stays runs across, what leaves and what joins has its name at its end. Both bars have the same scale. */
export function FlowChart({ before, after, still, out, joined, spoken, label }: FlowChartProps) {
  const holder = useRef<HTMLDivElement>(null)
  const width = useWidth(holder)
  const laid = layOut(still, out, joined)
  const [from, to] = [Math.min(SIDE, width * 0.2), width - Math.min(SIDE, width * 0.2)]
  const run = (to - from) * 0.2
  const half = ({ top, bottom }: Ribbon) => Math.max(1, (bottom - top) / 2)
  return (
    <div className="flow-chart" ref={holder} style={{ height: laid.height + 2 * TOP }}>
      {width > 0 && (
        <svg width={width} height={laid.height + 2 * TOP} role="img" aria-label={spoken}>
          <g transform={`translate(0 ${TOP})`}>
            {laid.still && (
              <g className="part still">
                <path d={band(from, laid.still.from.top, laid.still.from.bottom, to, laid.still.to.top, laid.still.to.bottom)} />
                <text x={(from + to) / 2} y={laid.still.from.label + 4} textAnchor="middle">{label(still)}</text>
              </g>
            )}
            {laid.out.map((part) => (
              <g key={part.key} className={`part ${part.key}`}>
                <path d={band(from, part.top, part.bottom, from + run, part.label - half(part), part.label + half(part))} />
                <text x={from + run + 8} y={part.label + 4}>{label(part)}</text>
              </g>
            ))}
            {laid.in.map((part) => (
              <g key={part.key} className={`part ${part.key}`}>
                <path d={band(to - run, part.label - half(part), part.label + half(part), to, part.top, part.bottom)} />
                <text x={to - run - 8} y={part.label + 4} textAnchor="end">{label(part)}</text>
              </g>
            ))}
            <rect className="bar" x={from - BAR} y={0} width={BAR} height={Math.max(1, laid.before)} />
            <rect className="bar" x={to} y={0} width={BAR} height={Math.max(1, laid.after)} />
            <text className="count" x={from - BAR - 10} y={18} textAnchor="end">{before.count}</text>
            <text x={from - BAR - 10} y={36} textAnchor="end">{before.title}</text>
            <text className="count" x={to + BAR + 10} y={18}>{after.count}</text>
            <text x={to + BAR + 10} y={36}>{after.title}</text>
          </g>
        </svg>
      )}
    </div>
  )
}
