import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import ExcelJS from 'exceljs'
import { number } from '../../shared/i18n/format.ts'
import { bytesOf, EntryPage } from './pages/entry-page.ts'
import { summaryOf, test as base } from './pages/rembuk.ts'

const test = base.extend<{ entry: EntryPage }>({ entry: async ({ page }, use) => use(new EntryPage(page)) })

test.describe('Entri', () => {
  test('from the ticks through a workbook that came back to what has to be typed again, and Siskeudes beside the plan', async ({ rembuk, entry, page }) => {
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
      await page.keyboard.press('Control+z')
      await expect(entry.words()).toContainText(`0 dari ${rows} baris`)
    })
    const csv = (await bytesOf(await entry.download('CSV Ta_RABRinci'))).toString('utf8')
    expect(csv.trimEnd().split('\r\n')).toHaveLength(rows + 1)
    for (const box of await entry.table.getByRole('checkbox', { name: /^Semua baris/ }).all()) {
      await box.check()
      await expect(box).toBeChecked()
    }
    await expect(entry.words()).toContainText(`${rows} dari ${rows} baris`)

    await test.step('a workbook is changed outside and taken over', async () => {
      await page.goto(`${new URL(page.url()).origin}/#/dokumen`)
      const book = new ExcelJS.Workbook()
      await book.xlsx.load((await bytesOf(await entry.download('Excel (.xlsx)'))) as unknown as ArrayBuffer)
      let price = 0
      book.getWorksheet('RAB')?.eachRow((row) => {
        const cell = row.getCell(6)
        if (price === 0 && typeof cell.value === 'number' && String(row.getCell(2).value).startsWith('Makanan bergizi')) {
          price = cell.value
          cell.value = price - 10_000
        }
      })
      expect(price).toBe(150_000)
      await page.goto(`${new URL(page.url()).origin}/#/dokumen/entri-kembali`)
      await entry.give('kembali.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
      const change = entry.table.getByRole('row', { name: /Makanan bergizi balita stunting/ })
      await expect(change).toContainText('harga satuan')
      await expect(change).toContainText(number(price - 10_000))
      await page.getByRole('button', { name: 'Ambil 1 angka' }).click()
      await expect(change).toContainText('sudah sama')
      await entry.part('Lembar entri')
      const changed = entry.table.getByRole('row', { name: /berubah sejak diketik/ })
      await expect(changed).toHaveCount(1)
      await expect(changed).toContainText(`diketik ${number(price)}`)
      await expect(entry.words()).toContainText('1 baris berubah sejak diketik')
    })

    await test.step('what was typed before stands beside the plan in the comparison', async () => {
      await entry.part('Banding Siskeudes')
      await entry.give('Ta_RABRinci.csv', csv)
      await expect(entry.words()).toContainText('1 baris berbeda')
      await expect(entry.table.getByRole('row', { name: /Makanan bergizi/ })).toContainText('jumlah lain')
      await page.keyboard.press('Control+z')
      await expect(page.getByRole('button', { name: /angka diambil/ }).first()).toBeVisible()
      await entry.give('Ta_RABRinci.csv', csv)
      await expect(entry.words()).toContainText(`Semua ${rows} baris`)
      await entry.give('foto.zip', 'bukan zip; sama sekali')
      await expect(page.getByRole('alert')).toBeVisible()
    })
    expect(summaryOf(rembuk).funded).toBeGreaterThan(0)
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
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [colorScheme, place, id, nodes.map(({ html }) => html)])).toEqual([])
      }
    }
  })
})
