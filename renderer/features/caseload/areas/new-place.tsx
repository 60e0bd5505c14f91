import { type FormEvent, useId, useState } from 'react'
import { letters } from '#shared/domain/letters.ts'
import { useTranslator } from '../../../ui/language.tsx'
import type { Place } from './area-rows.ts'

interface NewPlaceProps {
  /** Villages that it may be of; one at least. */
  readonly villages: readonly Place[]
  /** Every place that is known by now. */
  readonly known: readonly Place[]
  add(place: Place): void
}

/** Adds a row for a posyandu that no series knows, in the village that is chosen where there are several; it is kept once a count is typed into it. */
export function NewPlace({ villages, known, add }: NewPlaceProps) {
  const { t } = useTranslator()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState('')
  const id = useId()
  const village = villages.length === 1 ? villages[0] : villages.find((one) => one.village === chosen)
  const taken = village !== undefined && known.some((place) => place.village === village.village && place.posyandu !== '' && letters(place.posyandu) === letters(name))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!village || letters(name) === '' || taken) return
    add({ ...village, posyandu: name.trim() })
    setName('')
  }
  return (
    <form className="new-place" onSubmit={submit}>
      <label htmlFor={id}>{t('caseload.areas.newPlace')}</label>
      <input id={id} value={name} maxLength={120} aria-invalid={taken} aria-describedby={taken ? `${id}-taken` : undefined} onChange={(event) => setName(event.target.value)} />
      {villages.length > 1 && (
        <>
          <label htmlFor={`${id}-village`}>{t('caseload.areas.newPlaceIn')}</label>
          <select id={`${id}-village`} value={village?.village ?? ''} onChange={(event) => setChosen(event.target.value)}>
            <option value="" disabled>{t('caseload.areas.chooseVillage')}</option>
            {villages.toSorted((a, b) => a.villageName.localeCompare(b.villageName, 'id')).map((one) => <option key={one.village} value={one.village}>{`${one.villageName} (${one.village})`}</option>)}
          </select>
        </>
      )}
      <button type="submit" disabled={!village || letters(name) === '' || taken}>{t('caseload.areas.addPlace')}</button>
      {taken && <span id={`${id}-taken`} className="alarm" role="alert">{t('caseload.areas.placeTaken')}</span>}
    </form>
  )
}
