import { readFileSync } from 'node:fs'
import { expect, type Download, type Locator, type Page } from '@playwright/test'
import * as XLSX from 'xlsx'

/** Dokumen as its reader sees it: a list, the paper, who signs, the ways out. */
export class DocumentsPage {
  readonly page: Page
  readonly list: Locator
  readonly desk: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('navigation', { name: /^(Dokumen rencana ini|Documents of this plan)$/ })
    this.desk = page.getByRole('region', { name: /^(Pratinjau|Preview of) / })
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await this.page.goto(`${new URL(address).origin}/#/dokumen`)
    await expect(this.pages().first()).toBeVisible({ timeout: 30_000 })
  }

  async choose(name: string): Promise<void> {
    await this.list.getByRole('link', { name }).click()
    await expect(this.page.getByRole('region', { name: `Pratinjau ${name}` })).toHaveAttribute('aria-busy', 'false')
  }

  /** Pages on the desk, each a region of its own. */
  pages(): Locator {
    return this.desk.getByRole('region')
  }

  /** All words on the pages of a sheet. */
  async words(sheet: string): Promise<string> {
    return (await this.desk.getByRole('region', { name: new RegExp(`^${sheet}, `) }).allTextContents()).join('\n')
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }
}

/** A workbook that was downloaded, as a spreadsheet program reads it. */
export async function workbookOf(download: Download): Promise<XLSX.WorkBook> {
  return XLSX.read(readFileSync(await download.path()))
}

/** The figure in the row of a sheet that begins with a label: its last one. */
export function figureIn(book: XLSX.WorkBook, sheet: string, label: string): number | undefined {
  const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[sheet] ?? {}, { header: 1 })
  return rows.find((row) => row.includes(label))?.findLast((cell): cell is number => typeof cell === 'number')
}
