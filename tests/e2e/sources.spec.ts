import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type Rembuk, startRembuk } from './pages/rembuk.ts'
import { SourcesPage } from './pages/sources-page.ts'

const ROOT = path.join(import.meta.dirname, '../..')

function cli(...args: string[]): void {
  execFileSync(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), ...args], { cwd: ROOT })
}

async function axe(page: Page): Promise<unknown[]> {
  return (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])
}

test.describe('Sumber & Aturan of a village in 2026', () => {
  let rembuk: Rembuk
  let home: string
  test.beforeAll(async () => {
    home = mkdtempSync(path.join(os.tmpdir(), 'rembuk-sources-'))
    const file = path.join(home, 'uji.rembuk')
    cli('new', file, '--region', '35.05.07.2001', '--year', '2026')
    cli('plan', file, '--template', 'desa')
    cli('plan', file, '--template', 'desa')
    cli('set', file, 'source', 'DDS', '--total', '1000000000')
    rembuk = await startRembuk(home, file)
  })
  test.afterAll(async () => {
    await rembuk.stop()
    rmSync(home, { recursive: true, force: true })
  })

  test('another plan of the file is chosen by its name, and undo goes back', async ({ page }) => {
    const sources = new SourcesPage(page)
    await sources.open(rembuk.address)
    await expect(sources.row('DDS')).toContainText('419.700.000')
    const plan = page.getByRole('button', { name: /^Rencana / })
    await expect(plan).toContainText('TA 2026 (2)')
    await plan.click()
    await page.getByRole('button', { name: 'Desa Kalipucung TA 2026 rancangan', exact: true }).click()
    await expect(plan).not.toContainText('(2)')
    await expect(sources.row('DDS')).toContainText('belum diisi')
    await page.keyboard.press('Control+z')
    await expect(plan).toContainText('TA 2026 (2)')
    await expect(sources.row('DDS')).toContainText('419.700.000')
  })

  test('takes the whole pagu, sets the reserve aside and marks the estimate; what cannot be read stays and is no zero', async ({ page }) => {
    const sources = new SourcesPage(page)
    await sources.open(rembuk.address)
    await expect(sources.row('ADD')).toContainText('belum diisi')
    await sources.openSource('DDS')
    await sources.type('Pagu seluruhnya', '2 M')
    await expect(sources.row('DDS')).toContainText('839.400.000')
    await sources.type('Pagu seluruhnya', '1 M')
    await expect(sources.row('DDS')).toContainText('419.700.000')
    await expect(sources.row('DDS')).toContainText('perkiraan')
    await expect(sources.detail).toContainText('−580.300.000')
    await sources.type('Pagu reguler', 'empat ratus')
    await expect(sources.detail.getByLabel('Pagu reguler')).toHaveAttribute('aria-invalid', 'true')
    await expect(sources.detail.getByLabel('Pagu reguler')).toHaveValue('empat ratus')
    await expect(sources.row('DDS')).toContainText('419.700.000')
    await sources.type('Pagu reguler', '4*100jt')
    await expect(sources.detail.getByLabel('Pagu reguler')).toHaveValue('400.000.000')
    await expect(sources.row('DDS')).not.toContainText('perkiraan')
    await sources.type('Pagu reguler', '')
    await expect(sources.row('DDS')).toContainText('perkiraan')
    expect(await axe(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axe(page)).toEqual([])
  })

  test('a commitment against a rule becomes a note, which leads back to where it is repaired', async ({ page }) => {
    const sources = new SourcesPage(page)
    await sources.open(rembuk.address)
    await sources.openSource('DDS')
    await sources.addCommitment('penghasilan tetap dan tunjangan', '1', '5jt')
    await expect(sources.rule('Penghasilan kepala desa')).toContainText('dilanggar')
    await expect(sources.rule('Penghasilan kepala desa')).toContainText('lebih 5.000.000')
    await page.getByRole('navigation').getByRole('link', { name: 'Anggaran' }).click()
    await page.keyboard.press('F8')
    const note = page.getByRole('complementary').getByRole('listitem').filter({ hasText: 'penghasilan tetap dan tunjangan' })
    await expect(note).toContainText('Melanggar aturan')
    await note.getByRole('link').click()
    await expect(page).toHaveURL(/#\/sumber\//)
    await expect(sources.row('DDS').getByRole('link')).toBeFocused()
    await sources.detail.getByRole('button', { name: 'Hapus penghasilan tetap dan tunjangan' }).click()
    await expect(note).toHaveCount(0)
    await expect(sources.rule('Penghasilan kepala desa')).toContainText('dipenuhi')
  })

  test('a rule is changed, says so, is reckoned anew, and is put back; an unverified one only warns', async ({ page }) => {
    const sources = new SourcesPage(page)
    await sources.open(rembuk.address)
    await sources.openSource('DDS')
    await sources.addCommitment('operasional pemerintah desa', '1', '15jt')
    const rule = sources.rule('Operasional pemerintah desa')
    await expect(rule).toContainText('perlu diperiksa')
    await expect(rule).toContainText('12.591.000')
    await expect(rule).toContainText('lebih 2.409.000')
    await expect(rule).toContainText('hanya peringatan')
    await rule.getByRole('button', { name: /^Ubah/ }).click()
    const form = page.getByRole('dialog')
    await expect(form.getByLabel('Bila tidak dipenuhi')).toBeDisabled()
    await form.getByLabel('Persen').fill('lima')
    await form.getByRole('button', { name: 'Simpan' }).click()
    await expect(form.getByRole('alert')).toContainText('persen')
    await form.getByLabel('Persen').fill('5')
    await form.getByLabel('Dasar hukum').fill('Perbup 12/2026')
    expect(await axe(page)).toEqual([])
    await form.getByRole('button', { name: 'Simpan' }).click()
    await expect(rule).toContainText('diubah')
    await expect(rule).toContainText('sisa 5.985.000')
    await rule.getByRole('button', { name: /^Kembalikan/ }).click()
    await expect(rule).toContainText('lebih 2.409.000')
    await expect(rule).not.toContainText('diubah')
    await page.getByRole('button', { name: 'Tambah aturan' }).click()
    await form.getByRole('button', { name: 'Simpan' }).click()
    await expect(form.getByRole('alert')).toHaveCount(3)
    await page.keyboard.press('Escape')
    await expect(form).toHaveCount(0)
  })

  test('a commitment moves to another bidang as one step; a source is added, parted by month, bound to an activity and taken out', async ({ page }) => {
    const sources = new SourcesPage(page)
    await sources.open(rembuk.address)
    await sources.openSource('ADD')
    await sources.type('Pagu', '50jt')
    await sources.addCommitment('RT/RW', '', '5jt')
    const first = sources.detail.locator('tbody tr').filter({ has: page.getByRole('button', { name: 'Hapus RT/RW' }) })
    await first.getByLabel('Bidang').selectOption('1')
    await expect(sources.row('ADD')).toContainText('45.000.000')
    await expect(first.getByLabel('Bidang')).toHaveValue('1')
    await page.getByLabel('Sumber yang ditambahkan').selectOption('CSR')
    await page.getByRole('button', { name: 'Tambah sumber' }).click()
    await expect(sources.row('CSR')).toContainText('janji')
    await expect(sources.row('CSR').getByRole('link')).toHaveAttribute('aria-expanded', 'true')
    await sources.type('Pagu', '7,5 jt')
    await expect(sources.row('CSR')).toContainText('7.500.000')
    await sources.detail.getByLabel('Bagian').fill('40')
    await sources.detail.getByRole('button', { name: 'Tambah tahap' }).click()
    await expect(sources.detail).toContainText('Jan 40,00%')
    await sources.detail.getByLabel('Batasi untuk kegiatan').selectOption('latrine')
    await expect(sources.row('CSR')).toContainText('terikat')
    await sources.detail.getByRole('button', { name: 'Hapus sumber' }).click()
    await expect(sources.row('CSR')).toHaveCount(0)
  })
})

test('a kelurahan sees neither Dana Desa nor ADD', async ({ page }) => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'rembuk-ward-'))
  const file = path.join(home, 'kelurahan.rembuk')
  cli('new', file, '--region', '35.71.01.1001', '--year', '2026')
  cli('plan', file, '--template', 'kelurahan')
  const rembuk = await startRembuk(home, file)
  const sources = new SourcesPage(page)
  await sources.open(rembuk.address)
  await expect(page.locator('main')).toContainText('DAU')
  await expect(page.locator('main')).not.toContainText(/Dana Desa|\bADD\b|BLT Desa|APBDes\b(?!\/)/)
  await rembuk.stop()
  rmSync(home, { recursive: true, force: true })
})
