import { expect, type Locator, type Page } from '@playwright/test'

/** What stands around every screen. */
export class FramePage {
  readonly page: Page
  readonly strip: Locator
  readonly rail: Locator
  readonly dialog: Locator
  readonly search: Locator
  readonly undo: Locator
  readonly redo: Locator

  constructor(page: Page) {
    this.page = page
    this.strip = page.getByRole('region', { name: /^(Ringkasan rencana|Summary of the plan)$/ })
    this.rail = page.getByRole('navigation')
    this.dialog = page.getByRole('dialog')
    this.search = page.getByRole('combobox', { name: /^(Cari atau perintah|Search or command)$/ })
    this.undo = this.rail.getByRole('button', { name: /^(Batalkan|Tidak ada yang dapat dibatalkan|Undo|Nothing to undo)/ })
    this.redo = this.rail.getByRole('button', { name: /^(Ulangi|Tidak ada yang dapat diulangi|Redo|Nothing to redo)/ })
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await expect(this.strip).toBeVisible({ timeout: 30_000 })
  }

  /** The screens that the rail leads to, in its order. */
  screens(): Promise<string[]> {
    return this.rail.locator('> a').allInnerTexts()
  }

  /** Opens the figure of a label: what stands behind it. */
  async explain(label: string): Promise<Locator> {
    await this.strip.getByRole('button', { name: new RegExp(`^${label} `) }).click()
    const shown = this.page.getByRole('dialog', { name: label })
    await expect(shown).toBeVisible()
    return shown
  }

  async palette(words: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await this.search.fill(words)
  }
}

/** The whole rupiah of a text such as `Rp28.800.000`. */
export function rupiahOf(text: string): number {
  return Number(text.replaceAll(/[^\d-]/g, ''))
}
