import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { number } from '../../shared/i18n/format.ts'
import { axe } from './pages/axe.ts'
import { DocumentsPage, figureIn, workbookOf } from './pages/documents-page.ts'
import { png } from '../support/picture.ts'
import { summaryOf, test as base } from './pages/rembuk.ts'

const test = base.extend<{ documents: DocumentsPage }>({ documents: async ({ page }, use) => use(new DocumentsPage(page)) })

test.describe('Dokumen', () => {
  test('from the sample to the exported workbook by mouse: the file says what the strip says', async ({ rembuk, overview, documents, page }) => {
    await overview.open(rembuk.address)
    await page.getByRole('navigation').getByRole('link', { name: 'Dokumen', exact: true }).click()
    await expect(documents.pages().first()).toBeVisible()
    const [download] = await Promise.all([page.waitForEvent('download'), documents.button('Excel (.xlsx)').click()])
    expect(download.suggestedFilename()).toMatch(/workbook\.xlsx$/)
    // before the figures, because a notice goes by itself
    await expect(page.getByRole('status').filter({ hasText: 'sudah diekspor' })).toBeVisible()
    const book = await workbookOf(download)
    const [need, funded, gap] = [figureIn(book, 'Ringkasan', 'Kebutuhan'), figureIn(book, 'Ringkasan', 'Terdanai'), figureIn(book, 'Ringkasan', 'Belum terdanai')]
    expect(summaryOf(rembuk)).toMatchObject({ need, funded, gap })
    await expect(overview.figure('Kebutuhan')).toHaveText(`Rp${number(need ?? 0)}`)
    await expect(overview.figure('Terdanai')).toHaveText(`Rp${number(funded ?? 0)}`)
    await page.getByRole('navigation').getByRole('link', { name: 'Ringkasan' }).click()
    await expect(page.getByText('Dokumen diekspor')).toBeVisible()
  })

  test('the same by keyboard alone', async ({ rembuk, overview, documents, page }) => {
    await overview.open(rembuk.address)
    const tabTo = async (name: RegExp) => {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab')
        if (name.test(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''))) return
      }
      throw new Error(`no way by Tab to ${String(name)}`)
    }
    await tabTo(/^Dokumen$/)
    await page.keyboard.press('Enter')
    await expect(documents.pages().first()).toBeVisible()
    await tabTo(/^Tabel 5/)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: 'Pratinjau Tabel 5' })).toBeVisible()
    await tabTo(/^Excel/)
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    const book = await workbookOf(download)
    expect(book.SheetNames).toEqual(['Tabel 5', '_rembuk'])
    expect(figureIn(book, 'Tabel 5', 'Jumlah')).toBeGreaterThan(0)
  })

  test('the pages show the figures of the workbook', async ({ rembuk, documents, page }) => {
    await documents.open(rembuk.address)
    const [download] = await Promise.all([page.waitForEvent('download'), documents.button('Excel (.xlsx)').click()])
    const book = await workbookOf(download)
    for (const sheet of ['Ringkasan', 'RKP Desa', 'RAB', 'Tabel 5']) {
      const words = await documents.words(sheet)
      const figures = Object.values(book.Sheets[sheet] ?? {}).flatMap((cell: unknown) =>
        typeof cell === 'object' && cell !== null && 'v' in cell && typeof cell.v === 'number' && Number.isInteger(cell.v) && cell.v >= 1_000 ? [number(cell.v)] : [])
      expect(figures.length).toBeGreaterThan(4)
      expect(figures.filter((figure) => !words.includes(figure))).toEqual([])
    }
  })

  test('exports all of them with one click', async ({ rembuk, documents, page }) => {
    await documents.open(rembuk.address)
    const names: string[] = []
    page.on('download', (download) => names.push(download.suggestedFilename().replace(/^.* /, '')))
    await documents.button('Ekspor semua').click()
    await expect(page.getByRole('status').filter({ hasText: '13 dokumen sudah diekspor' })).toBeVisible({ timeout: 60_000 })
    await expect.poll(() => names).toEqual([
      'workbook.xlsx', 'ringkasan.xlsx', 'rkp-desa.xlsx', 'du-rkp.xlsx', 'rab.xlsx', 'tabel-5.xlsx', 'tawaran.xlsx', 'berita-acara.xlsx', 'daftar-hadir.xlsx', 'rkpd.xlsx', 'rkpd-lama.xlsx', 't-d4.xlsx', 'lembar-entri.xlsx',
    ])
    // What the print dialog would show: every sheet once, whichever documents have it.
    await page.evaluate(() => { window.print = () => { document.body.dataset['printed'] = [...document.querySelectorAll('.paper-page')].map((one) => one.getAttribute('aria-label')).join('|') } })
    await documents.button('Semua dalam satu PDF').click()
    await expect(page.locator('body')).toHaveAttribute('data-printed', /Entri Siskeudes/, { timeout: 30_000 })
    const printed = (await page.locator('body').getAttribute('data-printed'))?.split('|') ?? []
    for (const sheet of ['Ringkasan', 'RKP Desa', 'RAB', 'DU-RKP', 'Berita Acara', 'Daftar Hadir', 'T-D.4']) expect(printed.filter((page) => page.startsWith(`${sheet}, `)).length).toBeGreaterThan(0)
    expect(new Set(printed).size).toBe(printed.length)
    await expect(documents.pages().first()).toBeVisible()
  })

  test('writes CSV in the language and on the paper that were chosen', async ({ rembuk, documents, page }) => {
    await documents.open(rembuk.address)
    await documents.choose('RAB')
    await page.getByRole('combobox', { name: 'Bahasa' }).selectOption('en')
    await expect(documents.pages().first()).toHaveAttribute('lang', 'en')
    const [download] = await Promise.all([page.waitForEvent('download'), documents.button('CSV').click()])
    expect(readFileSync(await download.path(), 'utf8').startsWith('\uFEFF')).toBe(true)
    await page.getByRole('combobox', { name: 'Kertas' }).selectOption('A4')
    await expect(documents.pages().first()).toHaveAttribute('style', /297mm/)
    await page.getByRole('combobox', { name: 'Kertas' }).selectOption('F4')
    await expect(documents.pages().first()).toHaveAttribute('style', /330mm/)
  })

  test('prints who signs as it was typed, and the findings on request', async ({ rembuk, documents, page }) => {
    await documents.open(rembuk.address)
    await documents.choose('Tabel 5')
    const signs = page.getByRole('region', { name: 'Penanda tangan' })
    await signs.getByRole('group', { name: 'Penanda tangan 1' }).getByLabel('Nama', { exact: true }).fill('SITI AMINAH')
    await page.keyboard.press('Enter')
    await expect(documents.pages().first()).toContainText('SITI AMINAH')
    await signs.getByRole('button', { name: 'Kembali ke yang lazim' }).click()
    await expect(documents.pages().first()).not.toContainText('SITI AMINAH')
    await documents.choose('Buku kerja lengkap')
    await page.getByLabel('catatan pemeriksaan').check()
    await expect(documents.desk.getByRole('region', { name: /^Catatan Pemeriksaan, / }).first()).toBeAttached()
  })

  test('begins papers with the address and emblem of Settings, and saves a chart of the first page as a picture', async ({ rembuk, overview, documents, page }) => {
    await overview.open(rembuk.address)
    const [chart] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Simpan grafik/ }).first().click()])
    expect(chart.suggestedFilename()).toMatch(/\.png$/)
    const picture = readFileSync(await chart.path())
    expect([picture.subarray(1, 4).toString(), picture.readUInt32BE(16) >= 1_400]).toEqual(['PNG', true])
    await page.getByRole('button', { name: 'Pengaturan', exact: true }).click()
    const settings = page.getByRole('dialog', { name: 'Pengaturan' })
    await settings.locator('input[type="file"]').first().setInputFiles({ name: 'lambang.png', mimeType: 'image/png', buffer: png(900, 1_100) })
    await expect(settings.getByRole('img', { name: 'Lambang yang dipakai' })).toBeVisible()
    await settings.getByLabel('Alamat').fill('Jalan Contoh Nomor 12')
    await settings.getByLabel('Alamat').blur()
    expect(await axe(page, 'dialog')).toEqual([])
    await page.keyboard.press('Escape')
    await documents.open(rembuk.address)
    await documents.choose('Berita acara rembuk')
    await expect(documents.pages().first()).toContainText('Jalan Contoh Nomor 12')
    await expect(documents.pages().first().locator('img')).toHaveJSProperty('naturalHeight', 420)
    await page.getByRole('button', { name: 'Pengaturan', exact: true }).click()
    await settings.getByRole('button', { name: 'Hapus lambang' }).click()
    await expect(settings.getByText('belum ada lambang')).toBeVisible()
  })

  test('takes the date of signing as the office writes it, whatever the browser\'s locale; what is no date stays, marked', async ({ rembuk, documents, page }) => {
    await documents.open(rembuk.address)
    await documents.choose('Tabel 5')
    const field = page.getByLabel('Tanggal tanda tangan')
    await field.fill('21-11-2026')
    await field.press('Enter')
    await expect(documents.pages().first()).toContainText('21 November 2026')
    await expect(field).toHaveValue('21 Nov 2026')
    await field.fill('31/02/2027')
    await field.press('Tab')
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(/Tanggal 31\/02\/2027 tidak ada/)
    await expect(documents.pages().first()).toContainText('21 November 2026')
    await field.press('Escape')
    await expect(field).toHaveValue('21 Nov 2026')
    await field.fill('')
    await field.press('Tab')
    await expect(documents.pages().first()).not.toContainText('21 November 2026')
    expect(await page.locator('input[type="date"]').count()).toBe(0)
  })

  test('prints exactly the pages in sight', async ({ rembuk, documents, page }) => {
    await documents.open(rembuk.address)
    await documents.choose('RKP Desa')
    const shown = await documents.pages().count()
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(shown)
    // Folio, lying: 330 × 215 mm in points.
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 93[45][.\d]* 609[.\d]*\]/)
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has nothing that axe finds, ${colorScheme}; pictures`, async ({ rembuk, overview, documents, page }, info) => {
      await page.emulateMedia({ colorScheme })
      await documents.open(rembuk.address)
      await documents.choose('Tabel 5')
      expect(await axe(page, 'main')).toEqual([])
      for (const [width, height] of [[1366, 768], [1920, 1080], [683, 384]] as const) {
        await page.setViewportSize({ width, height })
        await page.screenshot({ path: info.outputPath(`dokumen-${width}-${colorScheme}.png`) })
        expect(await overview.sidewaysOverflow()).toBe(0)
      }
    })
  }
})
