import type { TrendPoint } from '#shared/domain/trend.ts'
import './prevalence-chart.css'

export interface Prevalence extends Pick<TrendPoint, 'id' | 'name'> {
  /** Basis points. */
  readonly shareBp: number
  readonly figure: string
  readonly when: string
}

interface PrevalenceChartProps {
  /** Oldest first; joined by a line. */
  readonly rounds: readonly Prevalence[]
  /** Never joined to anything. */
  readonly surveys: readonly Prevalence[]
  readonly apart: string
  readonly spoken: string
  /** In px. */
  readonly height?: number
}

/** `below` is what dates, names and the warning under the zero line take. */
const [HEIGHT, TOP, BELOW] = [250, 30, 70]
/** More surveys than this leave no room for their names; the table has them. */
const NAMED = 2
/** Rounds and surveys have sides of their own, in percent of the width. */
const SIDES = { rounds: [0, 66], surveys: [72, 100] } as const

/** Prevalence by rounds as a line, and by surveys as single marks behind a double rule: one scale from zero, two kinds of figures. */
export function PrevalenceChart({ rounds, surveys, apart, spoken, height = HEIGHT }: PrevalenceChartProps) {
  const base = height - BELOW
  const highest = Math.max(1, ...[...rounds, ...surveys].map(({ shareBp }) => shareBp))
  const place = (marks: readonly Prevalence[], [from, to]: readonly [number, number]) =>
    marks.map((mark, index) => ({ mark, x: `${from + ((to - from) * (index + 0.5)) / marks.length}%`, y: base - (mark.shareBp / highest) * (base - TOP) }))
  const line = place(rounds, surveys.length === 0 ? [0, 100] : SIDES.rounds)
  return (
    <svg className="prevalence" height={height} role="img" aria-label={spoken}>
      <line className="base" x1="0" x2={surveys.length === 0 ? '100%' : `${SIDES.rounds[1]}%`} y1={base} y2={base} />
      {line.map(({ mark, x, y }, index) => {
        const next = line[index + 1]
        return next && <line key={mark.id} className="run" x1={x} y1={y} x2={next.x} y2={next.y} />
      })}
      {line.map(({ mark, x, y }) => (
        <g key={mark.id}>
          <circle cx={x} cy={y} r="4" />
          <text className="figure" x={x} y={y - 12} textAnchor="middle">{mark.figure}</text>
          <text x={x} y={base + 20} textAnchor="middle">{mark.when}</text>
        </g>
      ))}
      {surveys.length > 0 && (
        <>
          <line className="rule" x1="69%" x2="69%" y1="0" y2={base + 24} />
          <line className="rule" x1="69.4%" x2="69.4%" y1="0" y2={base + 24} />
          <line className="base" x1={`${SIDES.surveys[0]}%`} x2="100%" y1={base} y2={base} />
          {place(surveys, SIDES.surveys).map(({ mark, x, y }) => (
            <g key={mark.id} className="survey">
              <circle cx={x} cy={y} r="5" />
              <text className="figure" x={x} y={y - 12} textAnchor="middle">{mark.figure}</text>
              <text x={x} y={base + 20} textAnchor="middle">{mark.when}</text>
              {surveys.length <= NAMED && <text x={x} y={base + 39} textAnchor="middle">{mark.name}</text>}
            </g>
          ))}
          <text className="apart" x="86%" y={base + 60} textAnchor="middle">{apart}</text>
        </>
      )}
    </svg>
  )
}
