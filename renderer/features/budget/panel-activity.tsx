import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { months } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useCommand } from '../../ui/use-command.ts'
import type { GridActions } from './use-grid-keys.ts'

type Rank = 1 | 2 | 3
const RANKS: readonly Rank[] = [1, 2, 3]

/** What is said of a whole activity: how urgent it is, where and by whom it is done; and what can be done with it. */
export function ActivityFields({ id, actions }: { readonly id: string; readonly actions: GridActions }) {
  const { t, find, language } = useTranslator()
  const api = useApi()
  const activities = useQuery(api.plan.activities.queryOptions({ input: {} }))
  const save = useCommand(['plan', 'setActivity'], (input: { activity: string; tier?: Rank; weight?: Rank; location?: string; implementer?: string }) => api.plan.setActivity.call(input))
  const activity = activities.data?.find((candidate) => candidate.id === id)
  if (!activity) return null
  return (
    <section>
      <h3>{t('budget.panel.activity')}</h3>
      <div className="small-form">
        <label>{t('budget.panel.tier')}
          <select value={activity.tier} onChange={(event) => save.mutate({ activity: id, tier: Number(event.target.value) as Rank })}>
            {RANKS.map((tier) => <option key={tier} value={tier}>{t('budget.tier', { tier })}</option>)}
          </select>
        </label>
        <label>{t('budget.panel.weight')}
          <select value={activity.weight} onChange={(event) => save.mutate({ activity: id, weight: Number(event.target.value) as Rank })}>
            {RANKS.map((weight) => <option key={weight} value={weight}>{find(`terms.weights.${weight}`)}</option>)}
          </select>
        </label>
        <TextField key={`l${activity.location}`} label={t('budget.panel.location')} value={activity.location} save={(location) => save.mutate({ activity: id, location })} />
        <TextField key={`i${activity.implementer}`} label={t('budget.panel.implementer')} value={activity.implementer} save={(implementer) => save.mutate({ activity: id, implementer })} />
        <p className="soft fine">{t('budget.panel.months')}: {months(activity.months, language)}</p>
      </div>
      <div className="buttons">
        <button type="button" title={t('budget.tools.upHint')} aria-keyshortcuts="Alt+ArrowUp" onClick={() => actions.move(-1)}>{t('budget.tools.up')}</button>
        <button type="button" title={t('budget.tools.downHint')} aria-keyshortcuts="Alt+ArrowDown" onClick={() => actions.move(1)}>{t('budget.tools.down')}</button>
        <button type="button" title={t('budget.tools.removeHint')} aria-keyshortcuts="Control+Delete" onClick={actions.remove}>{t('budget.tools.remove')}</button>
      </div>
    </section>
  )
}

/** A text that is saved when its field is left; Esc takes the old one back. */
function TextField({ label, value, save }: { readonly label: string; readonly value: string; save(text: string): void }) {
  const [text, setText] = useState(value)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur()
    if (event.key === 'Escape') setText(value)
  }
  return <label>{label}<input value={text} maxLength={300} onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} onBlur={() => text.trim() !== value && save(text.trim())} /></label>
}
