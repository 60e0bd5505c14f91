import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { BudgetPage } from './pages/budget-page.ts'
import { whyNoElectron, HOST } from './pages/electron-host.ts'
import { startRembuk } from './pages/rembuk.ts'

const ROOT = path.join(import.meta.dirname, '../..')

function cli(...args: string[]): void {
  execFileSync(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), ...args], { cwd: ROOT })
}

/** A village of 2026 with its usual activities, four sources that have money, and the counts that its lines follow. */
function makeVillage(file: string): void {
  cli('new', file, '--region', '35.05.07.2001', '--year', '2026')
  cli('plan', file, '--template', 'desa')
  for (const [source, ceiling] of [['DDS', 400_000_000], ['ADD', 200_000_000], ['PBH', 50_000_000], ['PAD', 25_000_000]]) cli('set', file, 'source', String(source), '--ceiling', String(ceiling))
}

test.describe('the budget over several starts', () => {
  test.skip(HOST === 'electron' && whyNoElectron() !== undefined, whyNoElectron() ?? '')
  let home: string
  test.beforeEach(() => {
    home = mkdtempSync(path.join(os.tmpdir(), 'rembuk-budget-'))
  })
  test.afterEach(() => rmSync(home, { recursive: true, force: true }))

  test('120 cells pasted from a spreadsheet and everything after it are taken back after a restart, and made again', async ({ page }) => {
    const file = path.join(home, 'uji.rembuk')
    makeVillage(file)
    let rembuk = await startRembuk(home, file)
    const shown = rembuk.window ?? page
    let budget = new BudgetPage(shown)
    await budget.open(rembuk.address)
    const before = await budget.everything()
    // As Excel in id-ID copies it, with new prices and names; the headings of the tiers as they are.
    // What is reckoned of the old prices is no longer so: those columns stay empty.
    const block = before.split('\r\n').map((row, index) => {
      const [, name = '', volume = '', price = ''] = row.split('\t')
      const typed = index % 2 === 0 ? `Rp ${(index + 1) * 10}.000,00` : `${index + 1},5 rb`
      return price === '' ? [name, volume, price, '', '', '', '', ''] : [`${name} ${index}`, volume, typed, '', '', '', '', '']
    })
    expect(block.flat().length).toBeGreaterThanOrEqual(120)
    await budget.press('Control+Home', 'ArrowRight')
    await budget.paste(block)
    await expect(budget.notices).toContainText(/\d+ sel diisi/)
    await budget.press('Control+Home', 'ArrowDown', 'ArrowRight')
    await budget.type('Bantuan makanan, nama baru')
    await expect(budget.row('Bantuan makanan, nama baru')).toBeVisible()
    const changed = await budget.everything()
    expect(changed).not.toBe(before)
    expect(changed).toContain('4.500')
    await shown.goto('about:blank')
    await rembuk.stop()

    rembuk = await startRembuk(home, file)
    budget = new BudgetPage(rembuk.window ?? page)
    await budget.open(rembuk.address)
    expect(await budget.everything()).toBe(changed)
    await budget.grid.focus()
    await budget.press('Control+z')
    await expect(budget.notices).toContainText('Dibatalkan')
    await budget.press('Control+z')
    await expect.poll(() => budget.everything()).toBe(before)
    await budget.press('Control+y', 'Control+y')
    await expect.poll(() => budget.everything()).toBe(changed)
    await rembuk.stop()
  })

  test('cash above what the year allows is a note that leads to its row; typed as allowed it goes', async ({ page }) => {
    const file = path.join(home, 'uji.rembuk')
    makeVillage(file)
    const rembuk = await startRembuk(home, file)
    const shown = rembuk.window ?? page
    const budget = new BudgetPage(shown)
    await budget.open(rembuk.address)
    await budget.grid.focus()
    await budget.press('Alt+t')
    await shown.keyboard.type('bantuan tunai')
    await expect(budget.dialog.getByRole('option').first()).toContainText('BLT Desa')
    await budget.press('Enter')
    await expect(budget.row('BLT Desa')).toBeVisible()
    await budget.choose('BLT Desa', 'Harga satuan')
    await budget.type('400rb')
    await budget.press('Control+Home')
    await shown.getByRole('button', { name: /catatan$/ }).click()
    const note = shown.getByRole('complementary', { name: /^Catatan/ }).getByRole('listitem').filter({ hasText: 'melebihi batas Rp300.000' })
    await expect(note).toHaveCount(1)
    await note.getByRole('link').first().click()
    await expect(await budget.cell('BLT Desa', 'Uraian')).toHaveAttribute('aria-selected', 'true')
    await budget.grid.focus()
    await budget.press('ArrowRight', 'ArrowRight')
    await budget.type('300rb')
    await expect(note).toHaveCount(0)
    await expect(await budget.cell('BLT Desa', 'Harga satuan')).toHaveText('300.000')
    await rembuk.stop()
  })
})
