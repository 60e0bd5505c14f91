import { expect, type Locator, type Page } from '@playwright/test'

/** Sumber & Aturan as its reader sees it. */
export class SourcesPage {
  readonly page: Page
  readonly sources: Locator
  readonly rules: Locator
  readonly matrix: Locator
  /** What the open source holds. */
  readonly detail: Locator

  constructor(page: Page) {
    this.page = page
    this.sources = page.getByRole('table', { name: /^(Sumber dana|Funding sources)$/ })
    this.rules = page.getByRole('table', { name: /^(Aturan tahun|Rules of) \d{4}$/ })
    this.matrix = page.getByRole('table', { name: /^(Kelayakan|Eligibility)$/ })
    this.detail = this.sources.locator('tr.detail')
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await this.page.getByRole('navigation').getByRole('link', { name: /^(Sumber & Aturan|Sources & Rules)$/ }).click()
    await expect(this.matrix).toBeVisible({ timeout: 30_000 })
  }

  row(label: string): Locator {
    return this.sources.getByRole('row').filter({ has: this.page.getByRole('link', { name: new RegExp(`^${label} `) }) })
  }

  async openSource(label: string): Promise<void> {
    await this.row(label).getByRole('link').click()
    await expect(this.row(label).getByRole('link')).toHaveAttribute('aria-expanded', 'true')
  }

  rule(name: string): Locator {
    return this.rules.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: new RegExp(`^${name}\\b`) }) })
  }

  /** Types into a field and leaves it. */
  async type(label: string | RegExp, text: string, within: Locator = this.detail): Promise<void> {
    const field = within.getByLabel(label, { exact: typeof label === 'string' })
    await field.fill(text)
    await field.press('Tab')
  }

  /** The row at the end of the commitments: class, bidang, amount. */
  async addCommitment(kind: string, bidang: string, amount: string): Promise<void> {
    const fresh = this.detail.locator('tr.new')
    await fresh.getByLabel('Jenis belanja').selectOption({ label: kind })
    await fresh.getByLabel('Bidang').selectOption(bidang)
    await this.type('Tambah belanja', amount, fresh)
  }
}
