import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import type { Row } from './types.ts'
import type { useCells } from './use-cells.ts'

type Column = 'account' | 'no' | 'description' | 'source' | 'volume' | 'unit' | 'price' | 'amount'

interface EntryRowProps {
  readonly row: Row
  readonly typed: boolean
  readonly columns: readonly Column[]
  readonly words: 'columns' | 'columnsSipd'
  /** Number of the row among those shown. */
  readonly at: number
  readonly cell: ReturnType<typeof useCells>['cell']
  copy(value: string): void
  tick(typed: boolean): void
}

/** One row to type: its tick, and cells that copy themselves; what changed since the tick stands beside what was typed. */
export function EntryRow({ row, typed, columns, words, at, cell, copy, tick }: EntryRowProps) {
  const { t, language } = useTranslator()
  const shown = (value: string | number): string => (typeof value === 'number' ? number(value, language) : value)
  return (
    <tr className={row.state === 'open' ? undefined : `entry-${row.state}`}>
      <td className="tick">
        <input
          type="checkbox" checked={typed} ref={(box) => { if (box) box.indeterminate = row.state === 'changed' && !typed }}
          aria-label={t('entry.tick', { row: row.description })} onChange={(event) => tick(event.target.checked)}
        />
      </td>
      {columns.map((column, index) => {
        const value = column === 'no' ? String(row.no).padStart(2, '0') : row[column]
        const old = column !== 'no' && row.changed.includes(column) ? row.typed?.[column] : undefined
        const figure = typeof value === 'number'
        return (
          <td key={column} className={figure ? 'num' : column}>
            <button type="button" className="copy" {...cell(at, index)} title={t('entry.copy', { column: t(`entry.${words}.${column}`), value: String(value) })} onClick={() => copy(String(value))}>{value === '' ? '–' : shown(value)}</button>
            {old !== undefined && <small className="attention">▲ {figure ? t('entry.wasAmount', { amount: shown(old) }) : t('entry.wasOther', { what: shown(old) || '–' })}</small>}
            {column === 'description' && row.state === 'changed' && <small className="attention">{t('entry.changedSince')}{row.changed.includes('code') && `; ${t('entry.wasOther', { what: row.typed?.code ?? '' })}`}</small>}
          </td>
        )
      })}
    </tr>
  )
}
