import { expect } from '@playwright/test'
import { rupiah, number } from '../../shared/i18n/format.ts'
import { axe } from './pages/axe.ts'
import { summaryOf, test as base } from './pages/rembuk.ts'
import { SummaryPage } from './pages/summary-page.ts'

const test = base.extend<{ summary: SummaryPage }>({ summary: async ({ page }, use) => use(new SummaryPage(page)) })

test.describe('Ringkasan', () => {
  test('opens first and answers on one page, with the figures of the plan', async ({ rembuk, overview, summary, page }) => {
    await overview.open(rembuk.address)
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Ringkasan' })).toHaveAttribute('aria-current', 'page')
    const plan = summaryOf(rembuk)
    await expect(summary.block('Siapa yang terlayani')).toContainText('16 dari 16')
    await expect(summary.block('Kebutuhan dan sumbernya').getByRole('img')).toHaveAccessibleName(new RegExp(`^Kebutuhan ${rupiah(plan.need).replaceAll('.', '\\.')}: .*Belum terdanai ${rupiah(plan.gap).replaceAll('.', '\\.')}`))
    await expect(summary.block('Belum terdanai, terbesar').getByRole('listitem')).toHaveCount(3)
    await expect(summary.block('Belum terdanai, terbesar').getByRole('listitem').first()).toContainText('kurang dari biaya satu')
    await expect(summary.block('Belanja langsung ke sasaran')).toContainText('Dari tiap Rp1.000, Rp601 menjadi makanan dan barang.')
    // every class has a line with its own name and figure: none is known by its shade alone
    await expect(summary.block('Belanja langsung ke sasaran').locator('.step-bars li')).toContainText([/^Dari tiapRp1\.000/, /^makanan|^barang/i])
    await expect(summary.block('Ukuran')).toContainText('Rp1.800.000')
    await expect(page.getByText('bukan angka yang sama')).toBeVisible()
    await expect(page.getByText('Prevalensi penimbangan 4,36% (16 dari 367 diukur')).toBeVisible()
  })

  test('shows each chart as a table, with the same sums', async ({ rembuk, summary }) => {
    await summary.open(rembuk.address)
    const plan = summaryOf(rembuk)
    const money = await summary.asTable('Kebutuhan dan sumbernya')
    await expect(money.getByRole('row', { name: 'Belum terdanai' })).toContainText(number(plan.gap))
    await expect(money.getByRole('row', { name: 'Kebutuhan' })).toContainText(number(plan.need))
    const gaps = await summary.asTable('Belum terdanai, terbesar')
    await expect(gaps.getByRole('row', { name: /^Jamban sehat/ })).toContainText('11.000.000')
    const direct = await summary.asTable('Belanja langsung ke sasaran')
    const perThousand = await direct.locator('tbody tr td:last-child').allInnerTexts()
    expect(perThousand.map(Number).reduce((a, b) => a + b, 0)).toBe(1_000)
    await expect((await summary.asTable('Siapa yang terlayani')).getByRole('row', { name: 'Balita stunting' })).toContainText('16')
  })

  test('leads on: each step to its screen, a gap to its line, the notes to their panel', async ({ rembuk, overview, summary, page }) => {
    await summary.open(rembuk.address)
    await expect(summary.steps).toHaveCount(5)
    await expect(summary.steps.first()).toContainText('389 anak')
    await summary.steps.getByRole('button', { name: 'Catatan' }).click()
    await expect(overview.notes).toBeVisible()
    await summary.steps.getByRole('link', { name: 'Dokumen' }).click()
    await expect(page).toHaveURL(/#\/dokumen$/)
    await page.goBack()
    await summary.block('Belum terdanai, terbesar').getByRole('link').first().click()
    await expect(page).toHaveURL(/#\/anggaran\/.+/)
  })

  test('speaks English', async ({ rembuk, overview, summary }) => {
    await summary.open(rembuk.address)
    await overview.switchTo('English')
    await expect(summary.block('Who is covered')).toContainText('16 of 16')
    await expect(summary.block('Direct-to-target spending')).toContainText('Of every Rp1,000, Rp601 becomes')
    await overview.switchTo('Indonesia')
  })

  test('prints on one sheet, without the window around it', async ({ rembuk, summary, page }) => {
    await summary.open(rembuk.address)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.setViewportSize({ width: 1920, height: 1080 })
    expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('navigation')).toBeHidden()
    await expect(summary.block('Siapa yang terlayani')).toBeVisible()
    // Ink on paper, whatever theme was chosen for the screen.
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
    await expect(page.getByRole('heading', { name: 'Siapa yang terlayani' })).toHaveCSS('color', 'rgb(29, 31, 28)')
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has nothing that axe finds, ${colorScheme}; pictures`, async ({ rembuk, overview, summary, page }, info) => {
      await page.emulateMedia({ colorScheme })
      await summary.open(rembuk.address)
      expect(await axe(page, 'main')).toEqual([])
      await summary.asTable('Kebutuhan dan sumbernya')
      expect(await axe(page, 'main')).toEqual([])
      for (const [width, height] of [[1366, 768], [1920, 1080], [683, 384]] as const) {
        await page.setViewportSize({ width, height })
        await page.screenshot({ path: info.outputPath(`ringkasan-${width}-${colorScheme}.png`) })
        expect(await overview.sidewaysOverflow()).toBe(0)
      }
    })
  }
})
