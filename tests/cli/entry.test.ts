import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { rembuk } from '#tests/support/command-line.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-cli-'))
const run = (...words: string[]) => rembuk([...words, '--json'], { cwd: folder })
const at = (name: string): string => path.join(folder, name)

beforeAll(async () => {
  await run('new', 'desa.rembuk', '--region', '35.05.07.2001')
  for (const [group, count] of [['stunted', '16'], ['cadre', '25']] as const) await run('set', 'desa.rembuk', 'count', group, count)
  await run('plan', 'desa.rembuk', '--template', 'desa', '--year', '2026')
  await run('set', 'desa.rembuk', 'source', 'DDS', '--ceiling', '60000000')
  await run('allocate', 'desa.rembuk')
}, 60_000)

describe('typing into Siskeudes and what comes back, on the command line', () => {
  it('export writes Ta_RABRinci as CSV and the sheet as a workbook, compare finds what differs', async () => {
    expect(await run('export', 'desa.rembuk', 'siskeudes', '--out', 'x.csv')).toMatchObject({ exit: 0, err: '' })
    const csv = readFileSync(at('x.csv'), 'utf8')
    expect(csv.slice(1).split('\r\n')[0]).toBe('Tahun;Kd_Desa;Kd_Keg;Kd_Rincian;Kd_SubRinci;No_Urut;SumberDana;Uraian;Satuan;JmlSatuan;HrgSatuan;Anggaran;JmlSatuanPAK;HrgSatuanPAK;AnggaranStlhPAK;AnggaranPAK;Kode_SBU')
    const { funded } = (await run('summary', 'desa.rembuk')).json<{ funded: number }>()
    expect(csv.trimEnd().split('\r\n').slice(1).reduce((total, line) => total + Number(line.split(';')[11]), 0)).toBe(funded)
    expect((await run('export', 'desa.rembuk', 'siskeudes', '--out', 'x.xlsx')).exit).toBe(0)
    expect((await run('export', 'desa.rembuk', 'sipd', '--out', 'y.xlsx')).error()).toMatchObject({ code: 'document_not_for_kind' })
    expect((await run('compare', 'desa.rembuk', 'siskeudes', 'x.csv')).json()).toMatchObject({ differences: { amount: 0, placed: 0, missing_there: 0, missing_here: 0 }, plan: funded, filed: funded })
    const lines = csv.trimEnd().split('\r\n')
    writeFileSync(at('kurang.csv'), lines.filter((_, index) => index !== 1).join('\r\n'))
    const table = await rembuk(['compare', 'desa.rembuk', 'siskeudes', 'kurang.csv'], { cwd: folder })
    expect(table.out).toContain('belum ada di Siskeudes')
  })

  it('compare workbook shows changed figures, take takes them as one step', async () => {
    await run('export', 'desa.rembuk', 'workbook', '--out', 'buku.xlsx')
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(at('buku.xlsx'))
    const rab = book.getWorksheet('RAB')
    let changed = 0
    rab?.eachRow((row) => {
      const price = row.getCell(6).value
      if (changed === 0 && typeof price === 'number') {
        row.getCell(6).value = price - 1_000
        changed = price
      }
    })
    await book.xlsx.writeFile(at('kembali.xlsx'))
    const found = (await run('compare', 'desa.rembuk', 'workbook', 'kembali.xlsx')).json<{ changes: unknown[]; after: { funded: number } }>()
    expect(found.changes).toMatchObject([{ what: 'price', exported: changed, returned: changed - 1_000, state: 'ready' }])
    const table = await rembuk(['compare', 'desa.rembuk', 'workbook', 'kembali.xlsx'], { cwd: folder })
    expect(table.out).toMatch(/RAB!F\d+ .*harga satuan.*siap diambil/)
    expect((await run('take', 'desa.rembuk', 'kembali.xlsx', '--reason', 'Harga dari rembuk')).json()).toMatchObject({ taken: 1, refused: [], after: found.after })
    expect((await run('history', 'desa.rembuk', '--limit', '1')).json()).toMatchObject({ steps: [{ name: 'take_over', reason: 'Harga dari rembuk' }] })
    expect((await run('summary', 'desa.rembuk')).json()).toMatchObject(found.after)
  })

  it.each([
    [['compare', 'desa.rembuk'], 2], [['compare', 'desa.rembuk', 'naga', 'x.csv'], 2], [['compare', 'desa.rembuk', 'siskeudes'], 2], [['take', 'desa.rembuk'], 2],
    [['compare', 'desa.rembuk', 'siskeudes', 'tidak-ada.zip'], 1], [['compare', 'desa.rembuk', 'workbook', 'x.csv'], 1], [['take', 'desa.rembuk', 'x.csv'], 1],
  ])('%j is refused with exit %i and nothing on standard output', async (words, exit) => {
    expect(await run(...words)).toMatchObject({ exit, out: '' })
  })
})
