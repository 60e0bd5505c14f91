import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { letters } from '#shared/domain/letters.ts'
import { groupNamed } from '#shared/sheets/read/group-names.ts'
import { useTranslator } from '../../../ui/language.tsx'
import type { SeriesSummary } from '../../../ui/trend.ts'
import { GridCells } from '../grid/grid-cell.tsx'
import { isName, placeBlock } from '../grid/place-block.ts'
import { useCountGrid } from '../grid/use-count-grid.ts'
import type { Typing } from '../grid/use-typing.ts'
import { groupName } from '../group-name.ts'
import { type Area, areaColumns, areaRows, type Place } from './area-rows.ts'
import { useWholeColumns } from '../use-whole-columns.ts'

interface AreasTableProps {
  readonly series: SeriesSummary
  readonly areas: readonly Area[]
  readonly known: readonly Place[]
  /** A row that was added last: the cursor goes there, because among many villages it would not be found. */
  readonly newest: Place | undefined
  readonly typing: Typing
  /** Adds rows for posyandu that no series knows; missing where it is not said of which village they would be. */
  readonly add: ((names: readonly string[]) => void) | undefined
}

/** Places as rows, target groups as columns; a block may bring the names of both with it. */
export function AreasTable({ series, areas, known, newest, typing, add }: AreasTableProps) {
  const translator = useTranslator()
  const { t } = translator
  const table = useRef<HTMLTableElement>(null)
  useWholeColumns(table)
  const { columns, rows } = useMemo(() => {
    const groups = areaColumns(series, areas)
    return { columns: groups, rows: areaRows(series, areas, known, groups) }
  }, [series, areas, known])
  const villagesOnly = rows.every(({ posyandu }) => posyandu === '')
  const cells = useMemo(() => rows.map((row) => row.cells), [rows])

  const grid = useCountGrid({
    table, cells, typing,
    paste: (block, area) => {
      const unknown = names(block).filter((name) => !rows.some((row) => isRow(row, name)))
      const home = rows[0]
      const made = add && home ? unknown.map((posyandu) => ({ village: home.village, villageName: home.villageName, posyandu })) : []
      const all = made.length === 0 ? rows : areaRows(series, areas, [...known, ...made], columns)
      const index = (at: number) => (at < 0 ? undefined : at)
      const placed = placeBlock(block, area, {
        rows: all.length, columns: columns.length, rowNamed: (text) => onlyRow(all, text),
        columnNamed: (text) => { const group = groupNamed(text); return group && index(columns.indexOf(group)) },
      })
      if (made.length > 0) add?.(unknown)
      void typing.paste(placed.map(({ row, col, value }) => ({ value, cell: row === undefined || col === undefined ? undefined : all[row]?.cells[col] })))
    },
  })
  const lead = useEffectEvent((to: Place) => {
    const row = rows.findIndex((one) => one.village === to.village && letters(one.posyandu) === letters(to.posyandu))
    if (row >= 0) grid.select({ row, col: 0 })
  })
  const met = useRef(newest)
  useEffect(() => {
    if (newest && newest !== met.current) lead(newest)
    met.current = newest
  }, [newest])
  return (
    <table className="counts areas" role="grid" ref={table} aria-label={t('caseload.views.areas')} aria-multiselectable="true" {...grid.handlers}>
      <thead>
        <tr>
          <th scope="col" className="name">{t(villagesOnly ? 'caseload.areas.village' : 'caseload.areas.place')}</th>
          {columns.map((group) => <th key={group} scope="col" className="num">{groupName(group, translator)}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${row.village}/${row.posyandu}`} className={row.isWhole ? 'main' : undefined}>
            <th scope="row" className="name place">{row.posyandu || (row.isWhole ? t('caseload.areas.whole', { village: row.villageName }) : row.villageName)}</th>
            <GridCells cells={row.cells} row={index} grid={grid} typing={typing} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Names in the first column of a block whose rows all begin with one; a head above them is none. */
function names(block: readonly (readonly string[])[]): string[] {
  const isHead = block.length > 1 && (block[0] ?? []).slice(1).every((text) => groupNamed(text) !== undefined)
  const first = (isHead ? block.slice(1) : block).map(([text = '']) => text.trim())
  return first.every(isName) && block.every((row) => row.length > 1) ? [...new Set(first)] : []
}

/** The row of a name, where one row alone has it: two villages may have a posyandu of the same name. */
function onlyRow(rows: readonly Place[], name: string): number | undefined {
  const at = rows.findIndex((row) => isRow(row, name))
  return at < 0 || rows.some((row, other) => other > at && isRow(row, name)) ? undefined : at
}

function isRow(row: Place, name: string): boolean {
  return letters(row.posyandu === '' ? row.villageName : row.posyandu) === letters(name) || (row.posyandu !== '' && letters(name) === letters(`posyandu ${row.posyandu}`))
}
