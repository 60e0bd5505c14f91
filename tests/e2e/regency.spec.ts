import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { axe } from './pages/axe.ts'
import { dragFiles } from './pages/drag.ts'
import { rembukTest } from './pages/rembuk.ts'
import { writeRegency } from './pages/write-regency.ts'

let packages = ''

const test = rembukTest((folder) => {
  packages = folder
  return writeRegency(folder)
})

const inFolder = (name: string) => readdirSync(path.join(packages, name)).map((file) => path.join(packages, name, file))

async function expectNoAxe(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
    expect(await axe(page), theme).toEqual([])
  }
}

// One regency from its first package to the division of its money, as Bappeda does it in a day.
test('258 files come in, ten of them bad; one village sends again; the plans come together; an envelope is divided, exported and taken back', async ({ rembuk, overview, page }) => {
  test.setTimeout(360_000)
  await overview.open(rembuk.address)
  const rail = page.getByRole('navigation', { name: 'Bagian' })
  expect(await rail.locator('> a').allInnerTexts()).toEqual(['Ringkasan', 'Sasaran', 'Anggaran', 'Sumber & Aturan', 'Skenario', 'Rembuk', 'Dokumen', 'Kiriman', 'Konsolidasi', 'Pembagian pagu'])
  await rail.getByRole('link', { name: 'Kiriman' }).click()
  await expect(page.getByText('0 dari 248 desa/kelurahan sudah masuk').first()).toBeVisible()
  // a folder that is dropped is read through, and a stop on the way leaves nothing behind
  const screen = page.locator('#isi')
  await dragFiles(page, screen, [path.join(packages, 'usb')])
  await page.getByRole('button', { name: 'Hentikan' }).click()
  await expect(page.getByText('Penerimaan dihentikan; tidak ada yang disimpan.')).toBeVisible()
  await expect(page.getByText('0 dari 248 desa/kelurahan sudah masuk').first()).toBeVisible()
  await page.locator('input[type=file][aria-label="Pilih folder"]').setInputFiles(path.join(packages, 'usb'))
  await expect(page.getByText('248 dari 248 desa/kelurahan sudah masuk').first()).toBeVisible({ timeout: 60_000 })
  const report = page.getByRole('region', { name: 'Hasil penerimaan' }).first()
  await expect(page.getByText('10 ditolak')).toBeVisible()
  for (const why of [
    'Rusak atau terpotong di perjalanan. Minta dikirim ulang.', 'Isinya diubah setelah dibuat. Minta paket asli dari desa.', 'Bukan paket Rembuk.', 'Dibuat dengan Rembuk yang lebih baru. Perbarui Rembuk di sini.',
    'Terlalu besar untuk sebuah paket; tidak dibuka.', 'Untuk TA 2026, sedangkan di sini TA 2027.', 'Untuk TA 2028, sedangkan di sini TA 2027.',
  ]) await expect(report.getByText(why).first()).toBeVisible()
  await expect(report.getByText(/Dari wilayah lain: .+ \(35\.71\.01\.1001\)/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Tutup hasil' }).click()

  await dragFiles(page, screen, inFolder('ulang'))
  await expect(page.getByText(/revisi 1 → 2, kebutuhan/)).toBeVisible()
  await page.getByRole('button', { name: 'Tutup hasil' }).click()
  // the same again changes nothing, and what is older than what is here is told
  await page.locator('input[type=file][accept=".gz"]').setInputFiles([...inFolder('ulang'), ...inFolder('usb').filter((file) => file.includes('35.05.07.2001 '))])
  await expect(page.getByText('2 sudah ada')).toBeVisible()
  await page.getByRole('button', { name: 'Tutup hasil' }).click()
  await page.getByRole('searchbox').fill('kalipucung')
  await page.getByRole('button', { name: 'Kalipucung' }).click()
  await expect(page.getByRole('heading', { name: 'Perubahan dari revisi 1 ke 2' })).toBeVisible()
  await expectNoAxe(page)
  await page.getByRole('button', { name: 'Koreksi: balita stunting' }).click()
  await page.getByLabel('jumlah', { exact: true }).fill('21')
  await page.getByRole('button', { name: 'Simpan koreksi' }).click()
  await expect(page.getByRole('heading', { name: 'Koreksi kabupaten/kota' })).toBeVisible()

  await rail.getByRole('link', { name: 'Konsolidasi' }).click()
  await expect(page.getByRole('table', { name: 'Kecamatan' }).getByRole('rowheader', { name: 'Sanankulon' })).toBeVisible()
  await page.getByRole('link', { name: 'Per kecamatan' }).click()
  await expect(page.getByRole('region', { name: 'Kecamatan × ukuran' }).getByRole('row')).toHaveCount(23)
  await page.getByRole('link', { name: 'Peringkat' }).click()
  await expect(page.getByRole('img', { name: /, Sanankulon Rp|, .+ Rp/ })).toBeVisible()
  const [ranked] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Simpan grafik Belum terdanai terbesar/ }).click()])
  expect(ranked.suggestedFilename()).toMatch(/^Konsolidasi TA 2027.*terbesar\.png$/)
  await page.getByRole('link', { name: 'Menyimpang' }).click()
  await page.getByRole('link', { name: 'Sasaran', exact: true }).last().click()
  await expect(page.getByText('248 dari 248').first()).toBeVisible()
  const [recap] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Ekspor rekap' }).click()])
  expect(recap.suggestedFilename()).toBe('Rekap Kabupaten Blitar TA 2027.xlsx')
  await page.getByRole('link', { name: 'RKPD', exact: true }).click()
  await page.getByRole('textbox', { name: 'Program RPJMD' }).fill('1.02.02\n7.01.03\n1.03.05')
  await page.getByRole('button', { name: 'Simpan daftar' }).click()
  await expect(page.getByText('program tidak ada di RPJMD').first()).toBeVisible()
  // the ceilings come as a file, with one row that cannot be used
  await page.locator('input[type=file][aria-label="Impor pagu OPD"]').setInputFiles(path.join(packages, 'pagu-opd.csv'))
  const read = page.getByRole('dialog', { name: 'Impor pagu OPD' })
  await expect(read.getByRole('row', { name: '4 Pagu (Rp) banyak Bukan jumlah rupiah.' })).toBeVisible()
  await expectNoAxe(page)
  await read.getByRole('button', { name: 'Pakai 2 baris ini' }).click()
  await expect(page.getByText(/^Rp.+, pagu Rp100\.000\.000$/)).toBeAttached()
  const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Unduh contoh berkas' }).first().click()])
  expect(template.suggestedFilename()).toBe('contoh-program-rpjmd.xlsx')
  await page.getByRole('link', { name: 'Antar dokumen' }).click()
  await expect(page.getByText('248 desa mengirim tanpa versi terkunci')).toBeVisible()
  await page.getByRole('link', { name: 'Kegiatan OPD' }).click()
  await page.getByRole('button', { name: 'PMT lokal dan pelayanan gizi masyarakat' }).click()
  await page.getByLabel('Target 2027').fill('40')
  await page.getByLabel('Persen untuk stunting').fill('60')
  await page.getByRole('button', { name: 'Simpan kegiatan' }).click()
  await expect(page.getByRole('row', { name: /PMT lokal dan pelayanan gizi masyarakat.*40 Dokumen/ })).toBeVisible()
  await expect(page.getByLabel('Persen untuk stunting')).toHaveValue('60')
  await page.getByRole('checkbox', { name: 'PMT lokal balita gizi kurang' }).uncheck()
  await expect(page.getByText('diubah', { exact: true })).toBeVisible()
  await expectNoAxe(page)

  await rail.getByRole('link', { name: 'Pembagian pagu' }).click()
  await page.getByLabel('Pagu yang dibagi').fill('15 miliar')
  await page.getByLabel('Bagian dasar tiap desa').fill('20 jt')
  await page.getByLabel('Paling banyak').fill('120 jt')
  await page.getByLabel('Paling banyak').press('Enter')
  await expect(page.getByText('Rp15.000.000.000 untuk 248 desa/kelurahan')).toBeVisible()
  await page.getByRole('table', { name: 'Pembagian pagu' }).getByRole('button').first().click()
  await expect(page.getByRole('dialog').getByText(/bobot 60%/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Simpan pembagian' }).click()
  await expect(page.getByText('tersimpan', { exact: true })).toBeVisible()
  const [division] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Ekspor', exact: true }).click()])
  expect(division.suggestedFilename()).toBe('Pembagian pagu Kabupaten Blitar TA 2027.xlsx')
  await page.getByRole('link', { name: 'Optimum bersama' }).click()
  await expect(page.getByText(/Isi paling sedikit satu dana bersama/)).toBeVisible()
  await page.getByLabel('Pagu yang dibagi').fill('2 miliar')
  await page.getByLabel('Pagu yang dibagi').press('Enter')
  await page.getByRole('button', { name: 'Hitung', exact: true }).click()
  await page.getByRole('button', { name: 'Hentikan' }).click()
  await expect(page.getByText('Dihentikan; tidak ada yang berubah.')).toBeVisible()
  await page.getByRole('button', { name: 'Hitung', exact: true }).click()
  await expect(page.getByText(/Dana bersama terpakai .+ dari Rp2\.000\.000\.000 untuk 248 desa\/kelurahan/)).toBeVisible({ timeout: 120_000 })
  await page.getByText('Langkah dan batasnya').click()
  await expectNoAxe(page)
  const [optimum] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Ekspor', exact: true }).click()])
  expect(optimum.suggestedFilename()).toBe('Optimum bersama Kabupaten Blitar TA 2027.xlsx')
  await page.getByRole('button', { name: 'Pakai sebagai pembagian' }).click()
  await expect(page.getByText('tersimpan', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('belum disimpan')).toBeVisible()
  await page.evaluate(() => (location.hash = '#/pembagian'))
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Ketik pagu yang dibagi; pratinjau muncul di sini.')).toBeVisible()
})
