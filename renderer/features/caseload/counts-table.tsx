import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { CountKey } from '#shared/domain/caseload.ts'
import type { Family } from '#shared/domain/target-group.ts'
import { groupNamed } from '#shared/sheets/read/group-names.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useRoute } from '../../ui/route.ts'
import type { SeriesSummary } from '../../ui/trend.ts'
import { FollowMark } from './follow-mark.tsx'
import { countCell, type CountCell } from './grid/count-cell.ts'
import { GridCells } from './grid/grid-cell.tsx'
import { placeBlock } from './grid/place-block.ts'
import { useCountGrid } from './grid/use-count-grid.ts'
import type { Typing } from './grid/use-typing.ts'
import { groupName } from './group-name.ts'
import { columnsOf, familyRows, firstCounts, isTyped } from './rows.ts'
import { SeriesHead } from './series-head.tsx'
import { useWholeColumns } from './use-whole-columns.ts'

interface CountsTableProps {
  readonly series: readonly SeriesSummary[]
  /** Name of the series that the plan follows, per family. */
  readonly followed: Partial<Readonly<Record<Family, string>>>
  readonly typing: Typing
  choose(series: SeriesSummary, family: Family): void
  change(series: SeriesSummary): void
}

const NONE: readonly CountCell[] = []

/** The village's cell of a group in a series, with what its posyandu come to where that is another figure. */
function cellOf(series: SeriesSummary, group: CountKey) {
  const sum = series.byPosyandu[group]
  return countCell({
    series, group, posyandu: '', count: series.counts[group], counts: series.counts, typed: isTyped(series), posyanduSum: sum === undefined ? undefined : { sum, own: true },
  })
}

/** Target groups as rows, series as columns, surveys apart behind a double rule. */
export function CountsTable({ series, followed, typing, choose, change }: CountsTableProps) {
  const translator = useTranslator()
  const { t } = translator
  const table = useRef<HTMLTableElement>(null)
  useWholeColumns(table)
  const { columns, families, groups, cells } = useMemo(() => {
    const { counted, surveys } = columnsOf(series)
    const all = [...counted, ...surveys]
    const rows = familyRows(series)
    const keys = rows.flatMap((family) => family.groups)
    return { columns: all, families: rows, groups: keys, cells: keys.map((group) => all.map((one) => cellOf(one, group))) }
  }, [series])
  const first = firstCounts(series)
  const index = (at: number) => (at < 0 ? undefined : at)
  const grid = useCountGrid({
    table, cells, typing,
    paste: (block, area) => {
      const placed = placeBlock(block, area, {
        rows: groups.length, columns: columns.length,
        rowNamed: (text) => { const group = groupNamed(text); return group && index(groups.indexOf(group)) },
        columnNamed: (text) => index(columns.findIndex(({ name }) => name.toLowerCase() === text.toLowerCase())),
      })
      void typing.paste(placed.map(({ row, col, value }) => ({ value, cell: row === undefined || col === undefined ? undefined : cells[row]?.[col] })))
    },
  })
  // A note leads to its series.
  const { place } = useRoute()
  const lead = useEffectEvent((to: string) => {
    const col = columns.findIndex(({ id }) => id === to)
    // One that counts nothing yet is begun at its beginning.
    const begun = Object.keys(columns[col]?.counts ?? {}).length > 0
    if (col >= 0) grid.select({ row: begun ? groups.indexOf('stunted') : 0, col })
  })
  useEffect(() => lead(place), [place])

  return (
    <table className="counts" role="grid" ref={table} aria-label={t('caseload.table.caption')} aria-multiselectable="true" {...grid.handlers}>
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
                <th scope="row" className="name">{groupName(of, translator)}{first.includes(of) && <span aria-hidden="true" className="attention" title={t('caseload.table.first')}> ●</span>}</th>
                <GridCells cells={cells[row] ?? NONE} row={row} grid={grid} typing={typing} />
              </tr>
            )
          })}
        </tbody>
      ))}
    </table>
  )
}
