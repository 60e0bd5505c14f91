import { expect } from '@playwright/test'
import { child, csv, type EppgbmRow, grid } from '../support/eppgbm-files.ts'
import { axe } from './pages/axe.ts'
import { CaseloadPage } from './pages/caseload-page.ts'
import { test as base } from './pages/rembuk.ts'

const test = base.extend<{ caseload: CaseloadPage }>({
  caseload: async ({ page, rembuk }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    const caseload = new CaseloadPage(page)
    await caseload.open(rembuk.address)
    await use(caseload)
    expect(errors).toEqual([])
  },
})

const AUGUST = 'e-PPGBM Agustus 2026'
const measured: EppgbmRow = { 'Tanggal Pengukuran': '2026-09-10' }
const short: EppgbmRow = { 'TB/U': 'Pendek', 'ZS TB/U': -2.5 }
/** Twelve children of September, three of them stunted; two rows that cannot be used, one of them for two reasons, and one that stands twice. */
const dirty = () => {
  const rows = Array.from({ length: 12 }, (_, index) => child(index + 1, { ...measured, ...(index < 3 ? short : {}) }))
  rows[1] = { ...rows[1], 'Tgl Lahir': '31/02/2024' }
  rows[5] = { ...rows[5], JK: 'X', 'Tgl Lahir': '40/01/2024' }
  return csv(grid([...rows, { ...rows[8] }]))
}

test.describe('the table', () => {
  test('sets series beside each other: counts with what they are a part of, the survey apart, the unknown said', async ({ caseload, page }) => {
    await expect(await caseload.cell('Balita stunting', AUGUST)).toHaveText('1616 dari 367 · 4,36%')
    await expect(await caseload.cell('Diukur TB/U', AUGUST)).toHaveText('367367 dari 389 · 94,34%')
    await expect(await caseload.cell('Balita stunting', 'SSGI 2024')).toHaveText('17,84%bukan angka yang sama')
    await expect(await caseload.cell('Ibu hamil KEK', AUGUST)).toHaveText('belum ada data')
    await expect(await caseload.cell('Ibu hamil KEK', 'Data desa 2026')).toHaveText('5')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(await caseload.cell('Stunted children', AUGUST)).toHaveText('1616 of 367 · 4.36%')
    await page.getByRole('button', { name: 'Indonesia' }).click()
  })

  test('is typed into by keyboard; what cannot be understood stays, marked, and is not written', async ({ caseload, page }) => {
    await caseload.addColumn('Verval Oktober')
    await (await caseload.cell('Sasaran balita (S)', 'Verval Oktober')).focus()
    await page.keyboard.type('1.389')
    await page.keyboard.press('Enter')
    await page.keyboard.type('tiga ratus')
    await page.keyboard.press('Enter')
    await page.keyboard.type('360')
    await page.keyboard.press('ArrowDown')
    await expect(await caseload.cell('Sasaran balita (S)', 'Verval Oktober')).toHaveText('1.389')
    await expect(await caseload.cell('Ditimbang (D)', 'Verval Oktober')).toContainText('tiga ratus“tiga ratus” bukan angka')
    await expect(await caseload.cell('Diukur TB/U', 'Verval Oktober')).toHaveText('360360 dari 1.389 · 25,92%')
    await page.reload()
    await expect(await caseload.cell('Ditimbang (D)', 'Verval Oktober')).toHaveText('belum ada data')
    const measuredCell = await caseload.cell('Diukur TB/U', 'Verval Oktober')
    await measuredCell.focus()
    await page.keyboard.press('F2')
    await page.keyboard.type('9')
    await page.keyboard.press('Escape')
    await expect(measuredCell).toContainText('360')
    await page.keyboard.press('Delete')
    await expect(measuredCell).toHaveText('belum ada data')
    // What a file counted is not typed over.
    await (await caseload.cell('Diukur TB/U', AUGUST)).focus()
    await page.keyboard.type('1')
    await expect(page.getByText('berasal dari berkas')).toBeVisible()
  })

  test('takes a block from Excel as one step, or nothing of it until that is chosen', async ({ caseload, page }) => {
    await caseload.addColumn('Tempelan')
    const first = await caseload.cell('Sasaran balita (S)', 'Tempelan')
    await first.focus()
    await caseload.paste('400\r\n380\r\n1.370\r\n')
    await expect(page.getByText('3 jumlah ditempel sebagai satu langkah.')).toBeVisible()
    await expect(await caseload.cell('Diukur TB/U', 'Tempelan')).toContainText('1.370')

    await first.focus()
    await page.keyboard.press('Control+z')
    await expect(await caseload.cell('Diukur TB/U', 'Tempelan')).toHaveText('belum ada data')
    await expect(first).toHaveText('belum ada data')
    await page.keyboard.press('Control+y')
    await expect(await caseload.cell('Diukur TB/U', 'Tempelan')).toContainText('1.370')

    await first.focus()
    await caseload.paste('balita stunting\t21\r\nkader\tbanyak\r\n')
    await expect(caseload.dialog).toContainText('1 dari 2 sel tidak dapat dipakai')
    await expect(caseload.dialog).toContainText('“banyak” bukan angka')
    await expect(await caseload.cell('Balita stunting', 'Tempelan')).toHaveText('belum ada data')
    await caseload.dialog.getByRole('button', { name: 'Tulis 1 sel yang dapat dipakai' }).click()
    await expect(await caseload.cell('Balita stunting', 'Tempelan')).toHaveText('2121 dari 1.370 · 1,53%')
  })

  test('shows the difference in need before the plan follows another series', async ({ caseload, page }) => {
    await expect(caseload.need()).toHaveText('Rp173.614.000')
    await page.getByRole('button', { name: 'Pakai e-PPGBM Februari 2026 (contoh) untuk Anak' }).click()
    await expect(caseload.dialog).toContainText('naik Rp5.400.000')
    await expect(caseload.dialog.getByRole('row', { name: /Balita stunting/ })).toHaveText('Balita stunting1619')
    await page.keyboard.press('Escape')
    await expect(caseload.need()).toHaveText('Rp173.614.000')
    await page.getByRole('button', { name: 'Pakai e-PPGBM Februari 2026 (contoh) untuk Anak' }).click()
    await caseload.dialog.getByRole('button', { name: 'Pakai untuk rencana' }).click()
    await expect(caseload.need()).toHaveText('Rp179.014.000')
    await page.getByRole('button', { name: `Pakai ${AUGUST} (contoh) untuk Anak` }).click()
    await caseload.dialog.getByRole('button', { name: 'Pakai untuk rencana' }).click()
    await expect(caseload.need()).toHaveText('Rp173.614.000')
  })

  test('renames a column, refuses to take out one that the plan follows, takes out another', async ({ caseload, page }) => {
    await caseload.addColumn('Salah ketik')
    await page.getByRole('button', { name: 'Ubah Salah ketik' }).click()
    await caseload.dialog.getByLabel('Nama').fill('Bulan timbang')
    await caseload.dialog.getByRole('button', { name: 'Simpan' }).click()
    await page.getByRole('button', { name: 'Ubah Bulan timbang' }).click()
    await caseload.dialog.getByRole('button', { name: 'Hapus kolom' }).click()
    await expect(page.getByRole('button', { name: 'Ubah Bulan timbang' })).toBeHidden()
    await page.getByRole('button', { name: `Ubah ${AUGUST}` }).click()
    await caseload.dialog.getByRole('button', { name: 'Hapus kolom' }).click()
    await expect(page.getByText('sedang dipakai oleh rencana')).toBeVisible()
  })
})

test.describe('import', () => {
  test('looks first, is corrected in place, and is accepted as one step; the same file again replaces it', async ({ caseload, page }) => {
    await caseload.drop('september.csv', dirty())
    await expect(caseload.import.getByRole('heading', { name: '2 baris perlu diperbaiki' })).toBeVisible()
    await expect(caseload.import.getByText('1 baris ganda, dihitung sekali')).toBeVisible()
    await expect(caseload.import.getByRole('row', { name: /^3 Tgl Lahir/ })).toContainText('bukan tanggal yang ada')
    await caseload.fix(3, 'Tgl Lahir').fill('12/05/2024')
    await caseload.fix(3, 'Tgl Lahir').press('Enter')
    await expect(caseload.import.getByRole('heading', { name: '1 baris perlu diperbaiki' })).toBeVisible()
    // Both faults of the row stand there at once; it is used once both are put right.
    await expect(caseload.import.getByRole('row', { name: /^7 Tgl Lahir/ })).toContainText('bukan tanggal yang ada')
    await caseload.fix(7, 'Tgl Lahir').fill('10/01/2024')
    await caseload.fix(7, 'Tgl Lahir').press('Enter')
    await expect(caseload.import.getByRole('row', { name: /^7 Tgl Lahir/ })).toHaveCount(0)
    await expect(caseload.import.getByRole('heading', { name: '1 baris perlu diperbaiki' })).toBeVisible()
    await caseload.fix(7, 'JK').fill('perempuan')
    await caseload.fix(7, 'JK').press('Enter')
    await expect(caseload.import.getByRole('heading', { name: 'Tidak ada baris yang ditolak.' })).toBeVisible()
    await caseload.import.getByLabel('Sasaran (S)').fill('15')
    await caseload.import.getByLabel('Sasaran (S)').blur()
    await expect(caseload.import.getByText('Sasaran (S) yang diketik: 15; menurut berkas: 12')).toBeVisible()
    await caseload.import.getByRole('button', { name: 'Terima sebagai satu langkah' }).click()
    await expect(await caseload.cell('Balita stunting', 'e-PPGBM September 2026')).toHaveText('33 dari 12 · 25,00%')
    await expect(caseload.need()).toHaveText('Rp173.614.000')
    await page.getByRole('button', { name: 'Lihat selisihnya' }).click()
    await expect(caseload.dialog).toContainText('turun Rp')
    await caseload.dialog.getByRole('button', { name: 'Batal' }).click()
    await expect(await caseload.cell('Diukur TB/U', 'e-PPGBM September 2026')).toHaveText('1212 dari 15 · 80,00%')

    await caseload.choose('september.csv', dirty())
    await expect(caseload.import.getByText('sudah ada (dari september.csv) dan akan diganti seluruhnya')).toBeVisible()
    await caseload.import.getByRole('button', { name: 'Terima tanpa 2 baris yang salah' }).click()
    await expect(await caseload.cell('Diukur TB/U', 'e-PPGBM September 2026')).toHaveText('1010 dari 10 · 100,00%')
    await expect(caseload.table.getByRole('columnheader').filter({ hasText: 'September 2026' })).toHaveCount(1)
  })

  test('writes nothing when it is given up', async ({ caseload, page }) => {
    const heads = await caseload.table.getByRole('columnheader').count()
    await caseload.choose('oktober.csv', csv(grid([child(1, { 'Tanggal Pengukuran': '2026-10-10' })])))
    await expect(caseload.import.getByRole('heading', { name: 'Tidak ada baris yang ditolak.' })).toBeVisible()
    await caseload.import.getByRole('button', { name: 'Batal' }).click()
    await expect(caseload.table.getByRole('columnheader')).toHaveCount(heads)
    await page.reload()
    await expect(caseload.table.getByRole('columnheader')).toHaveCount(heads)
  })

  test('asks which column is which where a header is not known, and remembers it', async ({ caseload }) => {
    const rows = [child(1, { 'Tanggal Pengukuran': '2026-07-10' }), child(2, { 'Tanggal Pengukuran': '2026-07-10' })]
    const strange = () => csv(grid(rows).map((row, index) => (index === 0 ? row.map((text) => (text === 'JK' ? 'Gender code' : text)) : row)))
    await caseload.choose('juli.csv', strange())
    await expect(caseload.import.getByRole('alert')).toContainText('Yang kurang: JK')
    await caseload.import.getByLabel('Jenis kelamin').selectOption('Gender code')
    await caseload.import.getByRole('button', { name: 'Periksa lagi' }).click()
    await caseload.import.getByRole('button', { name: 'Terima sebagai satu langkah' }).click()
    await expect(await caseload.cell('Diukur TB/U', 'e-PPGBM Juli 2026')).toContainText('2 dari 2')
    await caseload.choose('juli.csv', strange())
    await expect(caseload.import.getByText('Kolom yang dikenali')).toBeVisible()
    await caseload.import.getByText('Kolom yang dikenali').click()
    await expect(caseload.import.getByText('Memakai pilihan kolom dari impor sebelumnya.')).toBeVisible()
    await caseload.import.getByRole('button', { name: 'Batal' }).click()
  })

  test('says what a file is that is no table, takes another, and leaves the screen usable', async ({ caseload, page }) => {
    await caseload.drop('foto.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1, 0, 0, 1]))
    await expect(caseload.import.getByRole('alert')).toContainText('bukan tabel')
    // The way on is another file, at once.
    const chooser = page.waitForEvent('filechooser')
    await caseload.import.getByRole('button', { name: 'Pilih berkas lain…' }).click()
    await (await chooser).setFiles({ name: 'september.csv', mimeType: 'text/csv', buffer: Buffer.from(dirty()) })
    await expect(caseload.import.getByRole('heading', { name: '2 baris perlu diperbaiki' })).toBeVisible()
    await caseload.import.getByRole('button', { name: 'Batal' }).click()
    await expect(caseload.table).toBeVisible()
  })
})

test('the by-name list is masked until its user chooses otherwise, and again once it is left', async ({ caseload, page }) => {
  await caseload.view('Daftar by name')
  const rows = page.getByRole('table', { name: 'Daftar by name' }).getByRole('row')
  await expect(page.getByText('389 anak dari 389')).toBeVisible()
  await expect(rows.nth(1).getByRole('cell').first()).toHaveText(/^350507•{8}\d\d$/)
  await expect(rows.nth(1).getByRole('rowheader')).toHaveText(/^(\p{Lu}\. ?)+$/u)
  await page.getByLabel('Status').selectOption('stunting')
  await expect(page.getByText('16 anak dari 389')).toBeVisible()
  await page.getByLabel('Posyandu', { exact: true }).selectOption('Mawar')
  await expect(page.getByText('5 anak dari 389')).toBeVisible()
  await page.getByRole('button', { name: 'Tampilkan nama lengkap…' }).click()
  await expect(caseload.dialog).toContainText('juga lewat proyektor')
  await caseload.dialog.getByRole('button', { name: 'Ya, tampilkan' }).click()
  await expect(rows.nth(1).getByRole('rowheader')).toHaveText(/\p{L}{3,}/u)
  await expect(rows.nth(1).getByRole('cell').first()).toHaveText(/•{8}/)
  await caseload.view('Jumlah')
  await caseload.view('Daftar by name')
  await expect(rows.nth(1).getByRole('rowheader')).toHaveText(/^(\p{Lu}\. ?)+$/u)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is legible and named for everyone (${colorScheme}), with pictures of every view`, async ({ caseload, page }, info) => {
    await page.emulateMedia({ colorScheme })
    const look = async (name: string, ...only: readonly 'light'[]) => {
      const file = info.outputPath(`${name}.png`)
      await page.screenshot({ path: file })
      await info.attach(name, { path: file, contentType: 'image/png' })
      if (only.length > 0 && colorScheme !== 'light') return
      expect(await axe(page, 'main'), name).toEqual([])
    }
    await look('counts')
    await page.getByRole('button', { name: 'Pakai e-PPGBM Februari 2026 (contoh) untuk Anak' }).click()
    await expect(caseload.dialog.getByRole('table')).toBeVisible()
    await look('choice')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Tambah kolom…' }).click()
    await look('new-column', 'light')
    await page.keyboard.press('Escape')
    for (const [view, name] of [['Per posyandu', 'areas'], ['Tren', 'trend'], ['Daftar by name', 'children']] as const) {
      await caseload.view(view)
      await expect(page.getByRole('tabpanel')).toContainText(/Mawar|Anggrek|16 dari 367/)
      await look(name, 'light')
    }
    await caseload.choose('september.csv', dirty())
    await expect(caseload.import.getByRole('heading', { name: '2 baris perlu diperbaiki' })).toBeVisible()
    await caseload.import.getByText('Kolom yang dikenali').click()
    await look('import')
    await caseload.import.getByRole('button', { name: 'Batal' }).click()
  })
}

test('neither scrolls sideways as a page nor loses its way in at 200 % zoom', async ({ caseload, page }) => {
  for (const [width, height] of [[1366, 768], [683, 384]] as const) {
    await page.setViewportSize({ width, height })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    await page.getByRole('button', { name: 'Impor berkas…' }).scrollIntoViewIfNeeded()
    await expect(page.getByRole('button', { name: 'Impor berkas…' })).toBeInViewport()
  }
  await expect(caseload.table).toBeVisible()
})

test('at 1366 no column of counts stands as a sliver at the edge, and no word of the by-name list is cut, in either language', async ({ caseload, page }) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  const cutAtTheEdge = () => caseload.table.evaluate((table) => {
    const edge = table.parentElement?.getBoundingClientRect().right ?? 0
    return [...table.querySelectorAll('thead th')].flatMap((head) => { const { left, right } = head.getBoundingClientRect(); return left < edge - 1 && right > edge + 1 ? [head.textContent] : [] })
  })
  const cutWords = () => page.getByRole('table', { name: /^(Daftar by name|By-name list)$/ }).evaluate((table) =>
    [...table.querySelectorAll('th, td')].flatMap((cell) => (cell.scrollWidth > cell.clientWidth ? [cell.textContent] : [])))
  for (const [language, letters, views] of [['Indonesia', ['L', 'P'], ['Jumlah', 'Per posyandu', 'Daftar by name']], ['English', ['F', 'M'], ['Counts', 'By posyandu', 'By-name list']]] as const) {
    const [counts, areas, children] = views
    await page.getByRole('button', { name: language, exact: true }).click()
    for (const view of [counts, areas]) {
      await caseload.view(view)
      await expect(caseload.table).toBeVisible()
      await expect.poll(cutAtTheEdge, view).toEqual([])
    }
    await caseload.view(children)
    await page.getByRole('combobox', { name: /^(Data sasaran|Caseload)$/ }).selectOption({ label: `${AUGUST} (contoh)` })
    for (const status of ['severely_stunted', 'moderately_wasted', 'underweight', 'not_measured']) {
      await page.getByRole('combobox', { name: 'Status' }).selectOption(status)
      await expect(page.getByText(/^(1|3|11|21|24) (anak dari|children of) 389$/)).toBeVisible()
      await expect(page.locator('.by-name tr[aria-busy]')).toHaveCount(0)
      expect(await cutWords(), `${language}, ${status}`).toEqual([])
    }
    await page.getByRole('combobox', { name: 'Status' }).selectOption('all')
    await expect(page.locator('.by-name tr[aria-busy]')).toHaveCount(0)
    expect([...new Set(await page.locator('.by-name tbody td:nth-of-type(2) abbr').allInnerTexts())].toSorted()).toEqual(letters)
  }
  await page.getByRole('button', { name: 'Indonesia', exact: true }).click()
})
