import { expect } from '@playwright/test'
import { begin, picture } from './pages/pictures.ts'
import { writeRegency } from './pages/write-regency.ts'
import { rembukTest, test } from './pages/rembuk.ts'

const SCREENS = ['berkas', 'ringkasan', 'sasaran', 'anggaran', 'sumber', 'rembuk', 'dokumen', 'dokumen/entri', 'dokumen/kirim'] as const
/** What the other journeys do not show: English in the dark; all four where a folder for them is named, to be looked at. What is wide is so in every theme. */
const ROUNDS = ([['en', 'English', 'dark'], ['id', 'Indonesia', 'light'], ['id', 'Indonesia', 'dark'], ['en', 'English', 'light']] as const).slice(0, process.env['PICTURES'] ? 4 : 1)

/** Views of Sasaran beside the table of counts, in either language, and what each shows, how often, once it is there. */
const VIEWS = [
  [/^(Per posyandu|By posyandu)$/, 'grid', 1], [/^(Daftar by name|By-name list)$/, 'table', 1], [/^(Tren|Trend)$/, 'img', 2], [/^(Dua penimbangan|Two rounds)$/, 'img', 1], [/^(Banding data|Compare)$/, 'table', 1],
] as const
const PARTS = [/^(Catatan|Findings)$/, /^(Periksa silang|Cross-check)$/, /^(Ukur ulang|Measure again)$/] as const

test.describe('pictures of every screen', () => {
  for (const [language, button, colorScheme] of ROUNDS) {
    test(`the views of Sasaran, ${language}, ${colorScheme}`, async ({ rembuk, overview, page }) => {
      await begin(page, overview, rembuk, colorScheme, button)
      await page.evaluate(() => (location.hash = '#/sasaran'))
      const shoot = (name: string) => picture(page, overview, `sasaran-${name}`, `${language}-${colorScheme}`)
      for (const [view, shown, many] of VIEWS) {
        await page.getByRole('tab', { name: view }).click()
        await expect(page.locator('#caseload-view').getByRole(shown)).toHaveCount(many, { timeout: 20_000 })
        await shoot(await page.getByRole('tab', { name: view }).getAttribute('data-view') ?? '')
      }
      await page.getByRole('tab', { name: /^(Validitas|Validity)$/ }).click()
      // The newest list is the one with mistakes.
      await page.getByRole('combobox', { name: /^(Data sasaran|Caseload)$/ }).selectOption({ label: 'Verval II Oktober 2026 (contoh)' })
      for (const part of PARTS) {
        await page.getByRole('tab', { name: part }).click()
        await expect(page.locator('#validity-part').getByRole('table').first()).toBeVisible()
        await shoot(await page.getByRole('tab', { name: part }).getAttribute('data-part') ?? '')
      }
      await page.locator('#validity-part').getByRole('rowheader').getByRole('button').first().click()
      await expect(page.getByRole('dialog').getByRole('img')).toBeVisible({ timeout: 20_000 })
      await shoot('growth')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^(Lembar untuk kader|Sheet for the kader)…$/ }).click()
      await expect(page.locator('#validity-part').getByRole('table').first()).toBeVisible()
      await shoot('sheet')
    })

    test(`scenarios, ${language}, ${colorScheme}`, async ({ rembuk, overview, page }) => {
      test.setTimeout(120_000)
      await begin(page, overview, rembuk, colorScheme, button)
      const shoot = (name: string) => picture(page, overview, `skenario-${name}`, `${language}-${colorScheme}`)
      const view = async (place: string) => page.evaluate((name) => (location.hash = `#/skenario${name}`), place)
      await view('')
      const preset = page.getByRole('button', { name: /^(Turun seperti 2025 ke 2026|Falls as from 2025 to 2026)$/ })
      await expect(preset).toBeVisible()
      await shoot('kosong')
      await preset.click()
      await expect(page.getByText(/^(Terbukti|Proven): /)).toBeVisible({ timeout: 30_000 })
      await shoot('bandingkan')
      await page.getByRole('button', { name: /^(Skenario baru|New scenario)$/ }).click()
      await shoot('ubah')
      await page.keyboard.press('Escape')
      await view('/kepekaan')
      await page.getByRole('button', { name: /^(Hitung kurva|Reckon the curve)$/ }).click()
      await expect(page.getByRole('list', { name: /^(Di mana ada yang hilang|Where something drops out)$/ })).toBeVisible({ timeout: 60_000 })
      await shoot('kepekaan')
      await view('/arus-kas')
      await expect(page.getByRole('region', { name: /^(Uang masuk|Money that comes)/ }).getByRole('img')).toBeVisible()
      await shoot('arus-kas')
      await view('/versi')
      await expect(page.getByRole('form', { name: /^(Simpan versi|Keep a version)$/ })).toBeVisible()
      await shoot('versi')
      await view('')
      await page.getByRole('button', { name: /^(Hapus skenario|Remove scenario) / }).click()
      await expect(preset).toBeVisible()
    })

    test(`the meeting, ${language}, ${colorScheme}`, async ({ rembuk, overview, page }) => {
      test.setTimeout(180_000)
      await begin(page, overview, rembuk, colorScheme, button)
      const shoot = (name: string) => picture(page, overview, `rembuk-${name}`, `${language}-${colorScheme}`)
      const start = page.getByRole('button', { name: /^(Mulai di layar penuh|Begin on the full screen)$/ })
      await page.evaluate(() => (location.hash = '#/rembuk'))
      await page.getByRole('textbox', { name: /^(Pertanyaan sendiri|Own question)$/ }).fill('Di mana kelas ibu hamil diadakan?')
      await page.keyboard.press('Enter')
      await shoot('siapkan')
      await start.click()
      const stage = page.getByRole('region', { name: /^(Layar rembuk|Screen of the meeting)$/ })
      const panel = page.getByRole('dialog')
      await expect(stage).toBeVisible()
      await shoot('pembukaan')
      await page.keyboard.press('PageDown')
      const price = stage.getByRole('textbox').first()
      const type = async (amount: string) => {
        await price.fill(amount)
        await price.press('Enter')
      }
      await type('250000')
      await expect(stage.getByRole('table')).toContainText('▲')
      await shoot('keputusan')
      await type('2000000')
      await expect(stage.getByRole('alert').first()).toBeVisible({ timeout: 30_000 })
      await shoot('tidak-sampai')
      for (const [keys, name] of [['c', 'pendapat'], ['t', 'tunda'], ['d', 'daftar'], ['F1', 'tombol']] as const) {
        await stage.focus()
        await page.keyboard.press(keys)
        await expect(panel).toBeVisible()
        await shoot(name)
        await page.keyboard.press('Escape')
      }
      await type('200000')
      await expect(stage.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 30_000 })
      await stage.focus()
      await page.keyboard.press('s')
      await shoot('sepakati')
      await page.keyboard.press('Enter')
      await expect(panel).toBeHidden({ timeout: 30_000 })
      await shoot('disepakati')
      for (let point = 2; point <= 6; point += 1) {
        await page.keyboard.press('PageDown')
        await expect(stage.getByRole('status').first()).toContainText(String(point))
        await shoot(`keputusan-${point}`)
      }
      await page.keyboard.press('t')
      await page.keyboard.press('Enter')
      await expect(panel).toBeHidden()
      await page.keyboard.press('End')
      await shoot('penutup')
      await page.keyboard.press('Escape')
      await shoot('berlangsung')
      await page.getByRole('button', { name: /^(Lanjutkan di layar penuh|Continue on the full screen)$/ }).click()
      await stage.getByRole('textbox').fill('Ketua BPD')
      await page.keyboard.press('Enter')
      await expect(stage.getByRole('heading', { name: /^(Rembuk selesai|The meeting is over)\.$/ })).toBeVisible({ timeout: 30_000 })
      await shoot('selesai')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^(Isi jumlah yang hadir|Enter how many attended)…$/ }).click()
      await shoot('keterangan')
      await page.keyboard.press('Escape')
      await shoot('catatan-rembuk')
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+z')
      await expect(start).toBeVisible({ timeout: 30_000 })
    })

    test(`${language}, ${colorScheme}`, async ({ rembuk, overview, page }) => {
      await begin(page, overview, rembuk, colorScheme, button)
      const shoot = (name: string) => picture(page, overview, name, `${language}-${colorScheme}`)
      for (const screen of SCREENS) {
        await page.evaluate((name) => (location.hash = `#/${name}`), screen)
        await expect(page.locator('#isi')).toBeVisible()
        await shoot(screen.replace('/', '-'))
      }
      await page.evaluate(() => (location.hash = '#/sumber'))
      await page.getByRole('link', { name: /DDS/ }).first().click()
      await shoot('sumber-rincian')
      await overview.openNotes()
      await shoot('catatan')
      await overview.strip.getByRole('button').nth(1).click()
      await shoot('penjelasan')
      for (const [keys, name] of [['Control+k', 'perintah'], ['F1', 'bantuan']] as const) {
        await page.keyboard.press('Escape')
        await page.keyboard.press(keys)
        await expect(page.getByRole('dialog')).toBeVisible()
        await shoot(name)
      }
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^(Pengaturan|Settings)$/ }).click()
      await shoot('pengaturan')
    })
  }
})

/** The screens of a regency, and what is pressed there first. */
const REGENCY = [
  ['kiriman', 'kiriman'], ['kiriman-desa', 'kiriman/35.05.07.2001'], ['konsolidasi', 'konsolidasi'], ['konsolidasi-kecamatan', 'konsolidasi/kecamatan'], ['konsolidasi-peringkat', 'konsolidasi/peringkat'], ['konsolidasi-menyimpang', 'konsolidasi/menyimpang'],
  ['konsolidasi-sasaran', 'konsolidasi/sasaran'], ['konsolidasi-dokumen', 'konsolidasi/dokumen'], ['konsolidasi-opd', 'konsolidasi/opd'], ['konsolidasi-rkpd', 'konsolidasi/rkpd'], ['pembagian', 'pembagian'],
] as const

const sampleRegency = rembukTest((folder) => writeRegency(folder, 'sample'))

sampleRegency.describe('pictures of a regency', () => {
  for (const [language, button, colorScheme] of ROUNDS) {
    sampleRegency(`its screens, ${language}, ${colorScheme}`, async ({ rembuk, overview, page }) => {
      sampleRegency.setTimeout(120_000)
      await begin(page, overview, rembuk, colorScheme, button)
      const shoot = (name: string) => picture(page, overview, `kabupaten-${name}`, `${language}-${colorScheme}`)
      for (const [name, address] of REGENCY) {
        await page.evaluate((to) => (location.hash = `#/${to}`), address)
        await expect(page.locator('#isi').getByRole('table').or(page.locator('#isi').getByRole('img')).first()).toBeVisible()
        await shoot(name)
      }
      await page.getByRole('table', { name: /^(Pembagian pagu|Division)/ }).getByRole('button').first().click()
      await shoot('pembagian-mengapa')
      await page.keyboard.press('Escape')
      await page.evaluate(() => (location.hash = '#/konsolidasi/opd'))
      await page.getByRole('button', { name: 'PMT lokal dan pelayanan gizi masyarakat' }).click()
      await shoot('konsolidasi-opd-kegiatan')
      await page.evaluate(() => (location.hash = '#/pembagian/optimum'))
      await page.getByRole('button', { name: /^(Hitung|Compute)$/ }).click()
      await page.getByText(/^(Langkah dan batasnya|Steps and their bounds)$/).click({ timeout: 90_000 })
      await shoot('pembagian-optimum')
    })
  }
})
