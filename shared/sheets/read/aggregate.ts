import { type AreaList, areaResolver, inOtherDistrict } from '#shared/domain/area-names.ts'
import type { CaseloadWarning, CountEntry, DuplicateRow, RowPlace } from '#shared/domain/by-name.ts'
import { WARNING_PLACES } from '#shared/domain/by-name.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import { isWithin } from '#shared/domain/region.ts'
import { type Column, headingOfLayout, type Layout, layoutOf } from './aggregate-layout.ts'
import { type Cell, cellText, isBlankRow, type Table, valueText } from './cell.ts'
import { type Heading, headingOf, NO_CHOICES, type ReadingChoices } from './choices.ts'
import { groupNamed } from './group-names.ts'
import { type Header, numbersColumns, repeatsHeader, saysTotal } from './header.ts'
import { readCount } from './numbers.ts'
import type { MissingHeader, Rejection, SheetUse } from './result.ts'

export interface AggregateTable {
  readonly dataRows: number
  readonly rejected: readonly Rejection[]
  readonly duplicates: readonly DuplicateRow[]
  readonly warnings: readonly CaseloadWarning[]
  readonly sheets: readonly SheetUse[]
  /** Header of the first sheet that is used. */
  readonly heading: Heading
  readonly entries: readonly CountEntry[]
  /** Sums over the villages; a group that no row counts is missing: unknown. */
  readonly totals: ReadonlyMap<CountKey, number>
}

interface Counted {
  readonly place: RowPlace
  readonly count: number
}

class Reading {
  readonly rejected: Rejection[] = []
  readonly duplicates: DuplicateRow[] = []
  readonly blank: RowPlace[] = []
  readonly counts = new Map<string, Counted>()
  dataRows = 0
  readonly areas: AreaList
  readonly resolve: (village: string, district: string) => string | undefined
  readonly elsewhere: (village: string, district: string) => boolean

  constructor(areas: AreaList) {
    this.areas = areas
    this.resolve = areaResolver(areas)
    this.elsewhere = inOtherDistrict(areas)
  }

  /** Village and posyandu of a row; `undefined` where the area is not one of the workspace. */
  area(village: string, district: string, posyandu: string): { readonly village: string; readonly posyandu: string } | undefined {
    const only = this.areas.villages.length === 1 ? this.areas.villages[0]?.code : undefined
    if (village === '') return only === undefined ? (posyandu === '' ? { village: this.areas.home, posyandu: '' } : undefined) : { village: only, posyandu }
    const code = this.resolve(village, district)
    if (code !== undefined) return { village: code, posyandu }
    if (village === this.areas.home) return { village, posyandu }
    const named = /^posyandu\s+(.+)$/i.exec(village)?.[1]
    return only !== undefined && posyandu === '' && named !== undefined ? { village: only, posyandu: named } : undefined
  }

  put(place: RowPlace, area: { readonly village: string; readonly posyandu: string }, group: CountKey, count: number): void {
    const key = JSON.stringify([area.village, area.posyandu, group])
    const earlier = this.counts.get(key)
    if (earlier?.count === count) {
      this.duplicates.push({ code: 'identical', place, other: earlier.place })
      return
    }
    if (earlier) this.duplicates.push({ code: 'corrected', place: earlier.place, other: place })
    this.counts.set(key, { place, count })
  }
}

function readSheet({ table, header, wide }: Layout, reading: Reading): void {
  for (let index = header.index + 1; index < table.rows.length; index++) {
    const row = table.rows[index]
    if (!row || isBlankRow(row) || numbersColumns(row) || repeatsHeader(row, header)) continue
    const cell = (column: Column): Cell => {
      const at = header.columns.get(column)
      return at === undefined || wide.has(at) ? null : row[at]
    }
    const place = { sheet: table.name, row: index + 1 }
    const village = valueText(cell('village'))
    if (saysTotal(village) || saysTotal(valueText(cell('posyandu'))) || (village === '' && wide.size > 0 && row.some((value) => typeof value === 'string' && saysTotal(value)))) continue
    const cells = wide.size > 0 ? [...wide] : longCell(header, row)
    if (cells.every(([column]) => valueText(row[column]) === '') && (wide.size > 0 || valueText(cell('group')) === '')) continue
    reading.dataRows++
    const reject = (code: Rejection['code'], column: number | undefined, value: Cell): void => {
      reading.rejected.push({ ...place, column: column === undefined ? null : (header.texts[column] ?? null), code, value: cellText(value) })
    }
    const district = valueText(cell('district'))
    if (reading.elsewhere(village, district)) {
      reject('area_unknown', header.columns.get('district'), cell('district'))
      continue
    }
    const area = reading.area(village, district, valueText(cell('posyandu')))
    if (!area) {
      reject('area_unknown', header.columns.get('village') ?? header.columns.get('posyandu'), village || cell('posyandu'))
      continue
    }
    for (const [column, group] of cells) {
      if (group === undefined) {
        reject('group_unknown', header.columns.get('group'), cell('group'))
        continue
      }
      const found = readCount(row[column])
      if (found === null) reading.blank.push(place)
      else if ('problem' in found) reject(found.problem, column, row[column])
      else reading.put(place, area, group, found.count)
    }
  }
}

/** The one count of a row in a long table, with its group, `undefined` where the group's name is not known. */
function longCell(header: Header<Column>, row: readonly Cell[]): readonly (readonly [number, CountKey | undefined])[] {
  const count = header.columns.get('count') ?? 0
  return [[count, groupNamed(valueText(row[header.columns.get('group') ?? 0]))]]
}

/** Adds the sum of the posyandu for a village of which only posyandu are counted. */
function withVillages(entries: readonly CountEntry[]): CountEntry[] {
  const whole = new Set(entries.filter(({ posyandu }) => posyandu === '').map(({ village, group }) => `${village} ${group}`))
  const sums = new Map<string, CountEntry>()
  for (const { village, posyandu, group, count } of entries) {
    const key = `${village} ${group}`
    if (posyandu === '' || whole.has(key)) continue
    sums.set(key, { village, posyandu: '', group, count: (sums.get(key)?.count ?? 0) + count })
  }
  return [...sums.values(), ...entries]
}

/**
 * Reads a plain table of counts: long (area, target group, count) or wide (areas as rows, target groups as columns), from every
 * sheet that has such a header in its first 30 rows. Group names are everyday words in either language, or codes. The area is a
 * region code or a village's name, with a posyandu column beside it where there is one; in a village workspace it may be missing.
 *
 * A negative, fractional or unreadable count, an unknown group and an area outside the workspace (by its name, or by its district) are rejected with row
 * and column;
 * an empty count stays unknown. The same area and group twice: the later row counts, both are listed. Rows of totals are no data.
 */
export function readAggregate(tables: readonly Table[], areas: AreaList, choices: ReadingChoices = NO_CHOICES): AggregateTable | MissingHeader {
  const reading = new Reading(areas)
  const sheets: SheetUse[] = []
  let best: { readonly table: Table; readonly header: Header<Column> } | null = null
  let heading: Heading | undefined
  for (const table of tables) {
    const { layout, best: candidate } = layoutOf(table, choices)
    sheets.push({ name: table.name, used: layout !== null, reason: layout ? null : candidate ? 'no_header' : 'empty' })
    if (layout) {
      readSheet(layout, reading)
      heading ??= headingOfLayout(layout)
    } else if (candidate && (!best || candidate.columns.size > best.header.columns.size)) best = { table, header: candidate }
  }
  if (!heading) {
    const words = { village: 'Wilayah', group: 'Kelompok Sasaran', count: 'Jumlah' } as const
    return {
      missing: (['village', 'group', 'count'] as const).filter((column) => !best?.header.columns.has(column)).map((column) => words[column]),
      found: best?.header.texts.filter((text) => text !== '') ?? [],
      sheet: best?.table.name ?? tables[0]?.name ?? '',
      row: (best?.header.index ?? 0) + 1,
      columns: best ? headingOf(best.table, best.header).columns : {},
    }
  }
  const listed = [...reading.counts].map(([key, { count }]): CountEntry => {
    const [village, posyandu, group] = JSON.parse(key) as [string, string, CountKey]
    return { village, posyandu, group, count }
  })
  const entries = withVillages(listed).filter(({ village }) => village === areas.home || isWithin(village, areas.home))
  const totals = new Map<CountKey, number>()
  const regency = new Set(entries.filter(({ village, posyandu }) => village === areas.home && posyandu === '').map(({ group }) => group))
  for (const { village, posyandu, group, count } of entries) {
    if (posyandu === '' && (village === areas.home || !regency.has(group))) totals.set(group, (totals.get(group) ?? 0) + count)
  }
  const warnings: CaseloadWarning[] = reading.blank.length === 0 ? [] : [{ code: 'count_blank', count: reading.blank.length, places: reading.blank.slice(0, WARNING_PLACES), words: {} }]
  return { dataRows: reading.dataRows, rejected: reading.rejected, duplicates: reading.duplicates, warnings, sheets, heading, entries, totals }
}
