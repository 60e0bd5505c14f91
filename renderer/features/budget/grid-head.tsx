import { memo } from 'react'
import type { PlanLine } from '#shared/contract/plan.ts'
import { number, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import type { Column } from './columns.ts'
import { Funded } from './funded.tsx'
import { totals } from './rows.ts'
import type { Source } from './types.ts'
import type { Sizing } from './use-sizing.ts'

/** The heads of the columns; a source says what it has and what is left of it. */
export const GridHead = memo(function GridHead({ columns, sizing }: { readonly columns: readonly Column[]; readonly sizing: Sizing }) {
  const { t } = useTranslator()
  return (
    <div role="rowgroup" className="head">
      <div role="row" className="row" aria-rowindex={1}>
        {columns.map((column, index) => (
          <div role="columnheader" key={column.key} aria-colindex={index + 1} className={`cell ${column.kind}${column.kind === 'source' && !column.source?.onBudget ? ' out' : ''}${['code', 'name', 'volume'].includes(column.kind) ? '' : ' num'}`}>
            {column.source ? <SourceHead source={column.source} /> : column.kind !== 'source' && t(`budget.columns.${column.kind}`)}
            <span className="sizer" data-size={column.key} title={t('budget.size')} aria-hidden="true" {...sizing} />
          </div>
        ))}
      </div>
    </div>
  )
})

function SourceHead({ source }: { readonly source: Source }) {
  const { t, language } = useTranslator()
  const about = [source.name, t('budget.available', { amount: number(source.available, language) }), ...(source.onBudget ? [] : [t('budget.offBudget')])]
  return (
    <span title={about.join(' · ')}>
      <span className="label">{source.label}</span>
      <span className="full">{source.name}</span>
      {!source.onBudget && <small>{t('budget.offBudget')}</small>}
      <small><span className="hidden">{t('budget.available', { amount: '' })}</span>{number(source.available, language)}</small>
      {source.left < 0
        ? <small className="alarm"><span aria-hidden="true">▲{'\u00a0'}</span>{t('budget.over', { amount: number(-source.left, language) })}</small>
        : <small>{t('budget.left', { amount: number(source.left, language) })}</small>}
    </span>
  )
}

/** The sums of the whole plan, always in sight. */
export const GridFoot = memo(function GridFoot({ columns, lines, rows }: { readonly columns: readonly Column[]; readonly lines: readonly PlanLine[]; readonly rows: number }) {
  const { t, language } = useTranslator()
  const figures = totals(lines)
  const text = (column: Column) => {
    if (column.kind === 'name') return t('budget.total')
    if (column.kind === 'source') return tableFigure(figures.bySource[column.source?.label ?? ''] ?? 0, language)
    return column.kind === 'need' || column.kind === 'gap' ? tableFigure(figures[column.kind], language) : ''
  }
  return (
    <div role="rowgroup" className="foot">
      <div role="row" className="row total" aria-rowindex={rows + 2} aria-level={1}>
        {columns.map((column, index) => (
          <div
            role={column.kind === 'name' ? 'rowheader' : 'gridcell'} key={column.key} aria-colindex={index + 1} aria-readonly="true"
            className={`cell ${column.kind}${column.kind === 'source' && !column.source?.onBudget ? ' out' : ''}${['code', 'name', 'volume'].includes(column.kind) ? '' : ' num'}${column.kind === 'gap' && figures.gap > 0 ? ' alarm' : ''}`}
          >
            {column.kind === 'funded' ? <Funded figures={figures} /> : text(column)}
          </div>
        ))}
      </div>
    </div>
  )
})
