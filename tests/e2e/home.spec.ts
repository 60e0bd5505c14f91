import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { expect } from '@playwright/test'
import { axe } from './pages/axe.ts'
import { HomePage } from './pages/home-page.ts'
import { emptyTest as base } from './pages/rembuk.ts'
import { SourcesPage } from './pages/sources-page.ts'

const ROOT = path.join(import.meta.dirname, '../..')

/** Rembuk as it starts for the first time: one start for the file, its home folder emptied after each test. */
const test = base.extend<{ home: HomePage }>({
  home: async ({ page, rembuk }, use) => {
    const home = new HomePage(page)
    await home.goto(rembuk.address)
    await use(home)
    // Closed, so that the next test begins as the first one did.
    await page.evaluate(() => (location.hash = '#/berkas'))
    const close = page.getByRole('button', { name: /^(Tutup berkas ini|Close this file)$/ })
    await expect(home.files).toBeVisible()
    if (await close.isVisible()) await close.click()
    await expect(close).toBeHidden()
    rmSync(rembuk.home, { recursive: true, force: true })
  },
})

const names = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.rembuk')).toSorted()

/** A workspace elsewhere, made by the command line. */
function elsewhere(name: string): string {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'rembuk-elsewhere-')), name)
  execFileSync(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), 'new', file, '--region', '35.05.07.2001', '--year', '2027'], { cwd: ROOT })
  return file
}

test('the first screen says what it needs, with nothing open and nothing made', async ({ home, page, rembuk }) => {
  await expect(page).toHaveTitle('Rembuk: Berkas')
  await expect(page.getByText('Windows 10 atau lebih baru')).toBeVisible()
  await expect(home.files).toContainText('Belum ada berkas')
  await expect(home.strip).toBeHidden()
  expect(() => readdirSync(rembuk.home)).toThrow('ENOENT')
})

test('the door to the sample, and from there back, away and in again, also to read only', async ({ home, page, rembuk }) => {
  await page.getByRole('button', { name: 'Desa Kalipucung' }).click()
  await expect(page.getByText('Menyusun contoh')).toBeVisible()
  await expect(home.figure('Kebutuhan')).toHaveText('Rp173.614.000', { timeout: 30_000 })
  await home.back()
  await expect(home.file('contoh-kalipucung')).toContainText('terbuka')
  await page.getByRole('link', { name: 'Kembali ke contoh-kalipucung' }).click()
  await expect(home.figure('Kebutuhan')).toHaveText('Rp173.614.000')
  await home.back()
  await page.getByRole('button', { name: 'Tutup berkas ini' }).click()
  await expect(home.file('contoh-kalipucung')).not.toContainText('terbuka')
  await home.openFile('contoh-kalipucung')
  await expect(home.figure('Terdanai')).toHaveText('Rp146.114.000')
  expect(names(rembuk.home)).toEqual(['contoh-kalipucung.rembuk'])
  // Opened to be read only, as where its folder cannot be written: the rail says so and offers nothing to take back.
  await home.back()
  await page.getByRole('button', { name: 'Tutup berkas ini' }).click()
  await page.route('**/rpc/home/open', (route) => route.continue({ postData: route.request().postData()?.replace('"id":', '"readOnly":true,"id":') ?? '' }))
  await home.openFile('contoh-kalipucung')
  const rail = page.getByRole('navigation', { name: 'Bagian' })
  await expect(rail.getByRole('status')).toHaveText('Hanya dibaca: perubahan tidak disimpan')
  await expect(rail.getByRole('button', { name: 'Tidak ada yang dapat dibatalkan' })).toHaveAttribute('aria-disabled', 'true')
})

test('a sample that is stopped while it is made leaves nothing', async ({ home, page, rembuk }) => {
  await page.getByRole('button', { name: 'Kota Kediri' }).click()
  // The way to stop stays inside its door, however narrow that is.
  const stop = page.getByRole('button', { name: 'Hentikan' })
  const inside = await stop.evaluate((button) => (button.closest('.door')?.getBoundingClientRect().right ?? 0) - button.getBoundingClientRect().right)
  expect(inside).toBeGreaterThan(0)
  await stop.click()
  await expect(page.getByRole('button', { name: 'Kota Kediri' })).toBeEnabled()
  await expect.poll(() => readdirSync(rembuk.home), { timeout: 30_000 }).toEqual([])
  await expect(home.strip).toBeHidden()
})

test('the door to a new village, by keyboard alone', async ({ home, page, rembuk }) => {
  const form = home.form('Desa/kelurahan baru')
  const field = form.getByRole('combobox')
  for (let step = 0; step < 20 && !(await field.evaluate((input) => input === document.activeElement)); step += 1) {
    await page.keyboard.press('Tab')
    await expect(page.locator(':focus')).not.toHaveCSS('outline-style', 'none')
  }
  await page.keyboard.type('kalipucung blitar')
  await expect(form.getByRole('option').first()).toHaveText(/Kalipucung/)
  await expect(field).toHaveAttribute('aria-activedescendant', /.+/)
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('Kalipucung, Sanankulon, Kabupaten Blitar')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(home.strip).toBeVisible()
  await expect(page).toHaveTitle(/Kalipucung TA 2027/)
  expect(names(rembuk.home)).toEqual(['Desa Kalipucung.rembuk'])
  // Back past its first plan: nothing fails, the rail keeps what is no part of a plan, and both ways on are there.
  const failed: string[] = []
  page.on('response', (response) => response.status() >= 400 && failed.push(response.url()))
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'Belum ada rencana di berkas ini' })).toBeVisible()
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog')).toContainText('Ctrl+Z')
  await page.keyboard.press('Escape')
  await page.getByRole('navigation').getByRole('button', { name: 'Pengaturan', exact: true }).click()
  await expect(page.getByRole('dialog').getByLabel('Bahasa')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('navigation').getByRole('button', { name: 'English', exact: true }).click()
  await page.getByRole('main').getByRole('button', { name: /^Redo: Plan/ }).click()
  await expect(home.strip).toBeVisible()
  await page.getByRole('navigation').getByRole('button', { name: 'Indonesia', exact: true }).click()
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: 'Buat rencana' }).click()
  await expect(home.strip).toBeVisible()
  expect(failed).toEqual([])
})

test('the door to a new regency, by mouse', async ({ home, page, rembuk }) => {
  const form = home.form('Kabupaten/kota baru')
  await form.getByRole('button', { name: 'Buat berkas' }).click()
  await expect(form).toContainText('Pilih satu dari daftar.')
  await form.getByRole('combobox').fill('kota kediri')
  await form.getByRole('option', { name: 'Kota Kediri' }).click()
  await form.getByLabel('Tahun anggaran').fill('2028')
  await form.getByRole('button', { name: 'Buat berkas' }).click()
  await expect(home.strip).toBeVisible()
  await expect(page).toHaveTitle(/Kota Kediri TA 2028/)
  expect(names(rembuk.home)).toEqual(['Kota Kediri.rembuk'])
})

test('five numbers become a plan', async ({ home, rembuk, page }) => {
  // Enter before the list has come means what was typed, not what the list shows for its first letters.
  const region = home.quick.getByRole('combobox')
  await region.fill('kal')
  await expect(home.quick.getByRole('option').first()).not.toHaveText(/Kalipucung/)
  const asked = Promise.withResolvers<undefined>()
  await page.route('**/rpc/home/regions**', async (route) => asked.promise.then(() => route.continue()))
  await region.fill('kalipucung')
  await region.press('Enter')
  asked.resolve(undefined)
  await expect(region).toHaveValue('Kalipucung, Sanankulon, Kabupaten Blitar')
  await home.quick.getByLabel('Tahun anggaran').fill('2026')
  await home.quick.getByLabel('Balita stunting').fill('16')
  await home.quick.getByLabel('Pagu Dana Desa').fill('350jt')
  await home.quick.getByLabel('Bantuan per anak per bulan').fill('Rp 175.000')
  await expect(home.quick).toContainText('16 anak × 12 bulan × Rp175.000 = Rp33.600.000')
  await home.quick.getByRole('button', { name: 'Susun rencana' }).click()
  await expect(home.figure('Balita stunting terlayani')).toHaveText('16 dari 16, 12 dari 12 bulan', { timeout: 30_000 })
  expect(names(rembuk.home)).toEqual(['Desa Kalipucung.rembuk'])
})

test('what cannot be understood stays in its field, marked, and makes nothing', async ({ home, rembuk }) => {
  await home.quick.getByLabel('Tahun anggaran').fill('26')
  await home.quick.getByLabel('Balita stunting').fill('enam belas')
  await home.quick.getByLabel('Pagu Dana Desa').fill('banyak')
  await home.quick.getByRole('button', { name: 'Susun rencana' }).click()
  for (const text of ['Pilih satu dari daftar.', 'Isi tahun antara 2024 dan 2040.', 'Isi bilangan bulat, paling sedikit 1.', 'Isi jumlah rupiah']) await expect(home.quick).toContainText(text)
  await home.quick.getByLabel('Bantuan per anak per bulan').fill('0')
  await expect(home.quick).toContainText('Isi jumlah rupiah lebih dari 0, misalnya 150.000 atau 150rb.')
  await expect(home.quick.getByLabel('Balita stunting')).toHaveValue('enam belas')
  await expect(home.quick.getByLabel('Balita stunting')).toHaveAttribute('aria-invalid', 'true')
  expect(() => readdirSync(rembuk.home)).toThrow('ENOENT')
})

test('a file that is dropped is copied, never over another, and opened; also from a plan\'s screen', async ({ home, page, rembuk }) => {
  const file = elsewhere('desa.rembuk')
  execFileSync(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), 'plan', file, '--template', 'desa'], { cwd: ROOT })
  await home.drop(file)
  await expect(page.getByText('desa.rembuk disalin ke folder Rembuk sebagai desa.rembuk')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Belum ada rencana' }).or(home.strip)).toBeVisible()
  await home.drop(file)
  await expect(page.getByText('sebagai desa (2).rembuk')).toBeVisible()
  await expect(page.getByRole('link', { name: /desa \(2\)\.rembuk/ })).toBeVisible()
  expect(names(rembuk.home)).toEqual(['desa (2).rembuk', 'desa.rembuk'])
  // Also on the screen that takes data files; what a screen does not take is told where it belongs.
  await page.evaluate(() => (location.hash = '#/sasaran'))
  await expect(page.getByRole('heading', { name: 'Sasaran', level: 1 })).toBeVisible()
  await home.drop(file)
  await expect(page.getByText('sebagai desa (3).rembuk')).toBeVisible()
  await expect(page.getByRole('link', { name: /desa \(3\)\.rembuk/ })).toBeVisible()
  await page.evaluate(() => (location.hash = '#/sumber'))
  await expect(page.getByRole('table', { name: 'Sumber dana' })).toBeVisible()
  const list = path.join(path.dirname(file), 'balita.csv')
  writeFileSync(list, 'NIK;Nama')
  await home.drop(list)
  await expect(page.getByText('balita.csv tidak diterima di layar ini')).toBeVisible()
  await expect(page).toHaveURL(/#\/sumber$/)
  expect(readFileSync(file).length).toBeGreaterThan(1000)
  rmSync(path.dirname(file), { recursive: true })
})

test('what is no workspace is refused where it was dropped, with the way on', async ({ home, page, rembuk }) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-elsewhere-'))
  writeFileSync(path.join(folder, 'foto.rembuk'), 'x'.repeat(4096))
  writeFileSync(path.join(folder, 'balita.xlsx'), 'PK')
  await home.drop(path.join(folder, 'foto.rembuk'))
  await expect(home.files.getByRole('alert')).toContainText('bukan berkas kerja Rembuk')
  await home.drop(path.join(folder, 'balita.xlsx'))
  await expect(home.files.getByRole('alert')).toContainText('balita.xlsx bukan berkas .rembuk')
  await expect(page).toHaveURL(/127\.0\.0\.1/)
  expect(names(rembuk.home)).toEqual([])
  rmSync(folder, { recursive: true })
})

test('a damaged file says so, and its backup opens as a new file', async ({ home, page, rembuk }) => {
  const file = elsewhere('rusak.rembuk')
  const cli = (...args: string[]) => execFileSync(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), ...args], { cwd: ROOT, encoding: 'utf8' })
  cli('plan', file, '--template', 'desa')
  cli('backup', file)
  const backups = path.join(path.dirname(file), 'Cadangan Rembuk')
  mkdirSync(path.join(rembuk.home, 'Cadangan Rembuk'), { recursive: true })
  for (const name of readdirSync(backups)) copyFileSync(path.join(backups, name), path.join(rembuk.home, 'Cadangan Rembuk', name))
  truncateSync(file, 12_288)
  copyFileSync(file, path.join(rembuk.home, 'rusak.rembuk'))
  rmSync(path.dirname(file), { recursive: true })

  await page.reload()
  await expect(home.file('rusak')).toContainText('rusak')
  await home.openFile('rusak')
  await expect(home.file('rusak').getByRole('alert').getByRole('paragraph').first()).toHaveText('▲ rusak.rembuk rusak. Isinya tidak diubah. Ada dua jalan keluar; keduanya menghasilkan berkas baru.')
  await expect(home.file('rusak').getByText(/^Keterangan teknis: ./)).toBeVisible()
  await expect(home.file('rusak').getByRole('button', { name: 'Selamatkan yang masih terbaca' })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('damaged.png') })
  await home.file('rusak').getByRole('button', { name: 'Buka cadangan terakhir sebagai berkas baru' }).click()
  await expect(page.getByText('dibuka sebagai berkas baru rusak (2).rembuk')).toBeVisible()
  await expect(home.strip).toBeVisible()
  expect(names(rembuk.home)).toEqual(['rusak (2).rembuk', 'rusak.rembuk'])
})

test('another tab of the same Rembuk follows when a file is opened in this one, and when a figure is changed', async ({ home, page, context, rembuk }) => {
  const other = new HomePage(await context.newPage())
  await other.goto(rembuk.address)
  await home.chooseRegion(home.form('Kabupaten/kota baru'), 'kota kediri', /Kota Kediri/)
  await home.form('Kabupaten/kota baru').getByRole('button', { name: 'Buat berkas' }).click()
  await expect(home.strip).toBeVisible()
  await expect(other.strip).toBeVisible()
  const [here, there] = [new SourcesPage(page), new SourcesPage(other.page)]
  for (const { page: tab } of [here, there]) await tab.getByRole('navigation').getByRole('link', { name: 'Sumber & Aturan' }).click()
  await here.openSource('DAU')
  await here.type('Pagu', '9jt')
  await expect(there.row('DAU')).toContainText('9.000.000')
  await other.page.close()
  await expect(page).toHaveTitle(/Kota Kediri/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, and pictures are taken (${colorScheme})`, async ({ home, page, rembuk }, info) => {
    await page.emulateMedia({ colorScheme })
    mkdirSync(rembuk.home, { recursive: true })
    const file = elsewhere('Desa Kalipucung Kecamatan Sanankulon Kabupaten Blitar 2027.rembuk')
    copyFileSync(file, path.join(rembuk.home, path.basename(file)))
    writeFileSync(path.join(rembuk.home, 'foto.rembuk'), 'x'.repeat(4096))
    rmSync(path.dirname(file), { recursive: true })
    await page.reload()
    await home.openFile('foto')
    await expect(home.file('foto').getByRole('alert')).toBeVisible()
    await home.quick.getByLabel('Balita stunting').fill('enam belas')
    expect(await axe(page)).toEqual([])
    await home.quick.getByRole('combobox').fill('mojoroto')
    await expect(home.quick.getByRole('option').first()).toBeVisible()
    expect(await axe(page)).toEqual([])
    for (const [width, height] of [[1366, 768], [1920, 1080], [683, 384]] as const) {
      await page.setViewportSize({ width, height })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
      const picture = info.outputPath(`home-${width}-${colorScheme}.png`)
      await page.screenshot({ path: picture })
      await info.attach(`first screen ${width} ${colorScheme}`, { path: picture, contentType: 'image/png' })
    }
    if (colorScheme === 'light') {
      await page.setViewportSize({ width: 1366, height: 768 })
      await page.getByRole('button', { name: 'English' }).click()
      await page.screenshot({ path: info.outputPath('home-en.png') })
      await page.getByRole('button', { name: 'Indonesia' }).click()
    }
  })
}
