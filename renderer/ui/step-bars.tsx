import './step-bars.css'

export interface StepBar {
  readonly key: string
  readonly name: string
  /** Said smaller after the name. */
  readonly note?: string | undefined
  /** Of 0 … 1 of the whole: where it begins, and how long it is. */
  readonly from: number
  readonly share: number
  /** CSS colour or hatch. */
  readonly colour: string
  readonly figure: string
  readonly tail?: string | undefined
  readonly tone?: 'alarm' | undefined
  readonly tailTone?: 'alarm' | undefined
}

interface StepBarsProps {
  /** The whole, as the first bar. */
  readonly whole: { readonly name: string; readonly figure: string }
  readonly steps: readonly StepBar[]
  /** All of it in words. */
  readonly label: string
}

/** How a whole is made up: each part begins where the one before ends, on its own line with its name and figure, so that no colour has to be looked up. */
export function StepBars({ whole, steps, label }: StepBarsProps) {
  return (
    <div className="step-bars-room">
      <ul className={steps.some(({ tail }) => tail !== undefined) ? 'step-bars' : 'step-bars bare'}>
        <li className="whole">
          <span>{whole.name}</span>
          <span className="track" role="img" aria-label={label}><i style={{ left: 0, width: '100%' }} /></span>
          <span className="num">{whole.figure}</span>
          <span className="tail" />
        </li>
        {steps.map(({ key, name, note, from, share, colour, figure, tail, tone, tailTone }) => (
          <li key={key}>
            <span>{name}{note !== undefined && <small> {note}</small>}</span>
            <span className="track">{share > 0 && <i style={{ left: `${100 * from}%`, width: `${100 * share}%`, background: colour }} />}</span>
            <span className={tone ? `num ${tone}` : 'num'}>{figure}</span>
            <span className={`tail num fine ${tailTone ?? 'soft'}`}>{tail}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
