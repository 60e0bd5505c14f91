import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { axe } from './pages/axe.ts'
import { walkStops } from './pages/keyboard.ts'
import { test as base } from './pages/rembuk.ts'
import { AUGUST, OCTOBER, TruthPage } from './pages/truth-page.ts'

const test = base.extend<{ truth: TruthPage }>({
  truth: async ({ page, rembuk }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    const truth = new TruthPage(page)
    await truth.open(rembuk.address, 'Dua penimbangan')
    await use(truth)
    expect(errors).toEqual([])
  },
})

const FLOWS = 'Arus per posyandu'
const figures = (cells: readonly string[]) => cells.map((text) => (text === '–' ? 0 : Number(text)))

test.describe('from one round to the next', () => {
  test('tells what became of the stunted children; the parts add up to both counts, everywhere and per posyandu', async ({ truth, page }) => {
    const sums = [0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (const place of ['Seluruhnya', 'Anggrek', 'Kenanga', 'Mawar', 'Melati I', 'Melati II']) {
      const cells = figures(await truth.cells(FLOWS, place))
      const [before = 0, still = 0, recovered = 0, left = 0, moved = 0, notFound = 0, added = 0, arrived = 0, after = 0] = cells
      expect(still + recovered + left + moved + notFound, place).toBe(before)
      expect(still + added + arrived, place).toBe(after)
      if (place !== 'Seluruhnya') cells.forEach((count, index) => (sums[index] = (sums[index] ?? 0) + count))
    }
    const whole = figures(await truth.cells(FLOWS, 'Seluruhnya'))
    expect(sums).toEqual(whole)
    const [before = 0, still = 0, recovered = 0] = whole
    const chart = page.getByRole('img', { name: new RegExp(`^Dari ${before} balita stunting: ${still} tetap stunting, ${recovered} membaik`) })
    await expect(chart).toContainText(`${still} tetap stunting`)
    await page.getByRole('button', { name: 'tabel', exact: true }).click()
    await expect(page.getByRole('table', { name: /^Balita stunting dari/ }).getByRole('row').last()).toContainText(String(before))
    await page.getByRole('button', { name: 'grafik', exact: true }).click()
    await expect(chart).toBeVisible()
  })

  test('leads from a part, and from a posyandu, to its children and to their growth', async ({ truth, page }) => {
    const rows = page.getByRole('table', { name: 'Anak di balik angka' }).locator('tbody tr')
    const [, , recovered = 0, , moved = 0] = figures(await truth.cells(FLOWS, 'Seluruhnya'))
    await page.getByRole('button', { name: `${recovered} membaik` }).click()
    await expect(rows).toHaveCount(recovered)
    await page.getByLabel('Menjadi', { exact: true }).selectOption({ label: 'pindah' })
    await expect(rows).toHaveCount(moved)
    await expect(rows.first()).toContainText('ke Melati II')
    await page.getByLabel('Menjadi', { exact: true }).selectOption({ label: 'semua' })
    const [mawar = 0] = figures(await truth.cells(FLOWS, 'Mawar'))
    await page.getByRole('button', { name: 'Mawar', exact: true }).click()
    await expect(rows).toHaveCount(mawar)
    await expect(page.getByRole('img', { name: new RegExp(`^Dari ${mawar} balita stunting`) })).toBeVisible()
    await rows.first().getByRole('rowheader').getByRole('button').click()
    await expect(truth.dialog.getByRole('heading')).toHaveText(/^Pertumbuhan (\p{Lu}\. ?)+$/u)
    await expect(truth.dialog.getByRole('img')).toBeVisible()
  })

  test('opens the growth of a child from the by-name list too', async ({ truth, page }) => {
    await truth.part('Daftar by name')
    await page.getByRole('table', { name: 'Daftar by name' }).getByRole('rowheader').first().getByRole('button').click()
    await expect(truth.dialog.getByRole('img', { name: /^Tinggi menurut umur/ })).toBeVisible()
    await expect(truth.dialog.getByRole('heading')).toHaveText(/^Pertumbuhan (\p{Lu}\. ?)+$/u)
    // The picture is named for the index, never for the child.
    const [picture] = await Promise.all([page.waitForEvent('download'), truth.dialog.getByRole('button', { name: /^Simpan grafik/ }).click()])
    expect(picture.suggestedFilename()).toMatch(/ Tinggi menurut umur.*\.png$/)
    await picture.saveAs(test.info().outputPath('growth.png'))
    expect(readFileSync(await picture.path()).readUInt32BE(16)).toBeGreaterThanOrEqual(1_400)
  })
})

test.describe('over the rounds', () => {
  test('the prevalence of surveys stands apart from that of the rounds, in the chart and in its table', async ({ truth, page }) => {
    await truth.part('Tren')
    await expect(page.getByRole('img', { name: /^Penimbangan: .*20 Okt 2026: \d,\d\d%\. Survei, bukan angka yang sama: SSGI 2024 .*: 17,84%\.$/ })).toBeVisible()
    await page.getByRole('region', { name: 'Prevalensi menurut penimbangan dan survei' }).getByRole('button', { name: 'tabel' }).click()
    await expect(page.getByRole('table', { name: 'Prevalensi menurut penimbangan dan survei' }).getByRole('row').last()).toContainText('survei')
  })
})

test.describe('series beside each other', () => {
  const TABLE = 'Kebutuhan, anak, dan rupiah menurut setiap data'

  test('say what another choice would change in need, children and rupiah, before it is adopted as one step', async ({ truth, page }) => {
    await truth.part('Banding data')
    await expect(page.getByRole('table', { name: TABLE })).toBeVisible()
    const heads = await page.getByRole('table', { name: TABLE }).getByRole('columnheader').allInnerTexts()
    expect(heads.findIndex((head) => head.includes('SSGI'))).toBe(-1)
    const [october, august] = [heads.findIndex((head) => head.includes(OCTOBER)) - 1, heads.findIndex((head) => head.includes(AUGUST)) - 1]
    const rupiah = (text = '') => Number(text.replaceAll('.', '').replace('+', '').replace('−', '-').replace('–', '0'))
    const need = await truth.cells(TABLE, 'Kebutuhan (Rp)')
    const difference = await truth.cells(TABLE, 'Selisih kebutuhan (Rp)')
    expect(rupiah(need[october]) - rupiah(need[august])).toBe(rupiah(difference[october]))
    expect(rupiah(difference[october])).not.toBe(0)
    await expect(truth.row(TABLE, 'Balita stunting').getByRole('cell').nth(october)).toHaveText(/^[−+]\d+\d\d$/)
    const strip = page.getByRole('region', { name: 'Ringkasan rencana' })
    await page.getByRole('button', { name: `Pakai ${OCTOBER}` }).click()
    await truth.dialog.getByRole('button', { name: 'Pakai untuk rencana' }).click()
    await expect(strip).toContainText(`Rp${need[october] ?? ''}`)
    await expect(page.getByRole('columnheader', { name: OCTOBER })).toContainText('dipakai rencana')
    await truth.undo()
    await expect(strip).toContainText(`Rp${need[august] ?? ''}`)
    await expect(page.getByRole('columnheader', { name: AUGUST })).toContainText('dipakai rencana')
  })
})

test.describe('for everybody', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has nothing that axe finds, ${colorScheme}`, async ({ truth, page }) => {
      test.setTimeout(90_000)
      await page.emulateMedia({ colorScheme })
      for (const view of ['Dua penimbangan', 'Banding data', 'Tren']) {
        await truth.part(view)
        await expect(page.locator('#caseload-view').getByRole(view === 'Banding data' ? 'table' : 'img').first()).toBeVisible()
        expect(await axe(page, '#isi'), view).toEqual([])
      }
    })
  }

  test('is whole at 200 % zoom, in English too', async ({ truth, page }) => {
    await page.setViewportSize({ width: 683, height: 384 })
    await page.getByRole('button', { name: 'English' }).click()
    for (const view of ['Two rounds', 'Compare', 'Validity']) {
      await truth.part(view)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), view).toBe(0)
      expect((await walkStops(page)).length).toBeGreaterThan(12)
    }
    await page.getByRole('button', { name: 'Indonesia' }).click()
  })
})
