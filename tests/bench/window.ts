import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from '@playwright/test'
import { createAppClient } from '#core/app.ts'
import { createWorkspace } from '#core/session.ts'
import { INTERVENTIONS, offeredTo } from '#shared/catalogue/interventions.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import { fromCatalogue } from '#shared/domain/template.ts'
import { findChromium } from '../../build/scripts/find-chromium.ts'
import { startRembuk } from '../e2e/pages/rembuk.ts'
import { longestFrame } from './frames.ts'
import { type BenchRow, median } from './row.ts'

const SOURCES = ['DDS', 'ADD', 'PBH', 'PAD', 'PBK', 'PBP', 'GENTING', 'CSR']
const ROUNDS = 15
const STARTS = 5

/** A village with so many activities of the catalogue and eight sources that have money. */
async function makeVillage(folder: string, activities: number): Promise<string> {
  const file = path.join(folder, `desa-${activities}.rembuk`)
  const session = createWorkspace(file, { region: '35.05.07.2001' })
  const client = createAppClient(session)
  for (const [group, count] of Object.entries({ stunted: 16, measured: 367, targeted: 389, cadre: 25, posyandu: 5, family_no_toilet: 6 })) await client.caseload.setCount({ group, count })
  const { plan } = await client.plan.create({ template: 'desa', fiscalYear: 2026 })
  for (const source of SOURCES) await client.plan.setSource({ source, ceiling: 5_000_000_000 })
  const keys = INTERVENTIONS.filter((entry) => offeredTo(entry, 'desa')).map(({ key }) => key)
  const counts = new Map<CountKey, number>([['stunted', 16], ['cadre', 25], ['posyandu', 5]])
  const more = activities - (await client.plan.activities({})).length
  session.step('bench', {}, () => {
    for (let index = 0; index < more; index += 1) {
      const made = fromCatalogue(keys[index % keys.length] ?? '', { kind: 'desa', counts, newId: session.ports.newId, position: 1_000 + index })
      if (!made) continue
      session.plans.addActivity(plan, made.activity)
      for (const line of made.lines) session.plans.saveLine(line)
    }
  })
  session.close()
  return file
}

/** Types a count into the first volume and measures from the key that leaves the cell to the frame in which the cell and the strip are new. */
async function keystroke(page: Page, count: number): Promise<number> {
  await page.keyboard.type(String(count))
  await page.evaluate((typed) => {
    const watch = new Promise<number>((resolve) => {
      const strip = document.querySelector('.strip')
      const before = strip?.textContent
      let start = 0
      addEventListener('keydown', (event) => { start = event.timeStamp }, { capture: true, once: true })
      const observer = new MutationObserver(() => {
        const volume = document.querySelector('[data-index="1"] .volume')?.textContent ?? ''
        if (strip?.textContent === before || !volume.startsWith(typed)) return
        observer.disconnect()
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
      })
      observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    })
    Object.assign(globalThis, { watch })
  }, String(count))
  await page.keyboard.press('Enter')
  const ms = await page.evaluate(() => (globalThis as unknown as { watch: Promise<number> }).watch)
  await page.keyboard.press('ArrowUp')
  return ms
}

/** A window that was never open before, until the sample's strip and what to do next stand and the page answers; from the beginning of its loading, in ms. */
async function firstUse(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' })
  try {
    const page = await context.newPage()
    await page.addInitScript(() => {
      const usable = new Promise<number>((resolve) => {
        const look = () => {
          if (!document.querySelector('.strip dd') || !document.querySelector('.summary-page .next li')) return
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
        }
        const observer = new MutationObserver(look)
        observer.observe(document, { subtree: true, childList: true })
      })
      Object.assign(globalThis, { usable })
    })
    await page.goto(address)
    return await page.evaluate(() => (globalThis as unknown as { usable: Promise<number> }).usable)
  } finally {
    await context.close()
  }
}

/** The script that the window loads before anything else, gzip, in KB; what comes later is loaded where it is needed. */
function firstScript(): number {
  const folder = path.join(import.meta.dirname, '../../dist/renderer')
  const names = [...readFileSync(path.join(folder, 'index.html'), 'utf8').matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, name = '']) => name)
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, name))).length, 0) / 1024
}

async function inBrowser<T>(folder: string, open: string, work: (browser: Browser, address: string) => Promise<T>): Promise<T> {
  const rembuk = await startRembuk(folder, open)
  const executablePath = findChromium(process.env)
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] })
  try {
    return await work(browser, rembuk.address)
  } finally {
    await browser.close()
    await rembuk.stop()
  }
}

async function inWindow<T>(folder: string, activities: number, work: (page: Page) => Promise<T>): Promise<T> {
  return inBrowser(folder, await makeVillage(folder, activities), async (browser, address) => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' })
    await page.goto(address)
    await page.locator('.strip').waitFor({ timeout: 60_000 })
    await page.goto(`${new URL(address).origin}/#/anggaran`)
    await page.locator('[data-index="1"] .volume').waitFor()
    return work(page)
  })
}

/** The window in Chromium over the real host: until it can be used, what it loads first, a changed count until it is painted, and scrolling. */
export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-bench-'))
  const rows: BenchRow[] = []
  try {
    const usable = await inBrowser(path.join(folder, 'Rembuk'), 'sample', async (browser, address) => {
      const times: number[] = []
      for (let round = 0; round < STARTS; round += 1) times.push(await firstUse(browser, address))
      return median(times)
    })
    rows.push({ name: 'a new window until the sample can be used', ms: usable, floorMs: null, ratio: null, limit: 800 })
    rows.push({ name: 'script before lazy parts, gzip', ms: firstScript(), unit: 'KB', floorMs: null, ratio: null, limit: 420 })
    for (const [activities, limit] of [[40, 50], [400, 100]] as const) {
      const ms = await inWindow(folder, activities, async (page) => {
        await page.locator('[data-index="1"] .volume').click()
        const times: number[] = []
        for (let round = 0; round < ROUNDS; round += 1) times.push(await keystroke(page, 17 + (round % 9)))
        return median(times.slice(3))
      })
      rows.push({ name: `a count typed until grid and strip are painted, ${activities} activities × 8 sources`, ms, floorMs: null, ratio: null, limit })
    }
    const frame = await inWindow(folder, 3_200, (page) => longestFrame(page, page.getByRole('treegrid')))
    rows.push({ name: 'longest frame while 5,000 rows are scrolled', ms: frame, floorMs: null, ratio: null, limit: 50 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return rows
}
