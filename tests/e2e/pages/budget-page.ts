import { expect, type Locator, type Page } from '@playwright/test'

/** Anggaran as its user works it: by keys, and by what stands in its cells. */
export class BudgetPage {
  readonly page: Page
  readonly grid: Locator
  readonly panel: Locator
  readonly dialog: Locator
  readonly notices: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('treegrid')
    this.panel = page.getByRole('complementary', { name: /^(Penjelasan sel|Explanation of the cell)$/ })
    this.dialog = page.getByRole('dialog')
    this.notices = page.locator('.notices')
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await expect(this.page.getByRole('region', { name: /^(Ringkasan rencana|Summary of the plan)$/ })).toBeVisible({ timeout: 30_000 })
    await this.page.goto(`${new URL(address).origin}/#/anggaran`)
    await expect(this.grid).toBeVisible()
  }

  row(name: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) })
  }

  /** A cell by its row and the head of its column (`Volume`, `DDS`). */
  async cell(row: string, column: string): Promise<Locator> {
    const index = await this.columnIndex(column)
    return this.row(row).locator(`[aria-colindex="${index}"]`)
  }

  async columnIndex(column: string): Promise<string> {
    const head = this.grid.getByRole('columnheader').filter({ hasText: column }).first()
    return (await head.getAttribute('aria-colindex')) ?? ''
  }

  async choose(row: string, column: string): Promise<void> {
    await (await this.cell(row, column)).click()
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Types over the active cell and leaves it downwards. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
    await this.press('Enter')
  }

  /** Pastes as a spreadsheet would: tab-separated text on the clipboard. */
  async paste(rows: readonly (readonly string[])[]): Promise<void> {
    const text = rows.map((row) => row.join('\t')).join('\r\n')
    await this.grid.evaluate((grid, data) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', data)
      grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  }

  async copied(): Promise<string> {
    return this.grid.evaluate((grid) => {
      const clipboardData = new DataTransfer()
      grid.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
      return clipboardData.getData('text/plain')
    })
  }

  /** All of the table as a spreadsheet would get it. */
  async everything(): Promise<string> {
    await this.grid.focus()
    await this.press('Control+a')
    return this.copied()
  }

  /** Names of the rows in sight, from above. */
  async names(): Promise<string[]> {
    const names = await this.grid.locator('.body').getByRole('rowheader').allInnerTexts()
    return names.map((name) => name.replace(/[▾▸]\s*/u, '').trim())
  }
}

/** Lines of the sample. */
export const FOOD = 'Bantuan makanan bergizi balita stunting'
export const CADRES = 'Insentif kader posyandu'
export const CLASS = 'Kelas ibu hamil'

/** The budget of what a start has open. */
export async function openBudget(page: Page, { address }: { readonly address: string }): Promise<BudgetPage> {
  const budget = new BudgetPage(page)
  await budget.open(address)
  return budget
}
