import { useIsMutating } from '@tanstack/react-query'
import { startTransition, useEffect, useState } from 'react'
import type { PlanSummary } from '#shared/contract/plan.ts'
import { number, percent, rupiah } from '#shared/i18n/format.ts'
import { ratioBp } from '#shared/domain/money.ts'
import { unitWord } from '#shared/i18n/units.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useColumnName } from './announcer.tsx'
import { isLocked, lineOf, perChildOf } from './cells.ts'
import type { Column } from './columns.ts'
import { ActivityFields } from './panel-activity.tsx'
import { AllocationPart, Counting, FormulaPart, PerChildPart, PricePart } from './panel-line.tsx'
import { LineFields, OverridePart, type Send } from './panel-line-fields.tsx'
import { History } from './panel-history.tsx'
import { ServedPart } from './panel-served.tsx'
import { SourcePart } from './panel-source.tsx'
import { WhyPart } from './panel-why.tsx'
import type { GridRow } from './rows.ts'
import { markKey, useGrid } from './store.ts'
import type { Source } from './types.ts'
import type { GridActions } from './use-grid-keys.ts'

interface PanelProps {
  readonly summary: PlanSummary
  readonly sources: readonly Source[]
  readonly actions: GridActions
  readonly send: Send
}

/** Explains the active cell: its formula with the numbers, where they come from, who pays, and what can be changed about it. */
export function Panel({ summary, sources, actions, send }: PanelProps) {
  const { t } = useTranslator()
  const { row, column } = useSettledCell()
  return (
    <aside className="explain explanation" aria-label={t('budget.panel.title')} tabIndex={0}>
      {!row || !column ? <p className="soft">{t('budget.panel.pick')}</p>
        : row.kind === 'tier' ? <Sums row={row} title={t('budget.tier', { tier: row.tier })} />
          : <CellExplanation row={row} column={column} summary={summary} sources={sources} actions={actions} send={send} />}
    </aside>
  )
}

const SETTLED_MS = 80

/** The active cell once the keys rest and no edit is on its way: the explanation may lag behind, the cell itself never does. */
function useSettledCell(): { readonly row: GridRow | undefined; readonly column: Column | undefined } {
  const row = useGrid((state) => state.rows[state.active.row])
  const column = useGrid((state) => state.columns[state.active.col])
  // A change that is on its way may take the cell away.
  const changing = useIsMutating() > 0
  const busy = useGrid((state) => state.editing !== null || state.pending.size > 0) || changing
  const [settled, setSettled] = useState({ row, column })
  useEffect(() => {
    if (busy) return
    const timer = setTimeout(() => startTransition(() => setSettled({ row, column })), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [row, column, busy])
  // Of what was taken away in the meantime nothing is explained, nor asked.
  const isThere = useGrid(({ rows, columns }) => rows.some(({ key }) => key === settled.row?.key) && columns.some(({ key }) => key === settled.column?.key))
  return isThere ? settled : { row, column }
}

function CellExplanation({ row, column, summary, sources, actions, send }: PanelProps & { readonly row: Exclude<GridRow, { kind: 'tier' }>; readonly column: Column }) {
  const translator = useTranslator()
  const { t, language } = translator
  const columnName = useColumnName()
  const mark = useGrid((state) => state.marks.get(markKey(row, column)))
  const line = lineOf(row)
  const source = column.source && sources.find(({ id }) => id === column.source?.id)
  const cut = line && (line.cutBy === null ? t('budget.panel.whole') : t('budget.panel.cut', { unit: unitWord(line.quantities[line.cutBy]?.unit ?? '', language) }))
  return (
    <>
      <section>
        <h2>{line && row.kind === 'line' ? line.description : row.activity.name}</h2>
        <p className="soft fine">{[row.kind === 'activity' && line ? line.description : null, columnName(column), cut, row.activity.code, line?.accountCode].filter(Boolean).join(' · ')}</p>
        {mark && <p className="alarm"><strong>{t('budget.panel.problem')}:</strong> {mark.text} ({mark.reason(translator)})</p>}
        {line ? <FormulaPart line={line} /> : <SumFigures row={row} />}
        <PerChildPart figure={perChildOf(row)} />
      </section>
      {line && <OverridePart key={`o${line.id}`} line={line} send={send} />}
      {line && <Counting line={line} summary={summary} />}
      {source && <SourcePart key={`s${line?.id}/${source.id}`} source={source} line={line} locked={isLocked(row, column)} send={send} />}
      {line && <PricePart line={line} />}
      {line && <AllocationPart line={line} sources={sources} />}
      {line && <WhyPart key={`why-${line.id}`} line={line} />}
      {line && <ServedPart key={line.id} line={line} />}
      {line && <LineFields key={`f${line.id}`} line={line} send={send} />}
      <ActivityFields key={row.activity.id} id={row.activity.id} actions={actions} />
      {line && <History line={line.id} source={column.source?.id} />}
    </>
  )
}

function Sums({ row, title }: { readonly row: GridRow; readonly title: string }) {
  return (
    <section>
      <h2>{title}</h2>
      <SumFigures row={row} />
    </section>
  )
}

function SumFigures({ row }: { readonly row: GridRow }) {
  const { t, language } = useTranslator()
  const { figures } = row
  return (
    <dl>
      <dt>{t('budget.columns.need')}</dt><dd>{rupiah(figures.need, language)}</dd>
      <dt>{t('budget.columns.funded')}</dt><dd>{rupiah(figures.funded, language)} ({percent(ratioBp(figures.funded, figures.need), language)})</dd>
      <dt>{t('budget.columns.gap')}</dt><dd className={figures.gap > 0 ? 'alarm' : undefined}>{rupiah(figures.gap, language)}</dd>
      {row.kind === 'activity' && <><dt>{t('budget.panel.lines')}</dt><dd>{number(row.activity.lines.length, language)}</dd></>}
    </dl>
  )
}
