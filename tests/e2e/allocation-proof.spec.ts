import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { BudgetPage } from './pages/budget-page.ts'
import { rembukTest } from './pages/rembuk.ts'
import { SourcesPage } from './pages/sources-page.ts'

// A start of its own: its plan is changed.
const test = rembukTest('sample')

async function axe(page: Page): Promise<unknown[]> {
  return (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])
}

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
    await page.getByRole('button', { name: 'Buang usulan' }).click()
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

  test('an infeasible plan is named and repaired with one click, which undo takes back', async ({ rembuk, page }) => {
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
    await budget.dialog.getByRole('button', { name: /^Tambah uang ADD/ }).click()
    await expect(budget.dialog.getByText('Usulan terbaik, terbukti.')).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Buang usulan' }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'Sumber & Aturan' }).click()
    await expect(sources.row('ADD')).toContainText('415.000.000')
    await page.keyboard.press('Control+z')
    await expect(sources.row('ADD')).toContainText('400.000.000')
  })
})
