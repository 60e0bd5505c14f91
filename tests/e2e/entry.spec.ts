import { expect } from '@playwright/test'
import ExcelJS from 'exceljs'
import { number } from '../../shared/i18n/format.ts'
import { zipFile } from '../support/zip-files.ts'
import { axe } from './pages/axe.ts'
import { bytesOf, EntryPage } from './pages/entry-page.ts'
import { otherVillagesWorkbook, test as base } from './pages/rembuk.ts'

const test = base.extend<{ entry: EntryPage }>({ entry: async ({ page }, use) => use(new EntryPage(page)) })

/** The workbook as exported, with the price of the children's food changed, as its bytes. */
async function withPrice(exported: Buffer, price: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(exported as unknown as ArrayBuffer)
  const cells: ExcelJS.Cell[] = []
  book.getWorksheet('RAB')?.eachRow((row) => {
    const cell = row.getCell(6)
    if (typeof cell.value === 'number' && String(row.getCell(2).value).startsWith('Makanan bergizi')) cells.push(cell)
  })
  expect(cells[0]?.value).toBe(150_000)
  if (cells[0]) cells[0].value = price
  return new Uint8Array(await book.xlsx.writeBuffer())
}

test.describe('Entri', () => {
  test('rows are ticked, kept over a new start of the window and taken back; Siskeudes stands beside the plan, and wrong files are refused in words', async ({ rembuk, entry, page }) => {
    test.setTimeout(60_000)
    await entry.open(rembuk.address)
    const rows = await entry.ticks().count()
    expect(rows).toBeGreaterThan(5)
    await expect(entry.words()).toContainText(`0 dari ${rows} baris`)

    await test.step('a row is ticked by keyboard, its cells copied, the tick taken back', async () => {
      await entry.ticks().first().focus()
      await page.keyboard.press('Space')
      await expect(entry.words()).toContainText(`1 dari ${rows} baris`)
      await page.keyboard.press('Tab')
      await page.locator('[data-cell="0:0"]').focus()
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('status').filter({ hasText: /Disalin: \d+/ })).toBeVisible()
      await page.reload()
      await expect(entry.words()).toContainText(`1 dari ${rows} baris`, { timeout: 20_000 })
      await page.keyboard.press('Control+z')
      await expect(entry.words()).toContainText(`0 dari ${rows} baris`)
    })
    const csv = (await bytesOf(await entry.download('CSV Ta_RABRinci'))).toString('utf8')
    expect(csv.trimEnd().split('\r\n')).toHaveLength(rows + 1)

    await test.step('the export of Siskeudes: what differs, from a file in a zip beside others', async () => {
      // found by the palette, too
      await page.keyboard.press('Control+k')
      await page.keyboard.type('banding siskeudes')
      await page.keyboard.press('Enter')
      await expect(entry.root.getByRole('heading', { level: 2, name: 'Banding dengan ekspor Siskeudes' })).toBeVisible()
      const dearer = csv.replace(/(\r\n[^\r]*Makanan bergizi[^\r]*;)(\d+)(;;;;;\r\n)/, '$1999000$3').replace(/\r\n[^\r]*Konsumsi kelas ibu hamil[^\r]*/, '')
      await entry.give('ekspor.zip', zipFile([{ name: 'Ta_Kegiatan.csv', content: 'Tahun;Kd_Desa\r\n' }, { name: 'data/Ta_RABRinci.csv', content: dearer }, { name: 'Ref_Bank.csv', content: 'x' }]))
      await expect(entry.words()).toContainText(`2 baris berbeda, ${rows - 2} sama`)
      await expect(entry.table.getByRole('row', { name: /Makanan bergizi/ })).toContainText('jumlah lain')
      await expect(entry.table.getByRole('row', { name: /Konsumsi kelas ibu hamil/ })).toContainText('belum ada di Siskeudes')
      await entry.give('Ta_RABRinci.csv', csv)
      await expect(entry.words()).toContainText(`Semua ${rows} baris`)
      // of another village: said before anything is compared
      await entry.give('tetangga.csv', csv.replaceAll('35.05.07.2001', '35.05.07.2002'))
      await expect(entry.root.getByRole('alert')).toContainText('Berkas tetangga.csv menyebut desa 35.05.07.2002, sedangkan rencana ini untuk Kalipucung (35.05.07.2001).')
      await expect(entry.table).toHaveCount(0)
      await page.getByRole('button', { name: 'Tetap bandingkan dengan Kalipucung' }).click()
      await expect(entry.words()).toContainText(`Semua ${rows} baris`)
    })

    for (const [name, bytes, says] of [
      ['foto.zip', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), /tidak berisi tabel Ta_RABRinci/], ['kosong.zip', new Uint8Array(0), /kosong: tidak ada isinya/],
      ['lain.zip', zipFile([{ name: 'Ta_Desa.csv', content: 'a;b' }]), /tidak berisi tabel Ta_RABRinci. Yang ada: Ta_Desa.csv/],
      ['bom.zip', zipFile([{ name: 'Ta_RABRinci.csv', content: 'a', claimedSize: 4_000_000_000 }]), /setelah dibuka; berkas seperti itu ditolak/],
      ['sandi.zip', zipFile([{ name: 'Ta_RABRinci.csv', content: csv, flags: 1 }]), /dikunci dengan kata sandi.*ekstrak dahulu/], ['putus.zip', zipFile([{ name: 'Ta_RABRinci.csv', content: csv }]).slice(0, 200), /rusak atau terpotong/],
    ] as const) {
      await entry.give(name, bytes)
      await expect(entry.root.getByRole('alert')).toContainText(says)
      await expect(entry.table).toHaveCount(0)
    }
  })

  test('a workbook comes back: taken over as one step, in conflict with what the plan became, and refused where it is another plan’s', async ({ rembuk, entry, page }) => {
    test.setTimeout(60_000)
    await entry.open(rembuk.address)
    for (const box of await entry.table.getByRole('checkbox', { name: /^Semua baris/ }).all()) {
      await box.check()
      await expect(box).toBeChecked()
    }
    await page.evaluate(() => (location.hash = '#/dokumen'))
    const exported = await bytesOf(await entry.download('Excel (.xlsx)'))
    await page.evaluate(() => (location.hash = '#/dokumen/entri-kembali'))
    const change = entry.table.getByRole('row', { name: /Makanan bergizi balita stunting/ })
    await entry.give('kembali.xlsx', await withPrice(exported, 140_000))
    await expect(change).toContainText('harga satuan')
    await expect(change).toContainText(number(140_000))
    await page.getByRole('button', { name: 'Ambil 1 angka' }).click()
    await expect(change).toContainText('sudah sama')

    await test.step('what was typed before has changed since', async () => {
      await entry.part('Lembar entri')
      const changed = entry.table.getByRole('row', { name: /berubah sejak diketik/ })
      await expect(changed).toHaveCount(1)
      await expect(changed).toContainText(`diketik ${number(150_000)}`)
      await expect(entry.words()).toContainText('1 baris berubah sejak diketik')
      await entry.part('Buku kerja kembali')
    })

    await test.step('another one, changed from the same export: in conflict, taken only when chosen; what undo gives back stands there at once', async () => {
      await entry.give('kembali-2.xlsx', await withPrice(exported, 130_000))
      await expect(change).toContainText('rencana juga berubah')
      await expect(page.getByRole('button', { name: 'Ambil 0 angka' })).toBeDisabled()
      await change.getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Ambil 1 angka' }).click()
      await expect(change).toContainText('sudah sama')
      await page.keyboard.press('Control+z')
      await expect(change).toContainText('rencana juga berubah')
      await page.keyboard.press('Control+z')
      await expect(change).toContainText('siap diambil')
      await expect(page.getByRole('button', { name: 'Ambil 1 angka' })).toBeEnabled()
    })

    for (const [name, bytes, says] of [
      ['tetangga.xlsx', otherVillagesWorkbook(rembuk), /berasal dari rencana lain, “.*”, bukan “Rencana Desa Kalipucung/], ['lama.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /Excel lama|rusak|tidak dapat dibandingkan/],
      ['foto.xlsx', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), /tidak dapat dibandingkan/],
    ] as const) {
      await entry.give(name, bytes)
      await expect(entry.root.getByRole('alert')).toContainText(says)
      await expect(entry.table).toHaveCount(0)
    }
  })

  test('has nothing that axe finds in its three parts, in both themes', async ({ rembuk, entry, page }) => {
    await entry.open(rembuk.address)
    const csv = (await bytesOf(await entry.download('CSV Ta_RABRinci'))).toString('utf8').replace(/(\r\n[^\r]*;)(\d+)(;;;;;\r\n)/, '$17$3')
    await entry.ticks().first().check()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const place of ['entri', 'entri-banding', 'entri-kembali']) {
        await page.evaluate((to) => (location.hash = `#/dokumen/${to}`), place)
        await expect(entry.root.getByRole('heading', { level: 2 })).toBeVisible()
        if (place === 'entri-banding') {
          await entry.give('Ta_RABRinci.csv', csv)
          await expect(entry.table.getByText('jumlah lain')).toBeVisible()
        }
        expect(await axe(page), `${colorScheme} ${place}`).toEqual([])
      }
    }
  })
})
