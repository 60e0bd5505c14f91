import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { findingText } from '#shared/i18n/finding-text.ts'
import { months, number, rupiah, tableFigure } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { CashChart } from './cash-chart.tsx'
import { CashLines, CashSources } from './cash-tables.tsx'

/** Arus kas: when money comes and when it is needed, month by month; what nobody pays and what comes late is said in words. */
export function CashView() {
  const { t, language } = useTranslator()
  const api = useApi()
  const [scenario, setScenario] = useState('')
  const [independent, setIndependent] = useState(false)
  const scenarios = useQuery(api.scenario.list.queryOptions({ input: {} }))
  const { data, error, refetch } = useQuery(api.cash.calendar.queryOptions({ input: { villages: independent ? 'independent' : 'other', ...(scenario !== '' && { scenario }) } }))
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (!data) return <Message title={t('window.states.loading')} />
  const name = (month: number) => months(1 << (month - 1), language)
  const due = data.months.reduce((sum, month) => sum + month.due, 0)
  const table = {
    head: [t('scenarios.cash.month'), t('scenarios.cash.inflow'), t('scenarios.cash.due'), t('scenarios.cash.paid'), t('scenarios.cash.late'), t('scenarios.cash.balance')],
    rows: data.months.map(({ month, inflow, due: asked, paid, late, balance }) => [name(month), ...[inflow, asked, paid, late, balance].map((amount) => tableFigure(amount, language))]),
  }
  const spoken = data.months.map(({ month, inflow, due: asked, late }) => t('scenarios.cash.spoken', { month: name(month), inflow: rupiah(inflow, language), due: rupiah(asked, language), late: rupiah(late, language) })).join('; ')
  return (
    <>
      <div className="bar">
        <label className="pick-one">{t('scenarios.cash.of')} <select value={scenario} onChange={(event) => setScenario(event.target.value)}>
          <option value="">{t('scenarios.base')}</option>
          {(scenarios.data ?? []).map(({ id, name: one }) => <option key={id} value={id}>{one}</option>)}
        </select></label>
        {data.sources.some(({ code }) => code === 'DDS') && <label className="check"><input type="checkbox" checked={independent} onChange={(event) => setIndependent(event.target.checked)} /> {t('scenarios.cash.independent')}</label>}
      </div>
      {due === 0 ? <p className="empty soft">{t('scenarios.cash.empty')}</p> : (
        <div className="cash">
          <ChartBlock title={t('scenarios.cash.title')} table={table}>
            <CashChart months={data.months} label={spoken} name={name} figure={(amount) => number(amount, language)} />
          </ChartBlock>
          <section className="block">
            <header><h2>{t('scenarios.cash.notes')}</h2></header>
            {data.findings.length === 0 ? <p className="good">{t('scenarios.cash.notesNone')}</p> : (
              <ul className="cash-notes" aria-label={t('scenarios.cash.notes')} tabIndex={0}>
                {data.findings.map((finding) => {
                  const { text, fix } = findingText(finding, language)
                  return <li key={`${finding.code}/${finding.where.id}/${finding.words['months'] ?? ''}`}><span className={finding.severity === 'info' ? 'soft' : 'attention'}>{finding.severity === 'info' ? 'i' : '▲'}</span><span>{text} <span className="soft">{fix}</span></span></li>
                })}
              </ul>
            )}
          </section>
          <CashSources report={data} name={name} />
          <CashLines report={data} name={name} />
        </div>
      )}
    </>
  )
}
