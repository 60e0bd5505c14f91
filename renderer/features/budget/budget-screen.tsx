import { useQueries } from '@tanstack/react-query'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import './budget.css'
import { BudgetTable } from './budget-table.tsx'

/** Anggaran: activities by tier, what each costs, who pays, what is missing. */
export function BudgetScreen() {
  const { t } = useTranslator()
  const api = useApi()
  const [lines, sources] = useQueries({ queries: [api.plan.lines.queryOptions({ input: {} }), api.plan.sources.queryOptions({ input: {} })] })
  const failed = lines.error ?? sources.error
  if (failed) return <Failure error={failed} again={() => { void lines.refetch(); void sources.refetch() }} />
  if (!lines.data || !sources.data) return <Message title={t('window.states.loading')} />
  const activities = new Set(lines.data.map((line) => line.activityId)).size
  return (
    // Focusable, so that a wide table can be scrolled with the arrow keys too.
    <section className="scroll" id="isi" aria-labelledby="budget-title" tabIndex={0}>
      <header className="tools">
        <h1 id="budget-title">{t('window.budget.title')}</h1>
        <span className="soft fine">{t('window.budget.about', { activities, sources: sources.data.length })}</span>
      </header>
      <BudgetTable lines={lines.data} sources={sources.data} />
    </section>
  )
}
