import { useId } from 'react'
import { DateField } from '../../ui/date-field.tsx'
import { useTranslator } from '../../ui/language.tsx'

/** When, where, under whom and before how many, as typed. */
export interface Facts {
  readonly heldOn: string
  readonly place: string
  readonly leader: string
  readonly attended: string
}

/** How many came; null where nothing is typed, `undefined` where it is no number of people. */
export function headsOf({ attended }: Pick<Facts, 'attended'>): number | null | undefined {
  const typed = attended.trim()
  return typed === '' ? null : /^\d{1,5}$/.test(typed) ? Number(typed) : undefined
}

/** The facts of a meeting, before it and after. */
export function FactsFields({ facts, change }: { readonly facts: Facts; change(facts: Facts): void }) {
  const { t } = useTranslator()
  const id = useId()
  const wrong = headsOf(facts) === undefined
  const field = (key: 'place' | 'leader' | 'attended', hint?: string) => (
    <label className="field"><span className="fine soft">{t(`meeting.prepare.${key}`)}</span>
      <input
        type="text" inputMode={key === 'attended' ? 'numeric' : undefined} value={facts[key]} maxLength={key === 'attended' ? 5 : 200} placeholder={hint} aria-invalid={key === 'attended' && wrong} aria-describedby={key === 'attended' && wrong ? id : undefined}
        onChange={(event) => change({ ...facts, [key]: event.target.value })}
      />
    </label>
  )
  return (
    <>
      <DateField label={t('meeting.prepare.heldOn')} value={facts.heldOn} save={(heldOn) => change({ ...facts, heldOn })} />
      {field('place', t('meeting.prepare.placeHint'))}
      {field('leader', t('meeting.prepare.leaderHint'))}
      {field('attended')}
      {wrong && <p id={id} className="fine alarm" role="alert">▲ {t('meeting.prepare.wrongHeads')}</p>}
    </>
  )
}
