import { describe, expect, it } from 'vitest'
import { errorOf, importFile, newApp, plannedVillage, textFile } from '#tests/support/app.ts'

const HEADER = 'NIK;Nama;JK;Tgl Lahir;Nama Ortu;Desa/Kel;Posyandu;Tanggal Pengukuran;Berat;Tinggi;TB/U;ZS TB/U'
const ANI = '3505075501240001;Ani Sri Wahyuni;P;15/01/2024;Sri;Kalipucung;Melati;20/08/2026;10,2;80,1;Pendek;-2,54'
const BUDI = '3505071003230002;Budi;L;10/03/2023;Tini;Kalipucung;Melati;20/08/2026;13,5;95,0;Normal;-0,51'
const CITRA = '3505074207250003;Citra;P;02/07/2025;Rini;Kalipucung;Mawar;21/08/2026;8,1;71,0;Normal;-1,10'
const byName = (rows: readonly string[], header = HEADER) => textFile('agustus.csv', [header, ...rows].join('\n'))

describe('typing counts', () => {
  it('writes a pasted block as one step that one undo takes back', async () => {
    const { client } = await plannedVillage()
    await client.caseload.addSeries({ name: 'Bulan timbang', measuredOn: '2026-02-28' })
    const before = await client.caseload.list({})
    const steps = (await client.workspace.steps({})).length
    const cells = [['stunted', '1.016'], ['measured', '3670'], ['balita gizi kurang', '9'], ['cadre', '25']].map(([group = '', value = '']) => ({ series: 'Bulan timbang', group, value }))
    expect(await client.caseload.setCounts({ cells })).toEqual({ written: 4, refused: [] })
    const made = (await client.caseload.list({})).find(({ name }) => name === 'Bulan timbang')
    expect(made?.counts).toEqual({ stunted: 1016, measured: 3670, moderately_wasted: 9, cadre: 25 })
    expect((await client.workspace.steps({})).length).toBe(steps + 1)
    await client.history.undo({})
    expect(await client.caseload.list({})).toEqual(before)
  })

  it('writes nothing where one cell cannot be understood, and says which', async () => {
    const { client } = await plannedVillage()
    const cells = [['stunted', '12'], ['measured', 'banyak'], ['weighed', '3,5'], ['targeted', '-1'], ['kucing', '4']].map(([group = '', value = '']) => ({ series: 'Isian manual', group, value }))
    const before = await client.caseload.list({})
    expect(await client.caseload.setCounts({ cells })).toEqual({ written: 0, refused: [
      { index: 1, code: 'count_not_a_number', value: 'banyak' }, { index: 2, code: 'count_fraction', value: '3,5' }, { index: 3, code: 'count_negative', value: '-1' }, { index: 4, code: 'group_unknown', value: 'kucing' },
    ] })
    expect(await client.caseload.list({})).toEqual(before)
  })

  it('makes a count unknown again, never 0', async () => {
    const { client } = await plannedVillage()
    await client.caseload.setCounts({ cells: [{ series: 'Isian manual', group: 'stunted', value: '' }] })
    const [series] = await client.caseload.list({})
    expect(series?.counts).not.toHaveProperty('stunted')
    expect(series?.stuntedBp).toBeNull()
  })

  it('keeps a village\'s own figure and those of its posyandu beside each other, and says where they differ', async () => {
    const { client } = newApp()
    await client.caseload.addSeries({ name: 'Verval', measuredOn: '2026-02-28' })
    const series = 'Verval'
    const type = (...cells: readonly (readonly [string, string])[]) => client.caseload.setCounts({ cells: cells.map(([posyandu, value]) => ({ series, group: 'stunted', posyandu, value })) })
    const standing = async () => {
      const [one] = await client.caseload.list({})
      return [one?.counts.stunted, one?.byPosyandu.stunted, (await client.caseload.areas({ series })).map(({ posyandu, counts }) => [posyandu, counts.stunted])]
    }
    await type(['Mawar', '5'], ['Melati', '4'])
    expect(await standing()).toEqual([9, undefined, [['Mawar', 5], ['Melati', 4]]])
    expect(await type(['', ''])).toEqual({ written: 0, refused: [{ index: 0, code: 'count_of_posyandu', value: '' }] })
    await type(['', '12'])
    expect(await standing()).toEqual([12, 9, [['', 12], ['Mawar', 5], ['Melati', 4]]])
    await type(['Melati', '7'])
    expect(await standing()).toEqual([12, undefined, [['', 12], ['Mawar', 5], ['Melati', 7]]])
    await type(['', ''], ['Mawar', ''])
    expect(await standing()).toEqual([7, undefined, [['Melati', 7]]])
    await client.history.undo({})
    expect(await standing()).toEqual([12, undefined, [['', 12], ['Mawar', 5], ['Melati', 7]]])
  })

  it('offers the places that any series knows, each once', async () => {
    const { client } = newApp()
    const home = { village: '35.05.07.2001', villageName: 'Kalipucung' }
    expect(await client.caseload.places({})).toEqual([{ ...home, posyandu: '' }])
    await importFile(client, { file: byName([ANI, BUDI, CITRA]) })
    await client.caseload.setCount({ group: 'cadre', count: 5, posyandu: 'MELATI' })
    await client.caseload.setCount({ group: 'cadre', count: 5, posyandu: 'Kenanga' })
    expect(await client.caseload.places({})).toEqual(['', 'Kenanga', 'MELATI', 'Mawar'].map((posyandu) => ({ ...home, posyandu })))
  })

  it('leaves what a file counted alone', async () => {
    const { client } = newApp()
    await importFile(client, { file: byName([ANI]) })
    expect(await client.caseload.setCounts({ cells: [{ series: 'e-PPGBM Agustus 2026', group: 'stunted', value: '2' }] })).toMatchObject({ written: 0, refused: [{ code: 'series_not_typed' }] })
    expect(await errorOf(client.caseload.setCounts({ cells: [{ series: 'tidak ada', group: 'stunted', value: '2' }] }))).toMatchObject({ code: 'series_not_found', defined: true })
  })
})

describe('series', () => {
  it('are added, renamed and taken out, each a step that undo takes back', async () => {
    const { client } = newApp()
    expect(await client.caseload.addSeries({ name: 'Verval II', kind: 'verified', measuredOn: '2026-05-31' })).toMatchObject({ name: 'Verval II', kind: 'verified', counts: {} })
    await client.caseload.setCounts({ cells: [{ series: 'Verval II', group: 'stunted', value: '7' }] })
    expect(await errorOf(client.caseload.addSeries({ name: 'verval ii', measuredOn: '2026-05-31' }))).toMatchObject({ code: 'series_name_taken' })
    expect(await client.caseload.changeSeries({ series: 'Verval II', name: 'Verval Mei', measuredOn: '2026-05-30' })).toMatchObject({ name: 'Verval Mei', measuredOn: '2026-05-30', counts: { stunted: 7 } })
    expect(await client.caseload.removeSeries({ series: 'Verval Mei' })).toEqual({ series: 'Verval Mei' })
    expect(await client.caseload.list({})).toEqual([])
    await client.history.undo({})
    expect(await client.caseload.list({})).toMatchObject([{ name: 'Verval Mei', counts: { stunted: 7 } }])
  })

  it('that a plan follows are not taken out', async () => {
    const { client } = await plannedVillage()
    expect(await errorOf(client.caseload.removeSeries({ series: 'Isian manual' }))).toMatchObject({ code: 'series_followed', defined: true, data: { families: ['child', 'household', 'mother', 'resource'] } })
    expect(await client.caseload.list({})).toHaveLength(1)
  })

  it('are previewed before a plan follows them: the same figures, nothing written', async () => {
    const { client } = await plannedVillage()
    await client.caseload.setCount({ group: 'stunted', count: 14, series: 'Verval I' })
    const steps = (await client.workspace.steps({})).length
    const preview = await client.caseload.previewChoice({ series: 'Verval I', family: 'child' })
    expect(preview.after.need).toBeLessThan(preview.before.need)
    expect(preview.groups).toContainEqual({ group: 'stunted', before: 16, after: 14 })
    expect((await client.workspace.steps({})).length).toBe(steps)
    expect(await client.caseload.choose({ series: 'Verval I', family: 'child' })).toEqual(preview)
    expect((await client.plan.summary({})).need).toBe(preview.after.need)
  })

  it('show their counts per posyandu', async () => {
    const { client } = newApp()
    await importFile(client, { file: byName([ANI, BUDI, CITRA]) })
    const areas = await client.caseload.areas({ series: 'e-PPGBM Agustus 2026' })
    expect(areas.map(({ villageName, posyandu, counts, stuntedBp }) => [villageName, posyandu, counts.stunted, counts.measured, stuntedBp])).toEqual([
      ['Kalipucung', '', 1, 3, 3333], ['Kalipucung', 'Mawar', 0, 1, 0], ['Kalipucung', 'Melati', 1, 2, 5000],
    ])
  })
})

describe('the by-name list', () => {
  it('leaves the core masked, and whole only when asked for', async () => {
    const { client } = newApp()
    await importFile(client, { file: byName([ANI, BUDI, CITRA]) })
    const series = 'e-PPGBM Agustus 2026'
    const masked = await client.caseload.children({ series })
    expect(masked).toMatchObject({ total: 3, all: 3, posyandu: ['Mawar', 'Melati'] })
    expect(masked.children[1]).toMatchObject({ name: 'A. S. W.', nik: '350507••••••••01', parent: 'S.', height: { z: -254, status: 'stunted' }, ageMonths: 31 })
    expect(JSON.stringify(masked)).not.toMatch(/Wahyuni|3505075501240001/)
    expect((await client.caseload.children({ series, reveal: 'names' })).children[1]).toMatchObject({ name: 'Ani Sri Wahyuni', nik: '350507••••••••01' })
    expect((await client.caseload.children({ series, reveal: 'names_and_nik' })).children[1]).toMatchObject({ nik: '3505075501240001' })
  })

  it('comes in pages, by posyandu and by status', async () => {
    const { client } = newApp()
    await importFile(client, { file: byName([ANI, BUDI, CITRA]) })
    const series = 'e-PPGBM Agustus 2026'
    const page = await client.caseload.children({ series, offset: 1, limit: 1 })
    expect([page.total, page.children.map(({ name }) => name)]).toEqual([3, ['A. S. W.']])
    expect((await client.caseload.children({ series, posyandu: 'Melati' })).total).toBe(2)
    expect((await client.caseload.children({ series, status: 'stunted' })).children.map(({ name }) => name)).toEqual(['A. S. W.'])
    expect((await client.caseload.children({ series, status: 'not_measured' })).total).toBe(0)
  })
})

describe('an import that is corrected before it is accepted', () => {
  const broken = [ANI, BUDI.replace('10/03/2023', '31/02/2023'), CITRA.replace(';P;', ';;')]

  it('takes corrected cells in place of the file\'s', async () => {
    const { client } = newApp()
    const first = await importFile(client, { file: byName(broken), dryRun: true })
    expect(first.rejected.map(({ row, column, code }) => [row, column, code])).toEqual([[3, 'Tgl Lahir', 'date_invalid'], [4, 'JK', 'no_sex']])
    const [fault] = first.rejected
    const corrections = [{ sheet: String(fault?.sheet), row: 3, column: 'Tgl Lahir', value: '10/03/2023' }]
    const second = await importFile(client, { file: byName(broken), dryRun: true, corrections })
    expect([second.accepted, second.rejected.map(({ row }) => row)]).toEqual([2, [4]])
    const report = await importFile(client, { file: byName(broken), corrections: [...corrections, { ...corrections[0], sheet: String(fault?.sheet), row: 4, column: 'JK', value: 'P' }] })
    expect([report.accepted, report.rejected, report.counts.measured]).toEqual([3, [], 3])
  })

  it('says which header became what', async () => {
    const { client } = newApp()
    const report = await importFile(client, { file: byName([ANI]), dryRun: true })
    expect(report).toMatchObject({ kind: 'by-name', measuredOnFound: true, heading: { row: 1, columns: { nik: 'NIK', hfa: 'TB/U', zHfa: 'ZS TB/U' }, remembered: false } })
    expect(report.heading.headers).toEqual(HEADER.split(';'))
  })

  it('takes another column when told to, and remembers it for the next file with such headers', async () => {
    const { client } = newApp()
    const strange = HEADER.replace('Tanggal Pengukuran', 'Hari Buka').replace('TB/U;', 'Kategori pendek;')
    expect(await errorOf(importFile(client, { file: byName([ANI], strange), dryRun: true }))).toMatchObject({ code: 'header_not_found', data: { missing: ['Tanggal Pengukuran'] } })
    const columns = { measuredOn: 'Hari Buka', hfa: 'Kategori pendek' }
    const dry = await importFile(client, { file: byName([ANI], strange), dryRun: true, columns })
    expect(dry).toMatchObject({ accepted: 1, counts: { stunted: 1 }, heading: { columns: { measuredOn: 'Hari Buka' }, remembered: false } })
    expect(await client.workspace.settings({})).toEqual({})
    await importFile(client, { file: byName([ANI], strange), columns })
    expect(await importFile(client, { file: byName([ANI, BUDI], strange), dryRun: true })).toMatchObject({ accepted: 2, heading: { columns: { hfa: 'Kategori pendek' }, remembered: true } })
  })

  it('leaves a column out when told so, and takes a group\'s column in a table of counts', async () => {
    const { client } = newApp()
    expect((await importFile(client, { file: byName([ANI]), dryRun: true, columns: { hfa: '', zHfa: '' } })).warnings.map(({ code }) => code)).toContain('height_without_status')
    const wide = textFile('rekap.csv', 'Posyandu;Cebol;Diukur\nMawar;3;70\nMelati;4;80')
    const report = await importFile(client, { file: wide, dryRun: true, columns: { 'group.stunted': 'Cebol' } })
    expect(report).toMatchObject({ kind: 'aggregate', counts: { stunted: 7, measured: 150 }, heading: { columns: { posyandu: 'Posyandu', 'group.stunted': 'Cebol', 'group.measured': 'Diukur' } } })
  })
})
