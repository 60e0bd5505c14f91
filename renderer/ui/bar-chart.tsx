import './bar-chart.css'

export interface Bar {
  readonly key: string
  readonly label: string
  /** Of 0 … 1, from zero on: reached in full, then reached in part. */
  readonly full: number
  readonly part: number
  /** What stands at its end. */
  readonly figure: string
  readonly short: boolean
}

interface BarChartProps {
  readonly bars: readonly Bar[]
  readonly label: string
  /** What is drawn is itself what is missing: brick red, and nothing beside it. */
  readonly missing?: boolean
}

/** Horizontal bars from a zero baseline, each with its name and its figure; what is missing stays as a pale rest. */
export function BarChart({ bars, label, missing = false }: BarChartProps) {
  return (
    <div className={missing ? 'bars missing' : 'bars'} role="img" aria-label={label}>
      {bars.map(({ key, label: name, full, part, figure, short }) => (
        <div className="bar-row" key={key}>
          <span className="bar-name">{name}</span>
          <span className="bar-track">
            <i className="full" style={{ width: `${100 * full}%` }} />
            <i className="part" style={{ width: `${100 * part}%` }} />
          </span>
          <span className={short ? 'num alarm' : 'num'}>{figure}</span>
        </div>
      ))}
    </div>
  )
}
