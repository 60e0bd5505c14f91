import { expect } from '@playwright/test'
import { child, csv, grid } from '../support/eppgbm-files.ts'
import { CaseloadPage } from './pages/caseload-page.ts'
import { test as base } from './pages/rembuk.ts'

const test = base.extend<{ caseload: CaseloadPage }>({
  caseload: async ({ page, rembuk }, use) => {
    const caseload = new CaseloadPage(page)
    await caseload.open(rembuk.address)
    await use(caseload)
  },
})

/** A list as long as a regency's, all in this village. */
const big = (rows: number) => csv(grid(Array.from({ length: rows }, (_, index) => child(index, { NIK: `35050701${String(10_000_000 + index)}`, 'Tanggal Pengukuran': '2026-10-10', Posyandu: `Mawar ${index % 30}` }))))

/** A file as it comes: an impossible date, an unknown sex, a weight that is none, a row twice. */
const dirty = () => {
  const rows = Array.from({ length: 12 }, (_, index) => child(index + 1, { 'Tanggal Pengukuran': '2026-09-10', ...(index < 3 ? { 'TB/U': 'Pendek', 'ZS TB/U': -2.5 } : {}) }))
  rows[1] = { ...rows[1], 'Tgl Lahir': '31/02/2024' }
  rows[5] = { ...rows[5], JK: 'X' }
  rows[7] = { ...rows[7], Berat: 'sebelas' }
  rows[9] = { ...rows[9], Berat: '?' }
  return csv(grid([...rows, { ...rows[8] }]))
}

test('a long file says how far it is, leaves the window usable, and is stopped without a trace', async ({ caseload, page }) => {
  test.setTimeout(120_000)
  await expect(caseload.table).toBeVisible()
  const heads = await caseload.table.getByRole('columnheader').allInnerTexts()
  await caseload.choose('kabupaten.csv', big(60_000))
  const bar = caseload.import.getByRole('progressbar')
  // Rows of the file, and how much of the whole they are.
  await expect(caseload.import.getByText(/^\d+% [\d.]+ dari 60\.00[01] baris$/)).toBeVisible()
  expect(Number(await bar.getAttribute('value'))).toBeGreaterThan(0)
  // Meanwhile the rest of the window answers.
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
  await page.getByRole('button', { name: 'Indonesia' }).click()
  await page.getByRole('button', { name: 'Hentikan' }).click()
  await expect(page.getByText('Impor dihentikan; tidak ada yang ditulis.')).toBeVisible()
  await expect(caseload.table).toBeVisible()
  expect(await caseload.table.getByRole('columnheader').allInnerTexts()).toEqual(heads)

  // Read to its end, and stopped while it is being accepted: what was read stays, nothing is written.
  await caseload.choose('kecamatan.csv', big(30_000))
  const accept = caseload.import.getByRole('button', { name: 'Terima sebagai satu langkah' })
  await expect(accept).toBeEnabled({ timeout: 60_000 })
  await expect(caseload.import.getByText('30.000 dari 30.000 baris dapat dipakai')).toBeVisible()
  await accept.click()
  await expect(bar).toBeVisible()
  await caseload.import.getByRole('button', { name: 'Hentikan' }).click()
  await expect(accept).toBeEnabled()
  await caseload.import.getByRole('button', { name: 'Batal' }).click()
  await page.reload()
  await expect(caseload.table).toBeVisible()
  expect(await caseload.table.getByRole('columnheader').allInnerTexts()).toEqual(heads)

  // Rows of another village: said first, and taken in only by a button that says so.
  await caseload.choose('tetangga.csv', csv(grid([child(1), child(2, { 'Desa/Kel': 'Bendosari' })])))
  await expect(caseload.import.getByRole('alert')).toContainText('1 dari 2 baris yang dapat dipakai menyebut wilayah lain: Bendosari, SANANKULON. Berkas kerja ini untuk Kalipucung')
  await expect(accept).toHaveCount(0)
  await caseload.import.getByRole('button', { name: 'Tetap masukkan sebagai data Kalipucung' }).click()
  await expect(caseload.table.getByRole('columnheader')).toHaveCount(heads.length + 1)
})

test('the dirty file is corrected in place, accepted as one step and taken back, by keyboard alone', async ({ caseload, page }) => {
  test.setTimeout(90_000)
  const heads = await caseload.table.getByRole('columnheader').count()
  /** Tab until what is called so has the focus; where the way is not there, the test ends here. */
  const tabTo = async (name: string | RegExp) => {
    for (let step = 0; step < 80; step += 1) {
      const called = await page.evaluate(() => {
        const element = document.activeElement
        const label = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0]?.textContent : undefined
        return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? ''
      })
      if (typeof name === 'string' ? called.trim() === name : name.test(called.trim())) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`nothing called ${String(name)} is reached by Tab`)
  }
  await page.getByRole('heading', { name: 'Sasaran', level: 1 }).waitFor()
  // Before the way there: it is listened for once the browser has been told to.
  const chooser = page.waitForEvent('filechooser')
  await tabTo('Impor berkas…')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles({ name: 'september.csv', mimeType: 'text/csv', buffer: Buffer.from(dirty()) })
  await expect(caseload.import.getByRole('heading', { name: '4 baris perlu diperbaiki' })).toBeVisible()
  await expect(caseload.import).toBeFocused()
  await expect(caseload.import.getByText('2 isian tidak dapat dibaca dan dianggap kosong: “sebelas” (baris 9, kolom Berat), “?” (baris 11, kolom Berat).')).toBeVisible()

  await tabTo('Nilai yang benar untuk baris 3, kolom Tgl Lahir')
  await page.keyboard.type('12/05/2024')
  await page.keyboard.press('Enter')
  await expect(caseload.import.getByRole('heading', { name: '3 baris perlu diperbaiki' })).toBeVisible()
  await expect(caseload.fix(7, 'JK')).toBeFocused()
  await page.keyboard.type('?')
  await page.keyboard.press('Enter')
  // What could not be read of a row that is used stands in the list as well.
  await expect(caseload.fix(9, 'Berat')).toBeFocused()
  await page.keyboard.type('11')
  await page.keyboard.press('Enter')
  await expect(caseload.fix(11, 'Berat')).toBeFocused()
  await page.keyboard.type('11,5')
  await page.keyboard.press('Enter')
  await expect(caseload.import).toBeFocused()
  await expect(caseload.import.getByRole('heading', { name: '1 baris perlu diperbaiki' })).toBeVisible()
  await expect(caseload.fix(7, 'JK')).toHaveValue('?')
  await tabTo('Nilai yang benar untuk baris 7, kolom JK')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('P')
  await page.keyboard.press('Enter')
  await expect(caseload.import.getByRole('heading', { name: 'Tidak ada baris yang ditolak.' })).toBeVisible()
  await tabTo('Terima sebagai satu langkah')
  await page.keyboard.press('Enter')
  await expect(await caseload.cell('Balita stunting', 'e-PPGBM September 2026')).toHaveText('33 dari 12 · 25,00%')
  await page.keyboard.press('Control+z')
  await expect(caseload.table.getByRole('columnheader')).toHaveCount(heads)
  await page.keyboard.press('Control+y')
  await expect(await caseload.cell('Diukur TB/U', 'e-PPGBM September 2026')).toHaveText('1212 dari 12 · 100,00%')
  await page.keyboard.press('Control+z')
  await expect(caseload.table.getByRole('columnheader')).toHaveCount(heads)
})
