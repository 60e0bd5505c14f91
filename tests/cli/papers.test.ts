import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '#electron/cli/chromium.ts'
import { allocate, plannedVillage } from '#tests/support/app.ts'
import { rembuk } from '#tests/support/command-line.ts'
import { hasPdfTools, pagesOf } from '#tests/support/pdf.ts'
import { png } from '#tests/support/picture.ts'
import { sharedFolder } from '#tests/support/workspace.ts'

const folder = sharedFolder()
const run = (...words: string[]) => rembuk([...words, '--json'], { cwd: folder })
const hasBrowser = findBrowser(process.env) !== undefined && hasPdfTools

const file = path.join(folder, 'desa.rembuk')

beforeAll(async () => {
  writeFileSync(path.join(folder, 'lambang.png'), png(120, 150))
  writeFileSync(path.join(folder, 'bukan.png'), 'bukan gambar')
  const app = await plannedVillage()
  await app.client.plan.setSource({ source: 'DDS', ceiling: 60_000_000 })
  await allocate(app.client)
  app.session.close()
  copyFileSync(app.file, file)
})

describe('papers on the command line', () => {
  it('take their letterhead from what was typed, and refuse what is no picture', async () => {
    expect((await run('set', file, 'letterhead', '--address', 'Jalan Contoh 1|Kode Pos 66151', '--logo', 'lambang.png')).json()).toMatchObject({
      lines: [], usual: ['PEMERINTAH KABUPATEN BLITAR', 'KECAMATAN SANANKULON', 'DESA KALIPUCUNG'], address: ['Jalan Contoh 1', 'Kode Pos 66151'], logo: { width: 120, height: 150 },
    })
    const refused = await run('set', file, 'letterhead', '--logo', 'bukan.png')
    expect([refused.exit, refused.error().code]).toEqual([1, 'logo_not_a_picture'])
  })

  it.skipIf(!hasBrowser)('export writes a PDF with the machine’s own browser, and says what to do where there is none', async () => {
    const made = await run('export', file, 'du-rkp', '--out', 'du.pdf', '--paper', 'A4')
    expect(made).toMatchObject({ exit: 0, err: '' })
    const pages = pagesOf(readFileSync(path.join(folder, 'du.pdf')))
    expect(pages.at(-1)).toMatch(new RegExp(String.raw`halaman ${pages.length} dari ${pages.length}`))
    expect(pages[0]).toContain('Jalan Contoh 1')
    const none = await rembuk(['export', file, 'rab', '--out', 'x.pdf', '--json'], { cwd: folder, env: { CHROMIUM_PATH: path.join(folder, 'tidak-ada') } })
    expect([none.exit, none.error().code]).toEqual([1, 'pdf_no_browser'])
    expect(none.error().message).toMatch(/CHROMIUM_PATH.*soffice/s)
  })
})
