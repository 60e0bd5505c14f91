import './source-bar.css'

export interface BarPart {
  readonly key: string
  readonly value: number
  /** CSS colour or hatch of the part. */
  readonly colour: string
}

/** One bar whose parts make the whole; its words stand beside it, never in it. Nothing at all where the whole is 0. */
export function SourceBar({ parts, label, thin = false }: { readonly parts: readonly BarPart[]; readonly label: string; readonly thin?: boolean }) {
  const whole = parts.reduce((total, { value }) => total + value, 0)
  if (whole === 0) return null
  return (
    <div className={thin ? 'source-bar thin' : 'source-bar'} role="img" aria-label={label}>
      {parts.filter(({ value }) => value > 0).map(({ key, value, colour }) => <i key={key} style={{ width: `${(100 * value) / whole}%`, background: colour }} />)}
    </div>
  )
}
