import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { allocate, errorOf, newApp, plannedVillage } from '#tests/support/app.ts'

async function sheetsOf(file: File): Promise<XLSX.WorkBook> {
  return XLSX.read(new Uint8Array(await file.arrayBuffer()))
}

describe('document.export', () => {
  it('writes the workbook of a village, whose figures are the plan’s', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'DDS', ceiling: 80_000_000 })
    await allocate(client)
    const file = await client.document.export({ document: 'workbook', findings: true })
    expect(file.name).toBe('Desa Kalipucung TA 2026 workbook.xlsx')
    const book = await sheetsOf(file)
    expect(book.SheetNames).toEqual(['Ringkasan', 'Grafik', 'RKP Desa', 'RAB', 'Tabel 5', 'Sasaran', 'Sumber Dana', 'Catatan Pemeriksaan', '_rembuk'])
    const { need, funded, gap } = await client.plan.summary({})
    const figures = Object.values(book.Sheets['Ringkasan'] ?? {}).filter((cell): cell is XLSX.CellObject => typeof cell === 'object' && cell !== null && 'v' in cell).map((cell) => cell.v)
    expect(figures).toEqual(expect.arrayContaining([need, funded, gap]))
  })

  it.each(['rkp-desa', 'rab', 'tabel-5', 'rkpd', 'ringkasan', 'du-rkp', 'tawaran', 'berita-acara', 'daftar-hadir', 'rkpd-lama', 't-d4'] as const)('writes %s by itself, as a workbook and as CSV', async (document) => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'DDS', ceiling: 80_000_000 })
    await allocate(client)
    expect((await sheetsOf(await client.document.export({ document }))).SheetNames).toEqual([expect.any(String), '_rembuk'])
    const csv = await client.document.export({ document, format: 'csv' })
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await csv.arrayBuffer())
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text).toContain(';')
  })

  it('writes what people typed as text, never as a formula, in CSV too', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'DDS', ceiling: 80_000_000 })
    await allocate(client)
    const funded = (await client.plan.lines({})).find((line) => line.funded > 0)
    await client.plan.setActivity({ activity: funded?.activityId ?? '', name: "=cmd|' /C calc'!A0", location: '+62 812' })
    const csv = new TextDecoder().decode(await (await client.document.export({ document: 'rab', format: 'csv' })).arrayBuffer())
    expect(csv).toContain("'=cmd|")
    expect(csv.split(/[;\r\n]/).filter((field) => /^"?[=+@]/.test(field))).toEqual([])
  })

  it('writes the papers of a locked version with its own figures, and of no other', async () => {
    const { client } = await plannedVillage()
    await client.plan.setSource({ source: 'DDS', ceiling: 80_000_000 })
    await allocate(client)
    await client.version.make({ stage: 'rkp', by: 'Sekretaris Desa', why: 'ditetapkan' })
    const of = { document: 'rab', format: 'csv', version: '1' } as const
    expect(await errorOf(client.document.export(of))).toMatchObject({ code: 'version_not_found', defined: true })
    await client.version.lock({ version: '1', by: 'Kepala Desa' })
    const text = async (input: Parameters<typeof client.document.export>[0]) => new TextDecoder().decode(await (await client.document.export(input)).arrayBuffer())
    const before = await text({ document: 'rab', format: 'csv' })
    const line = (await client.plan.lines({})).find(({ funded }) => funded > 0)
    await client.plan.setLine({ line: line?.id ?? '', price: (line?.unitPrice ?? 0) + 1_000 })
    expect(await text({ document: 'rab', format: 'csv' })).not.toBe(before)
    expect(await text(of)).toBe(before)
    expect((await client.document.export(of)).name).toBe('Desa Kalipucung TA 2026 versi 1 rab.csv')
    expect((await client.document.list({ version: '1' })).map(({ document }) => document)).toContain('rab')
    expect(await errorOf(client.document.preview({ document: 'rab', version: '7' }))).toMatchObject({ code: 'version_not_found' })
  })

  it('refuses papers that a plan of this kind does not have', async () => {
    const { client } = newApp('35.71.01.1001')
    await client.plan.create({ template: 'kelurahan' })
    expect(await errorOf(client.document.export({ document: 'tabel-5' }))).toMatchObject({ code: 'document_not_for_kind', defined: true })
    expect((await sheetsOf(await client.document.export({ document: 'workbook' }))).SheetNames).not.toContain('Tabel 5')
  })
})
