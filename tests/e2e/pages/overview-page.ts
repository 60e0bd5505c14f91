import { expect, type Locator, type Page } from '@playwright/test'

/** The first page as its reader sees it: found by words and roles, never by how it is built. */
export class OverviewPage {
  readonly page: Page
  readonly strip: Locator
  readonly budget: Locator
  readonly notes: Locator

  constructor(page: Page) {
    this.page = page
    this.strip = page.getByRole('region', { name: /^(Ringkasan rencana|Summary of the plan)$/ })
    this.budget = page.getByRole('treegrid')
    this.notes = page.getByRole('complementary', { name: /^(Catatan|Notes)/ })
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await expect(this.strip).toBeVisible({ timeout: 30_000 })
  }

  async openNotes(): Promise<void> {
    await this.page.getByRole('button', { name: /catatan$|notes?$/ }).click()
    await expect(this.notes).toBeVisible()
  }

  /** The figure under a label of the strip, with what stands beside it. */
  figure(label: string): Locator {
    return this.strip.locator('div', { has: this.page.locator('dt', { hasText: new RegExp(`^${label}$`) }) }).locator('dd')
  }

  row(name: string): Locator {
    return this.budget.getByRole('row', { name })
  }

  /** Returns once the choice is kept, so that what follows may end the program. */
  async switchTo(language: 'Indonesia' | 'English'): Promise<void> {
    await this.page.getByRole('button', { name: language, exact: true }).click()
    await expect(this.page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'id')
    await expect(this.page.getByRole('status').filter({ hasText: /^(Menyimpan|Saving)/ })).toHaveCount(0)
  }

  /** Pixels by which the page itself would scroll sideways; the budget may scroll on its own. */
  async sidewaysOverflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  }
}
