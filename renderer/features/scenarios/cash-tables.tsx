import { Fragment } from 'react'
import type { CashCalendarReport } from '#shared/contract/cash.ts'
import { rupiah, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { hrefOf } from '../../ui/route.ts'

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

interface TableProps {
  readonly report: CashCalendarReport
  name(month: number): string
}

/** When each source's money comes, and what that rests on. */
export function CashSources({ report, name }: TableProps) {
  const { t, language } = useTranslator()
  const sources = report.sources.filter(({ available }) => available > 0)
  return (
    <section className="block wide">
      <header><h2>{t('scenarios.cash.sources')}</h2></header>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('scenarios.cash.sources')}>
        <table className="ledger by-month">
          <thead><tr><th scope="col">{t('scenarios.parts.sources')}</th>{MONTHS.map((month) => <th key={month} scope="col" className="num">{name(month)}</th>)}</tr></thead>
          <tbody>
            {sources.map(({ label, name: source, months, basis, citation, confidence, unscheduled }) => (
              <Fragment key={label}>
                <tr className="figures">
                  <th scope="row">{source}</th>
                  {months.map(({ month, inflow }) => <td key={month} className="num">{tableFigure(inflow, language)}</td>)}
                </tr>
                <tr className="basis">
                  <td colSpan={MONTHS.length + 1} className="fine">
                    <span className={confidence === 'unverified' ? 'attention' : 'soft'}>{t('scenarios.cash.basis')}: {t(`explain.cash.${basis}`)}{citation !== '' && basis === 'year_rules' && `; ${citation}`}</span>
                    {unscheduled > 0 && <span className="says attention">{t('scenarios.cash.unscheduled', { amount: rupiah(unscheduled, language) })}</span>}
                  </td>
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Lines of food and incentives: each month in time, late, never, or with nobody to pay; a sign and a word for each. */
export function CashLines({ report, name }: TableProps) {
  const { t } = useTranslator()
  const lines = report.lines.filter(({ months, unfunded }) => months.length > 0 || unfunded.length > 0)
  if (lines.length === 0) return null
  const states = (line: (typeof lines)[number], month: number) => {
    const due = line.months.find((one) => one.month === month)
    const part = due !== undefined && due.late < due.due ? 'part' : 'all'
    if (due && due.paidIn === null) return { sign: '✕', tone: 'alarm', words: t(`scenarios.cash.never.${part}`) }
    if (due && due.paidIn !== null && due.paidIn > month) return { sign: '◷', tone: 'attention', words: t(`scenarios.cash.lateIn.${part}`, { month: name(due.paidIn) }) }
    if (line.unfunded.includes(month)) return { sign: '○', tone: 'alarm', words: t('scenarios.cash.unfunded') }
    if (due) return { sign: '●', tone: 'good', words: t('scenarios.cash.onTime') }
    return null
  }
  return (
    <section className="block wide">
      <header>
        <h2>{t('scenarios.cash.lines')}</h2>
        <p className="keys fine"><span><b className="good">●</b> {t('scenarios.cash.onTime')}</span><span><b className="attention">◷</b> {t('scenarios.cash.lateInLegend')}</span><span><b className="alarm">✕</b> {t('scenarios.cash.never.all')}</span><span><b className="alarm">○</b> {t('scenarios.cash.unfunded')}</span></p>
      </header>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('scenarios.cash.lines')}>
        <table className="ledger by-month">
          <thead><tr><th scope="col">{t('scenarios.cash.line')}</th>{MONTHS.map((month) => <th key={month} scope="col" className="sign">{name(month)}</th>)}</tr></thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row"><a href={hrefOf('anggaran', line.id)}>{line.description}</a></th>
                {MONTHS.map((month) => {
                  const state = states(line, month)
                  return <td key={month} className="sign">{state && <span className={state.tone} title={state.words}><span aria-hidden="true">{state.sign}</span><span className="hidden">{state.words}</span></span>}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
