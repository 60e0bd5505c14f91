import { memo } from 'react'
import type { PreviewRow, PreviewSheet } from '#shared/contract/document.ts'
import { useTranslator } from './language.tsx'
import { PaperChart } from './paper-chart.tsx'
import { type Block, blocksOf } from './paper-blocks.ts'
import './paper.css'

type PreviewPage = PreviewSheet['pages'][number]

/** A sheet as paper: its pages in true size, as they leave the printer. */
export const PaperSheet = memo(function PaperSheet({ sheet }: { readonly sheet: PreviewSheet }) {
  return sheet.pages.map((page, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- a page is its number
    <Page key={index} sheet={sheet} page={page} number={index + 1} />
  ))
})

function Page({ sheet, page, number }: { readonly sheet: PreviewSheet; readonly page: PreviewPage; readonly number: number }) {
  const { t } = useTranslator()
  const { margins } = sheet
  const size = {
    width: `${sheet.width}mm`, height: `${sheet.height}mm`, fontSize: `${sheet.textSize}pt`,
    padding: `${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm`,
  }
  return (
    <section className={`paper-page ${sheet.paper === 'F4' ? 'f4' : 'a4'}${sheet.height > sheet.width ? ' upright' : ''}`} style={size} lang={sheet.language} aria-label={t('papers.page', { sheet: sheet.name, page: number, pages: sheet.pages.length })}>
      {sheet.draft !== null && <p className="paper-draft">{sheet.draft}</p>}
      {sheet.draft !== null && <span className="paper-mark" aria-hidden="true" data-word={sheet.draft} />}
      {sheet.logo !== null && page.hasLogo && (
        <img className="paper-logo" src={sheet.logo.src} alt="" style={{ left: `${margins.left + sheet.logo.left}mm`, top: `${margins.top + sheet.logo.top}mm`, width: `${sheet.logo.width}mm`, height: `${sheet.logo.height}mm` }} />
      )}
      {blocksOf(page.rows).map((block, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a block of a page is its place
        <PaperBlock key={index} block={block} widths={sheet.widths} label={sheet.name} />
      ))}
      <footer style={{ left: `${margins.left}mm`, right: `${margins.right}mm`, bottom: `${margins.footer}mm` }}>
        <span>{page.left}</span>
        <span>{page.right}</span>
      </footer>
    </section>
  )
}

interface BlockProps {
  readonly block: Block
  readonly widths: readonly number[]
  readonly label: string
}

function PaperBlock({ block, widths, label }: BlockProps) {
  if (block.kind === 'row' && block.row.chart) return <PaperChart chart={block.row.chart} height={block.row.height} />
  if (block.kind === 'row') return <FreeRow row={block.row} widths={widths} />
  return (
    <table className="paper-table" aria-label={label}>
      <colgroup>
        {/* oxlint-disable-next-line react/no-array-index-key -- a column is its place */}
        {widths.map((width, index) => <col key={index} style={{ width: `${width}mm` }} />)}
      </colgroup>
      {block.head.length > 0 && <thead><Rows rows={block.head} /></thead>}
      <tbody><Rows rows={block.body} /></tbody>
    </table>
  )
}

function Rows({ rows }: { readonly rows: readonly PreviewRow[] }) {
  // oxlint-disable-next-line react/no-array-index-key -- a row of a page is its place
  return rows.map((row, index) => <TableRow key={index} row={row} />)
}

function TableRow({ row }: { readonly row: PreviewRow }) {
  const cells = row.cells.toSorted((a, b) => a.column - b.column)
  return (
    <tr className={`${row.kind} ${row.role ?? ''}`} style={{ height: `${row.height}pt` }}>
      {cells.map(({ column, columns, rows, text, align, indent, bar }) => {
        const look = { textAlign: align, paddingLeft: `${3 + indent * 9}pt` }
        return row.kind === 'header'
          ? <th key={column} scope={columns > 1 ? 'colgroup' : 'col'} colSpan={columns} rowSpan={rows} style={look}>{text}</th>
          : <td key={column} colSpan={columns} rowSpan={rows} style={look}>{bar !== null && <i className="paper-bar" style={{ width: `${100 * bar}%` }} />}<span>{text}</span></td>
      })}
    </tr>
  )
}

/** Letterhead, titles, facts, notes and signatures: cells on the columns of the table, without lines. */
function FreeRow({ row, widths }: { readonly row: PreviewRow; readonly widths: readonly number[] }) {
  return (
    <div className={`paper-row ${row.kind}`} style={{ height: `${row.height}pt`, gridTemplateColumns: widths.map((width) => `${width}mm`).join(' ') }}>
      {row.cells.map(({ column, columns, text, align }) => (
        <span key={column} className={row.kind === 'sign-name' && !text.startsWith('…') ? 'named' : undefined} style={{ gridColumn: `${column} / span ${columns}`, textAlign: align }}>{text}</span>
      ))}
    </div>
  )
}
