import { expect, type Locator, type Page } from '@playwright/test'

/** Rembuk as its leader sees it: the screen before and after, and the stage on the wall. */
export class MeetingPage {
  readonly page: Page
  readonly stage: Locator
  readonly dialog: Locator
  readonly price: Locator
  readonly units: Locator
  readonly effects: Locator

  constructor(page: Page) {
    this.page = page
    this.stage = page.getByRole('region', { name: /^(Layar rembuk|Screen of the meeting)$/ })
    this.dialog = page.getByRole('dialog')
    this.price = this.stage.getByRole('textbox', { name: /^(Harga, diketik|Price, typed)$/ })
    this.units = this.stage.getByRole('textbox', { name: /^(Jumlah, diketik|Number, typed)$/ })
    this.effects = this.stage.getByRole('table', { name: /^(Dampaknya|What it does)$/ })
  }

  async open(address: string): Promise<void> {
    await this.page.goto(`${address}#/rembuk`)
    await expect(this.page.getByRole('heading', { level: 1, name: 'Rembuk stunting', exact: true })).toBeVisible({ timeout: 30_000 })
  }

  /** Where the stage stands, such as `Keputusan 2 dari 5`. */
  at(words: string): Locator {
    return this.stage.getByText(words, { exact: true })
  }

  async asked(question: string | RegExp): Promise<void> {
    await expect(this.stage.getByRole('heading', { level: 1, name: question })).toBeVisible()
  }

  /** The answer is there: nothing is being reckoned. */
  async answered(): Promise<void> {
    await expect(this.stage.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 30_000 })
    await expect(this.effects).toBeVisible()
  }

  row(name: RegExp): Locator {
    return this.effects.getByRole('row', { name })
  }

  button(name: string | RegExp): Locator {
    return this.stage.getByRole('button', { name, exact: true })
  }
}
