import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { axe } from './pages/axe.ts'
import { FramePage } from './pages/frame-page.ts'
import { HomePage } from './pages/home-page.ts'
import { emptyTest as base } from './pages/rembuk.ts'
import { SourcesPage } from './pages/sources-page.ts'

const test = base.extend<{ frame: FramePage; home: HomePage }>({
  frame: async ({ page }, use) => use(new FramePage(page)),
  home: async ({ page }, use) => use(new HomePage(page)),
})

const NAME = 'Desa Kalipucung'

test('a backup is made in the settings, checked, and opened as a new file after saying what it lacks', async ({ frame, home, page, rembuk }) => {
  const folder = path.join(rembuk.home, 'Cadangan Rembuk')
  await home.goto(rembuk.address)
  await home.chooseRegion(home.form('Desa/kelurahan baru'), 'kalipucung blitar', /Kalipucung/)
  await home.form('Desa/kelurahan baru').getByRole('button', { name: 'Buat berkas' }).click()
  await expect(frame.strip).toBeVisible()
  const openSettings = () => frame.rail.getByRole('button', { name: 'Pengaturan', exact: true }).click()
  await openSettings()
  const section = frame.dialog.getByRole('region', { name: 'Cadangan' })
  await expect(section).toContainText('Belum ada cadangan')
  await expect(section).toContainText('di folder Cadangan Rembuk, di samping berkas kerja')
  const address = section.getByLabel('Folder cadangan')
  await address.fill('cadangan saya')
  await address.press('Enter')
  await expect(address).toHaveAccessibleDescription(/bukan alamat lengkap/)
  await address.fill('')
  await section.getByRole('button', { name: 'Buat cadangan sekarang' }).click()
  const rows = section.getByRole('table').locator('tbody').getByRole('row')
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText('diminta')
  await expect(rows.first()).toContainText('utuh')
  await page.keyboard.press('Escape')

  const sources = new SourcesPage(page)
  await sources.open(page.url())
  await sources.openSource('DDS')
  await sources.type('Pagu reguler', '300jt')
  await expect(sources.row('DDS')).toContainText('300.000.000')
  await openSettings()
  await rows.first().getByRole('button', { name: /^Pulihkan/ }).click()
  await expect(section).toContainText('Berkas yang sekarang tidak diubah')
  await expect(section).toContainText('1 langkah sesudahnya tidak ada')
  await expect(section).toContainText('Sumber dana DDS diubah')
  expect(await axe(page)).toEqual([])
  await page.screenshot({ path: test.info().outputPath('cadangan.png') })
  await section.getByRole('button', { name: 'Buka sebagai berkas baru' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'dibuka sebagai berkas baru' })).toBeVisible()
  await sources.open(page.url())
  await expect(sources.row('DDS')).toContainText('belum diisi')
  const names = readdirSync(rembuk.home).filter((name) => name.endsWith('.rembuk'))
  expect(names).toEqual([expect.stringMatching(/^Desa Kalipucung \(cadangan .*\)\.rembuk$/), `${NAME}.rembuk`])

  // The former file is as it was; a backup that is damaged says so and offers no restoring.
  await home.back()
  await home.openFile(NAME)
  await expect(frame.strip).toBeVisible()
  await sources.open(page.url())
  await expect(sources.row('DDS')).toContainText('300.000.000')
  for (const name of readdirSync(folder).filter((one) => one.includes('manual'))) truncateSync(path.join(folder, name), 5 * 4096)
  await page.reload()
  await openSettings()
  const asked = rows.filter({ hasText: 'diminta' })
  await expect(asked).toContainText('rusak')
  await expect(asked.getByRole('button', { name: /^Pulihkan/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
})

test('a backup that cannot be made is said, with why, that nothing is lost, and a way on; the work goes on', async ({ frame, home, page, rembuk }) => {
  await frame.open(rembuk.address)
  const folder = path.join(rembuk.home, 'Cadangan Rembuk')
  rmSync(folder, { recursive: true })
  writeFileSync(folder, 'in the way')
  await frame.palette('cadangan')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Tidak dapat menulis ke' })).toContainText('Cadangan Rembuk')
  const sources = new SourcesPage(page)
  await sources.open(page.url())
  await sources.openSource('ADD')
  await sources.type('Pagu', '40jt')
  await expect(sources.row('ADD')).toContainText('40.000.000')

  // Closing makes a backup of what changed: it cannot, and the file is closed all the same.
  await home.back()
  await page.getByRole('button', { name: 'Tutup berkas ini' }).click()
  const said = page.getByRole('alert').filter({ hasText: `Cadangan ${NAME}.rembuk tidak dapat dibuat` })
  await expect(said).toContainText('Tidak dapat menulis ke')
  await expect(said).toContainText('sudah tersimpan di berkasnya')
  await home.openFile(NAME)
  await expect(frame.rail.getByRole('button', { name: 'Cadangan gagal dibuat' })).toBeVisible()
  rmSync(folder)
  await frame.rail.getByRole('button', { name: 'Cadangan gagal dibuat' }).click()
  await frame.dialog.getByRole('button', { name: 'Buat cadangan sekarang' }).click()
  await expect(frame.rail.getByRole('button', { name: 'Cadangan gagal dibuat', includeHidden: true })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await sources.open(page.url())
  await expect(sources.row('ADD')).toContainText('40.000.000')
})
