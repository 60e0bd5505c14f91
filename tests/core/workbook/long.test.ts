import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { AppError } from '#core/app-error.ts'
import { READ_LIMITS } from '#core/workbook/read-limits.ts'
import { readReturned } from '#core/workbook/returned.ts'
import { writeWorkbook } from '#core/workbook/write.ts'
import { type WorkbookProperties, workbookBytes } from '#core/workbook/write-workbook.ts'
import { villageWorkbook } from '#shared/sheets/documents.ts'
import { columnLetter, layOut } from '#shared/sheets/layout.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { png } from '#tests/support/picture.ts'
import { longPlan, sampleInput } from '#tests/support/sample-plan.ts'

const PROPERTIES: WorkbookProperties = { title: 'Konsolidasi', madeAt: '2026-11-21T14:32' }
/** Rows of 70 villages with 60 lines each. */
const LONG = 4_200

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  return workbook
}

function partOf(bytes: Uint8Array, name: string): string {
  const { files } = XLSX.read(bytes, { bookFiles: true }) as XLSX.WorkBook & { files: Record<string, { content?: Uint8Array }> }
  return Buffer.from(files[name]?.content ?? []).toString()
}

/** A workbook of a plan with emblem, mark and charts, and one table in it that is very long. */
function longBook(): SheetDocument[] {
  const logo = { type: 'png' as const, base64: png(80, 100).toString('base64'), width: 80, height: 100 }
  return villageWorkbook({ ...longPlan(8), letterhead: { lines: [], address: [], logo } }).map((sheet) => {
    if (sheet.name !== 'RKP Desa') return sheet
    const [section, ...others] = sheet.sections
    const plain = section?.rows.filter((row) => Object.values(row.cells).every(({ kind }) => kind !== 'formula') && row.role === 'group') ?? []
    if (!section || plain.length === 0) throw new Error('no table')
    const again = Array.from({ length: Math.ceil(LONG / plain.length) }, (_, at) => plain.map((row) => ({ ...row, key: `${at}/${row.key}` })))
    return { ...sheet, sections: [{ ...section, rows: [...section.rows, ...again.flat()] }, ...others] }
  })
}

const FACTS = { plan: 'p1', name: 'Rencana', region: '35.05.07.2001', year: '2027', version: 'rancangan', revision: '3', madeAt: '2026-11-21T14:32', document: 'workbook', language: 'id' } as const

describe('a workbook', () => {
  it('is to its reader what was laid out: sizes, merged cells, breaks, looks', async () => {
    const sheets = villageWorkbook(longPlan(6))
    const bytes = await workbookBytes(sheets, PROPERTIES)
    const book = await opened(bytes)
    for (const sheet of sheets) {
      const layout = layOut(sheet)
      const worksheet = book.getWorksheet(sheet.name)
      expect(worksheet?.rowCount).toBe(layout.rows.length)
      expect(layout.rows.map((_, index) => worksheet?.getRow(index + 1).height)).toEqual(layout.rows.map(({ height }) => height))
      const merged = layout.rows.flatMap(({ cells }, index) => cells.flatMap(({ column, columns, rows }) =>
        (columns * rows === 1 ? [] : [`${columnLetter(column)}${index + 1}:${columnLetter(column + columns - 1)}${index + rows}`])))
      expect(worksheet?.model.merges.toSorted()).toEqual(merged.toSorted())
      // Pixels of a digit of Arial 10 at 96 dpi.
      expect(layout.widths.map((_, index) => Math.round((worksheet?.getColumn(index + 1).width ?? 0) * 7))).toEqual(layout.widths.map((mm) => Math.round((mm / 25.4) * 96)))
      const xml = partOf(bytes, `xl/worksheets/sheet${worksheet?.id ?? 0}.xml`)
      expect([...xml.matchAll(/<brk id="(\d+)"/g)].map(([, id]) => Number(id))).toEqual(layout.breaks)
    }
    const rab = book.getWorksheet('RAB')
    const headed = layOut(sheets.find(({ name }) => name === 'RAB') as SheetDocument).rows.findIndex(({ kind }) => kind === 'header') + 1
    const cell = rab?.getRow(headed).getCell(1)
    expect(cell?.font).toMatchObject({ name: 'Arial', bold: true })
    expect(cell?.border).toMatchObject({ top: { style: 'thin' }, left: { style: 'thin' }, bottom: { style: 'thin' }, right: { style: 'thin' } })
    expect(cell?.alignment).toMatchObject({ horizontal: 'center', vertical: 'middle', wrapText: true })
  })

  it('is the same bytes for the same plan and time', async () => {
    const [first, second] = [await workbookBytes(villageWorkbook(longPlan(3)), PROPERTIES), await workbookBytes(villageWorkbook(longPlan(3)), PROPERTIES)]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })

  it('keeps text that the format has a meaning of its own for, and what XML cannot hold out', async () => {
    const plan = sampleInput().plan
    const [odd, endless] = ['_x0041_ <b>&\u0001"', 'ab '.repeat(20_000)]
    const named = plan.activities.map((activity, index) => ({ ...activity, name: index === 0 ? odd : activity.name, implementer: index === 1 ? endless : activity.implementer }))
    const book = XLSX.read(await workbookBytes(villageWorkbook(sampleInput({ plan: { ...plan, activities: named } })), PROPERTIES))
    const texts = book.SheetNames.flatMap((name) => XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 }).flat())
    expect(texts).toContain('_x0041_ <b>&"')
    expect(Math.max(...texts.map((text) => (typeof text === 'string' ? text.length : 0)))).toBe(32_767)
  })
})

describe('a long workbook', () => {
  it('has its emblem, marks, charts and hidden sheet as a short one has, and says how far it is', async () => {
    const sheets = longBook()
    const told: number[] = []
    const bytes = await writeWorkbook(sheets, { ...PROPERTIES, identity: { facts: FACTS, rows: [] } }, { onProgress: (done) => told.push(done) })
    expect(told.length).toBeGreaterThan(8)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBeGreaterThan(LONG)
    const at = sheets.findIndex(({ name }) => name === 'RKP Desa')
    const drawn = partOf(bytes, `xl/drawings/drawing${at + 1}.xml`)
    expect(drawn.match(/<a:t>RANCANGAN<\/a:t>/g)).toHaveLength(layOut(sheets[at] as SheetDocument).breaks.length + 1)
    expect(drawn.match(/<xdr:pic>/g)).toHaveLength(1)
    for (const part of [`xl/media/lambang${at + 1}.png`, 'xl/charts/chart1.xml']) expect(partOf(bytes, part).length).toBeGreaterThan(100)
    expect(readReturned({ name: 'kembali.xlsx', bytes }, READ_LIMITS)).toEqual({ facts: FACTS, rows: [] })
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    await expect(writeWorkbook(longBook(), PROPERTIES, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toEqual(new AppError('stopped', {}))
  })
})
