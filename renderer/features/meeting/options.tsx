import { useTranslator } from '../../ui/language.tsx'
import type { MeetingChoiceInput, MeetingItemView } from './types.ts'

type Optional = Extract<MeetingChoiceInput, { what: 'plan' | 'breach' }>

/** Ways that exclude each other: which plan holds, or whether the money is divided anew. */
export function Options({ item, choice, disabled, change }: { readonly item: MeetingItemView; readonly choice: Optional; readonly disabled: boolean; change(choice: MeetingChoiceInput): void }) {
  const { t } = useTranslator()
  const ways: readonly { readonly choice: Optional; readonly text: string }[] = choice.what === 'breach'
    ? [{ choice: { what: 'breach', repair: true }, text: t('meeting.stage.repair') }, { choice: { what: 'breach', repair: false }, text: t('meeting.stage.leaveIt') }]
    : item.outcome === 'agreed' ? [{ choice, text: choice.scenario === null ? t('meeting.stage.keepPlan') : choice.name }]
      : item.plans.map(({ scenario, name }) => ({ choice: { what: 'plan', scenario, name }, text: scenario === null ? t('meeting.stage.keepPlan') : name }))
  return (
    <fieldset className="options" disabled={disabled}>
      <legend className="hidden">{t('meeting.stage.effect')}</legend>
      {ways.map((way) => (
        <label key={way.text}><input type="radio" name={item.id} checked={JSON.stringify(way.choice) === JSON.stringify(choice)} onChange={() => change(way.choice)} /> {way.text}</label>
      ))}
    </fieldset>
  )
}
