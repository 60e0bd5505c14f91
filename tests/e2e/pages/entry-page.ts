import { readFileSync } from 'node:fs'
import { expect, type Download, type Locator, type Page } from '@playwright/test'

/** Entry sheet, comparison with Siskeudes and returned workbooks as their user sees them. */
export class EntryPage {
  readonly page: Page
  readonly root: Locator
  readonly table: Locator

  constructor(page: Page) {
    this.page = page
    this.root = page.locator('.entry-root')
    this.table = this.root.getByRole('table')
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await this.page.goto(`${new URL(address).origin}/#/dokumen`)
    await this.page.getByRole('link', { name: /^(Entri Siskeudes|Siskeudes entry)/ }).click()
    await expect(this.table).toBeVisible({ timeout: 20_000 })
  }

  async part(name: string): Promise<void> {
    await this.root.getByRole('link', { name, exact: true }).click()
  }

  /** Boxes of single rows. */
  ticks(): Locator {
    return this.table.getByRole('checkbox', { name: /^(Sudah diketik|Typed): / })
  }

  words(): Locator {
    return this.root.getByRole('status').first()
  }

  async give(name: string, bytes: Uint8Array | string): Promise<void> {
    await this.root.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes as Uint8Array) })
  }

  async download(button: string): Promise<Download> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.page.getByRole('button', { name: button, exact: true }).click()])
    return download
  }
}

export async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path())
}
