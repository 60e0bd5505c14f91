import { expect, type Page } from '@playwright/test'
import { axe } from './pages/axe.ts'
import { HomePage } from './pages/home-page.ts'
import { walkStops } from './pages/keyboard.ts'
import { emptyTest, test } from './pages/rembuk.ts'

const SCREENS = ['berkas', 'ringkasan', 'sasaran', 'anggaran', 'sumber', 'skenario', 'rembuk', 'dokumen', 'dokumen/entri', 'dokumen/kirim'] as const

async function show(page: Page, screen: string): Promise<void> {
  await page.evaluate((name) => (location.hash = `#/${name}`), screen)
  await expect(page.locator('#isi')).toBeVisible()
  await expect(page.locator('[aria-busy="true"], progress')).toHaveCount(0)
}

test.describe('every screen', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has nothing that axe finds on the whole page, ${colorScheme}`, async ({ rembuk, overview, page }) => {
      const check = async (what: string) => expect(await axe(page), what).toEqual([])
      test.setTimeout(120_000)
      await page.emulateMedia({ colorScheme })
      await overview.open(rembuk.address)
      for (const screen of SCREENS) {
        // One page of a paper stands for all: sixteen pages of tables take axe a minute.
        await show(page, screen === 'dokumen' ? 'dokumen/tabel-5' : screen)
        await test.step(screen, () => check(screen))
      }
      await overview.openNotes()
      await check('notes')
      for (const keys of ['Control+k', 'F1']) {
        await page.keyboard.press(keys)
        await expect(page.getByRole('dialog')).toBeVisible()
        await check(keys)
        await page.keyboard.press('Escape')
      }
      await page.getByRole('button', { name: 'Pengaturan', exact: true }).click()
      await check('settings')
    })
  }

  test('is whole at 200 % zoom: nothing reaches beyond the side, and every stop of the Tab key comes into sight with its focus', async ({ rembuk, overview, page }) => {
    test.setTimeout(120_000)
    // 1366 × 768 at 200 %.
    await page.setViewportSize({ width: 683, height: 384 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await overview.open(rembuk.address)
    for (const screen of SCREENS) {
      await test.step(screen, async () => {
        await show(page, screen)
        expect(await overview.sidewaysOverflow()).toBe(0)
        // What stands around a plan's screen leaves the larger part of the first screenful to it.
        if (screen !== 'berkas') expect(await page.locator('main').evaluate((main) => main.getBoundingClientRect().top + scrollY)).toBeLessThan(150)
        expect((await walkStops(page)).length).toBeGreaterThan(8)
      })
    }
  })

  test('is whole at 200 % zoom with the notes open, and in its dialogs', async ({ rembuk, overview, page }) => {
    await page.setViewportSize({ width: 683, height: 384 })
    await overview.open(rembuk.address)
    await show(page, 'sumber')
    await overview.openNotes()
    expect(await overview.sidewaysOverflow()).toBe(0)
    expect((await walkStops(page)).length).toBeGreaterThan(20)
    for (const open of ['Control+k', 'F1']) {
      await page.keyboard.press(open)
      await expect(page.getByRole('dialog')).toBeInViewport({ ratio: 0.9 })
      await page.keyboard.press('Escape')
    }
    await page.getByRole('button', { name: 'Pengaturan', exact: true }).click()
    expect((await walkStops(page)).length).toBeGreaterThan(12)
  })
})

const REGENCY = [
  'kiriman', 'kiriman/35.05.07.2001', 'konsolidasi', 'konsolidasi/kecamatan', 'konsolidasi/peringkat', 'konsolidasi/menyimpang', 'konsolidasi/sasaran', 'konsolidasi/dokumen', 'konsolidasi/opd', 'konsolidasi/rkpd', 'pembagian', 'pembagian/optimum',
] as const

/** Screens with colours of their own: the others are made of the same parts. */
const COLOURFUL: ReadonlySet<string> = new Set(['kiriman/35.05.07.2001', 'konsolidasi/kecamatan', 'konsolidasi/opd', 'pembagian'])

/** Screens with controls of their own. */
const WALKED: ReadonlySet<string> = new Set(['kiriman', 'kiriman/35.05.07.2001', 'konsolidasi/opd', 'konsolidasi/rkpd', 'pembagian', 'pembagian/optimum'])

emptyTest.describe('every screen of a regency', () => {
  emptyTest('has nothing that axe finds, in either theme', async ({ rembuk, overview, page }) => {
    emptyTest.setTimeout(240_000)
    await new HomePage(page).goto(rembuk.address)
    await page.getByRole('button', { name: 'Kabupaten Blitar' }).click()
    await expect(overview.strip).toBeVisible({ timeout: 90_000 })
    for (const screen of REGENCY) {
      await show(page, screen)
      await expect(page.locator('#isi').getByRole('table').or(page.locator('#isi').getByRole('img')).or(page.getByRole('form', { name: 'Dasar perhitungan' })).first()).toBeVisible()
      for (const colorScheme of COLOURFUL.has(screen) ? (['light', 'dark'] as const) : (['light'] as const)) {
        await page.emulateMedia({ colorScheme })
        expect(await axe(page), `${screen}, ${colorScheme}`).toEqual([])
      }
    }
    // 1366 × 768 at 200 %: nothing reaches beyond the side, and the Tab key brings what it stops at into sight
    await page.setViewportSize({ width: 683, height: 384 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const screen of REGENCY) {
      await emptyTest.step(`${screen} at 200 %`, async () => {
        await show(page, screen)
        expect(await overview.sidewaysOverflow()).toBe(0)
        if (WALKED.has(screen)) expect((await walkStops(page, 40)).length).toBeGreaterThan(8)
      })
    }
  })
})
