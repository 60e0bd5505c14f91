import { expect, type Locator, type Page } from '@playwright/test'

export const AUGUST = 'e-PPGBM Agustus 2026 (contoh)'
export const OCTOBER = 'Verval II Oktober 2026 (contoh)'

/** How far a list can be trusted and what became of its children, as their reader sees it: found by words and roles. */
export class TruthPage {
  readonly page: Page
  readonly dialog: Locator
  /** What just happened, at the foot of the window. */
  readonly said: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog')
    this.said = page.locator('.notices')
  }

  /** Opens Sasaran at a view. */
  async open(address: string, view: string): Promise<void> {
    await this.page.goto(`${address}#/sasaran`)
    await this.page.getByRole('tab', { name: view, exact: true }).click({ timeout: 30_000 })
    await expect(this.page.locator('#caseload-view')).toBeVisible()
    await this.settled()
  }

  async part(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click()
    await this.settled()
  }

  async look(series: string): Promise<void> {
    await this.page.getByLabel('Data sasaran', { exact: true }).selectOption({ label: series })
    await this.settled()
  }

  async settled(): Promise<void> {
    await expect(this.page.getByText(/^(Memuat|Loading)/)).toHaveCount(0, { timeout: 20_000 })
  }

  /** A row of a table, by the text of its heading cell. */
  row(table: string, heading: string): Locator {
    return this.page.getByRole('table', { name: table }).getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: heading, exact: true }) })
  }

  /** Texts of the cells of a row. */
  async cells(table: string, heading: string): Promise<string[]> {
    const row = this.row(table, heading)
    await expect(row).toBeVisible({ timeout: 20_000 })
    return row.getByRole('cell').allInnerTexts()
  }

  rule(name: string): Locator {
    return this.page.getByRole('list', { name: 'Catatan' }).getByRole('button', { name })
  }

  async undo(): Promise<void> {
    await this.page.getByRole('tab', { selected: true }).first().focus()
    await this.page.keyboard.press('Control+z')
  }
}
