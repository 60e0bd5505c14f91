import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { IDENTITY_SHEET } from '#shared/sheets/identity.ts'
import { allocate, errorOf, newApp, plannedVillage, type TestApp } from '#tests/support/app.ts'
import { convert, edited, hasLibreOffice } from '#tests/support/libre-office.ts'

async function fundedVillage(): Promise<TestApp> {
  const app = await plannedVillage()
  await app.client.plan.setSource({ source: 'DDS', ceiling: 80_000_000 })
  await app.client.plan.setSource({ source: 'ADD', ceiling: 30_000_000 })
  await allocate(app.client)
  return app
}

async function bookOf(bytes: ArrayBuffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes)
  return book
}

/** An exported workbook as someone opens and changes it. */
async function openBook(app: TestApp, document: 'workbook' | 'rab' = 'workbook'): Promise<ExcelJS.Workbook> {
  return bookOf(await (await app.client.document.export({ document })).arrayBuffer())
}

async function fileOf(book: ExcelJS.Workbook, name = 'kembali.xlsx'): Promise<File> {
  return new File([new Uint8Array(await book.xlsx.writeBuffer()) as Uint8Array<ArrayBuffer>], name)
}

/** Rows of the RAB, each with its cells; the workbook's columns are kode, uraian (two), volume, satuan, harga, jumlah, sumber. */
function rabRows(book: ExcelJS.Workbook): { row: ExcelJS.Row; text: string; source: string; volume: number; price: number }[] {
  const found: { row: ExcelJS.Row; text: string; source: string; volume: number; price: number }[] = []
  book.getWorksheet('RAB')?.eachRow((row) => {
    const [volume, price] = [row.getCell(4).value, row.getCell(6).value]
    if (typeof volume === 'number' && typeof price === 'number') found.push({ row, text: String(row.getCell(2).value), source: String(row.getCell(8).value), volume, price })
  })
  return found
}

/** A line with one payer that is cut by a typed or counted number. */
async function singleRow(app: TestApp, book: ExcelJS.Workbook) {
  const lines = await app.client.plan.lines({})
  for (const found of rabRows(book)) {
    const line = lines.find(({ description, bySource }) => found.text.startsWith(description) && Object.values(bySource).filter((amount) => amount > 0).length === 1)
    if (line && line.cutBy !== null && line.fundedUnits > 1) return { ...found, line }
  }
  throw new Error('no row with one payer')
}

describe('an exported workbook', () => {
  it('carries the plan’s identity on a hidden sheet, and comes back without a difference when nothing was changed', async () => {
    const app = await fundedVillage()
    const book = await openBook(app)
    expect(book.getWorksheet(IDENTITY_SHEET)?.state).toBe('hidden')
    const { need, funded } = await app.client.plan.summary({})
    for (const file of [await app.client.document.export({ document: 'workbook' }), await fileOf(book), await app.client.document.export({ document: 'tabel-5' })]) {
      expect(await app.client.entry.returned({ file })).toMatchObject({ changes: [], deleted: 0, stepsSince: 0, now: { need, funded }, after: { need, funded } })
    }
    expect((await app.client.entry.returned({ file: await fileOf(book) })).rows).toBe(rabRows(book).length + (await app.client.plan.sources({})).filter(({ ceiling }) => ceiling !== null).length)
  })

  it('gives back a changed price, volume and ceiling, taken over as one step', async () => {
    const app = await fundedVillage()
    const book = await openBook(app)
    const { row, line, volume, price } = await singleRow(app, book)
    row.getCell(6).value = price + 1_000
    const per = volume / line.fundedUnits
    row.getCell(4).value = volume - per
    book.getWorksheet('Sumber Dana')?.eachRow((cells) => { if (cells.getCell(2).value === 'ADD' && typeof cells.getCell(4).value === 'number') cells.getCell(4).value = 31_000_000 })
    const file = await fileOf(book)
    const found = await app.client.entry.returned({ file })
    expect(found.changes.map(({ what, state, exported, returned, now }) => [what, state, exported, returned, now])).toEqual([
      ['price', 'ready', price, price + 1_000, price], ['volume', 'ready', volume, volume - per, volume], ['ceiling', 'ready', 30_000_000, 31_000_000, 30_000_000],
    ])
    const before = await app.client.plan.summary({})
    expect(found.after.funded).toBe(before.funded - line.funded + (line.fundedUnits - 1) * per * (price + 1_000))
    const steps = (await app.client.history.steps({})).steps.length
    expect(await app.client.entry.takeOver({ file })).toMatchObject({ taken: 3, refused: [], after: found.after })
    expect((await app.client.history.steps({})).steps).toHaveLength(steps + 1)
    expect(await app.client.plan.summary({})).toMatchObject(found.after)
    expect((await app.client.plan.sources({})).find(({ label }) => label === 'ADD')?.ceiling).toBe(31_000_000)
    expect((await app.client.entry.returned({ file })).changes.map(({ state }) => state)).toEqual(['same', 'same', 'same'])
    expect(await app.client.history.undo({})).toMatchObject({ step: { name: 'take_over', words: { count: 3 } } })
    expect(await app.client.plan.summary({})).toMatchObject({ need: before.need, funded: before.funded })
  })

  it('sets what came back against a plan that changed since, and takes only what was looked at', async () => {
    const app = await fundedVillage()
    const book = await openBook(app, 'rab')
    const { row, line, price } = await singleRow(app, book)
    row.getCell(6).value = price + 1_000
    const file = await fileOf(book)
    await app.client.plan.setLine({ line: line.id, price: price + 2_000 })
    const { changes, stepsSince } = await app.client.entry.returned({ file })
    expect(changes).toMatchObject([{ state: 'conflict', exported: price, returned: price + 1_000, now: price + 2_000 }])
    expect(stepsSince).toBe(1)
    // What is in conflict is taken only when it is chosen.
    expect(await app.client.entry.takeOver({ file })).toMatchObject({ taken: 0, refused: [] })
    const key = changes[0]?.key ?? ''
    expect(await errorOf(app.client.entry.takeOver({ file, keys: [{ key, now: price }] }))).toMatchObject({ code: 'proposal_outdated' })
    expect(await app.client.entry.takeOver({ file, keys: [{ key, now: price + 2_000 }] })).toMatchObject({ taken: 1 })
    expect((await app.client.plan.lines({})).find(({ id }) => id === line.id)?.unitPrice).toBe(price + 1_000)
    await app.client.plan.removeActivity({ activity: line.activityId })
    expect((await app.client.entry.returned({ file })).changes).toMatchObject([{ state: 'gone', now: null }])
  })

  it('says in words what cannot be taken: half a unit, more than is counted, no number, two prices of one line', async () => {
    const app = await fundedVillage()
    const cadre = (await app.client.plan.lines({})).find(({ quantities }) => quantities.some((one) => 'driver' in one && one.driver === 'cadre'))
    if (!cadre) throw new Error('no line of cadres')
    await app.client.plan.edit({ edits: [
      { what: 'cell', line: cadre.id, source: 'DDS', units: 5 }, { what: 'cell', line: cadre.id, source: 'ADD', units: 5 },
    ] })
    const counted = (await app.client.plan.lines({})).find((line) => line.fundedUnits > 0 && line.cutBy !== null && 'driver' in (line.quantities[line.cutBy] ?? {}))
    const exported = await (await app.client.document.export({ document: 'rab' })).arrayBuffer()
    const reasons = async (change: (rows: ReturnType<typeof rabRows>) => void, of = cadre.description) => {
      const book = await bookOf(exported)
      change(rabRows(book).filter(({ text }) => text.startsWith(of)))
      const found = await app.client.entry.returned({ file: await fileOf(book) })
      return found.changes.map(({ state, problem }) => [state, problem])
    }
    expect(await reasons(([first]) => { if (first) first.row.getCell(4).value = first.volume + 1 })).toEqual([['refused', 'not_whole_units']])
    // Some programs save a formula without its result: that is no nought.
    for (const value of [{ formula: '75000*2', result: { error: '#DIV/0!' } }, { error: '#N/A' }, { formula: '75000*2' }] as ExcelJS.CellValue[]) {
      expect(await reasons(([first]) => { if (first) first.row.getCell(4).value = value })).toEqual([['refused', 'not_a_number']])
    }
    expect(await reasons(([first]) => { if (first) first.row.getCell(4).value = first.volume * 100 })).toEqual([['refused', 'above_need']])
    expect(await reasons(([first]) => { if (first) first.row.getCell(6).value = 'mahal' })).toEqual([['refused', 'not_a_number']])
    expect(await reasons(([first]) => { if (first) first.row.getCell(6).value = -5 })).toEqual([['refused', 'not_whole_rupiah']])
    expect(await reasons(([first]) => { if (first) first.row.getCell(6).value = first.price + 7 })).toEqual([['refused', 'price_differs']])
    expect(await reasons((both) => { for (const one of both) one.row.getCell(6).value = `Rp ${String(one.price + 1_000).replaceAll(/\B(?=(\d{3})+$)/g, '.')}` })).toEqual([['ready', null]])
    expect(await reasons(([first]) => { if (first) first.row.getCell(4).value = first.volume * 100 }, counted?.description)).toEqual([['refused', 'follows_count']])
    expect(await reasons((both) => { for (const one of both) one.row.getCell(4).value = one.volume + 1 })).toEqual([['refused', 'not_whole_units'], ['refused', 'not_whole_units']])
    // Moved from one source to the other, in both rows at once.
    expect(await reasons(([first, second]) => {
      const per = (first?.volume ?? 0) / 5
      if (first) first.row.getCell(4).value = per * 2
      if (second) second.row.getCell(4).value = per * 8
    })).toEqual([['ready', null], ['ready', null]])
    expect(await reasons(([first]) => { if (first) first.row.getCell(7).value = first.volume * first.price * 2 / 5 })).toEqual([['ready', null]])
  })

  it('finds rows that were moved, and names sheets and rows that were deleted', async () => {
    const app = await fundedVillage()
    const book = await openBook(app)
    const { row, line, price } = await singleRow(app, book)
    row.getCell(6).value = price + 500
    const rab = book.getWorksheet('RAB')
    // A program that does not keep the formulas of other sheets right.
    for (const range of rab?.model.merges.slice() ?? []) rab?.unMergeCells(range)
    rab?.spliceRows(3, 0, [], [], ['Catatan rapat'])
    for (const name of ['Ringkasan', 'RKP Desa', 'Tabel 5']) book.removeWorksheet(book.getWorksheet(name)?.id ?? 0)
    const found = await app.client.entry.returned({ file: await fileOf(book) })
    expect(found).toMatchObject({ deleted: 0, changes: [{ what: 'price', lineId: line.id, returned: price + 500, state: 'ready', renamed: false, at: `RAB!F${row.number + 3}` }] })
    // Two rows change places, and one of them is called as a third one: nobody can know which of the two that is.
    const twins = await openBook(app)
    const [one, two, third] = rabRows(twins)
    const swap = (a: ExcelJS.Row, b: ExcelJS.Row) => [2, 4, 5, 6, 8].forEach((column) => { [a.getCell(column).value, b.getCell(column).value] = [b.getCell(column).value, a.getCell(column).value] })
    if (!one || !two || !third) throw new Error('too few rows')
    swap(one.row, two.row)
    expect(await app.client.entry.returned({ file: await fileOf(twins) })).toMatchObject({ changes: [], deleted: 0 })
    third.row.getCell(2).value = one.row.getCell(2).value
    third.row.getCell(8).value = one.row.getCell(8).value
    third.row.getCell(6).value = third.price + 1
    expect((await app.client.entry.returned({ file: await fileOf(twins) })).changes.every(({ renamed }) => renamed)).toBe(true)
    book.removeWorksheet(rab?.id ?? 0)
    const gone = await app.client.entry.returned({ file: await fileOf(book) })
    expect(gone.changes).toEqual([])
    expect(gone.deleted).toBe(rabRows(await openBook(app)).length)
  })

  it('is refused where it is of another plan, has no identity or a damaged one, or is no workbook', async () => {
    const [app, other] = [await fundedVillage(), await fundedVillage()]
    const refused = (file: File) => errorOf(app.client.entry.returned({ file }))
    const foreign = await other.client.plan.create({ template: 'desa', fiscalYear: 2027, name: 'Rencana lain' })
    await other.client.plan.open({ planId: foreign.plan })
    expect(await refused(await other.client.document.export({ document: 'tabel-5' }))).toMatchObject({ code: 'workbook_other_plan', data: { plan: 'Rencana lain' } })
    const book = await openBook(app, 'rab')
    const hidden = book.getWorksheet(IDENTITY_SHEET)
    const line = hidden?.getCell('B15')
    if (line) line.value = 'baris-lain'
    expect(await refused(await fileOf(book))).toMatchObject({ code: 'workbook_identity_damaged' })
    book.removeWorksheet(hidden?.id ?? 0)
    expect(await refused(await fileOf(book))).toMatchObject({ code: 'workbook_not_returned' })
    const old = XLSX.write(XLSX.read(await (await app.client.document.export({ document: 'rab' })).arrayBuffer()), { type: 'array', bookType: 'biff8' }) as ArrayBuffer
    expect(await refused(new File([old], 'kembali.xls'))).toMatchObject({ code: 'workbook_old_format', data: { file: 'kembali.xls' } })
    expect(await refused(new File(['a;b\r\n1;2'], 'a.csv'))).toMatchObject({ code: 'workbook_not_returned' })
    const newer = await openBook(app, 'rab')
    const format = newer.getWorksheet(IDENTITY_SHEET)?.getCell('B1')
    if (format) format.value = 99
    expect(await refused(await fileOf(newer))).toMatchObject({ code: 'workbook_identity_newer', data: { format: 99, known: 1 } })
    const ward = newApp('35.71.01.1001')
    await ward.client.plan.create({ template: 'kelurahan' })
    expect(await errorOf(ward.client.entry.returned({ file: await app.client.document.export({ document: 'rab' }) }))).toMatchObject({ code: 'workbook_other_plan' })
  })
})

if (!hasLibreOffice) process.stderr.write('SKIPPED: a price changed and reckoned anew in LibreOffice, because soffice is not installed\n')

describe.skipIf(!hasLibreOffice)('LibreOffice', () => {
  it('reckons a changed price through to the RAB and the summary, to what the comparison proposes, as .xlsx and .ods', async () => {
    const app = await fundedVillage()
    const book = await openBook(app)
    const { row, line, volume, price } = await singleRow(app, book)
    row.getCell(6).value = price + 2_500
    const bytes = new Uint8Array(await book.xlsx.writeBuffer())
    const recalculated = convert(bytes, 'xlsx', 'xlsx')
    const read = XLSX.read(recalculated)
    const table = (name: string) => XLSX.utils.sheet_to_json<unknown[]>(read.Sheets[name] ?? {}, { header: 1 })
    const last = (cells: readonly unknown[]) => cells.findLast((cell): cell is number => typeof cell === 'number') ?? 0
    const rab = table('RAB').filter((cells) => cells.includes('Jumlah')).reduce((total, cells) => total + last(cells), 0)
    const summary = table('Ringkasan').find((cells) => cells.includes('Terdanai'))
    const { funded } = await app.client.plan.summary({})
    expect(rab).toBe(funded + volume * 2_500)
    expect(last(summary ?? [])).toBe(rab)
    for (const [file, name] of [[recalculated, 'kembali.xlsx'], [convert(bytes, 'xlsx', 'ods'), 'kembali.ods']] as const) {
      const found = await app.client.entry.returned({ file: new File([file as Uint8Array<ArrayBuffer>], name) })
      expect(found.changes).toMatchObject([{ what: 'price', lineId: line.id, exported: price, returned: price + 2_500, state: 'ready' }])
      expect(found.after.funded).toBe(rab)
    }
  })
  it('knows rows by their words after someone inserted rows, sorted and changed a price there', async () => {
    const app = await fundedVillage()
    const book = await openBook(app)
    const { row, line, price } = await singleRow(app, book)
    const money = book.getWorksheet('Sumber Dana')
    const named: { at: number; label: string }[] = []
    money?.eachRow((cells, at) => { if (typeof cells.getCell(4).value === 'number') named.push({ at, label: String(cells.getCell(2).value) }) })
    const [first, last] = [named[0]?.at ?? 0, named.at(-1)?.at ?? 0]
    expect(last).toBeGreaterThan(first)
    const add = named.find(({ label }) => label === 'ADD')
    const exported = new Uint8Array(await (await app.client.document.export({ document: 'workbook' })).arrayBuffer())
    const back = edited(exported, [
      'rab = book.Sheets.getByName("RAB")', `rab.Rows.insertByIndex(${row.number - 1}, 2)`, `rab.getCellByPosition(0, ${row.number - 1}).String = "Catatan rapat"`,
      `rab.getCellByPosition(5, ${row.number + 1}).Value = ${price + 750}`,
      'money = book.Sheets.getByName("Sumber Dana")', `money.getCellByPosition(3, ${(add?.at ?? 1) - 1}).Value = 32000000`,
      `range = money.getCellRangeByPosition(0, ${first - 1}, 8, ${last - 1})`,
      'Dim field(0) As New com.sun.star.table.TableSortField', 'field(0).Field = 1', 'field(0).IsAscending = True',
      'Dim how(1) As New com.sun.star.beans.PropertyValue', 'how(0).Name = "SortFields"', 'how(0).Value = field()', 'how(1).Name = "ContainsHeader"', 'how(1).Value = False', 'range.sort(how())',
    ])
    const now = XLSX.utils.sheet_to_json<unknown[]>(XLSX.read(back).Sheets['Sumber Dana'] ?? {}, { header: 1 }).slice(first - 1, last).map((cells) => cells[1])
    expect([now, named[0]?.label]).toEqual([now.toSorted(), 'DDS'])
    expect(now.indexOf('ADD')).toBe(0)
    const file = new File([back as Uint8Array<ArrayBuffer>], 'kembali.xlsx')
    const found = await app.client.entry.returned({ file })
    expect(found).toMatchObject({ deleted: 0, changes: [
      { what: 'price', lineId: line.id, exported: price, returned: price + 750, state: 'ready', renamed: false, at: `RAB!F${row.number + 2}` },
      { what: 'ceiling', exported: 30_000_000, returned: 32_000_000, state: 'ready', renamed: false, at: `'Sumber Dana'!D${first + now.indexOf('ADD')}`.replaceAll("'", '') },
    ] })
    expect(await app.client.entry.takeOver({ file })).toMatchObject({ taken: 2, refused: [] })
    expect((await app.client.plan.lines({})).find(({ id }) => id === line.id)?.unitPrice).toBe(price + 750)
  })
})
