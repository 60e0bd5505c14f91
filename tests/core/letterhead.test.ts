import { describe, expect, it } from 'vitest'
import { allocate, errorOf, plannedVillage, restart } from '#tests/support/app.ts'
import { jpegHead, png } from '#tests/support/picture.ts'

function picture(bytes: Buffer, name = 'lambang.png'): File {
  return new File([new Uint8Array(bytes)], name)
}

async function funded() {
  const app = await plannedVillage()
  await app.client.plan.setSource({ source: 'DDS', ceiling: 80_000_000 })
  await allocate(app.client)
  return app
}

describe('the letterhead', () => {
  it('is the usual one until the office types its own, and stands on its papers with address and emblem', async () => {
    const app = await funded()
    const { client } = app
    const usual = ['PEMERINTAH KABUPATEN BLITAR', 'KECAMATAN SANANKULON', 'DESA KALIPUCUNG']
    expect(await client.workspace.letterhead({})).toEqual({ lines: [], usual, address: [], logo: null })
    const bytes = png(80, 100)
    await client.workspace.setLogo({ file: picture(bytes) })
    await client.workspace.setSetting({ key: 'letterhead.lines', value: 'PEMERINTAH KABUPATEN BLITAR\nKECAMATAN SANANKULON\nKANTOR KEPALA DESA KALIPUCUNG' })
    await client.workspace.setSetting({ key: 'letterhead.address', value: 'Jalan Contoh Nomor 1, Kode Pos 66151' })
    const again = (await restart(app)).client
    const held = await again.workspace.letterhead({})
    expect(held.logo).toMatchObject({ width: 80, height: 100, bytes: bytes.length })
    expect(held.lines.at(-1)).toBe('KANTOR KEPALA DESA KALIPUCUNG')
    const [rab] = await again.document.preview({ document: 'rab' })
    const front = rab?.pages[0]?.rows.slice(0, 5).map(({ kind, cells }) => [kind, cells[0]?.text])
    expect(front).toEqual([
      ['letterhead', usual[0]], ['letterhead', usual[1]], ['office', 'KANTOR KEPALA DESA KALIPUCUNG'], ['address', 'Jalan Contoh Nomor 1, Kode Pos 66151'], ['rule', ''],
    ])
    expect(rab?.logo?.src).toBe(`data:image/png;base64,${bytes.toString('base64')}`)
    expect((rab?.logo?.width ?? 0) / (rab?.logo?.height ?? 1)).toBeCloseTo(0.8, 5)
    // Each RAB is a paper of its own, and begins with it.
    expect(rab?.pages.filter(({ hasLogo }) => hasLogo).length).toBe(rab?.pages.filter(({ rows }) => rows.some(({ kind }) => kind === 'office')).length)
    // The regency's paper is the regency's.
    const [rkpd] = await again.document.preview({ document: 'rkpd' })
    expect([rkpd?.logo, rkpd?.pages[0]?.rows[0]?.cells[0]?.text, rkpd?.pages[0]?.rows[1]?.kind]).toEqual([null, 'PEMERINTAH KABUPATEN BLITAR', 'rule'])
  })

  it('is one step each, taken back like any other, and its emblem does not go out with the other settings', async () => {
    const { client } = await plannedVillage()
    await client.workspace.setLogo({ file: picture(png(40, 40)) })
    expect(Object.keys(await client.workspace.settings({}))).not.toContain('letterhead.logo')
    expect(Object.keys(await client.workspace.setSetting({ key: 'letterhead.address', value: 'x' }))).not.toContain('letterhead.logo')
    await client.history.undo({})
    await client.history.undo({})
    expect((await client.workspace.letterhead({})).logo).toBeNull()
    await client.history.redo({})
    expect((await client.workspace.letterhead({})).logo).toMatchObject({ width: 40, height: 40 })
    await client.workspace.setLogo({ file: null })
    expect((await client.workspace.letterhead({})).logo).toBeNull()
  })

  it('takes PNG and JPEG by their bytes, and nothing else or larger', async () => {
    const { client } = await plannedVillage()
    await client.workspace.setLogo({ file: picture(jpegHead(300, 200), 'foto.png') })
    expect((await client.workspace.letterhead({})).logo).toMatchObject({ width: 300, height: 200, src: expect.stringMatching(/^data:image\/jpeg;base64,/) })
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    expect(await errorOf(client.workspace.setLogo({ file: new File([svg], 'lambang.png') }))).toMatchObject({ code: 'logo_not_a_picture', data: { file: 'lambang.png' } })
    expect(await errorOf(client.workspace.setLogo({ file: picture(png(400, 400, true)) }))).toMatchObject({ code: 'logo_too_big', data: { limit: 200_000 } })
    expect(await errorOf(client.workspace.setLogo({ file: picture(png(2_001, 4)) }))).toMatchObject({ code: 'logo_too_big', data: { pixels: 2_001 } })
    expect(await errorOf(client.workspace.setLogo({ file: new File([], 'kosong.png') }))).toMatchObject({ code: 'logo_not_a_picture' })
  })
})

describe('the footer and the mark', () => {
  it('name the locked version that the plan still is, without the mark; changed again, the plan is a draft', async () => {
    const { client } = await funded()
    const paper = async () => {
      const [sheet] = await client.document.preview({ document: 'tabel-5' })
      return { mark: sheet?.draft, footer: sheet?.pages[0]?.left }
    }
    expect(await paper()).toMatchObject({ mark: 'RANCANGAN', footer: expect.stringContaining('TA 2026, rancangan') })
    const draft = await client.version.make({ stage: 'draft', by: 'Sekretaris Desa', why: 'bahan rembuk' })
    await client.version.lock({ version: draft.id, by: 'Sekretaris Desa' })
    expect(await paper()).toMatchObject({ mark: 'RANCANGAN', footer: expect.stringMatching(/versi 1, rancangan, dikunci/) })
    const rkp = await client.version.make({ stage: 'rkp', by: 'Sekretaris Desa', why: 'ditetapkan' })
    expect(await paper()).toMatchObject({ mark: 'RANCANGAN' })
    await client.version.lock({ version: rkp.id, by: 'Kepala Desa' })
    expect(await paper()).toMatchObject({ mark: null, footer: expect.stringMatching(/versi 2, RKP Desa, dikunci \d+ \w+ 20\d\d/) })
    const line = (await client.plan.lines({}))[0]
    await client.plan.setLine({ line: line?.id ?? '', price: (line?.unitPrice ?? 0) + 1 })
    expect(await paper()).toMatchObject({ mark: 'RANCANGAN', footer: expect.stringContaining(', rancangan') })
    // its own papers can still be had as they were
    const of = { document: 'tabel-5', version: '2' } as const
    expect((await client.document.preview(of))[0]).toMatchObject({ draft: null, pages: [{ left: expect.stringMatching(/versi 2, RKP Desa, dikunci \d+ \w+ 20\d\d oleh Kepala Desa/) }] })
    await client.plan.setComplete({ complete: true })
    expect(await paper()).toMatchObject({ mark: null, footer: expect.stringContaining(', lengkap') })
  })
})
