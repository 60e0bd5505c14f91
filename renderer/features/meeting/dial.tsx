import type { CSSProperties } from 'react'
import { helpCost } from '#shared/domain/meeting-dial.ts'
import { MoneyRangeError } from '#shared/domain/money.ts'
import { number, rupiah } from '#shared/i18n/format.ts'
import { overText, shownText, spokenGroup } from '#shared/i18n/meeting-text.ts'
import { unitWord } from '#shared/i18n/units.ts'
import { useTranslator } from '../../ui/language.tsx'
import { BigField } from './big-field.tsx'
import { spokenPer } from './spoken.ts'
import type { MeetingChoiceInput, MeetingDial, MeetingEffectView, MeetingItemView } from './types.ts'

type Help = Extract<MeetingChoiceInput, { what: 'help' }>

function costOf(dial: MeetingDial, price: number, units: number): number | null {
  try {
    return helpCost(dial, price, units)
  } catch (error) {
    if (error instanceof MoneyRangeError) return null
    throw error
  }
}

interface HelpDialProps {
  readonly item: MeetingItemView
  readonly dial: MeetingDial
  readonly choice: Help
  readonly effect: MeetingEffectView | null
  readonly disabled: boolean
  change(choice: Help): void
}

/** Price and units side by side: a slider and the figure itself, which is typed over. What it costs follows at once. */
export function HelpDial({ item, dial, choice, effect, disabled, change }: HelpDialProps) {
  const translator = useTranslator()
  const { t, language } = translator
  const { price: scale, units: { max, hidden, needed }, people } = dial
  const unit = unitWord(dial.units.unit, language, choice.units)
  const price = choice.price ?? scale.now
  const cost = costOf(dial, price, choice.units)
  const who = spokenPer(dial, item, translator)
  const from = effect?.own?.funded === cost ? effect.own.bySource.map(({ label }) => label).join(', ') : ''
  const toggles = dial.shape === 'whole' || hidden
  const spoken = dial.shape === 'people' && !hidden ? `${number(choice.units, language)} ${unit}` : people === null || dial.shape === 'people' ? '' : t('meeting.stage.peopleOf', { people: shownText(people, translator), who: spokenGroup(item.words.group, translator) || unitWord(scale.per, language, null) })
  return (
    <div className="dials">
      <div className="dial">
        <BigField label={t('meeting.stage.priceTyped')} value={price} before="Rp" wrong={t('meeting.stage.wrong')} disabled={disabled} change={(value) => change({ ...choice, price: value })} />
        <Range label={t('meeting.stage.price')} min={Math.min(scale.min, price)} max={Math.max(scale.max, price)} step={scale.step} value={price} says={rupiah(price, language)} ends={[rupiah(Math.min(scale.min, price), language), rupiah(Math.max(scale.max, price), language)]} disabled={disabled} change={(value) => change({ ...choice, price: value })} />
        <p className="soft">{dial.shape === 'monthly' ? t('meeting.stage.perMonth', { price: '', who }).trim() : dial.shape === 'whole' ? '' : `per ${who} ${overText(dial.over, translator)}`}</p>
      </div>
      {toggles ? (
        <fieldset className="options" disabled={disabled}>
          <legend className="hidden">{t('meeting.stage.unitsTyped')}</legend>
          {[needed, 0].map((units) => (
            <label key={units}><input type="radio" name={item.id} checked={choice.units === units || (units > 0 && choice.units > 0)} onChange={() => change({ ...choice, units })} /> {t(dial.shape === 'whole' ? (units > 0 ? 'meeting.stage.yes' : 'meeting.stage.no') : units > 0 ? 'meeting.stage.all' : 'meeting.stage.nobody')}</label>
          ))}
        </fieldset>
      ) : (
        <div className="dial">
          <BigField label={t('meeting.stage.unitsTyped')} value={choice.units} max={max} after={unit} wrong={t('meeting.stage.wrongUnits', { max: number(max, language) })} disabled={disabled} change={(units) => change({ ...choice, units })} />
          <Range label={unit} min={0} max={max} step={1} value={choice.units} says={`${number(choice.units, language)} ${unit}`} ends={['0', number(max, language)]} disabled={disabled} change={(units) => change({ ...choice, units })} />
        </div>
      )}
      <p className="cost">{cost === null ? '–' : <>{spoken === '' ? t('meeting.stage.costOnly', { amount: '' }).trim() : `${spoken}:`} <b>{rupiah(cost, language)}</b>{from !== '' && <> {t('meeting.stage.from', { sources: from })}</>}</>}</p>
    </div>
  )
}

function Range({ label, ends, says, change, ...range }: {
  readonly label: string; readonly min: number; readonly max: number; readonly step: number; readonly value: number; readonly says: string; readonly ends: readonly [string, string]; readonly disabled: boolean; change(value: number): void
}) {
  return (
    <>
      <input type="range" aria-label={label} aria-valuetext={says} {...range} style={{ '--at': `${range.max === range.min ? 0 : ((range.value - range.min) / (range.max - range.min)) * 100}%` } as CSSProperties} onChange={(event) => change(Number(event.target.value))} />
      <p className="ends" aria-hidden="true"><span>{ends[0]}</span><span>{ends[1]}</span></p>
    </>
  )
}
