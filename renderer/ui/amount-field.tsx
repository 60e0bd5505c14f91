import { type KeyboardEvent, useId, useState } from 'react'
import { number } from '#shared/i18n/format.ts'
import { amountProblem } from '#shared/i18n/amount-problem.ts'
import { amountText } from '#shared/i18n/amount-text.ts'
import { parseAmount } from '#shared/i18n/parse.ts'
import { useTranslator } from './language.tsx'

interface AmountFieldProps {
  readonly label: string
  /** null: nothing typed. */
  readonly value: number | null
  /** Only a value other than before. Leaving the field empty gives null where `clearable`, else it stays as it was. What it rejects is marked as not saved. */
  save(value: number | null): void | Promise<unknown>
  readonly clearable?: boolean
  readonly placeholder?: string
  readonly hint?: string
  /** The label is for those who listen only: it stands in the table's header already. */
  readonly quiet?: boolean
}

interface Draft {
  readonly text: string
  readonly wrong: boolean
  /** Could be read, and was not taken. */
  readonly unsaved: boolean
  readonly basis: string | null
  readonly over: string
}

/**
 * A field for rupiah as people type them (`1,5 jt`, `35*150rb*12`). Leaving it or Enter saves; Esc brings back what was. What cannot be read
 * stays in the field, marked, with a sentence of what it takes.
 */
export function AmountField({ label, value, save, clearable = false, placeholder, hint, quiet = false }: AmountFieldProps) {
  const translator = useTranslator()
  const { t, language } = translator
  const id = useId()
  const shown = value === null ? '' : number(value, language)
  // What was typed counts for the value that it was typed over: once that changes, the new value shows.
  const [draft, setDraft] = useState<Draft | null>(null)
  const current = draft?.over === shown ? draft : null
  const { text, wrong, unsaved, basis } = current ?? { text: shown, wrong: false, unsaved: false, basis: null }
  const put = (part: Partial<Draft>) => setDraft({ text, wrong: false, unsaved: false, basis: null, over: shown, ...part })

  const keep = (kept: number | null, draft: Partial<Draft>): void => {
    put(draft)
    Promise.resolve(save(kept)).catch(() => put({ ...draft, unsaved: true }))
  }
  const commit = (): void => {
    if (text.trim() === shown) return
    if (text.trim() === '') {
      if (clearable && value !== null) keep(null, { text: '' })
      else put({ text: clearable ? '' : shown })
      return
    }
    const amount = parseAmount(text, language)
    if (!amount) return put({ wrong: true })
    const read = { text: number(amount.value, language), basis: amount.basis }
    if (amount.value === value) put(read)
    else keep(amount.value, read)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      commit()
    } else if (event.key === 'Escape' && (text !== shown || wrong || unsaved)) {
      event.preventDefault()
      event.stopPropagation()
      setDraft(null)
    }
  }
  return (
    <div className={quiet ? 'field quiet' : 'field'}>
      <label htmlFor={id} className={quiet ? 'hidden' : undefined}>{label}</label>
      <input
        id={id} className="amount" type="text" inputMode="text" autoComplete="off" value={text} placeholder={placeholder} aria-invalid={wrong || unsaved}
        aria-describedby={wrong || unsaved || hint || basis ? `${id}-note` : undefined}
        onChange={(event) => put({ text: event.target.value })} onBlur={commit} onKeyDown={onKeyDown} onFocus={(event) => event.target.select()}
      />
      {(wrong || unsaved || hint || basis) && (
        <p id={`${id}-note`} className={wrong || unsaved ? 'fine alarm' : 'fine soft'}>
          {wrong ? `▲ ${t(value === null ? 'fields.amount.none' : 'fields.amount.kept', { text, reason: amountText(amountProblem(text, language), translator) })}` : unsaved ? `▲ ${t('fields.unsaved')}` : basis ? t('sources.basis', { basis }) : hint}
        </p>
      )}
    </div>
  )
}
