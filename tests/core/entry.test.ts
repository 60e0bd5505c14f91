import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { TA_RAB_RINCI } from '#shared/sheets/siskeudes.ts'
import { allocate, errorOf, newApp, plannedVillage, restart, type TestApp } from '#tests/support/app.ts'
import { zipFile } from '#tests/support/zip-files.ts'

async function fundedVillage(): Promise<TestApp> {
  const app = await plannedVillage()
  await app.client.plan.setSource({ source: 'DDS', ceiling: 80_000_000 })
  await app.client.plan.setSource({ source: 'ADD', ceiling: 30_000_000 })
  await allocate(app.client)
  return app
}

async function rowsOf({ client }: TestApp) {
  const sheet = await client.entry.sheet({})
  return sheet.groups.flatMap((group) => group.packages.flatMap((one) => one.rows))
}

async function csvOf({ client }: TestApp): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await client.entry.export({ format: 'csv' })).arrayBuffer())
}

const zipped = (entries: Parameters<typeof zipFile>[0]): File => new File([zipFile(entries) as Uint8Array<ArrayBuffer>], 'siskeudes.zip')

describe('entry.sheet and entry.tick', () => {
  it('lists every funded rupiah of the village’s own sources once', async () => {
    const app = await fundedVillage()
    const sheet = await app.client.entry.sheet({})
    const { funded } = await app.client.plan.summary({})
    expect(sheet).toMatchObject({ target: 'siskeudes', amount: funded, typedAmount: 0, gone: [], counts: { typed: 0, changed: 0, gone: 0 } })
    expect((await rowsOf(app)).reduce((total, row) => total + row.amount, 0)).toBe(funded)
  })

  it('keeps a tick with what was typed, over a restart, and takes it back as one step', async () => {
    let app = await fundedVillage()
    const [first, second] = await rowsOf(app)
    if (!first || !second) throw new Error('too few rows')
    const rows = [first, second].map(({ lineId, sourceId }) => ({ lineId, sourceId }))
    expect(await app.client.entry.tick({ rows, typed: true })).toEqual({ changed: 2 })
    app = await restart(app)
    expect((await rowsOf(app)).filter(({ state }) => state === 'typed').map(({ lineId }) => lineId)).toEqual([first.lineId, second.lineId])
    expect(await app.client.entry.tick({ rows, typed: true })).toEqual({ changed: 0 })
    expect((await app.client.workspace.settings({}))).not.toHaveProperty([`entry/${(await app.client.entry.sheet({})).planId}/${first.lineId}/${first.sourceId}`])
    expect(await app.client.history.undo({})).toMatchObject({ step: { name: 'typed', words: { rows: 2 } } })
    expect((await rowsOf(app)).every(({ state }) => state === 'open')).toBe(true)
    await app.client.history.redo({})
    expect(await app.client.entry.tick({ rows: rows.slice(0, 1), typed: false })).toEqual({ changed: 1 })
    expect((await rowsOf(app)).filter(({ state }) => state === 'typed')).toHaveLength(1)
  })

  it('shows what changed since with the old amount, and a row that the plan no longer has', async () => {
    const app = await fundedVillage()
    const [row, other] = await rowsOf(app)
    if (!row || !other) throw new Error('too few rows')
    await app.client.entry.tick({ rows: [row, other].map(({ lineId, sourceId }) => ({ lineId, sourceId })), typed: true })
    await app.client.plan.setLine({ line: row.lineId, price: row.price + 1_000 })
    const changed = (await rowsOf(app)).find(({ lineId, sourceId }) => lineId === row.lineId && sourceId === row.sourceId)
    expect(changed).toMatchObject({ state: 'changed', changed: expect.arrayContaining(['price', 'amount']) as unknown, typed: { amount: row.amount, price: row.price } })
    const source = (await app.client.plan.sources({})).find(({ id }) => id === other.sourceId)
    await app.client.plan.edit({ edits: [{ what: 'cell', line: other.lineId, source: source?.label ?? '', units: 0 }] })
    const sheet = await app.client.entry.sheet({})
    expect(sheet.gone).toMatchObject([{ lineId: other.lineId, amount: other.amount }])
    expect(sheet.counts).toMatchObject({ changed: 1, gone: 1, typed: 0 })
    await app.client.entry.tick({ rows: [{ lineId: other.lineId, sourceId: other.sourceId }], typed: false })
    expect((await app.client.entry.sheet({})).gone).toEqual([])
    expect(await errorOf(app.client.entry.tick({ rows: [{ lineId: 'tidak-ada', sourceId: 'x' }], typed: true }))).toMatchObject({ code: 'line_not_found' })
  })

  it('is for SIPD-RI where there is no village budget: as a sheet, not as Siskeudes’ table', async () => {
    const app = newApp('35.71.01.1001')
    await app.client.caseload.setCount({ group: 'stunted', count: 9 })
    await app.client.caseload.setCount({ group: 'cadre', count: 12 })
    await app.client.plan.create({ template: 'kelurahan' })
    await app.client.plan.setSource({ source: 'DAU', ceiling: 60_000_000 })
    await allocate(app.client)
    const sheet = await app.client.entry.sheet({})
    expect(sheet.target).toBe('sipd')
    expect(sheet.amount).toBe((await app.client.plan.summary({})).funded)
    expect(await errorOf(app.client.entry.export({ format: 'csv' }))).toMatchObject({ code: 'document_not_for_kind' })
    const book = XLSX.read(new Uint8Array(await (await app.client.entry.export({ format: 'xlsx' })).arrayBuffer()))
    expect(book.SheetNames).toEqual(['Entri SIPD-RI', '_rembuk'])
    expect(await errorOf(app.client.entry.compare({ file: new File(['x;y'], 'a.csv') }))).toMatchObject({ code: 'document_not_for_kind' })
  })

  it('writes the sheet with what was ticked, and says that nothing is there yet', async () => {
    const app = await fundedVillage()
    const [row] = await rowsOf(app)
    await app.client.entry.tick({ rows: [{ lineId: row?.lineId ?? '', sourceId: row?.sourceId ?? '' }], typed: true })
    const book = XLSX.read(new Uint8Array(await (await app.client.entry.export({ format: 'xlsx' })).arrayBuffer()))
    const table = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets['Entri Siskeudes'] ?? {}, { header: 1 })
    expect(table.filter((cells) => cells[0] === 'sudah')).toHaveLength(1)
    expect(table.some((cells) => cells.includes('Kd_Rincian') && cells.includes('Anggaran'))).toBe(true)
    expect(table.findLast((cells) => cells[0] === 'Jumlah')?.at(-1)).toBe((await app.client.entry.sheet({})).amount)
    const english = XLSX.read(new Uint8Array(await (await app.client.entry.export({ format: 'xlsx', language: 'en' })).arrayBuffer()))
    const typed = XLSX.utils.sheet_to_json<unknown[]>(english.Sheets['Siskeudes entry'] ?? {}, { header: 1 })
    expect(typed.some((cells) => cells.includes('typed') && cells.includes(row?.description))).toBe(true)
    const empty = newApp()
    await empty.client.plan.create({ template: 'desa', fiscalYear: 2026 })
    expect(await errorOf(empty.client.entry.export({ format: 'csv' }))).toMatchObject({ code: 'document_empty' })
  })
})

describe('entry.compare', () => {
  it('finds nothing in what was typed as the plan says, in a zip or alone, with whatever else is in it', async () => {
    const app = await fundedVillage()
    const csv = await csvOf(app)
    expect(csv.slice(1).split('\r\n')[0]).toBe(TA_RAB_RINCI.join(';'))
    const files = [
      new File([csv], 'Ta_RABRinci.csv'),
      zipped([{ name: 'Data/Ta_RABRinci.csv', content: csv }, { name: 'Data/Ta_Kegiatan.csv', content: 'Kd_Keg,Nama_Kegiatan\r\n07.2001.02.02.02.,Posyandu\r\n' }, { name: 'Data/Ref_Bidang.csv', content: 'a,b\r\n1,2\r\n' }]),
      // As a database on Windows writes it: commas, a code page, four decimals.
      zipped([{ name: 'TA_RABRINCI.CSV', content: Buffer.from(csv.slice(1).split('\r\n').map((line) => line.split(';').map((field) => `"${field.replaceAll('"', '')}"`).join(',')).join('\r\n').replaceAll('’', '\''), 'latin1') }]),
    ]
    for (const file of files) {
      const found = await app.client.entry.compare({ file })
      expect(found).toMatchObject({ differences: { amount: 0, placed: 0, missing_there: 0, missing_here: 0 }, rejected: [], others: [] })
      expect(found.same).toBe((await rowsOf(app)).length)
      expect(found.plan).toBe(found.filed)
    }
  })

  it('says which activity differs by how much, and what Siskeudes holds besides', async () => {
    const app = await fundedVillage()
    const lines = (await csvOf(app)).slice(1).trimEnd().split('\r\n')
    const [header = '', first = '', ...rest] = lines
    const fields = first.split(';')
    const amount = Number(fields[11])
    const dearer = fields.with(11, String(amount + 5_000)).join(';')
    const road = fields.with(2, '07.2001.02.03.10.').with(11, '90000000').join(';')
    const before = await app.client.history.steps({})
    const found = await app.client.entry.compare({ file: new File([[header, dearer, ...rest.slice(1), road].join('\r\n')], 'Ta_RABRinci.csv') })
    expect(found.differences).toEqual({ amount: 1, placed: 0, missing_there: 1, missing_here: 0 })
    expect(found.others).toEqual([{ code: '02.03.10', name: '', filed: 90_000_000, rows: 1 }])
    const changed = found.activities.flatMap(({ rows }) => rows).find(({ state }) => state === 'amount')
    expect([changed?.plan?.amount, changed?.filed?.amount, changed?.filed?.row]).toEqual([amount, amount + 5_000, 2])
    expect(await app.client.history.steps({})).toEqual(before)
  })

  it('refuses in words what is no export of Siskeudes, of another year, or of several villages', async () => {
    const app = await fundedVillage()
    const csv = await csvOf(app)
    const other = (from: string, to: string): string => csv.replaceAll(from, to)
    const compare = (file: File) => errorOf(app.client.entry.compare({ file }))
    expect(await compare(zipped([{ name: 'Ta_Kegiatan.csv', content: 'a,b' }]))).toMatchObject({ code: 'siskeudes_table_missing', data: { table: 'Ta_RABRinci', found: ['Ta_Kegiatan.csv'] } })
    expect(await compare(new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])], 'a.pdf'))).toMatchObject({ code: 'siskeudes_table_missing', data: { found: ['pdf'] } })
    expect(await compare(await app.client.document.export({ document: 'rab' }))).toMatchObject({ code: 'siskeudes_table_missing' })
    expect(await compare(new File(['nama;umur\r\nx;1\r\n'], 'x.csv'))).toMatchObject({ code: 'header_not_found' })
    expect(await compare(new File([''], 'x.csv'))).toMatchObject({ code: 'file_empty' })
    expect(await compare(new File([other('\r\n2026;', '\r\n2025;')], 'x.csv'))).toMatchObject({ code: 'siskeudes_other_year', data: { years: [2025], expected: 2026 } })
    const two = csv.trimEnd().split('\r\n')
    const mixed = (village: string, own = '35.05.07.2001'): File =>
      new File([[...two.map((line) => line.replace('35.05.07.2001', own)), ...two.slice(1).map((line) => line.replace('35.05.07.2001', village))].join('\r\n')], 'x.csv')
    expect(await compare(mixed('09.2001', '08.2001'))).toMatchObject({ code: 'siskeudes_other_village' })
    expect(await app.client.entry.compare({ file: mixed('07.2002') })).toMatchObject({ differences: { missing_here: 0, missing_there: 0 }, otherVillage: false, otherVillageRows: two.length - 1 })
    expect(await app.client.entry.compare({ file: new File([other('35.05.07.2001', '07.2002.')], 'x.csv') })).toMatchObject({ otherVillage: true, villages: ['07.2002'], otherVillageRows: 0 })
    const bomb = zipped([{ name: 'Ta_RABRinci.csv', content: Buffer.alloc(40 * 1024 * 1024, 'a') }])
    expect(await compare(bomb)).toMatchObject({ code: 'file_expands_too_far' })
    const whole = zipFile([{ name: 'Ta_RABRinci.csv', content: csv }])
    expect(await compare(new File([whole.slice(0, whole.length - 30) as Uint8Array<ArrayBuffer>], 'x.zip'))).toMatchObject({ code: 'file_damaged' })
  })
})
