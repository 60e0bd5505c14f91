import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { AppError } from '#core/app-error.ts'
import { readCaseload } from '#core/workbook/read-caseload.ts'
import { readTables } from '#core/workbook/read-file.ts'
import type { ReadLimits } from '#core/workbook/read-limits.ts'
import { child, csv, type Grid, grid, sheets, workbook } from '#tests/support/eppgbm-files.ts'
import { worksheet, xlsxParts, zipFile } from '#tests/support/zip-files.ts'

const VILLAGE = { home: '35.05.07.2001', villages: [{ code: '35.05.07.2001', name: 'Kalipucung' }], districts: [] }
const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const good = workbook(grid([child(1), child(2)]))

async function refusal(name: string, bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<AppError> {
  const answer: unknown = await readTables({ name, bytes }, { limits }).catch((error: unknown) => error)
  if (!(answer instanceof AppError)) throw new Error(`not refused: ${String(answer)}`)
  return answer
}

/** A copy of an .xls whose stream begins with a FILEPASS record, as password-protected ones do. */
function passwordedXls(): Uint8Array {
  const container = XLSX.CFB.read(Buffer.from(workbook(grid([child(1)]), 'biff8')), { type: 'buffer' })
  const stream = XLSX.CFB.find(container, 'Workbook') as { content: Buffer; size: number }
  const content = Buffer.from(stream.content)
  const afterBof = 4 + content.readUInt16LE(2)
  const filepass = Buffer.from([0x2f, 0, 6, 0, 0, 0, 0x59, 0xb3, 0x0a, 0x9a])
  stream.content = Buffer.concat([content.subarray(0, afterBof), filepass, content.subarray(afterBof)])
  stream.size = stream.content.length
  return new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }) as Buffer)
}

function ole(...streams: string[]): Uint8Array {
  const container = XLSX.CFB.utils.cfb_new()
  for (const name of streams) XLSX.CFB.utils.cfb_add(container, `/${name}`, Buffer.alloc(5000, 7))
  return new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }) as Buffer)
}

describe('a file that is no table', () => {
  it.each<[string, string, Uint8Array]>([
    ['jpeg', 'foto.xlsx', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, ...Array.from({ length: 5000 }, () => 9)])],
    ['png', 'tangkapan.xls', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
    ['pdf', 'laporan.xlsx', text('%PDF-1.7\n1 0 obj')],
    ['docx', 'surat.xlsx', zipFile([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'word/document.xml', content: '<w/>' }])],
    ['odt', 'surat.ods', zipFile([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }, { name: 'content.xml', content: '<office:document-content></office:document-content>' }, { name: 'META-INF/manifest.xml', content: '<m/>' }])],
    ['zip', 'arsip.xlsx', zipFile([{ name: 'data.xlsx', content: good }])],
    ['doc', 'surat.xls', ole('WordDocument')],
    ['text', 'catatan.csv', text('Rapat hari Kamis\nmembahas sasaran\n')],
    ['html', 'halaman.xls', text('<html><body><p>Silakan masuk</p></body></html>')],
    ['unknown', 'acak.csv', new Uint8Array(2000).map((_, index) => (index * 7919) % 256)],
  ])('%s is named for what it is (%s)', async (found, name, bytes) => {
    expect(await refusal(name, bytes)).toMatchObject({ code: 'file_not_a_table', data: { file: name, found } })
  })

  it.each<[string, Uint8Array]>([['nothing at all', new Uint8Array()], ['blanks', text('\u{feff} \r\n \r\n')], ['a workbook without a value', workbook([[]])]])('%s is empty', async (_, bytes) => {
    expect(await refusal('kosong.xlsx', bytes)).toMatchObject({ code: 'file_empty' })
  })
})

describe('a locked file', () => {
  it.each<[string, Uint8Array]>([
    ['an encrypted workbook', ole('EncryptionInfo', 'EncryptedPackage')],
    ['an .xls with a password', passwordedXls()],
    ['a zip with encrypted parts', zipFile(xlsxParts([worksheet('')]).map((part) => ({ ...part, flags: 1 })))],
    ['an encrypted .ods', zipFile([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }, { name: 'content.xml', content: 'acak' },
      { name: 'META-INF/manifest.xml', content: '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>' },
    ])],
  ])('%s', async (_, bytes) => expect(await refusal('terkunci.xlsx', bytes)).toMatchObject({ code: 'file_encrypted' }))
})

describe('a damaged file', () => {
  const sheet = worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')
  const flipped = (): Uint8Array => {
    const copy = Buffer.from(good)
    const at = copy.indexOf('xl/worksheets/sheet1.xml') + 200
    copy[at] = (copy[at] ?? 0) ^ 0xff
    return copy
  }
  it.each<[string, Uint8Array]>([
    ['cut off at half', good.slice(0, good.length / 2)],
    ['with a flipped byte', flipped()],
    ['whose worksheet is cut off', zipFile(xlsxParts([sheet.slice(0, -20)]))],
    ['whose workbook part is missing', zipFile([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'xl/rusak.xml', content: '<a/>' }])],
    ['.xls cut off', workbook(grid([child(1)]), 'biff8').slice(0, 600)],
  ])('%s', async (_, bytes) => expect(await refusal('rusak.xlsx', bytes)).toMatchObject({ code: 'file_damaged', data: { file: 'rusak.xlsx' } }))
})

describe('a file that is too much', () => {
  it('a workbook of 100 sheets', async () => {
    const book = sheets(Object.fromEntries(Array.from({ length: 100 }, (_, index): [string, Grid] => [`Posyandu ${index + 1}`, grid([child(index)])])))
    const bytes = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
    expect(await refusal('banyak.xlsx', bytes)).toMatchObject({ code: 'file_too_many_sheets', data: { sheets: 100, limit: 60 } })
  })

  it('a zip bomb that tells the truth about its size', async () => {
    const bytes = zipFile(xlsxParts([worksheet(' '.repeat(40 * 1024 * 1024))]))
    expect(bytes.length).toBeLessThan(100_000)
    expect(await refusal('bom.xlsx', bytes)).toMatchObject({ code: 'file_expands_too_far' })
  })

  it('a zip bomb that lies about its size', async () => {
    const [types, ...others] = xlsxParts([worksheet(' '.repeat(40 * 1024 * 1024))])
    const lying = [types, ...others].flatMap((part) => (part ? [part.name.includes('sheet1') ? { ...part, claimedSize: 1000 } : part] : []))
    expect(await refusal('bom.xlsx', zipFile(lying))).toMatchObject({ code: 'file_expands_too_far' })
  })

  it('many parts that are small each', async () => {
    const parts = xlsxParts(Array.from({ length: 20 }, () => worksheet(' '.repeat(100_000))))
    expect(await refusal('bom.xlsx', zipFile(parts), { expandedBytes: 1_000_000 })).toMatchObject({ code: 'file_expands_too_far', data: { limit: 1_000_000 } })
  })

  it('200,000 rows, without reading them all into memory', async () => {
    const row = (index: number): string => `<row r="${index}"><c r="A${index}"><v>${index}</v></c><c r="B${index}"><v>${index * 7}</v></c></row>`
    const bytes = zipFile(xlsxParts([worksheet(Array.from({ length: 200_000 }, (_, index) => row(index + 1)).join(''))]))
    expect(await refusal('besar.xlsx', bytes)).toMatchObject({ code: 'file_too_many_rows', data: { rows: 200_000, limit: 100_000 } })
  })

  it('200,000 lines of text, and more rows than a lower limit in .xls and .ods', async () => {
    const lines = csv(Array.from({ length: 200_000 }, (_, index) => [index, 'a']))
    expect(await refusal('besar.csv', lines)).toMatchObject({ code: 'file_too_many_rows' })
    const rows = grid(Array.from({ length: 60 }, (_, index) => child(index)))
    for (const type of ['biff8', 'ods', 'xlsb'] as const) expect(await refusal('besar', workbook(rows, type), { rows: 20 })).toMatchObject({ code: 'file_too_many_rows' })
  })

  it('a file above the size limit, before anything is read', async () => {
    expect(await refusal('besar.csv', csv(grid([child(1)])), { fileBytes: 100 })).toMatchObject({ code: 'file_too_big', data: { limit: 100 } })
  })

  it('one that eats the memory or the time of its thread', async () => {
    const repeated = '<table:table-row table:number-rows-repeated="1000"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="999"><text:p>1</text:p></table:table-cell></table:table-row>'
    const bytes = zipFile([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }, { name: 'META-INF/manifest.xml', content: '<manifest:manifest/>' },
      { name: 'styles.xml', content: '<office:document-styles></office:document-styles>' },
      { name: 'content.xml', content: `<office:document-content><office:body><office:spreadsheet><table:table table:name="A">${repeated.repeat(200)}</table:table></office:spreadsheet></office:body></office:document-content>` },
    ])
    expect(await refusal('bom.ods', bytes, { heapMb: 64 })).toMatchObject({ code: 'file_expands_too_far' })
    expect(await refusal('lambat.xlsx', good, { timeoutMs: 1, heapMb: 128 })).toMatchObject({ code: 'file_expands_too_far' })
  })
})

describe('a file that is fine in itself', () => {
  it('is refused with what was sought and found when its header is in another language', async () => {
    const rows: Grid = [['Name', 'Geschlecht', 'Geburtsdatum', 'Gewicht'], ['Anna', 'w', '2023-01-01', 11]]
    await expect(readCaseload({ name: 'liste.xlsx', bytes: workbook(rows) }, { kind: 'auto', today: '2025-11-21', areas: VILLAGE })).rejects.toMatchObject({
      code: 'header_not_found', data: { file: 'liste.xlsx', sheet: 'Data', row: 1, found: ['Name', 'Geschlecht', 'Geburtsdatum', 'Gewicht'], missing: expect.arrayContaining(['JK', 'Tgl Lahir', 'Tanggal Pengukuran']) as string[] },
    })
  })

  it('with a header and nothing below has no usable rows', async () => {
    await expect(readCaseload({ name: 'judul.xlsx', bytes: workbook(grid([])) }, { kind: 'auto', today: '2025-11-21', areas: VILLAGE })).rejects.toMatchObject({ code: 'no_usable_rows', data: { rows: 0 } })
  })

  it('is left alone when the reading is stopped', async () => {
    const control = new AbortController()
    const reading = readTables({ name: 'baik.xlsx', bytes: good }, { signal: control.signal, onProgress: () => control.abort() })
    await expect(reading).rejects.toMatchObject({ code: 'stopped' })
    await expect(readTables({ name: 'baik.xlsx', bytes: good }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'stopped' })
    expect(await readTables({ name: 'baik.xlsx', bytes: good })).toHaveLength(1)
  })

  it('may claim a million rows that it does not have', async () => {
    const bytes = zipFile(xlsxParts([worksheet('<row r="1"><c r="A1"><v>5</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>', 'A1:XFD1048576')]))
    const [table] = await readTables({ name: 'luas.xlsx', bytes })
    expect(table?.rows[0]).toEqual([5])
  })
})

describe('the thread that reads', () => {
  it('reads file after file and two at a time; after a refusal, a stop or a limit another takes over', async () => {
    const names = async (): Promise<string[]> => (await readTables({ name: 'baik.xlsx', bytes: good })).map((table) => table.name)
    const first = await names()
    expect(first).toHaveLength(1)
    expect(await Promise.all([names(), names()])).toEqual([first, first])
    expect(await refusal('kosong.xlsx', new Uint8Array())).toMatchObject({ code: 'file_empty' })
    expect(await names()).toEqual(first)
    const control = new AbortController()
    await expect(readTables({ name: 'baik.xlsx', bytes: good }, { signal: control.signal, onProgress: () => control.abort() })).rejects.toMatchObject({ code: 'stopped' })
    expect(await names()).toEqual(first)
    expect(await refusal('lambat.xlsx', good, { timeoutMs: 1, heapMb: 128 })).toMatchObject({ code: 'file_expands_too_far' })
    expect(await names()).toEqual(first)
  })
})
