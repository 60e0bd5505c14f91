import { Fragment, memo, type ReactNode } from 'react'
import { rupiah } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useColumnName } from './announcer.tsx'
import { CellEditor } from './cell-editor.tsx'
import { arithmeticOf, cellText, driversOf, isDrivenCell, isEditable, isLocked, isOverdrawn, isOverridden, NAME_COLUMN, perChildOf } from './cells.ts'
import type { Column } from './columns.ts'
import type { Place } from '../../ui/grid-moves.ts'
import { Funded } from './funded.tsx'
import type { GridRow } from './rows.ts'
import { type Mark, markKey, rowSelection, useGrid } from './store.ts'

interface RowProps {
  readonly row: GridRow
  readonly index: number
  readonly columns: readonly Column[]
  readonly measure: (element: HTMLElement | null) => void
  readonly commit: (place: Place, text: string) => void
}

/** Id of a cell, by which the grid names its active one. */
export function cellId(row: number, col: number): string {
  return `cell-${row}-${col}`
}

/** One row; drawn again only when its figures, its place or what is selected of it change. */
export const Row = memo(function Row({ row, index, columns, measure, commit }: RowProps) {
  const selection = useGrid((state) => rowSelection(state, index))
  const marks = useGrid((state) => state.marks)
  const editing = useGrid((state) => state.editing !== null && state.active.row === index)
  const [active = -1, from = 0, to = -1] = selection === '-' ? [] : selection.split(',').map(Number)
  return (
    <div
      role="row" ref={measure} className={`row ${row.kind}`} data-index={index} data-key={row.key} aria-level={row.level} aria-rowindex={index + 2}
      aria-expanded={row.open ?? undefined}
    >
      {columns.map((column, col) => (
        <Cell
          key={column.key} row={row} column={column} index={index} col={col} active={col === active} selected={selection !== '-' && col >= from && col <= to}
          editing={editing && col === active} mark={marks.size === 0 ? undefined : marks.get(markKey(row, column))} commit={commit}
        />
      ))}
    </div>
  )
})

interface CellProps {
  readonly row: GridRow
  readonly column: Column
  readonly index: number
  readonly col: number
  readonly active: boolean
  readonly selected: boolean
  readonly editing: boolean
  readonly mark: Mark | undefined
  readonly commit: (place: Place, text: string) => void
}

const NUMERIC: ReadonlySet<Column['kind']> = new Set(['price', 'need', 'source', 'funded', 'gap', 'perChild'])

const Cell = memo(function Cell({ row, column, index, col, active, selected, editing, mark, commit }: CellProps) {
  const translator = useTranslator()
  const { t, language } = translator
  const reason = mark?.reason(translator)
  const text = cellText(row, column, language, (tier) => t('budget.tier', { tier }))
  const overdrawn = isOverdrawn(row, column)
  const classes = [
    'cell', column.kind, NUMERIC.has(column.kind) && 'num', column.source && !column.source.onBudget && 'out', active && 'active', selected && 'selected', mark && 'marked', overdrawn && 'overdrawn',
    isDrivenCell(row, column) && 'driven', isOverridden(row, column) && 'overridden', text === '–' && 'faint',
  ]
  const named = column.kind === 'name'
  const over = () => t('budget.panel.over', { source: column.source?.label ?? '', amount: rupiah(-(column.source?.left ?? 0), language) })
  return (
    <div
      role={named ? 'rowheader' : 'gridcell'} id={cellId(index, col)} data-col={col} className={classes.filter(Boolean).join(' ')} aria-colindex={col + 1} aria-selected={selected}
      aria-readonly={!isEditable(row, column)} aria-invalid={mark ? true : undefined} title={reason ?? (overdrawn ? over() : undefined)}
    >
      {column.kind === 'code' && row.kind === 'activity' && <Grip />}
      {named && <Twisty row={row} />}
      {mark ? <span className="alarm">{mark.text || '?'}<span className="hidden">, {reason}</span></span> : <Content row={row} column={column} text={text} />}
      {editing && <Editor row={row} column={column} commit={commit} />}
    </div>
  )
})

function Editor({ row, column, commit }: Pick<CellProps, 'row' | 'column' | 'commit'>) {
  const { t, language } = useTranslator()
  const columnName = useColumnName()
  return <CellEditor label={t('budget.editor', { column: columnName(column), row: cellText(row, NAME_COLUMN, language, String) })} numeric={NUMERIC.has(column.kind)} commit={commit} />
}

function Content({ row, column, text }: { readonly row: GridRow; readonly column: Column; readonly text: string }): ReactNode {
  const { t } = useTranslator()
  const { figures } = row
  if (column.kind === 'code') return <Code text={text} />
  if (column.kind === 'need' && text === '') return <span className="attention">{t('budget.unknownNeed')}</span>
  if (column.kind === 'perChild') {
    const [amount, over] = text.split('/')
    return <span title={perChildOf(row) ? t('budget.perChildHint') : undefined}>{amount}{over && <small>/{over}</small>}</span>
  }
  if (column.kind === 'gap') return <span className={figures.gap > 0 ? 'alarm' : undefined}>{text}</span>
  if (column.kind === 'funded') return <Funded figures={figures} />
  if (column.kind === 'volume' && isDrivenCell(row, column)) return <span title={t('budget.drivenBy', { groups: driversOf(row).map((group) => t(`terms.groups.${group}`)).join(', ') })}>{text}<span className="hidden">, {t('budget.driven')}</span></span>
  const arithmetic = arithmeticOf(row, column)
  const locked = isLocked(row, column)
  if (arithmetic !== undefined || locked) {
    return (
      <span title={[arithmetic, locked && t('budget.lockHint')].filter(Boolean).join(' · ')}>
        {locked && <Lock />}{arithmetic !== undefined && <span className="formula" aria-hidden="true">=</span>}{text}
        <span className="hidden">{[arithmetic, locked && t('budget.locked')].filter(Boolean).map((said) => `, ${said}`).join('')}</span>
      </span>
    )
  }
  if (isOverridden(row, column)) return <span title={t('budget.overridden')}>{text}<span className="hidden">, {t('budget.overridden')}</span></span>
  return text
}

/** A long code breaks after one of its points. */
function Code({ text }: { readonly text: string }) {
  const ends = [...text.matchAll(/\.|$/g)].map(({ index }) => index + 1)
  return <span>{ends.map((end, at) => <Fragment key={end}>{text.slice(ends[at - 1] ?? 0, end)}<wbr /></Fragment>)}</span>
}

function Lock() {
  return (
    <svg className="lock" width="9" height="10" viewBox="0 0 9 10" aria-hidden="true">
      <path d="M2 4.5V3a2.5 2.5 0 0 1 5 0v1.5" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <rect x="0.5" y="4.5" width="8" height="5.5" rx="1" fill="currentColor" />
    </svg>
  )
}

/** Folds what stands under a row. The keys for it are the grid's, so it is no stop of its own. */
function Twisty({ row }: { readonly row: GridRow }) {
  const { t } = useTranslator()
  if (row.open === null) return null
  return (
    <span className="twisty" data-fold={row.key} title={t(row.open ? 'budget.fold' : 'budget.open')} aria-hidden="true">{row.open ? '▾' : '▸'}</span>
  )
}

function Grip() {
  const { t } = useTranslator()
  return <span className="grip" data-grip title={t('budget.drag')} aria-hidden="true">⠿</span>
}
