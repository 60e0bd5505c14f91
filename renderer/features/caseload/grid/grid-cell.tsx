import { memo } from 'react'
import { useTranslator } from '../../../ui/language.tsx'
import { Marked, Shown, SurveyFigure } from '../counts-cell.tsx'
import { type CountCell, cellName } from './count-cell.ts'
import { Editor } from './editor.tsx'
import type { CountGrid } from './use-count-grid.ts'
import type { Refused, Typing } from './use-typing.ts'

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

/** A cell of a table of counts at its place in the grid. */
export function GridCell({ cell, row, col, grid, typing }: { readonly cell: CountCell; readonly row: number; readonly col: number; readonly grid: CountGrid; readonly typing: Typing }) {
  const translator = useTranslator()
  const { at, area, open } = grid
  const isRange = area.top !== area.bottom || area.left !== area.right
  const chosen = isRange && row >= area.top && row <= area.bottom && col >= area.left && col <= area.right
  if (open?.row !== row || open.col !== col) return <Drawn cell={cell} row={row} col={col} current={at.row === row && at.col === col} chosen={chosen} refused={typing.marked[cell.key]} />
  return (
    <td role="gridcell" className="num typed open" data-cell={`${row}/${col}`} aria-selected>
      <Editor
        label={translator.t('caseload.table.edit', { cell: cellName(cell, translator) })} start={open.start}
        done={(value, [down, right]) => { grid.close(true); void typing.type(cell, value); grid.select({ row: row + down, col: col + right }) }}
        left={(value) => { grid.close(false); void typing.type(cell, value) }}
        cancel={() => { grid.close(true); typing.forget([cell]) }}
      />
    </td>
  )
}
