import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { walkStops } from './pages/keyboard.ts'
import { test as base } from './pages/rembuk.ts'
import { ScenariosPage } from './pages/scenarios-page.ts'

const test = base.extend<{ scenarios: ScenariosPage }>({ scenarios: async ({ page }, use) => use(new ScenariosPage(page)) })

async function axe(page: Page): Promise<unknown[]> {
  return (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])
}

test.describe('Skenario', () => {
  test('begins with ready-made cuts, each with its figures and what it rests on; one step makes and reckons it', async ({ rembuk, scenarios, page }) => {
    await scenarios.open(rembuk.address)
    await expect(page.getByText('DDS Rp267.529.791 menjadi Rp96.845.784.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Cadangan KDMP' })).toBeDisabled()
    await expect(page.getByText('aturan tahun ini sudah memotongnya')).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axe(page)).toEqual([])
    }
    await page.getByRole('button', { name: 'Turun seperti 2025 ke 2026' }).click()
    await expect(scenarios.head('Turun seperti 2025 ke 2026')).toContainText('Terbukti', { timeout: 30_000 })
    await expect(scenarios.cells(/^Anak dibantu penuh/).nth(1)).toContainText('kehilangan')
    await scenarios.table.getByRole('button', { name: 'Hapus skenario Turun seperti 2025 ke 2026' }).click()
    await expect(page.getByRole('heading', { name: 'Bagaimana bila uangnya berubah?' })).toBeVisible()
  })

  test('the pagu is cut, the cut is compared, the cadres are protected, that is adopted, and taken back', async ({ rembuk, scenarios, overview, page }) => {
    await scenarios.open(rembuk.address)
    await expect(overview.figure('Terdanai')).toHaveText('Rp146.114.000')
    // 170 juta of it is spoken for.
    const cut = () => scenarios.ceiling('DDS', 'menjadi (Rp)', '190 jt')
    await scenarios.make('Pagu dipotong', cut)
    await expect(scenarios.head('Pagu dipotong')).toContainText('Terbukti')
    await expect(scenarios.cells('Kader posyandu').nth(1)).toContainText('kehilangan')
    await expect(scenarios.cells('Balita stunting').first()).toContainText('16 dari 16')
    await scenarios.make('Lindungi kader', async () => {
      await cut()
      await scenarios.editor.getByRole('checkbox', { name: 'kader posyandu' }).check()
    })
    await expect(scenarios.cells('Kader posyandu').nth(2)).toContainText('25 dari 25')
    const [plan, plain, guarded] = await Promise.all([0, 1, 2].map((index) => scenarios.cells('Kader posyandu').nth(index).innerText()))
    expect(guarded).toBe(plan)
    expect(plain).not.toBe(plan)
    await expect(overview.figure('Terdanai')).toHaveText('Rp146.114.000')
    await scenarios.head('Lindungi kader').getByRole('button', { name: 'Pakai sebagai rencana' }).click()
    await expect(overview.figure('Kader menerima insentif')).toContainText('25 dari 25')
    await expect(overview.figure('Terdanai')).not.toHaveText('Rp146.114.000')
    await expect(scenarios.head('Lindungi kader')).toHaveCount(0)
    await page.getByRole('button', { name: 'Urungkan' }).click()
    await expect(overview.figure('Terdanai')).toHaveText('Rp146.114.000')
    await expect(scenarios.head('Lindungi kader')).toContainText('Terbukti')
  })

  test('what nobody can satisfy is named, and repaired with one click', async ({ rembuk, scenarios, page }) => {
    await scenarios.open(rembuk.address)
    await scenarios.make('Mustahil', async () => {
      for (const source of ['DDS', 'PBH']) await scenarios.ceiling(source, 'menjadi (Rp)', '0')
      await scenarios.editor.getByRole('checkbox', { name: 'kader posyandu' }).check()
    })
    const conflict = page.getByRole('region', { name: '“Mustahil” tidak mungkin dipenuhi' })
    await expect(conflict.getByText('tidak dapat berlaku bersama')).toBeVisible({ timeout: 30_000 })
    await expect(scenarios.head('Mustahil')).toContainText('Tidak mungkin')
    expect(await axe(page)).toEqual([])
    await conflict.getByRole('button', { name: /^Tambah uang DDS/ }).click()
    await expect(conflict).toBeHidden({ timeout: 30_000 })
    await expect(scenarios.head('Mustahil')).toContainText('Terbukti', { timeout: 30_000 })
  })

  test('shows up to four beside the plan, and what cannot be read stays in the editor', async ({ rembuk, scenarios, page }) => {
    await scenarios.open(rembuk.address)
    await page.getByRole('button', { name: 'Skenario baru' }).click()
    await scenarios.editor.getByLabel('Nama').fill('Mustahil')
    await scenarios.ceiling('DDS', 'berubah (%)', 'banyak')
    await scenarios.editor.getByRole('button', { name: 'Simpan dan hitung' }).click()
    await expect(scenarios.editor.getByText('Nama ini sudah dipakai skenario lain.')).toBeVisible()
    await expect(scenarios.editor.getByRole('textbox', { name: 'Perubahan pagu DDS dalam persen' })).toHaveAttribute('aria-invalid', 'true')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axe(page)).toEqual([])
    }
    await page.keyboard.press('Escape')
    await expect(scenarios.editor).toBeHidden()
    for (const name of ['Empat', 'Lima']) await scenarios.make(name, async () => scenarios.ceiling('DDS', 'berubah (%)', '−10'))
    await expect(scenarios.table.getByRole('columnheader')).toHaveCount(6)
    await expect(page.getByRole('checkbox', { name: 'Pagu dipotong' })).not.toBeChecked()
    await expect(page.getByRole('checkbox', { name: 'Pagu dipotong' })).toBeDisabled()
    await page.getByRole('checkbox', { name: 'Empat' }).uncheck()
    await page.getByRole('checkbox', { name: 'Pagu dipotong' }).check()
    await expect(scenarios.head('Pagu dipotong')).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axe(page)).toEqual([])
    }
  })

  test('is whole at 200 % zoom, by keyboard', async ({ rembuk, scenarios, overview, page }) => {
    await page.setViewportSize({ width: 683, height: 384 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await scenarios.open(rembuk.address)
    await expect(scenarios.table).toBeVisible()
    expect(await overview.sidewaysOverflow()).toBe(0)
    expect((await walkStops(page)).length).toBeGreaterThan(20)
    await page.getByRole('button', { name: 'Skenario baru' }).click()
    expect((await walkStops(page)).length).toBeGreaterThan(8)
  })
})
