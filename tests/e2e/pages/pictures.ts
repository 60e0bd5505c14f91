import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { OverviewPage } from './overview-page.ts'
import type { Rembuk } from './rembuk.ts'

/** Where the pictures go; kept after a run, to be looked at. */
const FOLDER = path.resolve(process.env['PICTURES'] ?? path.join(import.meta.dirname, '../../../node_modules/.cache/pictures'))

const SIZES = [[1366, 768], [1920, 1080]] as const

/** Nothing is being fetched or made, and the fonts are there: what is drawn is what stays. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"], progress')).toHaveCount(0)
  await expect(page.getByText(/^(Memuat|Membuka|Loading|Opening).*…$/)).toHaveCount(0)
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

/** The window, still and in the colours and language of a round of pictures. */
export async function begin(page: Page, overview: OverviewPage, rembuk: Rembuk, colorScheme: 'light' | 'dark', language: 'Indonesia' | 'English'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await overview.open(rembuk.address)
  await overview.switchTo(language)
}

/** What the window shows, once it is settled, in every size; nothing may reach beyond its side. */
export async function picture(page: Page, overview: OverviewPage, name: string, round: string): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    await settled(page)
    expect(await overview.sidewaysOverflow(), `${name} at ${width}`).toBe(0)
    await page.screenshot({ path: path.join(FOLDER, `${name}-${width}-${round}.png`) })
  }
}
