import type { Page } from '@playwright/test'

/** The longest frame, in ms, while what lies under a point of an element is scrolled down by the wheel. */
export async function longestFrame(page: Page, element: ReturnType<Page['locator']>, turns = 120): Promise<number> {
  const box = await element.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200)
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const next = (now: number) => {
      frames.push(now - last)
      last = now
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
    Object.assign(globalThis, { frames })
  })
  for (let turn = 0; turn < turns; turn += 1) await page.mouse.wheel(0, 1_400)
  const frames = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames)
  // Not the first: it began before the wheel.
  return Math.max(...frames.slice(2))
}
