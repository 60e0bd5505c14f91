import { type ClipboardEvent, useEffect, useEffectEvent } from 'react'
import type { Family } from '#shared/domain/target-group.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useRoute } from '../../ui/route.ts'
import type { SeriesSummary } from '../../ui/trend.ts'
import { Editor, Marked, Shown, SurveyFigure } from './counts-cell.tsx'
import { FollowMark } from './follow-mark.tsx'
import { groupName } from './group-name.ts'
import { columnsOf, familyRows, isTyped } from './rows.ts'
import { SeriesHead } from './series-head.tsx'
import { useGrid } from './use-grid.ts'
import { cellKey, type Typing } from './use-typing.ts'

interface CountsTableProps {
  readonly series: readonly SeriesSummary[]
  /** Name of the series that the plan follows, per family. */
  readonly followed: Partial<Readonly<Record<Family, string>>>
  readonly typing: Typing
  choose(series: SeriesSummary, family: Family): void
  change(series: SeriesSummary): void
}

/** Target groups as rows, series as columns, surveys apart behind a double rule. */
export function CountsTable({ series, followed, typing, choose, change }: CountsTableProps) {
  const translator = useTranslator()
  const { t } = translator
  const show = useNotices((state) => state.show)
  const { counted, surveys } = columnsOf(series)
  const columns = [...counted, ...surveys]
  const families = familyRows(series)
  const groups = families.flatMap((family) => family.groups)
  const grid = useGrid(groups.length, columns.length)
  const { table, at, open } = grid
  // A note leads to its series.
  const { place } = useRoute()
  const lead = useEffectEvent((to: string) => {
    const index = columns.findIndex(({ id }) => id === to)
    if (index >= 0) grid.focus({ row: groups.indexOf('stunted'), column: index })
  })
  useEffect(() => lead(place), [place])
  const [column, group] = [columns[at.column], groups[at.row]]

  const edit = (start: string | null) => {
    if (!column || !group) return
    if (!isTyped(column)) {
      show({ text: t(column.kind === 'survey' ? 'caseload.table.surveyReadOnly' : 'caseload.table.readOnly', { series: column.name }), alarm: false })
      return
    }
    const standing = typing.marked[cellKey(column, group)]?.text ?? String(column.counts[group] ?? '')
    grid.setOpen({ ...at, start: start ?? standing })
  }
  const erase = () => {
    if (column && group && isTyped(column)) void typing.type(column, group, '')
  }
  const paste = (event: ClipboardEvent) => {
    if (open) return
    event.preventDefault()
    void typing.paste(event.clipboardData.getData('text/plain'), groups, columns, at.row, at.column)
  }
  const leave = (one: SeriesSummary, of: CountKey, value: string) => {
    grid.setOpen(undefined)
    void typing.type(one, of, value)
  }

  const cell = (one: SeriesSummary, of: CountKey, row: number, index: number) => {
    const isOpen = open?.row === row && open.column === index
    const refused = typing.marked[cellKey(one, of)]
    const classes = ['num', isTyped(one) ? 'typed' : '', one.kind === 'survey' ? 'survey' : '', isOpen ? 'open' : '', refused ? 'wrong' : ''].filter((name) => name !== '').join(' ')
    return (
      // The grid's own keys are handled on the table; a cell only takes the focus.
      <td
        key={one.id} role="gridcell" className={classes} data-cell={`${row}/${index}`} tabIndex={at.row === row && at.column === index ? 0 : -1}
        aria-invalid={refused ? true : undefined} aria-readonly={isTyped(one) ? undefined : true}
        onFocus={() => grid.setAt({ row, column: index })} onDoubleClick={() => edit(null)}
      >
        {isOpen ? (
          <Editor
            series={one} group={of} start={open.start}
            done={(value, move) => { leave(one, of, value); grid.move(move) }}
            left={(value) => leave(one, of, value)}
            cancel={() => { grid.setOpen(undefined); typing.forget(one, of); grid.focus(at) }}
          />
        ) : refused ? <Marked refused={refused} /> : one.kind === 'survey' ? <SurveyFigure series={one} group={of} /> : <Shown series={one} group={of} />}
      </td>
    )
  }

  return (
    <table className="counts" role="grid" ref={table} aria-label={t('caseload.table.caption')} onKeyDown={(event) => {
      if (event.target instanceof HTMLElement && event.target.dataset.cell) grid.onKeyDown(event, edit, erase)
    }} onPaste={paste}>
      <thead>
        <tr>
          <th scope="col" className="name">{t('caseload.table.group')}</th>
          {columns.map((one) => <SeriesHead key={one.id} series={one} change={() => change(one)} />)}
        </tr>
      </thead>
      {families.map((rows) => (
        <tbody key={rows.family}>
          <tr className="family">
            <th scope="rowgroup" className="name">{t(`terms.families.${rows.family}`)}</th>
            {columns.map((one) => <td key={one.id} role="gridcell" className={one.kind === 'survey' ? 'num survey' : 'num'}><FollowMark series={one} rows={rows} followed={followed[rows.family]} choose={() => choose(one, rows.family)} /></td>)}
          </tr>
          {rows.groups.map((of) => {
            const row = groups.indexOf(of)
            return (
              <tr key={of} className={of === 'stunted' ? 'main' : undefined}>
                <th scope="row" className="name">{groupName(of, translator)}</th>
                {columns.map((one, index) => cell(one, of, row, index))}
              </tr>
            )
          })}
        </tbody>
      ))}
    </table>
  )
}
