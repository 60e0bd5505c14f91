import { expect } from '@playwright/test'
import { axe } from './pages/axe.ts'
import { BudgetPage } from './pages/budget-page.ts'
import { test } from './pages/rembuk.ts'
import { SourcesPage } from './pages/sources-page.ts'

test.describe('the proof of an allocation', () => {
  test('says what Rp10 million more in each source would fund, and what holds back', async ({ rembuk, page }) => {
    const budget = new BudgetPage(page)
    await budget.open(rembuk.address)
    await page.getByRole('button', { name: 'Alokasikan' }).click()
    await page.getByRole('button', { name: 'Hitung usulan' }).click()
    await expect(budget.dialog.getByText('Usulan terbaik, terbukti.')).toBeVisible({ timeout: 30_000 })
    await budget.dialog.getByRole('button', { name: 'Hitung Rp10 juta lagi per sumber' }).click()
    await expect(budget.dialog.getByText(/^Rp10\.000\.000 lagi dari DDS membiayai Rp9\.000\.000/)).toBeVisible({ timeout: 30_000 })
    await expect(budget.dialog.locator('progress')).toHaveCount(0, { timeout: 30_000 })
    await expect(budget.dialog.getByText('Tidak ada aturan, kunci atau target yang menahan rencana yang lebih baik.')).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axe(page)).toEqual([])
    }
    await budget.dialog.getByRole('button', { name: 'Tutup', exact: true }).last().click()
  })

  test('explains a chosen cell: why this amount and not one unit more', async ({ rembuk, page }) => {
    const budget = new BudgetPage(page)
    await budget.open(rembuk.address)
    await budget.choose('PMT penyuluhan hari posyandu', 'DDS')
    await budget.panel.getByRole('button', { name: 'Jelaskan jumlah ini' }).click()
    await expect(budget.panel.getByText(/^DDS: Pagunya kurang Rp1\.746\.209 untuk satu satuan lagi\./)).toBeVisible({ timeout: 30_000 })
    await budget.choose('Rembuk stunting desa', 'DDS')
    await expect(budget.panel.getByText(/^DDS: Pagunya kurang/)).toHaveCount(0)
    await budget.panel.getByRole('button', { name: 'Jelaskan jumlah ini' }).click()
    await expect(budget.panel.getByText('Semua kebutuhannya sudah terdanai.')).toBeVisible({ timeout: 30_000 })
    expect(await axe(page)).toEqual([])
  })

  test('what children get is locked, a least coverage typed, and the money divided anew around both', async ({ rembuk, page }) => {
    const budget = new BudgetPage(page)
    const [food, counselling, latrines] = ['Bantuan makanan bergizi balita stunting', 'PMT penyuluhan hari posyandu', 'Jamban sehat keluarga balita stunting'] as const
    await budget.open(rembuk.address)
    await page.getByRole('button', { name: 'Alokasikan' }).click()
    const conditions = budget.dialog.getByText(/sel terkunci \(Rp/)
    await conditions.click()
    await budget.dialog.getByRole('checkbox', { name: 'balita stunting', exact: true }).click()
    await expect(conditions).toContainText('2 sel terkunci (Rp55.800.000)')
    await expect(budget.dialog.getByRole('checkbox', { name: 'Kunci Makanan bergizi balita stunting' })).toBeChecked()
    const least = budget.dialog.getByRole('textbox', { name: `Cakupan minimal ${counselling} dalam persen` })
    await least.fill('200')
    await page.keyboard.press('Enter')
    await expect(budget.dialog.getByRole('alert')).toContainText('0 sampai 100')
    await least.fill('100')
    await page.keyboard.press('Enter')
    await expect(conditions).toContainText('1 rincian dengan cakupan minimal')
    expect(await axe(page)).toEqual([])
    await budget.dialog.getByRole('button', { name: 'Hitung usulan' }).click()
    await expect(budget.dialog.getByText('Usulan terbaik, terbukti.')).toBeVisible({ timeout: 30_000 })
    await expect(budget.dialog.getByRole('row', { name: counselling })).toContainText('+7.000.000')
    await expect(budget.dialog.getByRole('row', { name: latrines })).toContainText('−5.500.000')
    await expect(budget.dialog.getByRole('row', { name: /^Makanan/ })).toHaveCount(0)
    await budget.dialog.getByRole('button', { name: 'Hitung Rp10 juta lagi per sumber' }).click()
    await expect(budget.dialog.getByText(`Tanpa cakupan minimal “${counselling}”, rencana terbaik akan lain.`)).toBeVisible({ timeout: 30_000 })
    await budget.dialog.getByRole('button', { name: 'Pakai usulan' }).click()
    await expect(await budget.cell(counselling, 'Belum')).toHaveText('–')
    await expect(await budget.cell(food, 'DDS')).toContainText('terkunci')
    await budget.grid.focus()
    for (const step of ['the proposal', 'the coverage', 'the lock']) await test.step(`takes back ${step}`, () => budget.press('Control+z'))
    await expect(await budget.cell(food, 'DDS')).not.toContainText('terkunci')
    await expect(await budget.cell(counselling, 'Belum')).toHaveText('7.000.000')
  })

  test('an infeasible plan is named and repaired with one click, which undo takes back', async ({ rembuk, page, context }) => {
    const [budget, sources] = [new BudgetPage(page), new SourcesPage(page)]
    await sources.open(rembuk.address)
    await sources.openSource('ADD')
    // 388 million of it is spoken for, and 27 million of it is locked.
    await sources.type('Pagu', '400 jt')
    await expect(sources.row('ADD')).toContainText('400.000.000')
    await budget.open(rembuk.address)
    await page.getByRole('button', { name: 'Alokasikan' }).click()
    await page.getByRole('button', { name: 'Hitung usulan' }).click()
    await expect(budget.dialog.getByText('Tidak ada usulan yang mungkin')).toBeVisible({ timeout: 30_000 })
    await expect(budget.dialog.getByText('Kunci ADD pada “Insentif kader posyandu”')).toBeVisible()
    await expect(budget.dialog.locator('progress')).toHaveCount(0, { timeout: 30_000 })
    expect(await axe(page)).toEqual([])
    await expect(budget.dialog.getByRole('button', { name: /^Tambah uang ADD dari Rp12\.000\.000/ })).toBeVisible()
    // Changed elsewhere meanwhile, the ways are looked for anew: none is of the plan as it was.
    const other = await context.newPage()
    const elsewhere = new SourcesPage(other)
    await elsewhere.open(rembuk.address)
    await elsewhere.openSource('ADD')
    await elsewhere.type('Pagu', '401 jt')
    await expect(elsewhere.row('ADD')).toContainText('401.000.000')
    await other.close()
    await budget.dialog.getByRole('button', { name: /^Tambah uang ADD dari Rp13\.000\.000/ }).click({ timeout: 30_000 })
    await expect(budget.dialog.getByText('Usulan terbaik, terbukti.')).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Buang usulan' }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'Sumber & Aturan' }).click()
    await expect(sources.row('ADD')).toContainText('415.000.000')
    await page.keyboard.press('Control+z')
    await expect(sources.row('ADD')).toContainText('401.000.000')
  })
})
