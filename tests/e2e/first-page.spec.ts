import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { percent, rupiah } from '../../shared/i18n/format.ts'
import { summaryOf, test } from './pages/rembuk.ts'

test.describe('the first page', () => {
  test('shows the sample village with figures of its real workspace', async ({ rembuk, overview, page }) => {
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))

    await overview.open(rembuk.address)
    await expect(page).toHaveTitle(/Kalipucung/)
    await expect(page).toHaveURL(/^(http:\/\/127\.0\.0\.1:\d+|app:\/\/rembuk)\/(#.*)?$/)
    await expect(page.getByText('contoh', { exact: true })).toBeVisible()

    await expect(overview.figure('Kebutuhan')).toHaveText('Rp173.614.000')
    await expect(overview.figure('Balita stunting terlayani')).toHaveText('16 dari 16, 12 dari 12 bulan')
    await expect(overview.figure('Kader menerima insentif')).toHaveText(/^25 dari 25/)
    // The same workspace, asked by another way.
    const summary = summaryOf(rembuk)
    expect(summary.need).toBe(173_614_000)
    await expect(overview.figure('Terdanai')).toHaveText(rupiah(summary.funded))
    await expect(overview.figure('Belum terdanai')).toHaveText(rupiah(summary.gap))
    await expect(overview.figure('Belanja langsung ke sasaran')).toHaveText(`${percent(summary.directShareBp)} dari yang terdanai`)
    await overview.openNotes()
    await expect(overview.notes.getByRole('listitem')).toHaveCount(summary.findings.length)

    await page.getByRole('navigation').getByRole('link', { name: 'Anggaran' }).click()
    await expect(overview.row('Bantuan makanan bergizi balita stunting')).toContainText('28.800.000')
    await expect(overview.budget).toContainText('Prioritas 1')
    expect(readdirSync(rembuk.home)).toContain('contoh-kalipucung.rembuk')
    expect(errors).toEqual([])
  })

  test('speaks English on request, with the same figures, and remembers it', async ({ rembuk, overview, page }) => {
    await overview.open(rembuk.address)
    await overview.switchTo('English')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(overview.figure('Need')).toHaveText('Rp173,614,000')
    await expect(overview.figure('Stunted children covered')).toHaveText('16 of 16, 12 of 12 months')
    await page.reload()
    await expect(overview.figure('Unfunded')).toHaveText(rupiah(summaryOf(rembuk).gap, 'en'))
    await overview.switchTo('Indonesia')
    await expect(overview.figure('Kebutuhan')).toHaveText('Rp173.614.000')
  })

  for (const [width, height] of [[1366, 768], [1920, 1080], [683, 384]] as const) {
    test(`does not scroll sideways at ${width}×${height}`, async ({ rembuk, overview, page }) => {
      await page.setViewportSize({ width, height })
      await overview.open(rembuk.address)
      expect(await overview.sidewaysOverflow()).toBe(0)
      // where there is little room the strip is one line that scrolls by itself
      await overview.figure('Kader menerima insentif').scrollIntoViewIfNeeded()
      const last = await overview.figure('Kader menerima insentif').boundingBox()
      expect((last?.x ?? width) + (last?.width ?? 0)).toBeLessThanOrEqual(width)
    })
  }

  test('is reached by keyboard alone, with the focus in sight', async ({ rembuk, overview, page }) => {
    await overview.open(rembuk.address)
    const names: string[] = []
    for (let step = 0; step < 48; step += 1) {
      await page.keyboard.press('Tab')
      const focused = page.locator(':focus')
      names.push((await focused.getAttribute('href')) ?? (await focused.getAttribute('id')) ?? (await focused.innerText()))
      await expect(focused).not.toHaveCSS('outline-style', 'none')
      if (names.includes('isi')) break
    }
    expect(names[0]).toBe('Langsung ke isi')
    expect(names).toEqual(expect.arrayContaining(['#/anggaran', 'Indonesia', 'English', 'isi']))
  })

  test('asks nothing of any other machine', async ({ rembuk, overview, page }) => {
    const foreign: string[] = []
    const { origin } = new URL(rembuk.address)
    page.on('request', (request) => new URL(request.url()).origin !== origin && foreign.push(request.url()))
    await overview.open(rembuk.address)
    expect(foreign).toEqual([])
  })

  test('stays shut for who has only the bare address', async ({ rembuk, page, faults }) => {
    faults.expect(/^403 \/$/)
    test.skip(!rembuk.address.startsWith('http:'), 'about the browser host')
    await page.goto(new URL(rembuk.address).origin)
    await expect(page.getByText('alamat lengkap')).toBeVisible()
  })
})

test.describe('when Rembuk has stopped', () => {
  test('the window says so in words and offers to try again', async ({ rembuk, overview, page, faults }) => {
    faults.expect(/CONNECTION_REFUSED \/rpc\//)
    await overview.open(rembuk.address)
    // The page is loaded anew in a tab whose host no longer answers calls.
    await page.route('**/rpc/**', (route) => route.abort('connectionrefused'))
    await page.reload()
    await expect(page.getByRole('alert')).toContainText('Rembuk sudah berhenti')
    await page.unroute('**/rpc/**')
    await page.getByRole('button', { name: 'Coba lagi' }).click()
    await expect(overview.strip).toBeVisible()
  })
})

test.describe('pictures', () => {
  for (const [width, height] of [[1366, 768], [1920, 1080]] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${width}×${height} ${colorScheme}`, async ({ rembuk, overview, page }, info) => {
        await page.setViewportSize({ width, height })
        await page.emulateMedia({ colorScheme })
        await overview.open(rembuk.address)
        const file = info.outputPath('first-page.png')
        await page.screenshot({ path: file })
        await info.attach('first page', { path: file, contentType: 'image/png' })
        expect(existsSync(path.resolve(file))).toBe(true)
        const paper = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
        expect(paper).toBe(colorScheme === 'light' ? 'rgb(251, 250, 247)' : 'rgb(22, 24, 22)')
      })
    }
  }
})
