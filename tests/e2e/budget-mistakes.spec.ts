import { expect, type Page } from '@playwright/test'
import { BudgetPage } from './pages/budget-page.ts'
import { type Rembuk, test } from './pages/rembuk.ts'

const FOOD = 'Bantuan makanan bergizi balita stunting'
const CADRES = 'Insentif kader posyandu'
const CLASS = 'Kelas ibu hamil'
const LATRINE = 'Jamban sehat keluarga balita stunting'

async function openBudget(page: Page, rembuk: Rembuk): Promise<BudgetPage> {
  const budget = new BudgetPage(page)
  await budget.open(rembuk.address)
  return budget
}

test('a paste that takes money from a cell says so first, with all that it would do', async ({ rembuk, page }) => {
  const budget = await openBudget(page, rembuk)
  await budget.choose(FOOD, 'Harga satuan')
  await budget.paste([['160.000', '', '']])
  await expect(budget.dialog).toContainText('1 sel dikosongkan (Rp28.800.000 hilang dari sel)')
  await expect(budget.dialog.getByRole('row', { name: /28\.800\.000 –/ })).toBeVisible()
  await expect(budget.dialog.getByRole('row', { name: /150\.000 160\.000/ })).toBeVisible()
  await budget.dialog.getByRole('button', { name: 'Batal' }).click()
  await expect(await budget.cell(FOOD, 'DDS')).toHaveText('28.800.000')
  await expect(await budget.cell(FOOD, 'Harga satuan')).toHaveText('150.000')
  await budget.choose(FOOD, 'Harga satuan')
  await budget.paste([['160.000', '', '']])
  await budget.dialog.getByRole('button', { name: 'Isi 1 sel, kosongkan 1' }).click()
  await expect(await budget.cell(FOOD, 'DDS')).toHaveText('–')
  await budget.grid.focus()
  await budget.press('Control+z')
  await expect(await budget.cell(FOOD, 'DDS')).toHaveText('28.800.000')
})

test('what is not taken is said, is the first to go with Ctrl+Z, and a figure in a wrong place is led to the right one', async ({ rembuk, page }) => {
  const budget = await openBudget(page, rembuk)
  await budget.choose(FOOD, 'Harga satuan')
  await budget.type('155.000')
  await expect(await budget.cell(FOOD, 'Harga satuan')).toHaveText('155.000')
  await budget.choose(FOOD, 'Harga satuan')
  await budget.type('150.00')
  await expect(page.locator('[aria-live="assertive"]').filter({ hasText: '150.00 tidak diterima' })).toContainText('maksudnya 150.000 atau 150?')
  // From the cell below: the refused text is what was done last. What was done after it goes before it.
  await budget.press('Control+z')
  await expect(budget.notices).toContainText('Ketikan “150.00” yang tidak diterima dibuang')
  await expect(await budget.cell(FOOD, 'Harga satuan')).toHaveText('155.000')
  await expect(await budget.cell(FOOD, 'Harga satuan')).toHaveAttribute('aria-selected', 'true')
  await budget.type('(5)')
  await expect(await budget.cell(FOOD, 'Harga satuan')).toHaveAttribute('title', 'tidak boleh di bawah nol')
  await budget.choose(CLASS, 'Harga satuan')
  await budget.type('760.000')
  await expect(await budget.cell(CLASS, 'Harga satuan')).toHaveText('760.000')
  await budget.press('Control+z', 'Control+z', 'Control+z')
  await expect(await budget.cell(FOOD, 'Harga satuan')).toHaveText('150.000')
  await expect(await budget.cell(CLASS, 'Harga satuan')).toHaveText('750.000')
  await expect(page.locator('.notice')).toHaveCount(1)
  await budget.choose(FOOD, 'DDS')
  await budget.type('500 jt')
  await expect(await budget.cell(FOOD, 'DDS')).toHaveAttribute('title', /paling banyak 28\.800\.000/)
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await expect(await budget.cell(FOOD, 'DDS')).toHaveAttribute('title', /at most 28,800,000/)
  await page.getByRole('button', { name: 'Indonesia', exact: true }).click()
  await budget.grid.focus()
  await budget.press('ArrowUp', 'Control+z')
  await budget.choose(FOOD, 'Terdanai')
  await page.keyboard.type('5')
  await expect(budget.notices).toContainText('ketik di kolom sumber dana')
  await budget.choose(CADRES, 'ADD')
  await budget.type('25.200.000')
  await expect(budget.notices).toContainText('hanya menahan alokasi otomatis')
})

test('money that its source does not have is marked, and its panel repairs it; nothing of the panel lies beyond its sides', async ({ rembuk, page }, info) => {
  const budget = await openBudget(page, rembuk)
  await budget.choose(LATRINE, 'DDS')
  await budget.type('22.000.000')
  await budget.press('ArrowUp')
  await expect(await budget.cell(LATRINE, 'DDS')).toHaveAttribute('title', /Melebihi dana DDS sebesar Rp10\.9/)
  await expect(budget.panel).toContainText('Melebihi dana DDS sebesar Rp10.9')
  const funded = page.getByRole('region', { name: 'Ringkasan rencana' }).getByRole('button', { name: /^Terdanai / })
  await expect(funded).toContainText(/▲ lebih Rp10\.9[\d.]+ dari dana yang ada/)
  expect(await budget.panel.evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBe(0)
  await page.screenshot({ path: info.outputPath('over.png') })
  await budget.panel.getByRole('button', { name: /^Jadikan Rp/ }).click()
  await expect(await budget.cell(LATRINE, 'DDS')).not.toHaveAttribute('title')
  await expect(funded).not.toContainText('▲')
  await page.getByRole('button', { name: /catatan$/ }).click()
  await page.screenshot({ path: info.outputPath('notes.png') })
  const [head, gap] = await Promise.all([budget.grid.getByRole('columnheader').filter({ hasText: 'Uraian' }).boundingBox(), budget.grid.getByRole('columnheader').filter({ hasText: 'Belum' }).boundingBox()])
  expect(head && gap).toBeTruthy()
})

test('the catalogue is walked by its arrows, opens again and again, and Enter means the list of the last word', async ({ rembuk, page }) => {
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  const budget = await openBudget(page, rembuk)
  for (const _ of [1, 2]) {
    await budget.grid.focus()
    await budget.press('Alt+t')
    await expect(budget.dialog.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
    await budget.press('ArrowDown', 'ArrowDown')
    await expect(budget.dialog.getByRole('option').nth(2)).toHaveAttribute('aria-selected', 'true')
    await budget.press('Escape')
    await expect(budget.dialog).toBeHidden()
  }
  await budget.press('Alt+t')
  await expect(budget.dialog.getByRole('option').first()).toBeVisible()
  await budget.dialog.getByRole('combobox').fill('air bersih')
  await budget.press('Enter')
  await expect(budget.dialog).toBeHidden()
  await expect(budget.grid.getByRole('rowheader', { name: /air/i }).first()).toBeVisible()
  expect(broken).toEqual([])
})
