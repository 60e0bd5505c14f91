import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import './long-table.css'

export interface LongColumn<T> {
  readonly key: string
  readonly label: string
  /** Pixels; columns without one share what is left. */
  readonly width?: number
  readonly num?: boolean
  /** The row's name: a header of its row. */
  readonly head?: boolean
  renderCell(row: T): ReactNode
}

interface LongTableProps<T> {
  readonly label: string
  readonly rows: readonly T[]
  readonly columns: readonly LongColumn<T>[]
  rowKey(row: T): string
  /** Marked: the one that is open beside the table. */
  readonly current?: string | undefined
  /** Stays under the rows. */
  readonly foot?: ReactNode
  /** Instead of rows, where there are none. */
  readonly empty?: string
}

const ROW = 28
/** The least that a column without a width of its own gets. */
const LEAST = 170

/** A table of which only the rows in sight are drawn: thousands of villages cost what a page of them costs. Rows have one height. */
export function LongTable<T>({ label, rows, columns, rowKey, current, foot, empty }: LongTableProps<T>) {
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react-hooks-js/incompatible-library -- the library's own way to tell which rows are in sight
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 12, useFlushSync: false })
  const items = virtual.getVirtualItems()
  const [before, after] = [items[0]?.start ?? 0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)]
  return (
    <div className="long-table" ref={scroller} tabIndex={0} role="group" aria-label={label}>
      <table className="ledger" style={{ minWidth: columns.reduce((sum, { width = LEAST }) => sum + width, 0) }} aria-label={label} aria-rowcount={rows.length + 1}>
        <colgroup>{columns.map(({ key, width }) => <col key={key} style={width === undefined ? {} : { width }} />)}</colgroup>
        <thead><tr>{columns.map(({ key, label: name, num }) => <th key={key} scope="col" className={num ? 'num' : undefined}>{name}</th>)}</tr></thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true"><td colSpan={columns.length} style={{ height: before }} /></tr>}
          {items.flatMap(({ index }) => {
            const row = rows[index]
            if (row === undefined) return []
            const key = rowKey(row)
            return [(
              <tr key={key} aria-rowindex={index + 2} aria-current={key === current ? 'true' : undefined}>
                {columns.map((column) => column.head
                  ? <th key={column.key} scope="row">{column.renderCell(row)}</th>
                  : <td key={column.key} className={column.num ? 'num' : undefined}>{column.renderCell(row)}</td>)}
              </tr>
            )]
          })}
          {after > 0 && <tr aria-hidden="true"><td colSpan={columns.length} style={{ height: after }} /></tr>}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
      {rows.length === 0 && empty && <p className="soft nothing">{empty}</p>}
    </div>
  )
}
