import { ChartPngButton } from '../../ui/chart-png-button.tsx'
import { UNFUNDED } from '../../ui/source-colours.ts'

export interface WallBar {
  readonly key: string
  readonly name: string
  /** From zero on: what is filled, then what stays beside it; the longest bar of all fills the width. */
  readonly filled: number
  readonly rest: number
  /** What stands at its end. */
  readonly figure: string
  /** CSS colour of what is filled; the accent where it is left out. */
  readonly colour?: string
}

interface WallBarsProps {
  /** What the two parts are, as the sign beside each says too. */
  readonly filled: string
  readonly rest: string
  /** What is missing is hatched; what is merely left is pale. */
  readonly missing: boolean
  readonly bars: readonly WallBar[]
  /** The same in words, for who cannot see it. */
  readonly label: string
  /** What the picture of them is called. Left out where a chart around them has the button that saves one. */
  readonly title?: string | undefined
}

const drawn = (button: Element): readonly Element[] => [...(button.closest('.wall-chart')?.querySelectorAll('.wall-bars') ?? [])]

/** Horizontal bars in the type of the wall, from a zero baseline; their figures stand at their ends and in the table beside them. */
export function WallBars({ filled, rest, missing, bars, label, title }: WallBarsProps) {
  const longest = Math.max(1, ...bars.map((bar) => bar.filled + bar.rest))
  const colour = missing ? UNFUNDED : 'var(--line-strong)'
  const width = (value: number) => `${(100 * Math.max(0, value)) / longest}%`
  return (
    <div className="wall-chart">
      <div className="wall-bars" role="img" aria-label={label}>
        <p className="key soft"><i style={{ background: bars[0]?.colour ?? 'var(--accent)' }} /> {filled} <i style={{ background: colour }} /> {rest}</p>
        {bars.map((bar) => (
          <div className="wall-bar" key={bar.key}>
            <span>{bar.name}</span>
            <span className="track"><i style={{ width: width(bar.filled), background: bar.colour ?? 'var(--accent)' }} /><i style={{ width: width(bar.rest), background: colour }} /></span>
            <span className="figure">{bar.figure}</span>
          </div>
        ))}
      </div>
      {title !== undefined && <ChartPngButton title={title} parts={drawn} />}
    </div>
  )
}
