import { useState } from 'react'
import type { PlanRule, PlanRules } from '#shared/contract/rules.ts'
import type { PlanKind } from '#shared/domain/plan.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { RuleDialog } from './rule-dialog.tsx'
import { RuleRow } from './rule-row.tsx'
import { ruleName } from '../../ui/rule-text.ts'
import { YearNotes } from './year-notes.tsx'

const COLUMNS = ['rule', 'citation', 'state', 'limit', 'booked', 'room', 'actions'] as const
const FIGURES: ReadonlySet<string> = new Set(['limit', 'booked', 'room'])

/** The year's rules: what each says and rests on, what it allows and what is booked; changed, added and put back here. */
export function Rules({ rules, kind, place }: { readonly rules: PlanRules; readonly kind: PlanKind; readonly place: string }) {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const show = useNotices((state) => state.show)
  const [edited, setEdited] = useState<PlanRule | 'new' | null>(null)
  const reset = useCommand(['rules', 'reset'], api.rules.reset.call)
  const putBack = (rule: PlanRule) => reset.mutate({ id: rule.id }, {
    onSuccess: () => show({ text: t(rule.own ? 'sources.rules.removedDone' : 'sources.rules.resetDone', { rule: ruleName(rule, translator) }), alarm: false }),
  })
  return (
    <section aria-labelledby="rules-part">
      <header className="part">
        <h2 id="rules-part" data-place="aturan" tabIndex={-1}>{t('sources.sections.rules', { year: rules.year })}</h2>
        {rules.carriedOver && rules.rules.length > 0 && <span className="fine attention">● {t('sources.rules.carriedOver', { year: rules.year, from: rules.from })}</span>}
        <button type="button" onClick={() => setEdited('new')}>{t('sources.rules.add')}</button>
      </header>
      {rules.rules.length === 0 ? <p className="nothing soft">{t('sources.rules.none')}</p> : (
        <table className="ledger rule-table" aria-labelledby="rules-part">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th scope="col" key={column} className={FIGURES.has(column) ? 'num' : undefined}>
                  {column === 'actions' ? <span className="hidden">{t('sources.rules.columns.actions')}</span> : t(`sources.rules.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.rules.map((rule) => <RuleRow key={rule.id} rule={rule} here={rule.id === place} edit={() => setEdited(rule)} putBack={() => putBack(rule)} />)}
          </tbody>
        </table>
      )}
      <YearNotes rules={rules} />
      {edited && <RuleDialog key={edited === 'new' ? 'new' : edited.id} rule={edited === 'new' ? null : edited} kind={kind} close={() => setEdited(null)} />}
    </section>
  )
}
