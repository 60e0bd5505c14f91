import { type FormEvent, useId, useState } from 'react'
import { letters } from '#shared/domain/letters.ts'
import { useTranslator } from '../../../ui/language.tsx'
import type { Place } from './area-rows.ts'

/** Adds a row for a posyandu that no series knows; it is kept once a count is typed into it. */
export function NewPlace({ known, add }: { readonly known: readonly Place[]; add(name: string): void }) {
  const { t } = useTranslator()
  const [name, setName] = useState('')
  const id = useId()
  const taken = known.some(({ posyandu }) => posyandu !== '' && letters(posyandu) === letters(name))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (letters(name) === '' || taken) return
    add(name.trim())
    setName('')
  }
  return (
    <form className="new-place" onSubmit={submit}>
      <label htmlFor={id}>{t('caseload.areas.newPlace')}</label>
      <input id={id} value={name} maxLength={120} aria-invalid={taken} aria-describedby={taken ? `${id}-taken` : undefined} onChange={(event) => setName(event.target.value)} />
      <button type="submit" disabled={letters(name) === '' || taken}>{t('caseload.areas.addPlace')}</button>
      {taken && <span id={`${id}-taken`} className="alarm" role="alert">{t('caseload.areas.placeTaken')}</span>}
    </form>
  )
}
