import { expect } from '@playwright/test'
import { child, csv, type EppgbmRow, grid } from '../support/eppgbm-files.ts'
import { axe } from './pages/axe.ts'
import { walkStops } from './pages/keyboard.ts'
import { test as base } from './pages/rembuk.ts'
import { OCTOBER, TruthPage } from './pages/truth-page.ts'

const test = base.extend<{ truth: TruthPage }>({
  truth: async ({ page, rembuk }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    const truth = new TruthPage(page)
    await truth.open(rembuk.address, 'Validitas')
    await truth.look(OCTOBER)
    await use(truth)
    expect(errors).toEqual([])
  },
})

const SCORES = 'Skor validitas per posyandu, dari 100, dengan bagiannya'
const INITIALS = /^(\p{Lu}\. ?)+$/u

test.describe('validity of a list', () => {
  test('scores the village and each posyandu, and the parts that are shown add up to the score', async ({ truth, page }) => {
    for (const place of ['Kalipucung', 'Anggrek', 'Kenanga', 'Mawar', 'Melati I', 'Melati II']) {
      const [, score = '', ...parts] = await truth.cells(SCORES, place)
      const points = parts.map((part) => part.split('/').map(Number) as [number, number])
      expect(points.length, place).toBe(6)
      expect(points.reduce((sum, [given]) => sum + given, 0), place).toBe(Number(score))
      expect(points.reduce((sum, [, of]) => sum + of, 0), place).toBe(100)
    }
    const [, whole = ''] = await truth.cells(SCORES, 'Kalipucung')
    await expect(page.getByText(`= ${whole} dari 100`)).toBeVisible()
    await expect(page.getByText('Dibandingkan dengan e-PPGBM Agustus 2026 (contoh).')).toBeVisible()
  })

  test('leads from a rule to its rows with the way to repair, and from a row to the child on the curves, its name masked', async ({ truth, page }) => {
    await truth.rule('Tinggi berkurang lebih dari 1 cm').click()
    const found = page.getByRole('region', { name: /^Catatan: Tinggi berkurang/ })
    await expect(found).toContainText('Ukur ulang panjang/tinggi dan berat')
    await expect(found.getByRole('row').nth(1)).toContainText(/\d+,\d cm menjadi \d+,\d cm sejak \d+ \p{L}{3} 2026/u)
    await expect(found.getByRole('rowheader').first()).toHaveText(INITIALS)
    const opener = found.getByRole('rowheader').first().getByRole('button')
    await opener.focus()
    await page.keyboard.press('Enter')
    await expect(truth.dialog.getByRole('heading')).toHaveText(/^Pertumbuhan (\p{Lu}\. ?)+$/u)
    const chart = truth.dialog.getByRole('img', { name: /^Tinggi menurut umur \(TB\/U\): .* cm, z −?\d,\d\d; / })
    await expect(chart).toBeVisible()
    await expect(chart).toContainText('median')
    await expect(chart).toContainText('−3 SD')
    await expect(truth.dialog.getByRole('table').getByRole('row')).toHaveCount(3)
    await truth.dialog.getByLabel('Grafik', { exact: true }).selectOption('wfh')
    await expect(truth.dialog.getByRole('img', { name: /^Berat menurut tinggi/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(truth.dialog).toBeHidden()
    await expect(opener).toBeFocused()
  })

  test('narrows what was found to a posyandu, while the scores stay whole', async ({ truth, page }) => {
    const digits = truth.rule('Tinggi terlalu sering berakhir')
    await expect(digits).toBeVisible()
    const before = await truth.cells(SCORES, 'Kalipucung')
    await page.getByRole('button', { name: 'Anggrek', exact: true }).click()
    await expect(digits).toBeHidden()
    await expect(truth.rule('Tidak diukur pada penimbangan ini')).toBeVisible()
    expect(await truth.cells(SCORES, 'Kalipucung')).toEqual(before)
    await page.getByRole('button', { name: 'Kenanga', exact: true }).click()
    await digits.click()
    await expect(page.getByRole('region', { name: /^Catatan: Tinggi terlalu sering/ })).toContainText(/Kenanga: \d+ dari \d+ tinggi berakhir ,0 atau ,5 \(\d+,\d\d%\)/)
  })

  test('shows full names only after saying what that means', async ({ truth, page }) => {
    await truth.rule('NIK tidak ada').click()
    const name = page.getByRole('region', { name: /^Catatan: NIK tidak ada/ }).getByRole('rowheader').first()
    await expect(name).toHaveText(INITIALS)
    await page.getByRole('button', { name: 'Tampilkan nama lengkap…' }).click()
    await expect(truth.dialog).toContainText('proyektor')
    await truth.dialog.getByRole('button', { name: 'Ya, tampilkan' }).click()
    await expect(name).toHaveText(/\p{L}{3,}/u)
    await page.getByRole('button', { name: 'Sembunyikan lagi' }).click()
    await expect(name).toHaveText(INITIALS)
  })
})

test.describe('the file against our reckoning', () => {
  const TOTALS = 'Jumlah menurut keduanya'

  test('shows both totals and the reason of each difference, narrowed by reason and index', async ({ truth, page }) => {
    await truth.part('Periksa silang')
    const [file = '', own = '', difference = ''] = await truth.cells(TOTALS, 'Balita stunting')
    expect(Number(own) - Number(file)).toBe(Number(difference.replace('+', '').replace('−', '-')))
    expect(own).not.toBe(file)
    const rows = page.getByRole('table', { name: 'Selisih berkas dengan hitungan Rembuk' }).locator('tbody tr')
    const all = await rows.count()
    await page.getByRole('button', { name: /^Tinggi salah ketik 10 cm/ }).click()
    await expect(rows.first()).toContainText(/Tinggi salah ketik 10 cm dengan \d+,\d cm/)
    expect(await rows.count()).toBeLessThan(all)
    await page.getByLabel('Indeks').selectOption('hfa')
    await expect(rows.filter({ hasText: 'BB/TB' })).toHaveCount(0)
    await page.getByRole('button', { name: /^Tinggi salah ketik 10 cm ×/ }).click()
    await expect(rows.filter({ hasText: 'status perlu diperbaiki di posyandu' }).first()).toBeVisible()
  })

  test('lets either count, as one step that is taken back', async ({ truth, page }) => {
    await truth.part('Periksa silang')
    const [file = '', own = ''] = await truth.cells(TOTALS, 'Balita stunting')
    const use = page.getByRole('button', { name: `Pakai hitungan Rembuk untuk ${OCTOBER}` })
    await use.click()
    await expect(truth.said).toContainText(`sekarang dihitung menurut hitungan Rembuk: ${own} balita stunting`)
    await expect(page.getByRole('button', { name: `Pakai hitungan berkas untuk ${OCTOBER}` })).toBeVisible()
    expect((await truth.cells(TOTALS, 'Balita stunting')).slice(0, 2)).toEqual([file, own])
    await truth.undo()
    await expect(use).toBeVisible()
  })
})

test.describe('whom to measure again', () => {
  test('is a list per posyandu, printed with initials, or with names after what leaves was said', async ({ truth, page }) => {
    await truth.part('Ukur ulang')
    const list = page.getByRole('table', { name: 'Anak yang perlu diukur ulang' })
    await expect(list).toContainText('stunting pada penimbangan lalu, belum ditemukan')
    const all = await list.getByRole('button').count()
    await page.getByLabel('Posyandu', { exact: true }).selectOption('Mawar')
    await expect(list).not.toContainText('Kenanga')
    const some = await list.getByRole('button').count()
    expect(some).toBeLessThan(all)
    await expect(page.getByText(`${some} anak`, { exact: true })).toBeVisible()

    await page.getByRole('button', { name: 'Lembar untuk kader…' }).click()
    const paper = page.getByRole('region', { name: 'Pratinjau lembar ukur ulang' })
    await expect(paper).toContainText('Posyandu Mawar')
    await expect(paper.getByRole('row').nth(1).getByRole('cell').nth(1)).toHaveText(INITIALS)
    await expect(paper).not.toContainText('RAHASIA')
    await page.getByRole('button', { name: 'Sertakan nama lengkap…' }).click()
    await expect(truth.dialog).toContainText(`nama lengkap ${some} anak dan orang tuanya`)
    await expect(truth.dialog).toContainText('NIK tidak ikut')
    await truth.dialog.getByRole('button', { name: 'Ya, sertakan nama' }).click()
    await expect(paper.getByRole('row').nth(1).getByRole('cell').nth(1)).toHaveText(/\p{L}{3,}/u)
    await expect(paper).toContainText('RAHASIA')
    await page.getByRole('button', { name: 'Kembali ke inisial' }).click()
    await expect(paper).not.toContainText('RAHASIA')

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Simpan .xlsx' }).click()
    expect((await download).suggestedFilename()).toMatch(/^Ukur ulang .*\.xlsx$/)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('button', { name: 'Cetak' })).toBeHidden()
    await expect(page.getByRole('tab').first()).toBeHidden()
    await expect(paper.getByText('DAFTAR ANAK YANG PERLU DIUKUR ULANG').first()).toBeVisible()
  })
})

const NOT_MEASURED: EppgbmRow = { 'Tanggal Pengukuran': '', Berat: '', Tinggi: '', 'Cara Ukur': '', LiLA: '', 'BB/U': '', 'ZS BB/U': '', 'TB/U': '', 'ZS TB/U': '', 'BB/TB': '', 'ZS BB/TB': '', 'Naik Berat Badan': '' }

test.describe('a file on its way in', () => {
  test('says how far it can be trusted before it is accepted', async ({ truth, page }) => {
    const measured: EppgbmRow = { 'Tanggal Pengukuran': '2026-11-10' }
    const rows = Array.from({ length: 12 }, (_, index) => child(index + 1, measured))
    rows[3] = { ...rows[3], ...NOT_MEASURED }
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Impor berkas…' }).click()
    await (await chooser).setFiles({ name: 'november.csv', mimeType: 'text/csv', buffer: Buffer.from(csv(grid(rows))) })
    const validity = page.getByRole('region', { name: /^Validitas berkas/ })
    await expect(validity.getByRole('heading')).toHaveText(/^Validitas berkas \d+ dari 100$/)
    const points = (await validity.locator('li .num').allInnerTexts()).map((text) => Number(text.split('/')[0]))
    const [, score] = /(\d+) dari 100/.exec(await validity.getByRole('heading').innerText()) ?? []
    expect(points.reduce((sum, given) => sum + given, 0)).toBe(Number(score))
    await validity.getByText('Tidak diukur pada penimbangan ini').click()
    await expect(validity).toContainText('Sisir ke rumah')
    await expect(validity).toContainText('baris 5')
    await page.getByRole('button', { name: 'Batal', exact: true }).click()
    await expect(truth.page.getByRole('heading', { name: 'Sasaran', level: 1 })).toBeVisible()
  })
})

test.describe('for everybody', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has nothing that axe finds, ${colorScheme}`, async ({ truth, page }) => {
      test.setTimeout(120_000)
      await page.emulateMedia({ colorScheme })
      const check = async (what: string) => {
        await truth.settled()
        expect(await axe(page, '#isi'), what).toEqual([])
      }
      await check('findings')
      await truth.rule('Tinggi berkurang').click()
      await page.getByRole('region', { name: /^Catatan: Tinggi berkurang/ }).getByRole('rowheader').first().getByRole('button').click()
      await expect(truth.dialog.getByRole('img')).toBeVisible()
      await check('growth')
      await page.keyboard.press('Escape')
      await truth.part('Periksa silang')
      await check('cross-check')
      await truth.part('Ukur ulang')
      await check('whom to measure again')
      await page.getByRole('button', { name: 'Lembar untuk kader…' }).click()
      await expect(page.getByText('DAFTAR ANAK YANG PERLU DIUKUR ULANG').first()).toBeVisible()
      await check('sheet')
    })
  }

  test('is reached by keyboard and whole at 200 % zoom', async ({ truth, page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize({ width: 683, height: 384 })
    for (const part of ['Catatan', 'Periksa silang', 'Ukur ulang']) {
      await truth.part(part)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), part).toBe(0)
    }
    await page.getByRole('tab', { name: 'Ukur ulang' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('tab', { name: 'Catatan', exact: true })).toBeFocused()
    expect((await walkStops(page)).length).toBeGreaterThan(15)
  })
})
