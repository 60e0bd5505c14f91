import type { Address } from '#shared/sheets/formula.ts'
import type { Layout } from '#shared/sheets/layout.ts'
import { MARGINS, paperSize, POINTS_PER_MM } from '#shared/sheets/paper.ts'
import type { Chart, Ref, SheetDocument } from '#shared/sheets/sheet.ts'
import { type ChartData, chartXml } from './chart-xml.ts'
import { chartFrameXml, drawingXml, EMU_PER_MM, EMU_PER_POINT, markXml, pictureXml, type Place } from './drawing-xml.ts'
import { type Relationship, relationshipsXml } from './relationships.ts'
import type { ZipPart } from './zip-file.ts'

/** A sheet over whose cells something may be drawn. */
interface Drawn {
  /** Number of the worksheet in the file. */
  readonly number: number
  readonly sheet: SheetDocument
  readonly layout: Layout
}

/** The mark is as tall as its letters, and as long as a line across the paper. */
const MARK = { width: 190, height: 40 } as const

/** Place of a box that begins so many millimetres from the left edge of the columns and points under a row. */
function placeOf(layout: Layout, row: number, at: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }): Place {
  let column = 0
  let left = Math.max(0, at.left)
  while (column < layout.widths.length - 1 && left >= (layout.widths[column] ?? 0)) left -= layout.widths[column++] ?? 0
  let down = row
  let top = at.top
  while (down < layout.rows.length - 1 && top >= (layout.rows[down]?.height ?? 0)) top -= layout.rows[down++]?.height ?? 0
  return { column, row: down, columnOffset: left * EMU_PER_MM, rowOffset: top * EMU_PER_POINT, width: at.width * EMU_PER_MM, height: at.height * EMU_PER_MM }
}

/** Half of what the turned letters take of the height of a page, in millimetres. */
const MARK_REACH = 42

/** The mark in the middle of each page, or of the rows that a page has; under rows that are printed again, which would bring a part of it along. */
function markPlaces({ layout, sheet }: Drawn): Place[] {
  const paper = paperSize(sheet)
  const width = Math.min(MARK.width, paper.width - MARGINS.left - MARGINS.right)
  const starts = [0, ...layout.breaks]
  return starts.map((start, index) => {
    const rows = layout.rows.slice(start, starts[index + 1])
    const tall = Math.min(rows.reduce((total, row) => total + row.height, 0), (paper.height - MARGINS.top - MARGINS.bottom) * POINTS_PER_MM)
    const left = (paper.width - MARGINS.left - MARGINS.right - width) / 2
    const repeated = index === 0 && layout.repeat ? layout.rows.slice(0, layout.repeat.to).reduce((total, row) => total + row.height, 0) : 0
    const middle = repeated === 0 ? tall / 2 : Math.max(tall / 2, repeated + MARK_REACH * POINTS_PER_MM)
    return placeOf(layout, start, { left, top: Math.max(0, middle - (MARK.height / 2) * POINTS_PER_MM), width, height: MARK.height })
  })
}

/** Cells as charts name them: absolute, neighbours as one range, several ranges between brackets. */
function rangeOf(refs: readonly Ref[], sheet: string, address: Address): string {
  const runs: { name: string; column: string; from: number; to: number }[] = []
  for (const ref of refs) {
    const { column, row } = address(sheet, ref)
    const name = ref.sheet ?? sheet
    const last = runs.at(-1)
    if (last && last.name === name && last.column === column && last.to === row - 1) last.to = row
    else runs.push({ name, column, from: row, to: row })
  }
  const texts = runs.map(({ name, column, from, to }) => `'${name.replaceAll("'", "''")}'!$${column}$${from}${to > from ? `:$${column}$${to}` : ''}`)
  return texts.length === 1 ? (texts[0] ?? '') : `(${texts.join(',')})`
}

function chartData(chart: Chart, sheet: string, address: Address): ChartData {
  return {
    kind: chart.kind, title: chart.title, source: chart.source,
    labels: { range: rangeOf(chart.labels.map(({ at }) => at), sheet, address), texts: chart.labels.map(({ text }) => text) },
    series: chart.series.map(({ name, tone, values }) => ({
      name, tone, range: rangeOf(values.map(({ at }) => at), sheet, address), values: values.map(({ value }) => value),
    })),
  }
}

/** Parts of one worksheet's drawing; null where nothing is drawn on it. Charts are numbered on from `charts`. */
function partsOf(drawn: Drawn, address: Address, charts: number): { readonly parts: ZipPart[]; readonly charts: number } | null {
  const { sheet, layout, number } = drawn
  const anchors: string[] = []
  const relations: Relationship[] = []
  const parts: ZipPart[] = []
  let made = charts
  if (layout.logo && sheet.logo) {
    const file = `lambang${number}.${sheet.logo.type}`
    parts.push({ name: `xl/media/${file}`, content: Buffer.from(sheet.logo.base64, 'base64') })
    relations.push({ id: 'rId1', type: 'image', target: `../media/${file}` })
    for (const row of layout.fronts) anchors.push(pictureXml(
      placeOf(layout, row, { ...layout.logo, top: layout.logo.top * POINTS_PER_MM }), anchors.length + 2, 'rId1', sheet.letterhead.at(-1) ?? '',
    ))
  }
  layout.rows.forEach((row, index) => {
    if (!row.chart) return
    made += 1
    const id = `rId${relations.length + 1}`
    parts.push({ name: `xl/charts/chart${made}.xml`, content: chartXml(chartData(row.chart, sheet.name, address)) })
    relations.push({ id, type: 'chart', target: `../charts/chart${made}.xml` })
    const width = layout.widths.reduce((total, one) => total + one, 0)
    anchors.push(chartFrameXml(placeOf(layout, index, { left: 0, top: 2, width, height: row.chart.height - 2 }), anchors.length + 2, id, row.chart.title))
  })
  if (sheet.draft !== null) for (const place of markPlaces(drawn)) anchors.push(markXml(place, anchors.length + 2, sheet.draft, sheet.orientation === 'portrait' ? 66 : 92))
  if (anchors.length === 0) return null
  parts.push({ name: `xl/drawings/drawing${number}.xml`, content: drawingXml(anchors) })
  if (relations.length > 0) parts.push({ name: `xl/drawings/_rels/drawing${number}.xml.rels`, content: relationshipsXml(relations) })
  parts.push({ name: `xl/worksheets/_rels/sheet${number}.xml.rels`, content: relationshipsXml([{ id: 'rId1', type: 'drawing', target: `../drawings/drawing${number}.xml` }]) })
  return { parts, charts: made }
}

/** The emblems, marks and native charts of a set of sheets: the parts to be added to the file, and the worksheets that have any, by number. */
export function drawingParts(all: readonly Drawn[], address: Address): { readonly parts: readonly ZipPart[]; readonly drawnOn: ReadonlySet<number> } {
  const parts: ZipPart[] = []
  const drawnOn = new Set<number>()
  let charts = 0
  for (const drawn of all) {
    const made = partsOf(drawn, address, charts)
    if (!made) continue
    parts.push(...made.parts)
    charts = made.charts
    drawnOn.add(drawn.number)
  }
  return { parts, drawnOn }
}
