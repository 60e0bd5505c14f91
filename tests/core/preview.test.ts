import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { number } from '#shared/i18n/format.ts'
import { allocate, errorOf, newApp, plannedVillage } from '#tests/support/app.ts'

async function fundedVillage() {
  const app = await plannedVillage()
  await app.client.plan.setSource({ source: 'DDS', ceiling: 80_000_000 })
  await allocate(app.client)
  return app
}

describe('document.preview', () => {
  it('shows every figure of the workbook, page by page', async () => {
    const { client } = await fundedVillage()
    const sheets = await client.document.preview({ document: 'workbook', findings: true })
    const file = await client.document.export({ document: 'workbook', findings: true })
    const book = XLSX.read(new Uint8Array(await file.arrayBuffer()))
    expect([...sheets.map(({ name }) => name), '_rembuk']).toEqual(book.SheetNames)
    for (const sheet of sheets) {
      const shown = new Set(sheet.pages.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text))))
      // Days of the caseload sheet are numbers too in a workbook; the preview writes them out.
      const isDay = (value: number) => sheet.name === 'Sasaran' && value > 40_000 && value < 50_000
      const figures = Object.values(book.Sheets[sheet.name] ?? {}).flatMap((cell: unknown) =>
        typeof cell === 'object' && cell !== null && 'v' in cell && typeof cell.v === 'number' && Number.isInteger(cell.v) && cell.v >= 1_000 ? [cell.v] : [])
      expect(figures.filter((value) => !isDay(value) && !shown.has(number(value)))).toEqual([])
    }
  })

  it('fills no page over its edge, repeats the header and numbers the pages', async () => {
    const { client } = await fundedVillage()
    for (const sheet of await client.document.preview({ document: 'workbook' })) {
      const room = (sheet.height - sheet.margins.top - sheet.margins.bottom) * (72 / 25.4)
      sheet.pages.forEach((page, index) => {
        expect(page.rows.reduce((total, row) => total + row.height, 0)).toBeLessThanOrEqual(room)
        expect(page.right).toContain(`halaman ${index + 1} dari ${sheet.pages.length}`)
      })
      expect(sheet.widths.reduce((total, width) => total + width, 0)).toBeLessThanOrEqual(sheet.width - sheet.margins.left - sheet.margins.right)
      expect(sheet.draft).toBe('RANCANGAN')
    }
    const [rab] = await client.document.preview({ document: 'rab' })
    expect(rab?.pages.length).toBeGreaterThan(1)
    for (const page of rab?.pages ?? []) expect(page.rows.some(({ kind }) => kind === 'office')).toBe(true)
  })

  it('prints who signs as the office said, on the paper that it chose', async () => {
    const { client } = await fundedVillage()
    await client.workspace.setSetting({ key: 'sign.table5', value: 'Mengetahui,|Kepala Desa|SITI AMINAH|\n|KPM|BUDI|' })
    await client.workspace.setSetting({ key: 'paper', value: 'A4' })
    const [sheet] = await client.document.preview({ document: 'tabel-5' })
    expect(sheet).toMatchObject({ key: 'table5', paper: 'A4', width: 297, height: 210 })
    expect(sheet?.signatories.map(({ role, name, dated }) => [role, name, dated])).toEqual([['Kepala Desa', 'SITI AMINAH', false], ['KPM', 'BUDI', true]])
    const texts = sheet?.pages.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)))
    expect(texts).toEqual(expect.arrayContaining(['SITI AMINAH', 'BUDI']))
    expect((await client.document.preview({ document: 'tabel-5', paper: 'F4', language: 'en' }))[0]).toMatchObject({ key: 'table5', paper: 'F4', language: 'en' })
  })

  it('refuses what a plan of this kind does not have', async () => {
    const { client } = newApp('35.71.01.1001')
    await client.plan.create({ template: 'kelurahan' })
    expect(await errorOf(client.document.preview({ document: 'tabel-5' }))).toMatchObject({ code: 'document_not_for_kind' })
  })
})

describe('document.list', () => {
  it('names the documents of a village with their pages and how far each is', async () => {
    const { client } = await fundedVillage()
    const documents = await client.document.list({})
    expect(documents.map(({ document, state }) => [document, state])).toEqual([
      ['workbook', 'draft'], ['ringkasan', 'draft'], ['rkp-desa', 'draft'], ['du-rkp', 'draft'], ['rab', 'draft'], ['tabel-5', 'incomplete'], ['tawaran', 'draft'], ['berita-acara', 'draft'], ['daftar-hadir', 'draft'],
      ['ukur-ulang', 'empty'], ['rkpd', 'draft'], ['rkpd-lama', 'draft'], ['t-d4', 'draft'], ['lembar-entri', 'draft'],
    ])
    for (const { document, pages, sheets, state } of documents) {
      if (state === 'empty') continue
      const preview = await client.document.preview({ document })
      expect([pages, sheets]).toEqual([preview.reduce((total, sheet) => total + sheet.pages.length, 0), preview.map(({ name }) => name)])
    }
    await client.plan.setComplete({ complete: true })
    expect((await client.document.list({})).map(({ state }) => state)).toContain('ready')
  })

  it('says that nothing is to be printed before anything is funded', async () => {
    const { client } = newApp()
    await client.plan.create({ template: 'desa', fiscalYear: 2026 })
    const documents = await client.document.list({})
    expect(documents.find(({ document }) => document === 'rab')?.state).toBe('empty')
  })

  it('has a blank attendance list and blank minutes before anything is planned, and nothing else', async () => {
    const { client } = newApp()
    await client.plan.create({ template: 'desa', fiscalYear: 2026 })
    for (const { id } of await client.plan.activities({})) await client.plan.removeActivity({ activity: id })
    const there = (await client.document.list({})).filter(({ state }) => state !== 'empty').map(({ document }) => document)
    expect(there).toEqual(['berita-acara', 'daftar-hadir'])
    expect((await client.document.list({})).filter(({ pages }) => pages > 0).map(({ document }) => document)).toEqual(there)
    expect(await errorOf(client.document.preview({ document: 'rkp-desa' }))).toMatchObject({ code: 'document_empty' })
    const [minutes] = await client.document.preview({ document: 'berita-acara' })
    const rows = (minutes?.pages ?? []).flatMap((page) => page.rows)
    // room to write what is agreed, what is not paid and what is decided; nothing is said to be funded
    expect(rows.filter(({ kind, role }) => kind === 'body' && role === 'line').length).toBeGreaterThanOrEqual(16)
    expect(JSON.stringify(rows)).not.toContain('Seluruh kebutuhan terdanai')
    expect((await client.document.export({ document: 'daftar-hadir', format: 'xlsx' })).size).toBeGreaterThan(1_000)
  })
})
