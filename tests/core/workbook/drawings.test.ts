import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { workbookBytes } from '#core/workbook/write-workbook.ts'
import { documentSheets, villageWorkbook } from '#shared/sheets/documents.ts'
import { layOut } from '#shared/sheets/layout.ts'
import { rowsOf, type SheetDocument } from '#shared/sheets/sheet.ts'
import { longPlan, sampleInput } from '#tests/support/sample-plan.ts'
import { png } from '#tests/support/picture.ts'

const picture = png(80, 100)
const letterhead = { lines: [], address: ['Jalan Contoh 1'], logo: { type: 'png' as const, base64: picture.toString('base64'), width: 80, height: 100 } }

async function partsOf(sheets: readonly SheetDocument[]): Promise<ReadonlyMap<string, string>> {
  const book = XLSX.read(await workbookBytes(sheets, { title: 'x' }), { bookFiles: true }) as XLSX.WorkBook & { files: Record<string, { content?: Uint8Array }> }
  return new Map(Object.entries(book.files).flatMap(([name, { content }]) => (content && name.includes('.') ? [[name, Buffer.from(content).toString('latin1')] as const] : [])))
}

describe('what is drawn in a workbook', () => {
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

  it('draws native charts over the cells of Ringkasan, with the figures that stand there', async () => {
    const sheets = villageWorkbook(sampleInput())
    const parts = await partsOf(sheets)
    const chart = parts.get('xl/charts/chart1.xml') ?? ''
    const summary = sheets[0] as SheetDocument
    const layout = layOut(summary)
    const [from, to] = [layout.rowOf.get('activity:a1'), layout.rowOf.get('activity:a10')]
    const ranges = [...chart.matchAll(/<c:f>([^<]+)<\/c:f>/g)].map(([, range]) => range)
    expect(ranges).toEqual(['B', 'E', 'B', 'F'].map((column) => `'Ringkasan'!$${column}$${from}:$${column}$${to}`))
    const cached = [...chart.matchAll(/<c:numCache>(.*?)<\/c:numCache>/g)].map(([, xml]) => [...(xml ?? '').matchAll(/<c:v>(\d+)<\/c:v>/g)].map(([, value]) => Number(value)))
    const figures = (column: string) => rowsOf(summary).filter(({ key }) => key.startsWith('activity:')).map(({ cells }) => {
      const cell = cells[column]
      return cell?.kind === 'formula' ? cell.result : undefined
    })
    expect(cached).toEqual([figures('b'), figures('c')])
  })

  it('keeps what people typed out of the markup', async () => {
    const plan = sampleInput().plan
    const hostile = '<a:t>&"\u0001'
    const parts = await partsOf(villageWorkbook(sampleInput({ plan: { ...plan, activities: plan.activities.map((activity) => ({ ...activity, name: hostile })) } })))
    const chart = parts.get('xl/charts/chart1.xml') ?? ''
    expect(chart).toContain('<c:v>&lt;a:t&gt;&amp;&quot;</c:v>')
    expect(chart).not.toContain('\u0001')
  })
})
