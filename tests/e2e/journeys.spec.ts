import { rmSync } from 'node:fs'
import { expect, type Download, type Page } from '@playwright/test'
import { number } from '../../shared/i18n/format.ts'
import { figureIn, workbookOf } from './pages/documents-page.ts'
import { HomePage } from './pages/home-page.ts'
import { tabTo, typeInto } from './pages/keyboard.ts'
import { emptyTest as base } from './pages/rembuk.ts'

const test = base.extend<{ home: HomePage }>({
  home: async ({ page, rembuk }, use) => {
    const home = new HomePage(page)
    await home.goto(rembuk.address)
    await use(home)
    // Closed and emptied, so that the next journey begins as the first one did.
    await page.evaluate(() => (location.hash = '#/berkas'))
    await page.getByRole('button', { name: 'Tutup berkas ini' }).click()
    await expect(page.getByRole('button', { name: 'Tutup berkas ini' })).toBeHidden()
    rmSync(rembuk.home, { recursive: true, force: true })
  },
})

/** The workbook says what the strip says. */
async function expectSame(home: HomePage, download: Download): Promise<void> {
  const book = await workbookOf(download)
  for (const label of ['Kebutuhan', 'Terdanai', 'Belum terdanai']) {
    const figure = figureIn(book, 'Ringkasan', label)
    expect(figure, label).toBeDefined()
    // what is not counted yet may be said beside it
    await expect(home.figure(label)).toHaveText(new RegExp(`^Rp${number(figure ?? 0).replaceAll('.', String.raw`\.`)}(?: ●.*)?$`))
  }
  expect(figureIn(book, 'Ringkasan', 'Kebutuhan')).toBeGreaterThan(0)
}

const rail = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true })

test('from the first start to the exported workbook by mouse', async ({ home, page }) => {
  await home.chooseRegion(home.quick, 'kalipucung', /Kalipucung/)
  await home.quick.getByLabel('Tahun anggaran').fill('2026')
  await home.quick.getByLabel('Balita stunting').fill('16')
  await home.quick.getByLabel('Pagu Dana Desa').fill('350jt')
  await home.quick.getByRole('button', { name: 'Susun rencana' }).click()
  await expect(home.figure('Balita stunting terlayani')).toHaveText(/^16 dari 16/, { timeout: 30_000 })
  await rail(page, 'Sumber & Aturan').click()
  await page.getByRole('link', { name: /^▸ DDS|DDS Dana Desa/ }).first().click()
  const ceiling = page.getByLabel('Pagu reguler')
  await ceiling.fill('30jt')
  await ceiling.press('Tab')
  await expect(page.getByRole('navigation').getByText(/Batalkan: Sumber dana DDS diubah/)).toBeVisible()
  await rail(page, 'Anggaran').click()
  await page.getByRole('button', { name: 'Alokasikan' }).click()
  await page.getByRole('button', { name: 'Hitung usulan' }).click()
  await page.getByRole('button', { name: 'Pakai usulan' }).click({ timeout: 30_000 })
  await expect(page.getByRole('status').filter({ hasText: 'Usulan alokasi dipakai' })).toBeVisible()
  await rail(page, 'Dokumen').click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Excel (.xlsx)' }).click()])
  await expectSame(home, download)
})

test('the same by keyboard alone', async ({ home, page }) => {
  // Past the two doors, to the five numbers below them.
  await tabTo(page, /^Kabupaten atau kota$/)
  await typeInto(page, /^Desa atau kelurahan$/, 'kalipucung')
  await expect(page.getByRole('option').first()).toHaveText(/Kalipucung/)
  await page.keyboard.press('Enter')
  await typeInto(page, /^Tahun anggaran$/, '2026')
  await typeInto(page, /^Balita stunting$/, '16')
  await typeInto(page, /^Pagu Dana Desa$/, '350jt')
  await tabTo(page, /^Susun rencana$/)
  await page.keyboard.press('Enter')
  await expect(home.figure('Balita stunting terlayani')).toHaveText(/^16 dari 16/, { timeout: 30_000 })
  await tabTo(page, /^Sumber & Aturan$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Sumber & Aturan' })).toBeVisible()
  await tabTo(page, /DDS Dana Desa/)
  await page.keyboard.press('Enter')
  await typeInto(page, /^Pagu reguler$/, '30jt')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('navigation').getByText(/Batalkan: Sumber dana DDS diubah/)).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('alokasikan')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Alokasi selesai/)).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('dokumen')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: /^Pratinjau/ })).toHaveAttribute('aria-busy', 'false')
  await tabTo(page, /^Excel \(\.xlsx\)$/)
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  await expectSame(home, download)
})
