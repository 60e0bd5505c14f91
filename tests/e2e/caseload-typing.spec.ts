import { expect } from '@playwright/test'
import { axe } from './pages/axe.ts'
import { CaseloadPage } from './pages/caseload-page.ts'
import { test as base } from './pages/rembuk.ts'

const test = base.extend<{ caseload: CaseloadPage }>({
  caseload: async ({ page, context, rembuk }, use) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const caseload = new CaseloadPage(page)
    await caseload.open(rembuk.address)
    await use(caseload)
  },
})

const AUGUST = 'e-PPGBM Agustus 2026'

test('a range is chosen, copied as it is written here, pasted, and emptied, each as one step', async ({ caseload, page }) => {
  await caseload.addColumn('Salinan')
  await (await caseload.cell('Sasaran balita (S)', AUGUST)).focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(caseload.table.getByRole('gridcell', { selected: true })).toHaveCount(3)
  await page.keyboard.press('Control+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('389\r\n368\r\n367')

  await (await caseload.cell('Sasaran balita (S)', 'Salinan')).click()
  await page.keyboard.press('Control+v')
  await expect(page.getByText('3 jumlah ditempel sebagai satu langkah.')).toBeVisible()
  await expect(await caseload.cell('Diukur TB/U', 'Salinan')).toHaveText('367367 dari 389 · 94,34%')

  await page.keyboard.type('1389')
  await page.keyboard.press('Enter')
  await expect(await caseload.cell('Sasaran balita (S)', 'Salinan')).toHaveText('1.389')
  await (await caseload.cell('Sasaran balita (S)', 'Salinan')).click()
  await (await caseload.cell('Diukur TB/U', 'Salinan')).click({ modifiers: ['Shift'] })
  await page.keyboard.press('Control+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('1.389\r\n368\r\n367')
  await page.keyboard.press('Delete')
  await expect(page.getByText('3 jumlah dikosongkan sebagai satu langkah.')).toBeVisible()
  await expect(await caseload.cell('Sasaran balita (S)', 'Salinan')).toHaveText('belum ada data')
  await expect(await caseload.cell('Diukur TB/U', 'Salinan')).toHaveText('belum ada data')
  await page.keyboard.press('Control+z')
  await expect(await caseload.cell('Sasaran balita (S)', 'Salinan')).toHaveText('1.389')
  await expect(await caseload.cell('Diukur TB/U', 'Salinan')).toHaveText('367367 dari 1.389 · 26,42%')

  // One value fills what is chosen; what a file counted is refused, with what can be written offered.
  await (await caseload.cell('Ibu hamil', 'Salinan')).click()
  await page.keyboard.press('Shift+ArrowDown')
  await caseload.paste('7')
  await expect(await caseload.cell('Ibu hamil KEK', 'Salinan')).toHaveText('7')
  await (await caseload.cell('Ibu hamil', 'Salinan')).click()
  await page.keyboard.press('Shift+ArrowRight')
  await caseload.paste('8')
  await expect(caseload.dialog).toContainText('1 dari 2 sel tidak dapat dipakai')
  await expect(caseload.dialog).toContainText('berasal dari berkas')
  await page.keyboard.press('Escape')
  await expect(await caseload.cell('Ibu hamil', 'Salinan')).toHaveText('7')
})

test('counts are typed and pasted per posyandu; a village figure that differs is said and never changed', async ({ caseload, page }) => {
  await caseload.addColumn('Verval posyandu')
  await (await caseload.cell('Balita stunting', 'Verval posyandu')).focus()
  await page.keyboard.type('16')
  await page.keyboard.press('Enter')
  await expect(await caseload.cell('Balita stunting', 'Verval posyandu')).toHaveText('16')
  await caseload.view('Per posyandu')
  await page.getByLabel('Data sasaran').selectOption('Verval posyandu')
  await expect(await caseload.place('seluruh Kalipucung', 'Balita stunting')).toHaveText('16')

  // With the names of places and groups, in another order than the table's, one place that nobody knew.
  await (await caseload.place('seluruh Kalipucung', 'Sasaran balita (S)')).focus()
  await caseload.paste('Posyandu\tBalita stunting\tDiukur TB/U\r\nMelati\t4\t70\r\nMawar\t5\t80\r\nKenanga Baru\t3\t1.040\r\n')
  await expect(page.getByText('6 jumlah ditempel sebagai satu langkah.')).toBeVisible()
  await expect(await caseload.place('Kenanga Baru', 'Diukur TB/U')).toHaveText('1.040')
  await expect(await caseload.place('Mawar', 'Balita stunting')).toHaveText('55 dari 80 · 6,25%')
  await expect(await caseload.place('seluruh Kalipucung', 'Diukur TB/U')).toHaveText('1.190jumlah posyandu')
  await expect(await caseload.place('seluruh Kalipucung', 'Balita stunting')).toContainText('jumlah posyandu 12')
  await caseload.view('Jumlah')
  await expect(await caseload.cell('Balita stunting', 'Verval posyandu')).toHaveText('1616 dari 1.190 · 1,34%▲ jumlah posyandu 12')
  await (await caseload.cell('Diukur TB/U', 'Verval posyandu')).focus()
  await page.keyboard.press('Delete')
  await expect(await caseload.cell('Diukur TB/U', 'Verval posyandu')).toContainText('Kosongkan di tampilan Per posyandu')
  await page.keyboard.press('F2')
  await page.keyboard.press('Escape')

  await caseload.view('Per posyandu')
  await (await caseload.place('Kenanga Baru', 'Balita stunting')).focus()
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  await expect(await caseload.place('seluruh Kalipucung', 'Balita stunting')).toHaveText('1616 dari 1.190 · 1,34%')
  await page.keyboard.press('Control+z')
  await expect(await caseload.place('seluruh Kalipucung', 'Balita stunting')).toContainText('jumlah posyandu 12')
  await page.keyboard.press('Control+z')
  await expect(await caseload.place('Mawar', 'Balita stunting')).toHaveText('belum ada data')
  await expect(await caseload.place('Mawar', 'Diukur TB/U')).toHaveText('belum ada data')
  await page.getByLabel('Posyandu lain').fill('Dahlia Asri')
  await page.getByRole('button', { name: 'Tambah baris' }).click()
  await (await caseload.place('Dahlia Asri', 'Balita stunting')).focus()
  await page.keyboard.type('enam')
  await page.keyboard.press('Enter')
  await expect(await caseload.place('Dahlia Asri', 'Balita stunting')).toContainText('“enam” bukan angka')
  await caseload.view('Jumlah')
  await caseload.view('Per posyandu')
  await page.getByLabel('Data sasaran').selectOption('Verval posyandu')
  await expect(await caseload.place('Dahlia Asri', 'Balita stunting')).toContainText('“enam” bukan angka')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axe(page, 'main')).toEqual([])
  }
  // A file's counts are looked at here, not typed.
  await page.getByLabel('Data sasaran').selectOption({ label: `${AUGUST} (contoh)` })
  await (await caseload.place('Mawar', 'Balita stunting')).focus()
  await page.keyboard.type('1')
  await expect(page.getByText('berasal dari berkas').first()).toBeVisible()
})

test('what cannot be understood stays in its cell while other screens are shown, and a part larger than its whole is marked in both cells', async ({ caseload, page }) => {
  await caseload.addColumn('Ketikan')
  await (await caseload.cell('Sasaran balita (S)', 'Ketikan')).focus()
  await page.keyboard.type('-5')
  await page.keyboard.press('Enter')
  const refused = await caseload.cell('Sasaran balita (S)', 'Ketikan')
  await expect(refused).toContainText('“-5” negatif')
  // Ringkasan itself leads to Sasaran, too, once its answers are there.
  const rail = page.getByRole('navigation')
  await rail.getByRole('link', { name: 'Ringkasan' }).click()
  await rail.getByRole('link', { name: 'Sasaran' }).click()
  await expect(await caseload.cell('Sasaran balita (S)', 'Ketikan')).toContainText('“-5” negatif')
  await caseload.view('Tren')
  await caseload.view('Jumlah')
  await expect(await caseload.cell('Sasaran balita (S)', 'Ketikan')).toHaveAttribute('aria-invalid', 'true')

  await (await caseload.cell('Diukur TB/U', 'Ketikan')).focus()
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await (await caseload.cell('Balita stunting', 'Ketikan')).focus()
  await page.keyboard.type('9')
  await page.keyboard.press('Enter')
  await expect(await caseload.cell('Balita stunting', 'Ketikan')).toHaveText('9▲ melebihi yang diukur (3)')
  await expect(await caseload.cell('Diukur TB/U', 'Ketikan')).toHaveText('3▲ kurang dari balita stunting (9)')
})
