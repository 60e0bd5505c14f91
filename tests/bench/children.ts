import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Request } from '@playwright/test'
import { createAppClient } from '#core/app.ts'
import { createWorkspace } from '#core/session.ts'
import { findChromium } from '../../build/scripts/find-chromium.ts'
import { startRembuk } from '../e2e/pages/rembuk.ts'
import { child, csv, grid } from '../support/eppgbm-files.ts'
import { longestFrame } from './frames.ts'
import { type BenchRow, median } from './row.ts'

const CHILDREN = 5_000
const PAGES = 20

/** A village with a long by-name list. */
async function makeList(file: string): Promise<void> {
  const session = createWorkspace(file, { region: '35.05.07.2001' })
  const rows = Array.from({ length: CHILDREN }, (_, index) => child(index, {
    NIK: `35050701${String(10_000_000 + index)}`, 'Tanggal Pengukuran': '2026-09-10', 'Tgl Lahir': '2024-03-15', Posyandu: `Mawar ${index % 12}`, ...(index % 7 === 0 ? { 'TB/U': 'Pendek', 'ZS TB/U': -2.5 } : {}),
  }))
  const bytes = csv(grid(rows)) as Uint8Array<ArrayBuffer>
  const client = createAppClient(session)
  for await (const event of await client.caseload.import({ file: new File([bytes], 'september.csv'), series: 'September' })) {
    if (event.event === 'done' && event.report.accepted !== CHILDREN) throw new Error('rows are missing')
  }
  await client.plan.create({ template: 'desa', fiscalYear: 2027 })
  session.close()
}

/** The by-name list of 5,000 children: a page from the core, and scrolling it in Chromium over the real host. */
export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-bench-'))
  const file = path.join(folder, 'desa.rembuk')
  try {
    await makeList(file)
    const rembuk = await startRembuk(folder, file)
    const executablePath = findChromium(process.env)
    const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' })
      const times: number[] = []
      const asked = new Map<Request, number>()
      page.on('request', (request) => { if (request.url().includes('/caseload/children')) asked.set(request, performance.now()) })
      page.on('response', (response) => {
        const at = asked.get(response.request())
        if (at !== undefined) times.push(performance.now() - at)
      })
      await page.goto(rembuk.address)
      await page.goto(`${new URL(rembuk.address).origin}/#/sasaran`)
      await page.getByRole('tab', { name: 'Daftar by name' }).click()
      await page.locator('.by-name tbody th').first().waitFor()
      const ms = await longestFrame(page, page.getByRole('region', { name: 'Daftar by name' }))
      await page.locator(`.by-name tr[aria-rowindex="${CHILDREN + 1}"] th`).waitFor()
      if (times.length < PAGES) throw new Error(`only ${times.length} pages were asked for`)
      return [
        { name: 'longest frame while 5,000 children are scrolled', ms, floorMs: null, ratio: null, limit: 50 },
        { name: 'a page of 100 of 5,000 children, asked by the window until it has the answer', ms: median(times), floorMs: null, ratio: null, limit: 50 },
      ]
    } finally {
      await browser.close()
      await rembuk.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
