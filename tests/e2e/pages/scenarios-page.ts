import { expect, type Locator, type Page } from '@playwright/test'

/** Skenario as its reader sees it. */
export class ScenariosPage {
  readonly page: Page
  readonly table: Locator
  readonly editor: Locator

  constructor(page: Page) {
    this.page = page
    this.table = page.getByRole('region', { name: /^(Rencana dan skenario berdampingan|The plan and the scenarios side by side)$/ }).getByRole('table')
    this.editor = page.getByRole('dialog', { name: /^(Skenario baru|Ubah skenario|New scenario|Change the scenario)$/ })
  }

  async open(address: string, view = ''): Promise<void> {
    await this.page.goto(`${address}#/skenario${view === '' ? '' : `/${view}`}`)
    await expect(this.page.getByRole('heading', { level: 1, name: /^(Skenario|Scenarios)$/ })).toBeVisible({ timeout: 30_000 })
  }

  /** Makes a scenario in the editor and lets it run to its end. */
  async make(name: string, fill: () => Promise<void>): Promise<void> {
    await this.page.getByRole('button', { name: /^(Skenario baru|Skenario sendiri …)$/ }).click()
    await this.editor.getByLabel('Nama').fill(name)
    await fill()
    await this.editor.getByRole('button', { name: 'Simpan dan hitung' }).click()
    await expect(this.editor).toBeHidden()
    await expect(this.head(name)).toBeVisible()
    await expect(this.page.locator('progress')).toHaveCount(0, { timeout: 30_000 })
  }

  async ceiling(source: string, how: string, value: string): Promise<void> {
    await this.editor.getByLabel(`Pagu ${source}`, { exact: true }).selectOption({ label: how })
    await this.editor.getByRole('textbox', { name: new RegExp(`agu ${source} dalam`) }).fill(value)
  }

  head(name: string): Locator {
    return this.table.getByRole('columnheader').filter({ has: this.page.locator('b', { hasText: new RegExp(`^${name}$`) }) })
  }

  /** The cells of a row: the plan first, then the scenarios. */
  cells(row: string | RegExp): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: row }) }).getByRole('cell')
  }
}
