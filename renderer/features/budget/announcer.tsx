import { useCallback } from 'react'
import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { cellText, isEditable, isLocked, lineOf, NAME_COLUMN } from './cells.ts'
import { areaOf, markKey, useGrid } from './store.ts'

/** What a column is called: a source by its name. */
export function useColumnName() {
  const { t } = useTranslator()
  return useCallback((column: { readonly kind: string; readonly source?: { readonly name: string } } | undefined) =>
    column?.source?.name ?? (column && column.kind !== 'source' ? t(`budget.columns.${column.kind as 'code'}`) : ''), [t])
}

/** Says what was not taken, over the cell that the keys have gone on to. */
export function RefusalAnnouncer() {
  const { text, n } = useGrid((state) => state.said)
  return <p className="hidden" role="status" aria-live="assertive"><span key={n}>{text}</span></p>
}

/** Says the active cell, and the sum of a selection, to those who listen. */
export function Announcer() {
  const translator = useTranslator()
  const { t, language } = translator
  const columnName = useColumnName()
  const state = useGrid()
  const [row, column] = [state.rows[state.active.row], state.columns[state.active.col]]
  const area = areaOf(state)
  const cells = (area.bottom - area.top + 1) * (area.right - area.left + 1)
  if (!row || !column || state.editing) return <p className="hidden" role="status" aria-live="polite" />
  const name = cellText(row, NAME_COLUMN, language, (tier) => t('budget.tier', { tier }))
  const value = cellText(row, column, language, (tier) => t('budget.tier', { tier }))
  const mark = state.marks.get(markKey(row, column))
  const parts = [
    mark ? `${mark.text}, ${mark.reason(translator)}` : ['', '–'].includes(value) ? t('budget.empty') : value, isLocked(row, column) ? t('budget.locked') : '', isEditable(row, column) ? '' : t('budget.readOnly'),
  ]
  const sum = cells > 1 && column.kind === 'source'
    ? state.rows.slice(area.top, area.bottom + 1).filter((one) => lineOf(one)).reduce((total, one) => total + state.columns.slice(area.left, area.right + 1)
      .reduce((inner, of) => inner + (of.kind === 'source' ? (one.figures.bySource[of.source?.label ?? ''] ?? 0) : 0), 0), 0)
    : null
  return (
    <p className="hidden" role="status" aria-live="polite">
      {t('budget.announce', { column: columnName(column), row: name, value: parts.filter(Boolean).join(', ') })}
      {sum !== null && `. ${t('budget.selection', { cells, sum: number(sum, language) })}`}
    </p>
  )
}
