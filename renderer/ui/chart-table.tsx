import { type ReactNode, useId, useState } from 'react'
import { ChartPngButton } from './chart-png-button.tsx'
import { useTranslator } from './language.tsx'
import './chart-table.css'

export interface TableOf {
  readonly head: readonly string[]
  /** First cell names the row; the others are figures. */
  readonly rows: readonly (readonly string[])[]
  readonly foot?: readonly string[] | undefined
}

interface ChartBlockProps {
  readonly title: string
  /** The chart's figures; the button shows them in its place. Left out where there is nothing to show yet. */
  readonly table?: TableOf | undefined
  /** What its figures are of, under the picture; the plan where it is left out. */
  readonly of?: string
  readonly children: ReactNode
}

/** A titled part of a page with a chart, and its table one click away. */
export function ChartBlock({ title, table, of, children }: ChartBlockProps) {
  const { t } = useTranslator()
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  return (
    <section className="block" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {table && (
          <span className="chart-ways">
            {!asTable && <ChartPngButton title={title} of={of} />}
            <button type="button" className="plain fine" aria-describedby={id} onClick={() => setAsTable(!asTable)}>{t(asTable ? 'summary.asChart' : 'summary.asTable')}</button>
          </span>
        )}
      </header>
      {table && asTable ? <ChartTable {...table} label={title} /> : children}
    </section>
  )
}

function ChartTable({ head, rows, foot, label }: TableOf & { readonly label: string }) {
  return (
    <table className="chart-table" aria-label={label}>
      <thead>
        <tr>{head.map((name, index) => <th key={name} scope="col" className={index === 0 ? undefined : 'num'}>{name}</th>)}</tr>
      </thead>
      <tbody>{rows.map((row) => <Row key={row[0]} cells={row} />)}</tbody>
      {foot && <tfoot><Row cells={foot} /></tfoot>}
    </table>
  )
}

function Row({ cells: [name, ...figures] }: { readonly cells: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {/* oxlint-disable-next-line react/no-array-index-key -- the place of a cell is what it is */}
      {figures.map((figure, index) => <td key={index} className="num">{figure}</td>)}
    </tr>
  )
}
