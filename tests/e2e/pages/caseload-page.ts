import { expect, type Locator, type Page } from '@playwright/test'

/** Sasaran as its reader sees it: found by words and roles. */
export class CaseloadPage {
  readonly page: Page
  readonly table: Locator
  readonly strip: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.table = page.getByRole('grid')
    this.strip = page.getByRole('region', { name: /^(Ringkasan rencana|Summary of the plan)$/ })
    this.dialog = page.getByRole('dialog')
  }

  async open(address: string): Promise<void> {
    await this.page.goto(`${address}#/sasaran`)
    await expect(this.table).toBeVisible({ timeout: 30_000 })
  }

  /** The need that the strip shows. */
  need(): Locator {
    return this.strip.locator('div', { has: this.page.locator('dt', { hasText: /^(Kebutuhan|Need)$/ }) }).locator('dd')
  }

  async cell(group: string, series: string): Promise<Locator> {
    await expect(this.table.getByRole('columnheader').filter({ hasText: series }).first()).toBeVisible()
    const heads = await this.table.getByRole('columnheader').allInnerTexts()
    const column = heads.findIndex((head) => head.includes(series))
    expect(column, `a column called ${series}`).toBeGreaterThan(0)
    return this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: group, exact: true }) }).getByRole('gridcell').nth(column - 1)
  }

  /** A group's cell of a place, in the view by place. */
  async place(name: string, group: string): Promise<Locator> {
    const row = this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) })
    await expect(row).toBeVisible()
    const heads = await this.table.getByRole('columnheader').allInnerTexts()
    const column = heads.indexOf(group)
    expect(column, `a column called ${group}`).toBeGreaterThan(0)
    return row.getByRole('gridcell').nth(column - 1)
  }

  async view(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click()
  }

  async addColumn(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Tambah kolom…' }).click()
    await this.dialog.getByLabel('Nama').fill(name)
    await this.dialog.getByLabel('Tanggal data').fill('2026-10-31')
    await this.dialog.getByRole('button', { name: 'Simpan' }).click()
    await expect(this.dialog).toBeHidden()
  }

  /** Pastes into what has the focus, as from a spreadsheet. */
  async paste(text: string): Promise<void> {
    await this.page.locator(':focus').evaluate((element, block) => {
      const data = new DataTransfer()
      data.setData('text/plain', block)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
  }

  /** Drops a file on the screen. */
  async drop(name: string, bytes: Uint8Array): Promise<void> {
    const data = await this.page.evaluateHandle(([file, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(content)], file))
      return transfer
    }, [name, [...bytes]] as const)
    await this.page.getByRole('heading', { name: 'Sasaran', level: 1 }).dispatchEvent('drop', { dataTransfer: data })
  }

  async choose(name: string, bytes: Uint8Array): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Impor berkas…' }).click()
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) })
  }

  get import(): Locator {
    return this.page.getByRole('region', { name: /^Periksa sebelum diimpor/ })
  }

  fix(row: number, column: string): Locator {
    return this.import.getByLabel(`Nilai yang benar untuk baris ${row}, kolom ${column}`)
  }
}
