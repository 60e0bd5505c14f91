import { expect, type Page } from '@playwright/test'
import { FramePage } from './pages/frame-page.ts'
import { test as base } from './pages/rembuk.ts'
import { SourcesPage } from './pages/sources-page.ts'

const test = base.extend<{ frame: FramePage; sources: SourcesPage }>({
  frame: async ({ page }, use) => use(new FramePage(page)),
  sources: async ({ page }, use) => use(new SourcesPage(page)),
})
test.beforeEach(({ rembuk, faults }) => {
  test.skip(!rembuk.address.startsWith('http:'), 'calls can be spoiled on their way only over HTTP')
  // What is spoiled here, and what a screen that breaks over it says.
  faults.expect(/\/rpc\/|TypeError/)
})

/** Lets a procedure answer with something else than the window was promised; the window has to ask it first, as it does where what it begins with does not come. */
async function spoil(page: Page, procedure: string, answer: unknown): Promise<void> {
  await page.route('**/rpc/home/opening', (route) => route.abort('connectionrefused'))
  await page.route(`**/rpc/${procedure}`, (route) => route.fulfill({ json: { json: answer, meta: [] } }))
}

/** Lets a procedure fail as an unexpected error does. */
async function fail(page: Page, procedure: string): Promise<void> {
  await page.route(`**/rpc/${procedure}`, (route) => route.fulfill({
    status: 500, json: { json: { defined: false, code: 'INTERNAL_SERVER_ERROR', status: 500, message: 'Internal server error' }, meta: [] },
  }))
}

const rail = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true })

test('a screen that breaks says so; the rail, the strip, the other screens and undo go on; it comes back on request', async ({ rembuk, frame, sources, overview, page }) => {
  await spoil(page, 'plan/overview', { reach: 'broken' })
  await frame.open(rembuk.address)
  const said = page.getByRole('main').getByRole('alert')
  await expect(said).toContainText('Ringkasan tidak dapat ditampilkan')
  await expect(said).toContainText('tidak ada yang hilang')
  await expect(overview.figure('Kebutuhan')).toHaveText('Rp173.614.000')
  await rail(page, 'Anggaran').click()
  await expect(overview.budget).toBeVisible()
  await rail(page, 'Sumber & Aturan').click()
  await sources.openSource('PBH')
  await sources.type('Pagu', '9jt')
  await expect(sources.row('PBH')).toContainText('9.000.000')
  await frame.undo.click()
  await expect(sources.row('PBH')).toContainText('6.000.000')
  await rail(page, 'Ringkasan').click()
  await expect(said).toBeVisible()
  await page.unroute('**/rpc/plan/overview')
  await page.getByRole('button', { name: 'Coba lagi' }).click()
  await expect(page.getByRole('region', { name: 'Siapa yang terlayani' })).toContainText('16 dari 16')
})

test('what cannot be read for one screen is said there, and read again on request; so is a screen whose script did not come', async ({ rembuk, faults, sources, overview, page }) => {
  faults.expect(/-screen|dynamically imported/)
  await fail(page, 'rules/list')
  await page.route('**/budget-screen*', (route) => route.abort('connectionrefused'))
  await page.goto(rembuk.address)
  await rail(page, 'Anggaran').click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Anggaran tidak dapat ditampilkan')
  await page.unroute('**/budget-screen*')
  await page.getByRole('button', { name: 'Coba lagi' }).click()
  await expect(overview.budget).toBeVisible()
  await rail(page, 'Sumber & Aturan').click()
  const said = page.getByRole('main').getByRole('alert')
  await expect(said).toContainText('kesalahan yang tidak terduga')
  await rail(page, 'Anggaran').click()
  await expect(overview.budget).toBeVisible()
  // The screen asks again by itself when it is shown again: that has to fail too before the way is cleared.
  const askedAgain = page.waitForResponse('**/rpc/rules/list')
  await rail(page, 'Sumber & Aturan').click()
  await askedAgain
  await expect(said).toContainText('kesalahan yang tidak terduga')
  await page.unroute('**/rpc/rules/list')
  await page.getByRole('button', { name: 'Coba lagi' }).click()
  await expect(sources.matrix).toBeVisible()
})

test('a command that fails is said in words; what was typed stays, nothing is changed, and the next try works', async ({ rembuk, frame, sources, page }) => {
  await sources.open(rembuk.address)
  await sources.openSource('PBH')
  await fail(page, 'plan/setSource')
  await sources.type('Pagu', '8jt')
  await expect(page.getByRole('alert').filter({ hasText: 'kesalahan yang tidak terduga' })).toBeVisible()
  await expect(sources.detail.getByLabel('Pagu', { exact: true })).toHaveValue('8.000.000')
  await expect(sources.detail.getByLabel('Pagu', { exact: true })).toHaveAccessibleDescription(/Belum tersimpan/)
  await expect(sources.row('PBH')).toContainText('6.000.000')
  await page.unroute('**/rpc/plan/setSource')
  await sources.detail.getByLabel('Pagu', { exact: true }).press('Enter')
  await expect(sources.row('PBH')).toContainText('8.000.000')
  await expect(sources.detail.getByLabel('Pagu', { exact: true })).toHaveAttribute('aria-invalid', 'false')
  await frame.undo.click()
  await expect(sources.row('PBH')).toContainText('6.000.000')
})

test('a lost connection is said at the command, and the screen stays', async ({ rembuk, sources, page }) => {
  await sources.open(rembuk.address)
  await sources.openSource('PBH')
  await page.route('**/rpc/**', (route) => route.abort('connectionrefused'))
  await sources.type('Pagu', '8jt')
  await expect(page.getByRole('alert').filter({ hasText: 'tidak lagi terhubung' })).toBeVisible()
  await expect(sources.detail.getByLabel('Pagu', { exact: true })).toHaveValue('8.000.000')
  await page.unroute('**/rpc/**')
})

test('where the frame itself breaks, the window says so and is loaded anew', async ({ rembuk, faults, frame, page }) => {
  await spoil(page, 'plan/summary', { plan: { name: 'x', kind: 'desa', fiscalYear: 2027, series: {} } })
  await page.goto(rembuk.address)
  await expect(page.getByRole('alert')).toContainText('Jendela ini berhenti bekerja')
  await page.unroute('**/rpc/plan/summary')
  await page.getByRole('button', { name: 'Muat ulang' }).click()
  await expect(frame.strip).toBeVisible()
  // A language whose texts do not come is not drawn, but stays what was chosen.
  faults.expect(/texts-en/)
  await page.route('**/texts-en*', (route) => route.abort('connectionrefused'))
  const asked = page.waitForEvent('requestfailed')
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await asked
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
  expect(await page.evaluate(() => localStorage.getItem('rembuk-language'))).toBe('en')
  await page.unroute('**/texts-en*')
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})
