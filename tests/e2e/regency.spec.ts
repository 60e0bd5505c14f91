import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { axe } from './pages/axe.ts'
import { rembukTest } from './pages/rembuk.ts'

const ROOT = path.join(import.meta.dirname, '../..')
let packages = ''

const test = rembukTest((folder) => {
  execFileSync(process.execPath, [path.join(ROOT, 'tests/support/write-regency.ts'), folder], { cwd: ROOT })
  packages = folder
  return path.join(folder, 'kabupaten.rembuk')
})

const inFolder = (name: string) => readdirSync(path.join(packages, name)).map((file) => path.join(packages, name, file))

async function expectNoAxe(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
    expect(await axe(page), theme).toEqual([])
  }
}

async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['REMBUK_PICTURES']
  if (folder === undefined) return
  for (const [width, height] of [[1366, 768], [1920, 1080]] as const) {
    await page.setViewportSize({ width, height })
    for (const theme of ['light', 'dark']) {
      await page.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme)
      await page.screenshot({ path: path.join(folder, `${name}-${width}-${theme}.png`) })
    }
  }
}

// One regency from its first package to the division of its money, as Bappeda does it in a day.
test('258 files come in, ten of them bad; one village sends again; the plans come together; an envelope is divided, exported and taken back', async ({ rembuk, overview, page }) => {
  test.setTimeout(240_000)
  await overview.open(rembuk.address)
  const rail = page.getByRole('navigation', { name: 'Bagian' })
  expect(await rail.locator('> a').allInnerTexts()).toEqual(['Ringkasan', 'Sasaran', 'Anggaran', 'Sumber & Aturan', 'Skenario', 'Rembuk', 'Dokumen', 'Kiriman', 'Konsolidasi', 'Pembagian pagu'])
  await rail.getByRole('link', { name: 'Kiriman' }).click()
  await expect(page.getByText('0 dari 248 desa/kelurahan sudah masuk').first()).toBeVisible()
  await look(page, 'kiriman-kosong')
  await page.locator('input[type=file][accept=".gz"]').setInputFiles(inFolder('usb'))
  await expect(page.getByText('248 dari 248 desa/kelurahan sudah masuk').first()).toBeVisible({ timeout: 60_000 })
  const report = page.getByRole('region', { name: 'Hasil penerimaan' }).first()
  await expect(page.getByText('10 ditolak')).toBeVisible()
  await expect(report.getByText('Rusak atau terpotong di perjalanan. Minta dikirim ulang.').first()).toBeVisible()
  await expect(report.getByText(/Dari wilayah lain: .+ \(35\.71\.01\.1001\)/).first()).toBeVisible()
  await look(page, 'kiriman-hasil')
  await page.getByRole('button', { name: 'Tutup hasil' }).click()

  await page.locator('input[type=file][accept=".gz"]').setInputFiles(inFolder('ulang'))
  await expect(page.getByText(/revisi 1 → 2, kebutuhan/)).toBeVisible()
  await page.getByRole('button', { name: 'Tutup hasil' }).click()
  await page.getByRole('searchbox').fill('kalipucung')
  await page.getByRole('button', { name: 'Kalipucung' }).click()
  await expect(page.getByRole('heading', { name: 'Perubahan dari revisi 1 ke 2' })).toBeVisible()
  await look(page, 'kiriman-desa')
  await expectNoAxe(page)
  await page.getByRole('button', { name: 'Koreksi: balita stunting' }).click()
  await page.getByLabel('jumlah', { exact: true }).fill('21')
  await page.getByRole('button', { name: 'Simpan koreksi' }).click()
  await expect(page.getByRole('heading', { name: 'Koreksi kabupaten/kota' })).toBeVisible()

  await rail.getByRole('link', { name: 'Konsolidasi' }).click()
  await expect(page.getByRole('table', { name: 'Kecamatan' }).getByRole('rowheader', { name: 'Sanankulon' })).toBeVisible()
  await look(page, 'konsolidasi')
  await page.getByRole('link', { name: 'Per kecamatan' }).click()
  await expect(page.getByRole('region', { name: 'Kecamatan × ukuran' }).getByRole('row')).toHaveCount(23)
  await look(page, 'konsolidasi-kecamatan')
  await expectNoAxe(page)
  await page.getByRole('link', { name: 'Menyimpang' }).click()
  await look(page, 'konsolidasi-menyimpang')
  await page.getByRole('link', { name: 'Sasaran', exact: true }).last().click()
  await expect(page.getByText('248 dari 248').first()).toBeVisible()
  const [recap] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Ekspor rekap' }).click()])
  expect(recap.suggestedFilename()).toBe('Rekap Kabupaten Blitar TA 2027.xlsx')
  await page.getByRole('link', { name: 'RKPD', exact: true }).click()
  await page.getByLabel('Program RPJMD').fill('1.02.02\n7.01.03\n1.03.05')
  await page.getByLabel('Pagu OPD').fill('Kecamatan/Kelurahan 100 jt\nDinkes\t45 miliar')
  await page.getByRole('button', { name: 'Simpan daftar' }).click()
  await expect(page.getByText(/Kecamatan\/Kelurahan: Rp.+, pagu Rp100\.000\.000/)).toBeAttached()
  await look(page, 'konsolidasi-rkpd')
  await expectNoAxe(page)

  await rail.getByRole('link', { name: 'Pembagian pagu' }).click()
  await page.getByLabel('Pagu yang dibagi').fill('15 miliar')
  await page.getByLabel('Bagian dasar tiap desa').fill('20 jt')
  await page.getByLabel('Paling banyak').fill('120 jt')
  await page.getByLabel('Paling banyak').press('Enter')
  await expect(page.getByText('Rp15.000.000.000 untuk 248 desa/kelurahan')).toBeVisible()
  await look(page, 'pembagian')
  await expectNoAxe(page)
  await page.getByRole('table', { name: 'Pembagian pagu' }).getByRole('button').first().click()
  await expect(page.getByRole('dialog').getByText(/bobot 60%/)).toBeVisible()
  await look(page, 'pembagian-mengapa')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Simpan pembagian' }).click()
  await expect(page.getByText('tersimpan', { exact: true })).toBeVisible()
  const [division] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Ekspor', exact: true }).click()])
  expect(division.suggestedFilename()).toBe('Pembagian pagu Kabupaten Blitar TA 2027.xlsx')
  // 1366 × 768 at 200 %: nothing reaches beyond the side
  await page.setViewportSize({ width: 683, height: 384 })
  for (const screen of ['kiriman/35.05.07.2001', 'konsolidasi/kecamatan', 'konsolidasi/rkpd', 'pembagian']) {
    await page.evaluate((name) => (location.hash = `#/${name}`), screen)
    await expect(page.locator('#isi')).toBeVisible()
    expect(await overview.sidewaysOverflow(), screen).toBe(0)
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Ketik pagu yang dibagi; pratinjau muncul di sini.')).toBeVisible()
})
