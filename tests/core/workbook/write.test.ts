import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { AppError } from '#core/app-error.ts'
import { writeCsv, writeWorkbook } from '#core/workbook/write.ts'
import { columnLetter, layOut } from '#shared/sheets/layout.ts'
import { type DocumentName, documentSheets, villageWorkbook } from '#shared/sheets/documents.ts'
import type { DocumentInput } from '#shared/sheets/input.ts'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { convert, hasLibreOffice } from '#tests/support/libre-office.ts'
import { longPlan, sampleInput, samplePlan, sampleWard } from '#tests/support/sample-plan.ts'

const PROPERTIES = { title: 'Rencana Desa Kalipucung', subject: 'contoh', madeAt: '2026-11-21T14:32' } as const

async function written(sheets: readonly SheetDocument[]): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  const bytes = await writeWorkbook(sheets, PROPERTIES)
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  return workbook
}

interface Figure { readonly at: string; readonly value: number }

/** Every figure of a set of sheets with the cell that it must stand in, those that are carried from page to page too. */
function figuresOf(sheets: readonly SheetDocument[], kind: 'number' | 'formula'): Figure[] {
  return sheets.flatMap((sheet) => layOut(sheet).rows.flatMap((row, index) => row.cells.flatMap(({ cell, column }): Figure[] => {
    if (cell?.kind !== kind) return []
    return [{ at: `${sheet.name}!${columnLetter(column)}${index + 1}`, value: cell.kind === 'number' ? cell.value : cell.kind === 'formula' ? cell.result : 0 }]
  })))
}

function read(workbook: XLSX.WorkBook, { at }: Figure): unknown {
  const [sheet = '', cell = ''] = at.split('!')
  const found: unknown = workbook.Sheets[sheet]?.[cell]
  return typeof found === 'object' && found !== null && 'v' in found ? found.v : undefined
}

function complete(): DocumentInput {
  const plan = samplePlan()
  return sampleInput({ plan: {
    ...plan, commitments: [...plan.commitments, { sourceId: 'dds', class: 'operations', bidang: 1, amount: 3_665_800 }],
  } })
}

describe('a workbook that was written', () => {
  it('opens with numbers as numbers, dates as dates and results in its formulas', async () => {
    const sheets = villageWorkbook(complete())
    const workbook = XLSX.read(await writeWorkbook(sheets, PROPERTIES), { cellDates: true, UTC: true })
    const figures = [...figuresOf(sheets, 'number'), ...figuresOf(sheets, 'formula')]
    expect(figures.map((figure) => ({ at: figure.at, value: read(workbook, figure) }))).toEqual(figures)
    const layout = layOut(sheets.find((sheet) => sheet.name === 'Sasaran') as SheetDocument)
    const day: unknown = workbook.Sheets['Sasaran']?.[`E${layout.rowOf.get('series:child')}`]?.v
    expect(day).toEqual(new Date('2026-08-21T00:00:00Z'))
  })

  it('is set up for printing: folio, landscape, one page wide, header rows repeated, footer with plan, data and time', async () => {
    const workbook = await written(villageWorkbook(sampleInput()))
    for (const worksheet of workbook.worksheets) {
      const isUpright = worksheet.name === 'Ringkasan' || worksheet.name === 'Grafik'
      expect(worksheet.pageSetup).toMatchObject({ paperSize: 14, orientation: isUpright ? 'portrait' : 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 })
      expect(worksheet.headerFooter.oddFooter?.replace('\n', ' · ')).toContain('Rencana Desa Kalipucung TA 2027, rancangan · data sasaran: e-PPGBM Agustus 2026')
      expect(worksheet.headerFooter.oddFooter).toContain('21 November 2026 14.32 · halaman &P dari &N')
      expect(worksheet.headerFooter.oddFooter?.length).toBeLessThanOrEqual(255)
    }
    expect(workbook.getWorksheet('RKP Desa')?.pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/)
    expect(workbook.getWorksheet('Ringkasan')?.pageSetup.printTitlesRow).toBeUndefined()
    const amount = workbook.getWorksheet('RKP Desa')?.getCell('I19')
    expect(amount?.numFmt).toContain('#,##0')
    const a4 = await written(villageWorkbook({ ...sampleInput(), paper: 'A4' }))
    expect(a4.worksheets[0]?.pageSetup.paperSize).toBe(9)
  })

  it('tells nothing about the machine and uses Arial, for which its widths are reckoned', async () => {
    const workbook = await written(villageWorkbook(sampleInput()))
    expect([workbook.creator, workbook.lastModifiedBy, workbook.title]).toEqual(['Rembuk', 'Rembuk', 'Rencana Desa Kalipucung'])
    expect(workbook.created).toEqual(new Date('2026-11-21T14:32:00Z'))
    const parts = XLSX.read(
      await writeWorkbook(villageWorkbook(sampleInput()), PROPERTIES), { bookFiles: true },
    ) as XLSX.WorkBook & { files: Record<string, { content: Uint8Array }> }
    const styles = new TextDecoder().decode(parts.files['xl/styles.xml']?.content)
    expect(styles).toMatch(/<fonts [^>]*><font><sz val="10"\/><name val="Arial"\/>/)
    expect(styles).not.toContain('Calibri')
  })

  it.each(['=1+1', '+62 812', '-5', '@SUM(A1)', '\tx', '=HYPERLINK("http://example.invalid";"x")'])('keeps %j as text', async (hostile) => {
    const plan = samplePlan()
    const named: DocumentInput = sampleInput({
      plan: {
        ...plan, activities: plan.activities.map((activity) => ({ ...activity, name: hostile, location: hostile, implementer: hostile })),
        lines: plan.lines.map((line) => ({ ...line, description: hostile })),
      },
      findings: [{ severity: 'info', where: hostile, text: hostile }],
    })
    const sheets = villageWorkbook(named)
    const workbook = await written(sheets)
    const cells: ExcelJS.Cell[] = []
    for (const worksheet of workbook.worksheets) worksheet.eachRow((row) => row.eachCell((cell) => cells.push(cell)))
    const formulas = cells.filter((cell) => cell.type === ExcelJS.ValueType.Formula).map((cell) => `${cell.worksheet.name}!${cell.address}`)
    expect(formulas.toSorted()).toEqual(figuresOf(sheets, 'formula').map((figure) => figure.at).toSorted())
    const texts = cells.filter((cell) => cell.value === hostile && cell.master === cell)
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.every((cell) => cell.type === ExcelJS.ValueType.String && cell.numFmt === '@')).toBe(true)
    const csv = writeCsv(documentSheets('rkp-desa', named))
    expect(csv.split(/[;\r\n]/).filter((field) => /^"?[=+@\t]/.test(field))).toEqual([])
  })

  it('writes one table as CSV for an Indonesian Excel', () => {
    const csv = writeCsv(documentSheets('tabel-5', complete()))
    expect(csv.startsWith('\uFEFF')).toBe(true)
    expect(csv.slice(1).split('\r\n')).toEqual([
      'No;Bidang/Kegiatan;Total Alokasi Dana (Rp);Alokasi Dana (Rp);%',
      '1;Bidang Pembangunan Desa;193864000;93864000;48,42',
      ';Penyelenggaraan Posyandu (2.2.02);93864000;93864000;100,00',
      ';Padat Karya Tunai Desa;100000000;0;0,00',
      '2;Bidang Pemberdayaan Masyarakat Desa;70000000;0;0,00',
      ';Ketahanan pangan;70000000;0;0,00',
      ';Jumlah;263864000;93864000;35,57',
      '',
    ])
  })

  it('stops when it is told to, before and while it writes', async () => {
    const sheets = villageWorkbook(longPlan())
    await expect(writeWorkbook(sheets, PROPERTIES, { signal: AbortSignal.abort() })).rejects.toEqual(new AppError('stopped', {}))
    const stop = new AbortController()
    const running = writeWorkbook(sheets, PROPERTIES, { signal: stop.signal })
    stop.abort()
    await expect(running).rejects.toEqual(new AppError('stopped', {}))
  })
})

describe('pages', () => {
  const plans = [['village', longPlan()], ['village on A4', { ...longPlan(), paper: 'A4' as const }], ['ward', sampleWard()]] as const
  it.each(plans)('never end on a heading nor leave a signature alone: %s', (_, input) => {
    const pages = villageWorkbook(input).flatMap((sheet) => {
      const layout = layOut(sheet)
      const starts = [0, ...layout.breaks]
      return starts.map((start, index) => ({ page: `${sheet.name}, page ${index + 1}`, rows: layout.rows.slice(start, starts[index + 1]) }))
    })
    expect(pages.length).toBeGreaterThan(10)
    const endsOnHeading = pages.filter(({ rows }) => {
      const last = rows.findLast((row) => row.kind !== 'gap')
      return last?.role === 'group' || last?.role === 'subgroup' || last?.kind === 'header' || last?.kind === 'heading'
    })
    const signedAlone = pages.filter(({ rows }) => {
      const signed = rows.findIndex((row) => row.kind === 'sign')
      return signed >= 0 && !rows.slice(0, signed).some((row) => row.kind === 'body' || row.kind === 'note')
    })
    // A row that goes on with the one above it is of nothing when it is the first of a page.
    const apart = villageWorkbook(input).flatMap((sheet) => {
      const goesOn = new Set(sheet.sections.flatMap(({ rows }) => rows.filter(({ follows }) => follows === true).map(({ key }) => key)))
      const layout = layOut(sheet)
      return layout.breaks.map((after) => layout.rows.slice(after).find(({ kind, role }) => kind === 'body' && role !== 'carry')?.key ?? '').filter((key) => goesOn.has(key))
    })
    expect(apart).toEqual([])
    expect({
      endsOnHeading: endsOnHeading.map(({ page }) => page), signedAlone: signedAlone.map(({ page }) => page),
    }).toEqual({ endsOnHeading: [], signedAlone: [] })
  })
})

/** Sheets of documents that stand alone, in one file. */
function apart(names: readonly DocumentName[], input: DocumentInput): SheetDocument[] {
  return names.flatMap((name) => documentSheets(name, input))
}

const cases: readonly (readonly [string, () => SheetDocument[]])[] = [
  ['the sample village', () => villageWorkbook(complete())], ['a ward', () => villageWorkbook(sampleWard())],
  ['a long plan', () => villageWorkbook(longPlan())],
  ['the papers of a village that stand alone', () => apart(['ringkasan', 'du-rkp', 'tawaran', 'berita-acara', 't-d4', 'rkpd-lama'], longPlan(12))],
  ['an RKPD alone', () => documentSheets('rkpd', sampleWard())], ['an RKP Desa alone', () => documentSheets('rkp-desa', sampleInput())],
]

if (!hasLibreOffice) process.stderr.write('SKIPPED: recalculation in LibreOffice, because soffice is not installed\n')

describe.skipIf(!hasLibreOffice)('LibreOffice', () => {
  it.each(cases)('reckons the same figures from the formulas, to the rupiah: %s', async (_, make) => {
    const sheets = make()
    // Wrong results go into the file, so that figures which are merely handed through cannot pass; as wide as the right ones, which the layout goes by.
    const spoilt = sheets.map((sheet): SheetDocument => ({
      ...sheet,
      sections: sheet.sections.map((section) => ({
        ...section,
        rows: section.rows.map((row) => ({
          ...row,
          cells: Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [
            key, cell.kind === 'formula' && cell.result !== 0 ? { ...cell, result: cell.format === 'percent' ? 0.0101 : cell.result + 1 } : cell,
          ])),
        })),
      })),
    }))
    const recalculated = XLSX.read(convert(await writeWorkbook(spoilt, PROPERTIES), 'xlsx', 'xlsx'))
    const expected = figuresOf(sheets, 'formula')
    expect(expected.length).toBeGreaterThan(3)
    // Shares are fractions of 10,000, which two programs may hold a last bit apart.
    const rounded = ({ at, value }: { at: string; value: unknown }): unknown => ({
      at, value: typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
    })
    expect(expected.map((figure) => rounded({ at: figure.at, value: read(recalculated, figure) }))).toEqual(expected.map(rounded))
  })
})
