import { type KeyboardEvent, useId, useState } from 'react'
import { shortDate } from '#shared/i18n/format.ts'
import { parseDate } from '#shared/i18n/parse-date.ts'
import { useTranslator } from './language.tsx'

interface DateFieldProps {
  readonly label: string
  /** ISO date; `''`: none. */
  readonly value: string
  /** Only a date other than before; `''` where an emptied field may say so (`clearable`). */
  save(iso: string): void
  readonly clearable?: boolean
  /** What an empty field means, said before what it takes. */
  readonly hint?: string
  /** The label stands elsewhere on the screen, bound to this id. */
  readonly labelledFrom?: string
}

/**
 * A date as the office writes it, day first, whatever the browser's locale: `21/11/2026`, `21 Nov 2026`. Leaving it or Enter saves; Esc
 * brings back what was. What is no date stays in the field, marked, with a sentence of what it takes.
 */
export function DateField({ label, value, save, clearable = false, hint, labelledFrom }: DateFieldProps) {
  const { t, language } = useTranslator()
  const own = useId()
  const id = labelledFrom ?? own
  const shown = value === '' ? '' : shortDate(value, language)
  // What was typed counts for the date that it was typed over: once that changes, the new one shows.
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string; readonly left: boolean } | null>(null)
  const current = draft?.over === value ? draft : null
  const text = current?.text ?? shown
  const read = parseDate(text)
  const wrong = current?.left === true && text.trim() !== '' && 'fault' in read ? read.fault : undefined

  const commit = (): void => {
    if (!current) return
    if (text.trim() === '') {
      setDraft(null)
      if (clearable && value !== '') save('')
    } else if ('fault' in read) setDraft({ ...current, left: true })
    else {
      setDraft(null)
      if (read.iso !== value) save(read.iso)
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit()
    else if (event.key === 'Escape' && current) {
      event.preventDefault()
      event.stopPropagation()
      setDraft(null)
    }
  }
  return (
    <div className="field date-field">
      {labelledFrom === undefined && <label htmlFor={id}>{label}</label>}
      <input
        id={id} type="text" inputMode="text" autoComplete="off" value={text} aria-invalid={wrong !== undefined} aria-describedby={`${id}-note`}
        onChange={(event) => setDraft({ text: event.target.value, over: value, left: false })} onBlur={commit} onKeyDown={onKeyDown}
      />
      <p id={`${id}-note`} className={wrong ? 'fine alarm' : 'fine soft'}>
        {wrong ? `▲ ${t(`fields.date.${wrong}`, { text: text.trim() })}` : <>{hint} {t('fields.date.takes')}</>}
      </p>
    </div>
  )
}
