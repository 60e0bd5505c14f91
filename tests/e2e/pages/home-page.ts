import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'

/** The first screen as its reader sees it. */
export class HomePage {
  readonly page: Page
  readonly files: Locator
  readonly quick: Locator
  readonly strip: Locator

  constructor(page: Page) {
    this.page = page
    this.files = page.getByRole('region', { name: /^(Berkas terakhir|Recent files)$/ })
    this.quick = page.getByRole('form', { name: /^(Isi lima angka|Five numbers)/ })
    this.strip = page.getByRole('region', { name: /^(Ringkasan rencana|Summary of the plan)$/ })
  }

  async goto(address: string): Promise<void> {
    await this.page.goto(address)
    await expect(this.files).toBeVisible()
  }

  /** From the plan back to the first screen, by the link in the rail. */
  async back(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: /^(Berkas|Files)/ }).click()
    await expect(this.files).toBeVisible()
  }

  form(name: string): Locator {
    return this.page.getByRole('form', { name })
  }

  /** Types into a region field and takes the first that is found, by keyboard. */
  async chooseRegion(form: Locator, text: string, first: RegExp): Promise<void> {
    const field = form.getByRole('combobox')
    await field.fill(text)
    await expect(form.getByRole('option').first()).toHaveText(first)
    await field.press('Enter')
    await expect(form.getByRole('listbox')).toBeHidden()
  }

  file(name: string): Locator {
    return this.files.getByRole('listitem').filter({ has: this.page.locator('.file-name', { hasText: new RegExp(`^${name.replace(/[()]/g, '\\$&')}$`) }) })
  }

  async openFile(name: string): Promise<void> {
    await this.file(name).getByRole('button').first().click()
  }

  /** Drops a file of the disk on the window, as a hand does. */
  async drop(file: string): Promise<void> {
    const bytes = readFileSync(file).toString('base64')
    const transfer = await this.page.evaluateHandle(([name, base64]) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(String(base64)), (letter) => letter.charCodeAt(0))], String(name)))
      return data
    }, [path.basename(file), bytes])
    await this.page.locator('body').dispatchEvent('dragover', { dataTransfer: transfer })
    await this.page.locator('body').dispatchEvent('drop', { dataTransfer: transfer })
  }

  figure(label: string): Locator {
    return this.strip.locator('div', { has: this.page.locator('dt', { hasText: new RegExp(`^${label}$`) }) }).locator('dd')
  }
}
