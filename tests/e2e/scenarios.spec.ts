import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { axe } from './pages/axe.ts'
import { walkStops } from './pages/keyboard.ts'
import { test as base } from './pages/rembuk.ts'
import { ScenariosPage } from './pages/scenarios-page.ts'

// A start of its own: what is adopted and locked here must not be met elsewhere.
const test = base.extend<{ scenarios: ScenariosPage }>({ scenarios: async ({ page }, use) => use(new ScenariosPage(page)) })

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
    // Any ceiling by so many percent: a number without a sign is a cut.
    await page.getByRole('textbox', { name: 'Dipotong berapa persen' }).fill('25')
    await page.getByRole('button', { name: 'Potong pagu' }).click()
    await expect(scenarios.head('DDS −25%')).toContainText('Terbukti', { timeout: 30_000 })
    await scenarios.table.getByRole('button', { name: 'Hapus skenario DDS −25%' }).click()
    // The part that is free is estimated until somebody types it.
    await page.getByRole('button', { name: 'Tahap II tidak cair' }).click()
    await expect(scenarios.head('Tahap II tidak cair')).toContainText('perkiraan, karena bagian yang tidak terikat belum diisi')
    await expect(page.locator('progress')).toHaveCount(0, { timeout: 30_000 })
    await scenarios.table.getByRole('button', { name: 'Ubah skenario Tahap II tidak cair' }).click()
    const free = scenarios.editor.getByRole('textbox', { name: 'Bagian DDS yang tidak ditentukan penggunaannya, dalam rupiah' })
    await expect(free).toHaveAttribute('placeholder', '197.529.791')
    await free.fill('150 jt')
    await scenarios.editor.getByRole('button', { name: 'Simpan dan hitung' }).click()
    await expect(scenarios.head('Tahap II tidak cair')).toContainText('(bagian bebas Rp150.000.000)')
    await expect(scenarios.head('Tahap II tidak cair')).not.toContainText('perkiraan')
    await expect(page.locator('progress')).toHaveCount(0, { timeout: 30_000 })
    await scenarios.table.getByRole('button', { name: 'Hapus skenario Tahap II tidak cair' }).click()
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
    const [picture] = await Promise.all([page.waitForEvent('download'), scenarios.table.getByRole('button', { name: /^Simpan grafik/ }).click()])
    await picture.saveAs(test.info().outputPath('beside.png'))
    expect(readFileSync(await picture.path()).readUInt32BE(16)).toBeGreaterThanOrEqual(1_400)
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
    await expect(conflict.getByText('tidak mungkin dengan uang yang boleh membiayainya')).toBeVisible({ timeout: 30_000 })
    await expect(scenarios.head('Mustahil')).toContainText('Tidak mungkin')
    expect(await axe(page)).toEqual([])
    // It is known as long as the scenario and the plan stay as they are, whatever else is looked at meanwhile.
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('link', { name: 'Budget' }).click()
    await page.getByRole('link', { name: 'Scenarios', exact: true }).click()
    await page.getByRole('button', { name: 'Indonesia' }).click()
    await conflict.getByRole('button', { name: 'Tutup' }).click()
    await scenarios.head('Mustahil').getByRole('button', { name: 'Lihat jalan keluar' }).click()
    // The money of the sources would allow 17; with the lock of the plan, which stands in the way as well, it is 15.
    await conflict.getByRole('button', { name: 'Longgarkan perlindungan kader posyandu pada “Insentif kader posyandu” dari 25 kader menjadi 15 kader.' }).click({ timeout: 30_000 })
    await expect(conflict).toBeHidden()
    await expect(scenarios.head('Mustahil')).toContainText('Terbukti', { timeout: 30_000 })
    // A lock of the plan gives way in the scenario alone.
    await scenarios.table.getByRole('button', { name: 'Ubah skenario Mustahil' }).click()
    await scenarios.ceiling('ADD', 'menjadi (Rp)', '0')
    await scenarios.editor.getByRole('button', { name: 'Simpan dan hitung' }).click()
    await conflict.getByRole('button', { name: /Buka kunci “Insentif kader posyandu” dari ADD/ }).click({ timeout: 30_000 })
    await expect(scenarios.head('Mustahil')).toContainText('Insentif kader posyandu: ADD tidak dikunci')
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
    // Single lines: their least coverage and their price; what cannot be read opens them.
    await scenarios.editor.getByText(/^Rincian satu per satu/).click()
    const least = scenarios.editor.getByRole('textbox', { name: 'Cakupan minimal Jamban sehat keluarga balita stunting dalam persen' })
    await least.fill('150')
    await scenarios.editor.getByRole('textbox', { name: 'Perubahan harga Jamban sehat keluarga balita stunting dalam persen' }).fill('+10')
    await scenarios.editor.getByText(/^Rincian satu per satu/).click()
    await scenarios.editor.getByRole('button', { name: 'Simpan dan hitung' }).click()
    await expect(least).toHaveAttribute('aria-invalid', 'true')
    await least.fill('100')
    await expect(scenarios.editor.getByText('harga Jamban sehat keluarga balita stunting +10% · Jamban sehat keluarga balita stunting paling sedikit 100%')).toBeVisible()
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

  test('draws the curve as its points are reckoned, can be stopped, and says where something drops out', async ({ rembuk, scenarios, page }) => {
    await scenarios.open(rembuk.address, 'kepekaan')
    await page.getByRole('button', { name: 'Hitung kurva' }).click()
    await page.getByRole('button', { name: 'Hentikan' }).click()
    await expect(page.getByText(/^Dihentikan pada \d+ dari 17 titik\.$/)).toBeVisible()
    await page.getByRole('button', { name: 'Hitung lagi' }).click()
    const curve = page.getByRole('region', { name: 'Bila uangnya −60% sampai +20%' })
    await expect(page.getByRole('list', { name: 'Di mana ada yang hilang' })).toContainText('Kader posyandu: insentif tidak lagi penuh', { timeout: 45_000 })
    await expect(curve.getByRole('img')).toHaveAccessibleName(/^Kebutuhan terdanai: pada −60% .*%, pada \+20% .*%\.$/)
    const others = page.getByRole('region', { name: 'Bila memakai data sasaran lain' })
    await others.getByRole('combobox', { name: 'Kelompok' }).selectOption({ label: 'Ibu' })
    await others.getByRole('button', { name: 'Hitung tiap data sasaran' }).click()
    await expect(others.getByRole('img')).toHaveAccessibleName(/5 dari 5/, { timeout: 30_000 })
    await others.getByRole('combobox', { name: 'Kelompok' }).selectOption({ label: 'Anak' })
    await others.getByRole('button', { name: 'Hitung tiap data sasaran' }).click()
    await expect(others.getByRole('img')).toHaveAccessibleName(/24 dari 24.*14 dari 14/, { timeout: 30_000 })
    await expect(page.locator('progress')).toHaveCount(0, { timeout: 30_000 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axe(page)).toEqual([])
    }
    await curve.getByRole('button', { name: 'tabel' }).click()
    await expect(curve.getByRole('row')).toHaveCount(18)
    expect(await axe(page)).toEqual([])
  })

  test('shows month by month when money comes and what is late, as a chart, a table and notes', async ({ rembuk, scenarios, page }) => {
    await scenarios.open(rembuk.address, 'arus-kas')
    const chart = page.getByRole('region', { name: 'Uang masuk dan yang jatuh tempo, per bulan' })
    await expect(chart.getByRole('img')).toHaveAccessibleName(/Jan: masuk .*Des: masuk/)
    await expect(page.getByRole('list', { name: 'Catatan arus kas' })).toContainText('pemberian makanan terputus')
    await expect(page.getByRole('region', { name: 'Bulan makanan dan insentif' }).getByRole('row', { name: /^Makanan bergizi/ })).toContainText('terlambat, dibayar Jun')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axe(page)).toEqual([])
    }
    await chart.getByRole('button', { name: 'tabel' }).click()
    await expect(chart.getByRole('row')).toHaveCount(13)
  })

  test('keeps versions, tells what changed since and why, and makes the plan of the next year', async ({ rembuk, scenarios, overview, page }) => {
    await scenarios.open(rembuk.address, 'versi')
    await page.getByLabel('Oleh').fill('Tim Penyusun RKP Desa')
    await page.getByLabel('Mengapa').fill('Hasil rembuk')
    await page.getByRole('button', { name: 'Simpan versi' }).click()
    await expect(page.getByRole('row', { name: /^1 rancangan/ })).toContainText('Tim Penyusun RKP Desa')
    await expect(page.getByText('Tidak ada yang berbeda.')).toBeVisible()
    await page.getByRole('button', { name: 'Kunci versi 1' }).click()
    await page.getByLabel('Dikunci oleh').fill('Kepala Desa')
    await page.getByRole('button', { name: 'Kunci', exact: true }).click()
    await expect(page.getByRole('row', { name: /^1 rancangan/ })).toContainText('dikunci Kepala Desa')
    await scenarios.open(rembuk.address)
    await scenarios.make('Dana Desa turun', () => scenarios.ceiling('DDS', 'berubah (%)', '-10'))
    await scenarios.head('Dana Desa turun').getByRole('button', { name: 'Pakai sebagai rencana' }).click()
    await expect(scenarios.head('Dana Desa turun')).toHaveCount(0)
    await scenarios.open(rembuk.address, 'versi')
    await expect(page.getByRole('row', { name: /^pagu DDS/ })).toContainText('Skenario “Dana Desa turun” dipakai')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axe(page)).toEqual([])
    }
    await page.getByLabel('Perubahan harga').fill('+5%')
    await page.getByRole('button', { name: 'Lihat perubahannya' }).click()
    await expect(page.getByText('balita stunting 16 → 14')).toBeVisible()
    await page.getByRole('combobox', { name: 'Data Anak' }).selectOption({ label: 'e-PPGBM Februari 2026 (contoh)' })
    await page.getByRole('button', { name: 'Lihat perubahannya' }).click()
    await expect(page.getByText('balita stunting 16 → 19')).toBeVisible()
    await expect(page.getByRole('row', { name: /^Makanan bergizi balita stunting/ }).last()).toContainText('150.000 → 157.500')
    await page.getByRole('button', { name: 'Buat rencana 2028' }).click()
    await expect(page.getByRole('button', { name: /^Rencana / })).toContainText('2028')
    await expect(overview.figure('Terdanai')).toHaveText('Rp0')
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('button', { name: /^Rencana / })).toContainText('2027')
    // The plan has changed since version 1 was locked; its papers can be had as they were.
    await page.goto(`${new URL(rembuk.address).origin}/#/dokumen/rab`)
    const pages = page.getByRole('region', { name: /^Pratinjau/ })
    await expect(pages.getByText(/TA 2027[^·]*, rancangan ·/).first()).toBeVisible()
    await page.getByRole('combobox', { name: 'Keadaan' }).selectOption({ label: 'versi 1, rancangan' })
    await expect(pages.getByText(/versi 1, rancangan, dikunci .* oleh Kepala Desa ·/).first()).toBeVisible()
    expect(await axe(page)).toEqual([])
  })

  test('is whole at 200 % zoom, by keyboard', async ({ rembuk, scenarios, overview, page }) => {
    await page.setViewportSize({ width: 683, height: 384 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await scenarios.open(rembuk.address)
    // What the journeys before it have left, or a cut of its own.
    const first = page.getByRole('button', { name: 'Turun seperti 2025 ke 2026' })
    await expect(scenarios.table.or(first).first()).toBeVisible()
    if (!(await scenarios.table.isVisible())) await first.click()
    await expect(scenarios.table).toBeVisible()
    await expect(page.locator('progress')).toHaveCount(0, { timeout: 30_000 })
    expect(await overview.sidewaysOverflow()).toBe(0)
    expect((await walkStops(page)).length).toBeGreaterThan(20)
    await page.getByRole('button', { name: 'Skenario baru' }).click()
    expect((await walkStops(page)).length).toBeGreaterThan(8)
    await page.keyboard.press('Escape')
    for (const view of ['kepekaan', 'arus-kas', 'versi']) {
      await scenarios.open(rembuk.address, view)
      await expect(page.locator('.scenarios-root .block').first()).toBeVisible()
      expect(await overview.sidewaysOverflow(), view).toBe(0)
    }
  })
})
