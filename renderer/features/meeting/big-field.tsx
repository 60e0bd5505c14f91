import { type KeyboardEvent, useId, useState } from 'react'
import { number } from '#shared/i18n/format.ts'
import { parseAmount } from '#shared/i18n/parse.ts'
import { useTranslator } from '../../ui/language.tsx'

interface BigFieldProps {
  readonly label: string
  readonly value: number
  readonly max?: number
  readonly before?: string
  readonly after?: string
  readonly wrong: string
  readonly disabled: boolean
  change(value: number): void
}

/** The figure in large type, which is typed over as well. Leaving it or Enter takes it; what cannot be read stays, marked. */
export function BigField({ label, value, max = Number.MAX_SAFE_INTEGER, before, after, wrong, disabled, change }: BigFieldProps) {
  const { language } = useTranslator()
  const id = useId()
  const shown = number(value, language)
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string; readonly wrong: boolean } | null>(null)
  const current = draft?.over === shown ? draft : null
  const commit = () => {
    if (!current) return
    const read = parseAmount(current.text, language)
    if (!read || read.value > max) return setDraft({ ...current, wrong: true })
    setDraft(null)
    if (read.value !== value) change(read.value)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit()
    else if (event.key === 'Escape' && current) {
      event.stopPropagation()
      setDraft(null)
    }
  }
  return (
    <div className="big">
      <label className="hidden" htmlFor={id}>{label}</label>
      <span className="typed">{before !== undefined && <span aria-hidden="true">{before}</span>}<input
        id={id} type="text" inputMode="text" autoComplete="off" disabled={disabled} value={current?.text ?? shown} size={Math.max(2, (current?.text ?? shown).length)} aria-invalid={current?.wrong === true} data-draft={current ? '' : undefined}
        aria-describedby={current?.wrong === true ? `${id}-wrong` : undefined}
        onChange={(event) => setDraft({ text: event.target.value, over: shown, wrong: false })} onBlur={commit} onKeyDown={onKeyDown} onFocus={(event) => event.target.select()}
      /></span>
      {after !== undefined && <span>{after}</span>}
      {current?.wrong === true && <p id={`${id}-wrong`} role="alert" className="alarm">▲ {wrong}</p>}
    </div>
  )
}
