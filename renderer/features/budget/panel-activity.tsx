import { useQuery } from '@tanstack/react-query'
import { months } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { SavedField } from './panel-line-fields.tsx'
import type { GridActions } from './use-grid-keys.ts'

type Rank = 1 | 2 | 3
const RANKS: readonly Rank[] = [1, 2, 3]
/** January to December, each as its place in the set of an activity's months. */
const MONTHS = Array.from({ length: 12 }, (_, month) => 1 << month)

/** What is said of a whole activity: how urgent it is, where and by whom it is done; and what can be done with it. */
export function ActivityFields({ id, actions }: { readonly id: string; readonly actions: GridActions }) {
  const { t, find, language } = useTranslator()
  const api = useApi()
  const activities = useQuery(api.plan.activities.queryOptions({ input: {} }))
  const save = useCommand(['plan', 'setActivity'], (input: { activity: string; tier?: Rank; weight?: Rank; location?: string; implementer?: string; months?: number }) => api.plan.setActivity.call(input))
  const kept = activities.data?.find((candidate) => candidate.id === id)
  if (!kept) return null
  // What was chosen shows at once, and falls back where it is refused.
  const activity = { ...kept, ...(save.isPending ? save.variables : {}) }
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
        <SavedField key={`l${activity.location}`} most={300} label={t('budget.panel.location')} value={activity.location} save={(location) => save.mutate({ activity: id, location })} />
        <SavedField key={`i${activity.implementer}`} most={300} label={t('budget.panel.implementer')} value={activity.implementer} save={(implementer) => save.mutate({ activity: id, implementer })} />
      </div>
      <fieldset className="months">
        <legend>{t('budget.panel.months')}</legend>
        {MONTHS.map((bit) => (
          <label key={bit}><input type="checkbox" checked={(activity.months & bit) !== 0} onChange={() => save.mutate({ activity: id, months: activity.months ^ bit })} />{months(bit, language)}</label>
        ))}
      </fieldset>
      <div className="buttons">
        <button type="button" title={t('budget.tools.upHint')} aria-keyshortcuts="Alt+ArrowUp" onClick={() => actions.move(-1)}>{t('budget.tools.up')}</button>
        <button type="button" title={t('budget.tools.downHint')} aria-keyshortcuts="Alt+ArrowDown" onClick={() => actions.move(1)}>{t('budget.tools.down')}</button>
        <button type="button" title={t('budget.tools.removeHint')} aria-keyshortcuts="Control+Delete" onClick={actions.remove}>{t('budget.tools.remove')}</button>
      </div>
    </section>
  )
}
