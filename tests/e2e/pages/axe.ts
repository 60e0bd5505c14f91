import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What axe finds on a page, or within a part of it: each fault with the elements that have it. Everything is looked at in light; in dark what a
 * theme can change, which is contrast.
 */
export async function axe(page: Page, within?: string): Promise<[fault: string, elements: string[]][]> {
  const dark = await page.evaluate(() => {
    const { theme } = document.documentElement.dataset
    return theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  })
  // Only faults are described whole, and in the page itself: going through what is right, in a page of its own, took most of the time.
  // Nothing here stands in a frame of another origin, which is what that page would be for.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
  if (dark) builder.withRules(['color-contrast'])
  if (within !== undefined) builder.include(within)
  const { violations } = await builder.analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}
