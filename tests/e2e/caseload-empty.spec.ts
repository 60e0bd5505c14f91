import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { CaseloadPage } from './pages/caseload-page.ts'
import { rembukTest } from './pages/rembuk.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const test = rembukTest((folder) => {
  const file = path.join(folder, 'desa.rembuk')
  const cli = (...args: string[]) => execFileSync(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), ...args], { cwd: ROOT })
  cli('new', file, '--region', '35.05.07.2001', '--year', '2027')
  cli('plan', file, '--template', 'desa')
  return file
})

test('a village without a caseload says what belongs here, and five typed figures become a need', async ({ rembuk, page }, info) => {
  const caseload = new CaseloadPage(page)
  await page.goto(`${rembuk.address}#/sasaran`)
  await expect(page.getByRole('heading', { name: 'Belum ada data sasaran' })).toBeVisible()
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations.map(({ id }) => id)).toEqual([])
  const picture = info.outputPath('empty.png')
  await page.screenshot({ path: picture })
  await info.attach('empty', { path: picture, contentType: 'image/png' })
  await page.getByRole('button', { name: 'Ketik angkanya' }).click()
  await expect(caseload.table).toBeVisible()
  await expect(await caseload.cell('Sasaran balita (S)', 'Isian manual')).toBeFocused()
  const enough = page.getByText('Cukup untuk rencana pertama')
  await expect(enough).toContainText('Sasaran balita (S), Diukur TB/U, Balita stunting, Ibu hamil KEK, Kader posyandu')
  for (const [group, count] of [['Sasaran balita (S)', '389'], ['Diukur TB/U', '367'], ['Balita stunting', '16'], ['Ibu hamil KEK', '5'], ['Kader posyandu', '25']] as const) {
    const cell = await caseload.cell(group, 'Isian manual')
    await cell.focus()
    await page.keyboard.type(count)
    await page.keyboard.press('Enter')
    await expect(cell).toContainText(count)
  }
  await expect(enough).toBeHidden()
  await expect(caseload.need()).not.toHaveText(/^Rp0\b/)
  await expect(page.getByText('dipakai rencana').first()).toBeVisible()
})
