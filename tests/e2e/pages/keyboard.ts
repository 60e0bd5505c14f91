import { expect, type Page } from '@playwright/test'

/** Most stops of the Tab key on any screen. */
const STOPS = 220

/** What the focus is on: its role or tag, and the name that is read for it. */
export async function focused(page: Page): Promise<{ readonly tag: string; readonly name: string }> {
  return page.evaluate(() => {
    const element = document.activeElement
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])].map((label) => label.textContent) : []
    const by = element?.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent) ?? []
    const name = element?.getAttribute('aria-label') ?? (by.length > 0 ? by.join(' ') : labels.length > 0 ? labels.join(' ') : element?.textContent)
    return { tag: element?.tagName.toLowerCase() ?? '', name: (name ?? '').replaceAll(/\s+/g, ' ').trim() }
  })
}

/** Presses Tab until the focus is on what has this name, as a person would who cannot use a mouse. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    if (name.test(here.name)) return
    passed.push(`${here.tag} ${here.name.slice(0, 40)}`)
  }
  throw new Error(`no way by Tab to ${String(name)}; passed:\n${passed.slice(0, 60).join('\n')}`)
}

/** Types into the field of a name that is reached by Tab. */
export async function typeInto(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** Walks every stop of the Tab key once round, or the first `most` of them. @returns what was passed; fails where one is outside the window, covered, or shows no focus */
export async function walkStops(page: Page, most = STOPS): Promise<string[]> {
  const passed: string[] = []
  await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined))
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(async () => {
      // what the focus scrolls into sight stands there with the next frame
      for (const _ of [1, 2]) await new Promise((resolve) => { requestAnimationFrame(resolve) })
      const element = document.activeElement
      if (!element || element === document.body) return undefined
      if (element.hasAttribute('data-walked')) return null
      element.setAttribute('data-walked', '')
      const box = element.getBoundingClientRect()
      const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)]
      const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)]
      const inSight = right - left >= Math.min(box.width, 8) && bottom - top >= Math.min(box.height, 8)
      // Something of it can be hit: at its middle, or near a corner of what shows of it.
      const points = [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, bottom - 3]] as const
      const hit = points.some(([x, y]) => { const at = document.elementFromPoint(x, y); return at !== null && (element.contains(at) || at.contains(element)) })
      // A grid or a list shows its focus at the cell or the entry that is active in it.
      const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
      const focus = getComputedStyle(element).outlineStyle !== 'none' || (active !== null && getComputedStyle(active).boxShadow !== 'none')
      return { what: `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`, inSight, hit, focus }
    })
    if (seen === null) break
    if (seen === undefined) continue
    expect(seen, `stop ${stop}`).toEqual({ what: seen.what, inSight: true, hit: true, focus: true })
    passed.push(seen.what)
  }
  await page.evaluate(() => document.querySelectorAll('[data-walked]').forEach((element) => element.removeAttribute('data-walked')))
  return passed
}
