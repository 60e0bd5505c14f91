import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { workbookBytes } from '#core/workbook/write-workbook.ts'
import { documentSheets, villageWorkbook } from '#shared/sheets/documents.ts'
import { layOut } from '#shared/sheets/layout.ts'
import { previewOf } from '#shared/sheets/preview.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { longPlan, sampleInput } from '#tests/support/sample-plan.ts'
import { png } from '#tests/support/picture.ts'

const picture = png(80, 100)
const letterhead = { lines: [], address: ['Jalan Contoh 1'], logo: { type: 'png' as const, base64: picture.toString('base64'), width: 80, height: 100 } }

async function partsOf(sheets: readonly SheetDocument[]): Promise<ReadonlyMap<string, string>> {
  const book = XLSX.read(await workbookBytes(sheets, { title: 'x' }), { bookFiles: true }) as XLSX.WorkBook & { files: Record<string, { content?: Uint8Array }> }
  return new Map(Object.entries(book.files).flatMap(([name, { content }]) => (content && name.includes('.') ? [[name, Buffer.from(content).toString('latin1')] as const] : [])))
}

describe('what is drawn in a workbook', () => {
  it('has bars in the cells that hold a share, and in no other of their column', async () => {
    const sheets = [...documentSheets('ringkasan', sampleInput()), ...villageWorkbook(sampleInput())]
    const parts = await partsOf(sheets)
    const checked = sheets.flatMap((sheet, index) => {
      const xml = parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? ''
      const drawn = [...xml.matchAll(/<conditionalFormatting sqref="([^"]+)"/g)].flatMap(([, ranges = '']) => ranges.split(' ')).flatMap((range) => {
        const [from = 0, to = 0] = [...range.matchAll(/\d+/g)].map(Number)
        return Array.from({ length: to - from + 1 }, (_, at) => from + at)
      })
      const columns = new Set(sheet.columns.flatMap(({ bars }, at) => (bars === true ? [at + 1] : [])))
      const shares = layOut(sheet).rows.flatMap(({ cells }, at) => (cells.some(({ column, cell }) => columns.has(column) && cell?.kind === 'formula' && cell.format === 'percent') ? [at + 1] : []))
      expect(drawn.toSorted((x, y) => x - y)).toEqual(shares)
      return drawn
    })
    expect(checked.length).toBeGreaterThan(10)
  })

  it('is named as the format wants it: every part has a type, every relationship a part, every sheet its one drawing', async () => {
    const sheets = villageWorkbook({ ...longPlan(6), letterhead })
    const parts = await partsOf(sheets)
    const types = parts.get('[Content_Types].xml') ?? ''
    for (const name of [...parts.keys()].filter((part) => part !== '[Content_Types].xml')) {
      const extension = name.slice(name.lastIndexOf('.') + 1)
      expect(types.includes(`PartName="/${name}"`) || types.includes(`Extension="${extension}"`), name).toBe(true)
    }
    const relations = [...parts].filter(([name]) => /drawings\/_rels|worksheets\/_rels/.test(name))
    const targets = relations.flatMap(([name, xml]) => [...xml.matchAll(/Target="\.\.\/([^"]+)"/g)].map(([, target]) => [name, `xl/${target ?? ''}`] as const))
    expect(targets.filter(([, target]) => !parts.has(target))).toEqual([])
    expect(targets.length).toBeGreaterThan(8)
    sheets.forEach((_, index) => {
      const xml = parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? ''
      expect(xml.match(/<drawing /g)).toHaveLength(1)
      // Nothing but the sheet's own extensions stands after it.
      expect(xml.slice(xml.indexOf('<drawing '))).toMatch(/^<drawing [^>]*\/>(<extLst>(?:(?!<\/extLst>).)*<\/extLst>)?<\/worksheet>$/s)
    })
  })

  it('shows the emblem once on each RAB, as it was supplied, and the mark on each page', async () => {
    const sheets = villageWorkbook({ ...longPlan(6), letterhead })
    const parts = await partsOf(sheets)
    const at = sheets.findIndex(({ name }) => name === 'RAB')
    const xml = parts.get(`xl/drawings/drawing${at + 1}.xml`) ?? ''
    const layout = layOut(sheets[at] as SheetDocument)
    expect(xml.match(/<xdr:pic>/g)).toHaveLength(6)
    expect(layout.fronts).toHaveLength(6)
    expect([...xml.matchAll(/<xdr:pic>|<xdr:row>(\d+)<\/xdr:row>/g)].filter(([, row]) => row !== undefined).slice(0, 6).map(([, row]) => Number(row))).toEqual(layout.fronts)
    expect(xml.match(/<a:t>RANCANGAN<\/a:t>/g)).toHaveLength(layout.breaks.length + 1)
    expect(parts.get(`xl/media/lambang${at + 1}.png`)).toBe(picture.toString('latin1'))
    const final = await partsOf(documentSheets('tabel-5', { ...sampleInput(), final: true }))
    expect([...final.keys()].filter((name) => name.includes('drawing'))).toEqual([])
  })

  const held = { number: 1, heldOn: '2026-06-05', place: '', leader: '', attended: null, finished: true, decisions: [], before: { need: 100, funded: 60, gap: 40 }, after: { need: 90, funded: 70, gap: 20 } }
  const rounds = [{ id: 'r1', name: 'Feb', measuredOn: '2026-02-20', count: 19, whole: 360, shareBp: 528 }, { id: 'r2', name: 'Agu', measuredOn: '2026-08-20', count: 16, whole: null, shareBp: null }]

  it('draws every chart of the summary and of the meeting natively, over cells that hold its figures', async () => {
    const sheets = villageWorkbook(sampleInput({ meeting: held, rounds }))
    const parts = await partsOf(sheets)
    const book = XLSX.read(await workbookBytes(sheets, { title: 'x' }))
    const valuesAt = (range: string) => range.replaceAll(/^\(|\)$/g, '').split(/,(?=')/).flatMap((one) => {
      const [, sheet = '', from = '', to = from] = /^'([^']+)'!(\$[A-Z]+\$\d+)(?::(\$[A-Z]+\$\d+))?$/.exec(one) ?? []
      const { s, e } = XLSX.utils.decode_range(`${from}:${to}`.replaceAll('$', ''))
      return Array.from({ length: e.r - s.r + 1 }, (_, row) => (book.Sheets[sheet]?.[XLSX.utils.encode_cell({ r: s.r + row, c: s.c })] as XLSX.CellObject | undefined)?.v)
    })
    const drawn = [...parts].filter(([name]) => name.startsWith('xl/charts/chart')).map(([, xml]) => {
      const series = [...xml.matchAll(/<c:val><c:numRef><c:f>([^<]+)<\/c:f><c:numCache>(.*?)<\/c:numCache>/g)]
      return {
        title: /<a:t>([^<]+)<\/a:t>/.exec(xml)?.[1], kind: /<c:(barChart|lineChart)>.*?<c:grouping val="(\w+)"/s.exec(xml)?.slice(1).join(' '),
        cached: series.map(([, , cache = '']) => [...cache.matchAll(/<c:v>(-?\d+)<\/c:v>/g)].map(([, value]) => Number(value))), standing: series.map(([, range = '']) => valuesAt(range)),
      }
    })
    expect(drawn.map(({ title, kind }) => `${title}: ${kind}`)).toEqual([
      'Siapa yang terlayani, dari seluruh sasaran: barChart percentStacked', 'Siapa yang membayar kebutuhan (Rp): barChart clustered', 'Kebutuhan menurut kegiatan (Rp): yang terdanai dan yang belum: barChart stacked',
      'Sumber dana (Rp): yang dipakai rencana dan sisanya: barChart stacked', 'Belum terdanai, terbesar dahulu (Rp): barChart clustered', 'Balita stunting per penimbangan: lineChart standard',
      'Belanja menurut jenis (Rp): langsung ke sasaran dan lainnya: barChart clustered', 'Rembuk 5 Juni 2026 (Rp): yang terdanai dan yang belum: barChart stacked',
    ])
    for (const { title, cached, standing } of drawn) expect(cached, title).toEqual(standing)
    const { funded, gap } = sampleInput().figures
    const totals = drawn.map(({ cached }) => cached.flat().reduce((total, value) => total + value, 0))
    expect([totals[1], totals[2], totals[6]]).toEqual([funded + gap, funded + gap, funded])
    expect(drawn[5]?.cached).toEqual([[19, 16]])
    expect(drawn[7]?.cached).toEqual([[60, 70], [40, 20]])
  })

  it('keeps a chart and its table on one page, and draws the same on the faces without cells', () => {
    const sheet = documentSheets('workbook', sampleInput({ meeting: held, rounds })).find(({ name }) => name === 'Grafik') as SheetDocument
    const pages = previewOf(sheet).pages
    const begun = pages.flatMap(({ rows }) => rows.flatMap((row, index) => (row.kind === 'header' && rows[index - 1]?.kind !== 'chart' ? [row.cells[0]?.text] : [])))
    expect(begun).toEqual([])
    const charts = pages.flatMap(({ rows }) => rows.flatMap(({ chart }) => chart ?? []))
    expect(charts).toHaveLength(8)
    for (const { shapes, width } of charts) {
      expect(shapes.filter(({ kind }) => kind === 'rect').length).toBeGreaterThan(0)
      expect(shapes.filter((shape) => shape.x < -1 || shape.x > width + 1)).toEqual([])
    }
    const trend = charts.find(({ label }) => label.startsWith('Balita stunting'))
    expect(trend?.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))).toEqual(expect.arrayContaining(['19 dari 360', '16', '20 Feb 2026']))
    const [first, second] = (trend?.shapes ?? []).filter((shape) => shape.kind === 'rect')
    // Fewer children stand lower, at their share of the way from nothing up.
    expect(second && first && second.y > first.y).toBe(true)
  })

  it('keeps what people typed out of the markup', async () => {
    const plan = sampleInput().plan
    const hostile = '<a:t>&"\u0001'
    const parts = await partsOf(villageWorkbook(sampleInput({ plan: { ...plan, activities: plan.activities.map((activity) => ({ ...activity, name: hostile })) } })))
    const chart = [...parts].filter(([name]) => name.startsWith('xl/charts/')).map(([, xml]) => xml).join('')
    expect(chart).toContain('<c:v>&lt;a:t&gt;&amp;&quot;</c:v>')
    expect(chart).not.toContain('\u0001')
  })
})
