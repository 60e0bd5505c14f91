import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { axe } from './pages/axe.ts'
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
  expect(await axe(page, 'main')).toEqual([])
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
  // What the plan has no data for it takes from a file at once; nothing is left to be offered.
  await caseload.choose('keluarga.csv', Buffer.from('Kelompok Sasaran;Jumlah\nKeluarga berisiko stunting;40\n'))
  await page.getByRole('button', { name: 'Terima sebagai satu langkah' }).click()
  await expect(page.locator('.notices')).toContainText('diimpor sebagai satu langkah')
  await expect(page.locator('#isi')).toBeFocused()
  await expect(page.locator('.notices')).not.toContainText('Rencana belum memakai')
})

const city = rembukTest((folder) => {
  const file = path.join(folder, 'kota.rembuk')
  const counts = path.join(folder, 'verval.csv')
  const cli = (...args: string[]) => execFileSync(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), ...args], { cwd: ROOT })
  writeFileSync(counts, 'Kelurahan;Kelompok Sasaran;Jumlah\n35.71.01.1001;Balita stunting;12\n35.71.01.1002;Balita stunting;7\n35.71.02.1001;Balita stunting;9\n')
  cli('new', file, '--region', '35.71', '--year', '2027')
  cli('plan', file, '--template', 'kabupaten')
  cli('import', file, 'caseload', counts, '--series', 'Verval kota', '--measured-on', '2026-10-31')
  return file
})

city('in a city a posyandu is added to the village that is chosen, and counts are typed into it at once', async ({ rembuk, page }) => {
  const caseload = new CaseloadPage(page)
  await caseload.open(rembuk.address)
  await caseload.addColumn('Isian kota')
  await caseload.view('Per posyandu')
  await page.getByLabel('Data sasaran').selectOption('Isian kota')
  const add = page.getByRole('button', { name: 'Tambah baris' })
  await page.getByLabel('Posyandu lain').fill('Mawar')
  await expect(add).toBeDisabled()
  const village = page.getByRole('combobox', { name: 'di', exact: true })
  expect(await village.getByRole('option').allInnerTexts()).toHaveLength(4)
  const [first = '', second = ''] = (await village.getByRole('option').allInnerTexts()).slice(1)
  await village.selectOption(second)
  await add.click()
  // The cursor is in the new row, under its village.
  await page.keyboard.type('4')
  await page.keyboard.press('Enter')
  const names = () => caseload.table.getByRole('rowheader').allInnerTexts()
  const nameOf = (option: string) => option.replace(/ \(.*/, '')
  await expect.poll(names).toContain('Mawar')
  const rows = await names()
  expect(rows[rows.indexOf('Mawar') - 1]).toContain(nameOf(second))
  await expect(caseload.table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Mawar', exact: true }) }).getByRole('gridcell').first()).toHaveText('4')
  // The same name is another posyandu in another village, but not in this one.
  await page.getByLabel('Posyandu lain').fill('mawar')
  await expect(page.getByText('Posyandu ini sudah ada.')).toBeVisible()
  await village.selectOption(first)
  await expect(page.getByText('Posyandu ini sudah ada.')).toBeHidden()
  await add.click()
  await expect(caseload.table.getByRole('rowheader', { name: /^mawar$/i })).toHaveCount(2)
  expect(await axe(page, 'main')).toEqual([])
})
