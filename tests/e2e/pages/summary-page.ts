import { expect, type Locator, type Page } from '@playwright/test'

/** Ringkasan as its reader sees it. */
export class SummaryPage {
  readonly page: Page
  readonly steps: Locator

  constructor(page: Page) {
    this.page = page
    this.steps = this.block(/^(Langkah berikutnya|What to do next)$/).getByRole('listitem')
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await this.page.goto(`${new URL(address).origin}/#/ringkasan`)
    await expect(this.page.getByRole('heading', { level: 1, name: /^(Ringkasan|Summary)$/ })).toBeAttached({ timeout: 30_000 })
  }

  /** A part of the page by its heading. */
  block(title: string | RegExp): Locator {
    return this.page.getByRole('region', { name: title })
  }

  async asTable(title: string): Promise<Locator> {
    await this.block(title).getByRole('button', { name: 'tabel' }).click()
    return this.block(title).getByRole('table')
  }
}
