import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { unpackPackage } from '#core/exchange/unpack.ts'
import type { Divided } from '#shared/contract/distribution.ts'
import type { JointReport } from '#shared/contract/joint.ts'
import type { MergeReport } from '#shared/contract/exchange.ts'
import { rembuk } from '#tests/support/command-line.ts'
import { packageFile, villageBody } from '#tests/support/village-packages.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

describe('from villages to the regency', () => {
  it('a plan leaves its village, is taken in once, and an envelope is divided over what came', async () => {
    const cwd = temporaryFolder()
    await rembuk(['new', 'desa.rembuk', '--region', '35.05.07.2001', '--year', '2027'], { cwd })
    expect((await rembuk(['plan', 'desa.rembuk', '--template', 'desa'], { cwd })).exit).toBe(0)
    const exported = (await rembuk(['export', 'desa.rembuk', 'package', '--out', 'kirim.rembuk.gz', '--json'], { cwd })).json<{ file: string; bytes: number; sha256: string }>()
    expect(exported.file).toBe(path.join(cwd, 'kirim.rembuk.gz'))
    expect(unpackPackage(readFileSync(exported.file))).toMatchObject({ fault: null, body: { village: '35.05.07.2001', fiscalYear: 2027, revision: 1 } })
    expect((await rembuk(['new', 'kab.rembuk', '--region', '35.05', '--year', '2027'], { cwd })).out).toContain('dibuat untuk 35.05 (kabupaten/kota)')
    mkdirSync(path.join(cwd, 'usb'))
    for (const village of ['35.05.07.2002', '35.05.07.2003']) writeFileSync(path.join(cwd, 'usb', `${village}.rembuk.gz`), new Uint8Array(await packageFile(villageBody({ village })).arrayBuffer()))
    writeFileSync(path.join(cwd, 'usb', 'rusak.gz'), 'bukan paket')
    const merged = await rembuk(['merge', 'kab.rembuk', 'kirim.rembuk.gz', 'usb', '--json'], { cwd })
    expect([merged.exit, merged.json<MergeReport>().accepted.map(({ village }) => village), merged.json<MergeReport>().refused.map(({ code }) => code)])
      .toEqual([0, ['35.05.07.2002', '35.05.07.2003', '35.05.07.2001'], ['not_a_package']])
    expect((await rembuk(['merge', 'kab.rembuk', 'kirim.rembuk.gz', 'usb'], { cwd })).out).toContain('0 diterima')
    const divided = await rembuk(['distribute', 'kab.rembuk', '--envelope', '500.000.000', '--weights', 'cases=60,severe=40', '--base', '500000', '--json', '--out', 'bagi.xlsx'], { cwd })
    const { total, villages } = divided.json<Divided>()
    expect([total, villages.length, villages.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([500_000_000, 248, 500_000_000])
    expect(readFileSync(path.join(cwd, 'bagi.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect((await rembuk(['distribute', 'kab.rembuk', '--envelope', '1', '--weights', 'cases=60', '--json'], { cwd })).error()).toMatchObject({ code: 'distribution_impossible' })
    const optimum = await rembuk(['optimum', 'kab.rembuk', '--funds', 'envelope=300.000.000', '--save', '--out', 'optimum.csv', '--json'], { cwd })
    expect(optimum.json<JointReport>()).toMatchObject({ terms: { strategy: 'equal', funds: [{ id: 'envelope', amount: 300_000_000 }] }, villages: [{ code: '35.05.07.2001' }, {}, {}], file: path.join(cwd, 'optimum.csv') })
    expect(readFileSync(path.join(cwd, 'optimum.csv'), 'utf8')).toContain('35.05.07.2001')
    expect((await rembuk(['optimum', 'kab.rembuk', '--funds', 'DBH=5', '--json'], { cwd })).error()).toMatchObject({ code: 'source_unknown' })
    writeFileSync(path.join(cwd, 'pagu.csv'), 'OPD;Pagu\nDinas Kesehatan;45 miliar\nDinsos;banyak\n')
    expect((await rembuk(['import', 'kab.rembuk', 'ceilings', 'pagu.csv', '--json'], { cwd })).json()).toMatchObject({ applied: true, ceilings: [{ opd: 'Dinkes', amount: 45_000_000_000 }], rejected: [{ row: 3, column: 'Pagu', code: 'amount_invalid' }] })
    await rembuk(['plan', 'kab.rembuk', '--template', 'kabupaten'], { cwd })
    expect((await rembuk(['check', 'kab.rembuk', '--json'], { cwd })).json()).toMatchObject({ rkpd: expect.arrayContaining([expect.objectContaining({ code: 'no_target' })]), drift: [] })
    expect((await rembuk(['export', 'kab.rembuk', 'rkpd-kabupaten', '--out', 'rkpd.xlsx', '--json'], { cwd })).exit).toBe(0)
    expect((await rembuk(['merge', 'desa.rembuk', 'usb', '--json'], { cwd })).error()).toMatchObject({ code: 'regency_only' })
    expect((await rembuk(['export', 'kab.rembuk', 'package', '--out', 'x.gz', '--json'], { cwd })).error()).toMatchObject({ code: 'village_only' })
    expect((await rembuk(['merge', 'kab.rembuk'], { cwd })).exit).toBe(2)
  }, 240_000)
})
