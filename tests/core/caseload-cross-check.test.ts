import { describe, expect, it } from 'vitest'
import { importFile, newApp, plannedVillage, restart, textFile } from '#tests/support/app.ts'
import { csv, NIK, type Row } from '#tests/support/two-rounds.ts'

describe('caseload.crossCheck and caseload.setBasis', () => {
  const wrong: readonly Row[] = [
    { nik: NIK.adi, name: 'Adi', sex: 'P', born: '2024-03-15', on: '2026-08-10', cm: 86, kg: 11, meant: { sex: 'L' } },
    { nik: NIK.bela, name: 'Bela', sex: 'P', born: '2023-10-07', on: '2026-08-10', cm: 92, kg: 13, meant: { born: '2023-07-10' } },
    { nik: NIK.citra, name: 'Citra', born: '2022-11-01', on: '2026-08-10', cm: 88.4, kg: 15, meant: { cm: 98.4 } },
    { nik: NIK.fajar, name: 'Fajar', born: '2023-12-12', on: '2026-08-10', cm: 90, kg: 12, label: 'Pendek' },
    { nik: NIK.eka, name: 'Eka', sex: 'P', born: '2025-01-20', on: '2026-08-10', cm: 80, kg: 10 },
  ]

  it('gives each difference the reason that reproduces the file’s values, and lists wrong labels for correction', async () => {
    const { client } = newApp()
    await importFile(client, { file: csv('agu.csv', wrong), series: 'Verval II', measuredOn: '2026-08-20' })
    const check = await client.caseload.crossCheck({ series: 'Verval II' })
    expect(check.compared).toEqual([{ index: 'hfa', both: 5, differ: 4 }, { index: 'wfa', both: 5, differ: 2 }, { index: 'wfh', both: 5, differ: 2 }])
    const tall = check.rows.filter(({ index }) => index === 'hfa').map(({ row, reason, supposed, wrongLabel }) => [row, reason, supposed, wrongLabel])
    expect(tall).toEqual([
      [2, 'wrong_sex', { sex: 'L' }, false], [3, 'swapped_date', { what: 'born', date: '2023-07-10' }, false], [4, 'typing_ten', { cm: 98.4 }, false], [5, 'label_only', {}, true],
    ])
    expect(check.totals.find(({ group }) => group === 'stunted')).toEqual({ group: 'stunted', file: 0, own: 1 })
    const typing = await client.caseload.crossCheck({ series: 'Verval II', reason: 'typing_ten', index: 'hfa' })
    expect([typing.total, typing.rows.length, typing.rows[0]?.changesCount]).toEqual([1, 1, true])
    expect(typing.reasons).toEqual(check.reasons)
    expect((await client.caseload.list({}))[0]?.counts.stunted).toBe(0)
  })

  it('counts by ours when told to, as one step that is taken back, and by the file again after a new import', async () => {
    const app = newApp()
    await importFile(app.client, { file: csv('agu.csv', wrong), series: 'Verval II', measuredOn: '2026-08-20' })
    const steps = (await app.client.workspace.steps({})).length
    const chosen = await app.client.caseload.setBasis({ series: 'Verval II', basis: 'own' })
    expect(chosen).toMatchObject({ basis: 'own', need: null })
    expect(chosen.totals.find(({ group }) => group === 'stunted')).toEqual({ group: 'stunted', file: 0, own: 1 })
    expect((await app.client.workspace.steps({})).length).toBe(steps + 1)
    const { client } = await restart(app)
    const counts = async () => (await client.caseload.list({}))[0]
    expect(await counts()).toMatchObject({ countedBy: 'own', counts: { stunted: 1, measured: 5 } })
    expect((await client.caseload.areas({ series: 'Verval II' })).map(({ posyandu, counts: { stunted } }) => [posyandu, stunted])).toEqual([['', 1], ['Mawar', 1]])
    const listed = async (status: 'stunted' | 'all') => client.caseload.children({ series: 'Verval II', status, reveal: 'names' })
    const [stunted] = (await listed('stunted')).children
    expect(stunted).toMatchObject({ height: { status: 'severely_stunted', other: { status: 'normal' } } })
    expect((await listed('all')).basis).toBe('own')
    await client.history.undo({})
    expect(await listed('stunted')).toMatchObject({ basis: 'file', total: 0, children: [] })
    expect((await listed('all')).children.find(({ name }) => name === stunted?.name)).toMatchObject({ height: { status: 'normal', other: { status: 'severely_stunted' } } })
    expect(await counts()).toMatchObject({ countedBy: 'file', counts: { stunted: 0 } })
    await client.history.redo({})
    expect(await counts()).toMatchObject({ countedBy: 'own', counts: { stunted: 1 } })
    await importFile(client, { file: csv('agu.csv', wrong), series: 'Verval II', measuredOn: '2026-08-20' })
    expect(await counts()).toMatchObject({ countedBy: 'file', counts: { stunted: 0 } })
  })

  it('says what the choice does to the plan that follows the list', async () => {
    const { client } = await plannedVillage()
    await importFile(client, { file: csv('agu.csv', wrong), series: 'Verval II', measuredOn: '2026-08-20' })
    await client.caseload.choose({ series: 'Verval II', family: 'child' })
    const { need } = await client.caseload.setBasis({ series: 'Verval II', basis: 'own' })
    expect((need?.after ?? 0) - (need?.before ?? 0)).toBeGreaterThanOrEqual(1_800_000)
    expect((await client.caseload.setBasis({ series: 'Verval II', basis: 'own' })).need).toEqual({ before: need?.after, after: need?.after })
  })

  it('gives statuses to a list that has only heights and weights', async () => {
    const { client } = newApp()
    const bare = 'NIK;Nama;JK;Tgl Lahir;Nama Ortu;Desa/Kel;Posyandu;Tanggal Pengukuran;Berat;Tinggi\n3505071503240001;Adi;L;2024-03-15;Sri;Kalipucung;Mawar;2026-08-10;11;82\n3505070111220003;Citra;L;2022-11-01;Sri;Kalipucung;Mawar;2026-08-10;15;98\n'
    await importFile(client, { file: textFile('agu.csv', bare), series: 'Verval II', measuredOn: '2026-08-20' })
    const counts = async () => (await client.caseload.list({}))[0]?.counts
    expect(await counts()).not.toHaveProperty('stunted')
    expect((await client.caseload.crossCheck({ series: 'Verval II' })).totals.find(({ group }) => group === 'stunted')).toEqual({ group: 'stunted', file: null, own: 1 })
    await client.caseload.setBasis({ series: 'Verval II', basis: 'own' })
    expect(await counts()).toMatchObject({ stunted: 1, measured: 2, moderately_wasted: 0 })
    await client.caseload.setBasis({ series: 'Verval II', basis: 'file' })
    expect(await counts()).not.toHaveProperty('stunted')
  })

  it('keeps a number of measured children that was typed', async () => {
    const { client } = newApp()
    await importFile(client, { file: csv('agu.csv', wrong), series: 'Verval II', measuredOn: '2026-08-20', measured: 40 })
    await client.caseload.setBasis({ series: 'Verval II', basis: 'own' })
    expect((await client.caseload.list({}))[0]?.counts).toMatchObject({ stunted: 1, measured: 40 })
  })
})
