import { memo, type ReactNode } from 'react'
import { useTranslator } from '../../../ui/language.tsx'
import type { Refused } from '../../../ui/rejected.ts'
import { Marked, Shown, SurveyFigure } from '../counts-cell.tsx'
import { type CountCell, cellName } from './count-cell.ts'
import { Editor } from './editor.tsx'
import type { CountGrid } from './use-count-grid.ts'
import type { Typing } from './use-typing.ts'

interface DrawnProps {
  readonly cell: CountCell
  readonly row: number
  readonly col: number
  /** The one in the tab order. */
  readonly current: boolean
  readonly chosen: boolean
  readonly refused: Refused | undefined
}

/** A cell that is not open; drawn again only when something of it changes. */
const Drawn = memo(function Drawn({ cell, row, col, current, chosen, refused }: DrawnProps) {
  const { series, typed } = cell
  const classes = ['num', typed ? 'typed' : '', series.kind === 'survey' ? 'survey' : '', refused ? 'wrong' : '', chosen ? 'chosen' : ''].filter((name) => name !== '').join(' ')
  return (
    // The grid's own keys are handled on the table; a cell only takes the focus.
    <td
      role="gridcell" className={classes} data-cell={`${row}/${col}`} tabIndex={current ? 0 : -1} aria-selected={chosen || current}
      aria-invalid={refused ? true : undefined} aria-readonly={typed ? undefined : true}
    >
      {refused ? <Marked refused={refused} /> : series.kind === 'survey' ? <SurveyFigure series={series} group={cell.group} /> : <Shown of={cell} />}
    </td>
  )
})

interface RowProps {
  readonly cells: readonly CountCell[]
  readonly row: number
  /** Columns of the current cell and of the chosen range in this row; −1: none. */
  readonly current: number
  readonly from: number
  readonly to: number
  readonly marked: Typing['marked']
  readonly openCol: number
  readonly editor: ReactNode
}

/** The cells of a row: a move of the cursor draws the rows that it leaves and enters, however many there are. */
const Row = memo(function Row({ cells, row, current, from, to, marked, openCol, editor }: RowProps) {
  return cells.map((cell, col) => (col === openCol
    ? <td key={cell.key} role="gridcell" className="num typed open" data-cell={`${row}/${col}`} aria-selected>{editor}</td>
    : <Drawn key={cell.key} cell={cell} row={row} col={col} current={col === current} chosen={col >= from && col <= to} refused={marked[cell.key]} />))
})

/** The cells of a row of a table of counts at its place in the grid. */
export function GridCells({ cells, row, grid, typing }: { readonly cells: readonly CountCell[]; readonly row: number; readonly grid: CountGrid; readonly typing: Typing }) {
  const translator = useTranslator()
  const { at, area, open } = grid
  const isRange = area.top !== area.bottom || area.left !== area.right
  const chosen = isRange && row >= area.top && row <= area.bottom
  const cell = open?.row === row ? cells[open.col] : undefined
  const editor = open && cell && (
    <Editor
      label={translator.t('caseload.table.edit', { cell: cellName(cell, translator) })} start={open.start}
      done={(value, [down, right]) => { grid.close(true); void typing.type(cell, value); grid.select({ row: row + down, col: open.col + right }) }}
      left={(value) => { grid.close(false); void typing.type(cell, value) }}
      cancel={() => { grid.close(true); typing.forget([cell]) }}
    />
  )
  return (
    <Row
      cells={cells} row={row} current={at.row === row ? at.col : -1} from={chosen ? area.left : -1} to={chosen ? area.right : -1} marked={typing.marked}
      openCol={cell && open ? open.col : -1} editor={editor}
    />
  )
}
