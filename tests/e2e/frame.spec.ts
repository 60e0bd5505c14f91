import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { FramePage, rupiahOf } from './pages/frame-page.ts'
import { type Rembuk, startRembuk } from './pages/rembuk.ts'
import { SourcesPage } from './pages/sources-page.ts'

async function axe(page: Page): Promise<unknown[]> {
  return (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])
}

test.describe('the frame', () => {
  let rembuk: Rembuk
  let home: string
  test.beforeAll(async () => {
    home = mkdtempSync(path.join(os.tmpdir(), 'rembuk-frame-'))
    rembuk = await startRembuk(home, 'sample')
  })
  test.afterAll(async () => {
    await rembuk.stop()
    rmSync(home, { recursive: true, force: true })
  })

  test('each figure of the strip opens to parts that sum to it, with the data and its date', async ({ page }) => {
    const frame = new FramePage(page)
    await frame.open(rembuk.address)
    for (const label of ['Kebutuhan', 'Terdanai', 'Belum terdanai'] as const) {
      const shown = await frame.explain(label)
      const value = rupiahOf(await frame.strip.getByRole('button', { name: new RegExp(`^${label} `) }).innerText())
      const parts = await shown.locator('tbody td.num').allInnerTexts()
      expect(parts.length).toBeGreaterThan(1)
      expect(parts.map(rupiahOf).reduce((a, b) => a + b, 0)).toBe(value)
      expect(rupiahOf(await shown.locator('tfoot td.num').innerText())).toBe(value)
      await page.keyboard.press('Escape')
      await expect(shown).toBeHidden()
    }
    const children = await frame.explain('Balita stunting terlayani')
    await expect(children).toContainText('12 dari 12 bulan')
    await expect(children).toContainText('20 Agustus 2026')
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    const direct = await frame.explain('Belanja langsung ke sasaran')
    await expect(direct).toContainText('Dari tiap Rp1.000, Rp601')
    await page.keyboard.press('Escape')
    const funded = await frame.explain('Terdanai')
    await funded.getByRole('link', { name: /^DDS/ }).click()
    await expect(page).toHaveURL(/#\/sumber\/./)
    await expect(new SourcesPage(page).detail).toBeVisible()
  })

  test('undo and redo say what they do, by button and by keys, also after a reload', async ({ page }) => {
    const frame = new FramePage(page)
    const sources = new SourcesPage(page)
    await sources.open(rembuk.address)
    await expect(frame.redo).toHaveAttribute('aria-disabled', 'true')
    await sources.openSource('PBH')
    await sources.type('Pagu', '9jt')
    await expect(sources.row('PBH')).toContainText('9.000.000')
    await expect(frame.undo).toHaveText(/Batalkan: Sumber dana PBH diubah/)
    await expect(frame.rail).toContainText(/Tersimpan \d\d\.\d\d/)
    await page.reload()
    await expect(frame.undo).toHaveText(/Sumber dana PBH diubah/)
    await frame.undo.click()
    await expect(sources.row('PBH')).toContainText('6.000.000')
    await expect(frame.redo).toHaveText(/Ulangi: Sumber dana PBH diubah/)
    await page.keyboard.press('Control+y')
    await expect(sources.row('PBH')).toContainText('9.000.000')
    await expect(page.getByText('Diulangi: Sumber dana PBH diubah')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(sources.row('PBH')).toContainText('6.000.000')
    await page.keyboard.press('Control+Shift+z')
    await expect(sources.row('PBH')).toContainText('9.000.000')
    // In a text field the keys belong to the field.
    const field = sources.detail.getByLabel('Pagu', { exact: true })
    await field.fill('1')
    await page.keyboard.press('Control+z')
    await expect(field).not.toHaveValue('1')
    await expect(sources.row('PBH')).toContainText('9.000.000')
    await field.press('Escape')
    await frame.undo.click()
    await expect(sources.row('PBH')).toContainText('6.000.000')
  })

  test('language, theme and signatories are settings of the file, kept over a reload and taken back by undo', async ({ page, context }) => {
    const frame = new FramePage(page)
    await frame.open(rembuk.address)
    await frame.rail.getByRole('button', { name: 'Pengaturan', exact: true }).click()
    await frame.dialog.getByLabel('Tampilan').selectOption('dark')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(22, 24, 22)')
    await frame.dialog.getByLabel('Nama, orang ke-1').first().fill('Sutrisno')
    await frame.dialog.getByRole('button', { name: 'Simpan RKP Desa' }).click()
    await expect(frame.dialog.getByRole('button', { name: 'Kembali ke yang biasa' })).toBeVisible()
    await frame.dialog.getByLabel('Kertas').selectOption('A4')
    expect(await axe(page)).toEqual([])
    await frame.dialog.getByLabel('Bahasa').selectOption('en')
    await expect(frame.dialog.getByRole('heading', { name: 'Settings' })).toBeVisible()
    await page.keyboard.press('Escape')
    const other = new FramePage(await context.newPage())
    await other.page.goto(new URL(page.url()).origin)
    await expect(other.page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(other.undo).toHaveText(/Undo: Setting language changed/)
    await other.page.close()
    for (const name of ['language', 'paper', 'signatories of RKP Desa', 'appearance']) {
      await expect(frame.undo).toContainText(name === 'language' ? /language|bahasa/ : new RegExp(name.replace('paper', 'paper|kertas').replace('signatories of RKP Desa', 'signatories|penanda tangan').replace('appearance', 'appearance|tampilan')))
      await frame.undo.click()
    }
    await expect(page.locator('html')).toHaveAttribute('lang', 'id')
    await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark')
  })

  test('the palette goes, does and finds by everyday words; F1 helps on the screen; notes are walked with F8', async ({ page }) => {
    const frame = new FramePage(page)
    await frame.open(rembuk.address)
    await frame.palette('sumber aturan')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/sumber$/)
    await frame.palette('telur')
    await expect(frame.dialog.getByRole('option', { name: 'Bantuan makanan bergizi balita stunting' })).toBeVisible()
    await expect(frame.dialog.getByRole('option', { name: /^Tambah: Ayam petelur/ })).toBeVisible()
    expect(await axe(page)).toEqual([])
    await frame.search.fill('genting')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/sumber\/./)
    await expect(new SourcesPage(page).detail).toContainText('Jamban')
    await page.keyboard.press('F1')
    await expect(frame.dialog).toContainText('Pagu setiap sumber')
    await expect(frame.dialog).toContainText('Ctrl+K')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F8')
    await expect(page).toHaveURL(/#\/sumber\/aturan$/)
    const notes = page.getByRole('complementary')
    await expect(notes.getByRole('listitem').first()).toHaveAttribute('aria-current', 'true')
    await page.keyboard.press('Shift+F8')
    await expect(notes.getByRole('listitem').last()).toHaveAttribute('aria-current', 'true')
    await frame.palette('alokasi')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/Alokasi selesai: terdanai Rp/)).toBeVisible({ timeout: 20_000 })
  })

  test('the plan is declared complete from its name, and everything scrolls as one page at 200 % zoom', async ({ page }) => {
    const frame = new FramePage(page)
    const sources = new SourcesPage(page)
    await sources.open(rembuk.address)
    const plan = page.getByRole('button', { name: /^Rencana / })
    await plan.click()
    await page.getByRole('button', { name: 'Nyatakan lengkap' }).click()
    await expect(plan).toContainText('lengkap')
    await frame.undo.click()
    await expect(plan).toContainText('rancangan')
    await page.setViewportSize({ width: 683, height: 384 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    await sources.matrix.scrollIntoViewIfNeeded()
    await expect(sources.matrix).toBeInViewport()
    expect(await axe(page)).toEqual([])
  })
})
