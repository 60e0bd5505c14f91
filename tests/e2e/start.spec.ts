import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron as electron, expect, test } from '@playwright/test'
import { findElectron, electronObstacle, thisMachine } from '../../build/scripts/find-electron.ts'
import { OverviewPage } from './pages/overview-page.ts'
import { startRembuk } from './pages/rembuk.ts'

const ROOT = path.join(import.meta.dirname, '../..')

test('the workspace outlives a stop, and the old address does not', async ({ page, context }) => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'rembuk-home-'))
  const overview = new OverviewPage(page)
  const first = await startRembuk(home, 'sample')
  await overview.open(first.address)
  await first.stop()
  await expect(page.request.get(first.address)).rejects.toThrow('ECONNREFUSED')
  expect(readdirSync(home)).toEqual(expect.arrayContaining(['contoh-kalipucung.rembuk']))

  const second = await startRembuk(home, 'sample')
  await context.clearCookies()
  const stale = await page.request.get(new URL(new URL(first.address).pathname, second.address).href)
  expect(stale.status()).toBe(403)
  await overview.open(second.address)
  await expect(overview.figure('Kebutuhan')).toHaveText('Rp173.614.000')
  await second.stop()
  rmSync(home, { recursive: true, force: true })
})

test('the first page in the application\'s own window', async () => {
  const program = findElectron(ROOT, process.env)
  test.skip(!program, 'Electron\'s binary is not installed on this machine')
  const obstacle = electronObstacle(thisMachine())
  test.skip(obstacle !== undefined, `Electron cannot show a window here: ${obstacle ?? ''}`)
  const home = mkdtempSync(path.join(os.tmpdir(), 'rembuk-home-'))
  const app = await electron.launch({ executablePath: String(program), args: [ROOT], env: { ...process.env, REMBUK_HOME: home, REMBUK_OPEN: 'sample' } as Record<string, string> })
  const overview = new OverviewPage(await app.firstWindow())
  await expect(overview.figure('Kebutuhan')).toHaveText('Rp173.614.000')
  expect(overview.page.url()).toBe('app://rembuk/')
  await app.close()
  rmSync(home, { recursive: true, force: true })
})
