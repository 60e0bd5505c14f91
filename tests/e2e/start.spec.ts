import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { HOST, startElectron, whyNoElectron } from './pages/electron-host.ts'
import { OverviewPage } from './pages/overview-page.ts'
import { startRembuk } from './pages/rembuk.ts'

test('the workspace outlives a stop, and the old address does not', async ({ page, context }) => {
  test.skip(HOST === 'electron', 'about the browser host')
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

test('a start goes on with what was open when Rembuk ended, in the language that was chosen last; what was closed stays closed', async ({ page, context }) => {
  test.skip(HOST === 'electron', 'about the browser host')
  const home = mkdtempSync(path.join(os.tmpdir(), 'rembuk-home-'))
  const overview = new OverviewPage(page)
  const first = await startRembuk(home, 'sample')
  await overview.open(first.address)
  // Two quick choices: the last one holds, also where the page goes at once.
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await page.getByRole('button', { name: 'Indonesia', exact: true }).click()
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await first.stop()
  const second = await startRembuk(home, '')
  await context.clearCookies()
  await overview.open(second.address)
  await expect(overview.figure('Need')).toHaveText('Rp173,614,000')
  await page.goto(`${new URL(second.address).origin}/#/berkas`)
  await page.getByRole('button', { name: 'Close this file' }).click()
  await expect(page.getByRole('button', { name: 'Close this file' })).toBeHidden()
  await second.stop()
  const third = await startRembuk(home, '')
  await context.clearCookies()
  await page.goto(third.address)
  await expect(page.getByRole('region', { name: 'Recent files', exact: true })).toBeVisible()
  await third.stop()
  rmSync(home, { recursive: true, force: true })
})

test('the first page in the application\'s own window', async () => {
  const missing = whyNoElectron()
  test.skip(missing !== undefined, missing ?? '')
  const home = mkdtempSync(path.join(os.tmpdir(), 'rembuk-home-'))
  const app = await startElectron(home, 'sample')
  const overview = new OverviewPage(app.window)
  await expect(overview.figure('Kebutuhan')).toHaveText('Rp173.614.000')
  expect(overview.page.url()).toMatch(/^app:\/\/rembuk\/(#.*)?$/)
  await app.stop()
  rmSync(home, { recursive: true, force: true })
})
