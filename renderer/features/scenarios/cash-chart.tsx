import { useRef } from 'react'
import type { CashCalendarReport } from '#shared/contract/cash.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useWidth } from '../../ui/use-width.ts'

const HEIGHT = 230
const [TOP, BASE] = [22, 190]
/** With less room for a month, the sign stands over its figure. */
const APART = 54

interface CashChartProps {
  readonly months: CashCalendarReport['months']
  /** All of it in words. */
  readonly label: string
  name(month: number): string
  figure(amount: number): string
}

/** Twelve months from a zero baseline: what comes, and what is due, of which hatched what cannot be paid by then. */
export function CashChart({ months, label, name, figure }: CashChartProps) {
  const { t, language } = useTranslator()
  const drawing = useRef<SVGSVGElement>(null)
  const width = useWidth(drawing)
  const close = width > 0 && width / 12 < APART
  const most = Math.max(1, ...months.flatMap(({ inflow, due, late }) => [inflow, due, late]))
  const height = (amount: number) => (amount / most) * (BASE - TOP)
  // Millions with one decimal: no place for more over a bar.
  const millions = (amount: number) => {
    const tenths = Math.round(amount / 100_000)
    return `${figure(Math.trunc(tenths / 10))}${language === 'id' ? ',' : '.'}${tenths % 10}`
  }
  return (
    <>
      <p className="keys fine"><span className="soft">{t('scenarios.cash.millions')}</span><span><i className="inflow" /> {t('scenarios.cash.inflow')}</span><span><i className="due" /> {t('scenarios.cash.due')}</span><span><i className="late" /> {t('scenarios.cash.late')}</span></p>
      <svg ref={drawing} className="cash-chart" height={close ? HEIGHT + 14 : HEIGHT} role="img" aria-label={label}>
        <line className="base" x1="0" x2="100%" y1={BASE} y2={BASE} />
        {months.map(({ month, inflow, due, late }) => {
          const left = ((month - 1) * 100) / 12
          return (
            <g key={month}>
              <rect className="inflow" x={`${left + 1.2}%`} width="2.4%" y={BASE - height(inflow)} height={height(inflow)} />
              <rect className="due" x={`${left + 3.8}%`} width="2.4%" y={BASE - height(due)} height={height(due)} />
              {late > 0 && <rect className="late" x={`${left + 6.4}%`} width="1%" y={BASE - height(late)} height={Math.max(2, height(late))} />}
              {inflow > 0 && <text x={`${left + 2.4}%`} y={BASE - height(inflow) - 5} textAnchor="middle">{millions(inflow)}</text>}
              <text className="month" x={`${left + 4}%`} y={BASE + 18} textAnchor="middle">{name(month)}</text>
              {late > 0 && <text className="alarm-text" x={`${left + 4}%`} y={BASE + 34} textAnchor="middle">{close ? <>▲<tspan x={`${left + 4}%`} dy="15">{millions(late)}</tspan></> : `▲ ${millions(late)}`}</text>}
            </g>
          )
        })}
      </svg>
    </>
  )
}
