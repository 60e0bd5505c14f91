import { describe, expect, it } from 'vitest'
import { createTranslator } from '#shared/i18n/index.ts'
import { warningText } from '#shared/i18n/warning-text.ts'
import { errorOf, importFile, lineFollowing, newApp, plannedVillage, restart, textFile } from '#tests/support/app.ts'

const HEADER = 'NIK;Nama;JK;Tgl Lahir;Nama Ortu;Desa/Kel;Posyandu;Tanggal Pengukuran;Berat;Tinggi;TB/U;ZS TB/U'

function byName(rows: readonly string[]): File {
  return textFile('agustus.csv', [HEADER, ...rows].join('\n'))
}

const ANI = '3505075501240001;Ani;P;15/01/2024;Sri;Kalipucung;Melati;20/08/2026;10,2;80,1;Pendek;-2,54'
const BUDI = '3505071003230002;Budi;L;10/03/2023;Tini;Kalipucung;Melati;20/08/2026;13,5;95,0;Normal;-0,51'
const CITRA = '3505074207250003;Citra;P;02/07/2025;Rini;Kalipucung;Mawar;21/08/2026;8,1;71,0;Normal;-1,10'

describe('caseload.import', () => {
  it('writes nothing in a dry run, and what it reports is what the import then counts', async () => {
    const { client } = newApp()
    const dry = await importFile(client, { file: byName([ANI, BUDI, CITRA]), dryRun: true })
    expect(await client.caseload.list({})).toEqual([])
    expect(await client.workspace.steps({})).toEqual([])
    const real = await importFile(client, { file: byName([ANI, BUDI, CITRA]) })
    expect({ ...real, dryRun: true }).toEqual(dry)
    expect(real).toMatchObject({ series: 'e-PPGBM Agustus 2026', rows: 3, accepted: 3, rejected: [], duplicates: 0, targeted: 3, measured: 3, replaces: null })
    expect(real.counts).toMatchObject({ stunted: 1, under_five: 3 })
    expect((await client.caseload.list({}))[0]).toMatchObject({ name: 'e-PPGBM Agustus 2026', kind: 'by-name', counts: { stunted: 1, measured: 3 }, stuntedBp: 3333 })
  })

  it('is followed by a plan that has no data for its family yet, in the same step; a later one changes no choice', async () => {
    const { client } = newApp()
    await client.plan.create({ template: 'desa', fiscalYear: 2026 })
    const standing = async () => {
      const { progress, need } = await client.plan.overview({})
      return { children: progress.children, series: progress.series, need }
    }
    const empty = await standing()
    expect(empty).toMatchObject({ children: null, series: null })
    await importFile(client, { file: byName([ANI, BUDI, CITRA]) })
    const first = await standing()
    expect(first).toMatchObject({ children: 3, series: 'e-PPGBM Agustus 2026' })
    expect(first.need).toBeGreaterThan(empty.need)
    expect((await client.workspace.steps({})).map(({ name }) => name)).toEqual(['import', 'plan'])
    await client.history.undo({})
    expect(await standing()).toEqual(empty)
    await client.history.redo({})
    await importFile(client, { file: byName([ANI]), series: 'Verval II' })
    expect(await standing()).toEqual(first)
    await importFile(client, { file: textFile('kader.csv', 'Desa/Kel;Kader\nKalipucung;25'), measuredOn: '2026-08-31' })
    expect((await client.plan.overview({})).need).toBeGreaterThan(first.need)
  })

  it('tells how far it is, and stops when told to, with nothing written', async () => {
    const { client } = newApp()
    const phases: string[] = []
    for await (const event of await client.caseload.import({ file: byName([ANI]), dryRun: true })) phases.push(event.event === 'done' ? 'done' : event.phase)
    expect(phases).toEqual(['reading', 'recognising', 'counting', 'done'])
    const many = textFile('agustus.csv', [HEADER, ...Array.from({ length: 2_500 }, (_, index) => ANI.replace('3505075501240001', String(3_505_075_501_240_001 + index)))].join('\n'))
    const rows: unknown[] = []
    for await (const event of await client.caseload.import({ file: many, dryRun: true })) if (event.event === 'progress' && event.done !== null) rows.push([event.phase, event.done, event.total])
    expect(rows).toEqual([['reading', 1_000, 2_501], ['reading', 2_000, 2_501], ['recognising', 1_000, 2_500], ['recognising', 2_000, 2_500]])
    const stop = new AbortController()
    const stopped = (async () => {
      for await (const event of await client.caseload.import({ file: byName([ANI]) }, { signal: stop.signal })) if (event.event === 'progress') stop.abort()
    })()
    expect(await errorOf(stopped)).toMatchObject({ code: 'stopped', defined: true })
    const late = new AbortController()
    const stoppedLate = (async () => {
      for await (const event of await client.caseload.import({ file: byName([ANI]) }, { signal: late.signal })) if (event.event === 'progress' && event.phase === 'writing') late.abort()
    })()
    expect(await errorOf(stoppedLate)).toMatchObject({ code: 'stopped', defined: true })
    expect(await client.caseload.list({})).toEqual([])
  })

  it('replaces the series when the same file comes again', async () => {
    const { client, session } = newApp()
    await importFile(client, { file: byName([ANI, BUDI, CITRA]) })
    const again = await importFile(client, { file: byName([ANI, BUDI]) })
    expect(again).toMatchObject({ replaces: 'agustus.csv', measured: 2 })
    const [series, ...others] = await client.caseload.list({})
    expect(others).toEqual([])
    expect(series?.counts).toMatchObject({ measured: 2, stunted: 1 })
    expect(session.children.count(series?.id ?? '')).toBe(2)
  })

  it('keeps another file of the same month apart, and replaces only what is named', async () => {
    const { client } = newApp()
    await importFile(client, { file: byName([ANI, BUDI]) })
    const other = new File([await byName([CITRA]).arrayBuffer()], 'posyandu-mawar.csv')
    expect(await importFile(client, { file: other })).toMatchObject({ series: 'e-PPGBM Agustus 2026 (posyandu-mawar)', replaces: null })
    expect((await client.caseload.list({})).map((series) => series.counts.measured)).toEqual([2, 1])
    expect(await importFile(client, { file: other, series: 'e-PPGBM Agustus 2026' })).toMatchObject({ replaces: 'agustus.csv' })
  })

  it('counts a village once although its posyandu are counted too', async () => {
    const { client } = newApp()
    const report = await importFile(client, { file: byName([ANI, BUDI, CITRA]) })
    expect(report.areas.map((area) => [area.posyandu, area.counts.measured])).toEqual([['', 3], ['Mawar', 1], ['Melati', 2]])
    expect((await client.caseload.list({}))[0]?.counts.measured).toBe(3)
  })

  it('names each row that cannot be used, and goes on with the others', async () => {
    const { client } = newApp()
    const report = await importFile(client, { file: byName([ANI, BUDI.replace('10/03/2023', '31/02/2023'), CITRA.replace(';P;', ';;').replace(/\d+\/\d+\/\d{4}/, '')]) })
    expect(report.rejected.map(({ row, column, code, also }) => ({ row, column, code, also }))).toEqual([
      { row: 3, column: 'Tgl Lahir', code: 'date_invalid', also: [] },
      { row: 4, column: 'JK', code: 'no_sex', also: [{ column: 'Tgl Lahir', code: 'no_birth_date', value: '' }] },
    ])
    expect(report).toMatchObject({ rows: 3, accepted: 1, measured: 1 })
  })

  it('says how many values cannot be read, and shows the first as they stand in the file', async () => {
    const { client } = newApp()
    const report = await importFile(client, { file: byName([...'abcdef'].map((letter, index) => CITRA.replace('0003;', `000${index + 3};`).replace('71,0', `7${letter}`))), dryRun: true })
    const warning = report.warnings.find(({ code }) => code === 'value_unreadable')
    expect(warning).toMatchObject({ count: 6, rows: [2, 3, 4, 5, 6, 7], values: [...'abcde'].map((letter, index) => ({ row: index + 2, column: 'Tinggi', value: `7${letter}` })) })
    expect(warning && warningText({ ...warning, count: 1 }, createTranslator('en'))).toMatch(/^1 value cannot be read and is taken as empty/)
    expect(warning && warningText(warning, createTranslator('id'))).toMatch(/^6 isian .*: “7a” \(baris 2, kolom Tinggi\), .*“7e” \(baris 6, kolom Tinggi\) …$/)
  })

  it('reads a plain table of counts, and refuses counts that cannot be', async () => {
    const { client } = newApp()
    const file = textFile('data-desa.csv', 'Wilayah;Kelompok Sasaran;Jumlah\nKalipucung;Kader posyandu;25\nKalipucung;Ibu hamil KEK;-5\nKalipucung;Posyandu;5,5\nKalipucung;Balita sakti;3\n')
    const report = await importFile(client, { file, series: 'Data desa' })
    expect(report.counts).toEqual({ cadre: 25 })
    expect(report.rejected.map(({ row, code }) => [row, code])).toEqual([[3, 'count_negative'], [4, 'count_fraction'], [5, 'group_unknown']])
  })

  it('leaves the workspace as it was when the file is refused', async () => {
    const { client } = newApp()
    const foreign = textFile('lain.csv', 'Name;Sex;Birthday;Weight\nAnn;F;2024-01-15;10.2\n')
    const error = await errorOf(importFile(client, { file: foreign }))
    expect(error).toMatchObject({ code: 'header_not_found', defined: true, data: { file: 'lain.csv', row: 1, found: expect.arrayContaining(['Name']) } })
    expect(await errorOf(importFile(client, { file: textFile('kosong.csv', '') }))).toMatchObject({ code: 'file_empty' })
    expect(await client.workspace.steps({})).toEqual([])
  })

  it('does not move a plan to the new series: that is a choice', async () => {
    const { client } = await plannedVillage()
    const before = (await lineFollowing(client, 'stunted', 'food')).need
    await importFile(client, { file: byName([ANI, BUDI, CITRA]) })
    expect((await lineFollowing(client, 'stunted', 'food')).need).toBe(before)
    const chosen = await client.caseload.choose({ series: 'e-PPGBM Agustus 2026' })
    expect(chosen.families).toEqual(['child'])
    expect(chosen.after.need).toBeLessThan(chosen.before.need)
    expect((await lineFollowing(client, 'stunted', 'food')).quantities[0]).toMatchObject({ now: 1, stale: false })
  })
})

describe('caseload.setCount', () => {
  it('keeps what is typed, in words or by code, and says who follows it', async () => {
    const app = newApp()
    expect(await app.client.caseload.setCount({ group: 'balita stunting', count: 16 })).toMatchObject({ series: 'Isian manual', group: 'stunted', count: 16, followed: false })
    await app.client.caseload.setCount({ group: 'measured', count: 367 })
    const again = await restart(app)
    expect((await again.client.caseload.list({}))[0]).toMatchObject({ kind: 'manual', counts: { stunted: 16, measured: 367 }, stuntedBp: 436 })
  })

  it('puts figures per posyandu in place of the village’s own, and the other way round', async () => {
    const { client } = newApp()
    await client.caseload.setCount({ group: 'cadre', count: 25 })
    await client.caseload.setCount({ group: 'cadre', count: 5, posyandu: 'Melati' })
    await client.caseload.setCount({ group: 'cadre', count: 4, posyandu: 'Mawar' })
    expect((await client.caseload.list({}))[0]?.counts.cadre).toBe(9)
    await client.caseload.setCount({ group: 'cadre', count: 10 })
    expect((await client.caseload.list({}))[0]?.counts.cadre).toBe(10)
  })

  it('gives a plan without data for the family what was typed', async () => {
    const { client } = newApp()
    await client.plan.create({ template: 'desa' })
    expect((await lineFollowing(client, 'stunted', 'food')).need).toBeNull()
    expect(await client.caseload.setCount({ group: 'stunted', count: 16 })).toMatchObject({ followed: true })
    expect((await lineFollowing(client, 'stunted', 'food')).need).toBe(28_800_000)
  })

  it('refuses groups and villages that there are not', async () => {
    const { client } = newApp()
    expect(await errorOf(client.caseload.setCount({ group: 'naga', count: 1 }))).toMatchObject({ code: 'group_unknown', defined: true })
    expect(await errorOf(client.caseload.setCount({ group: 'cadre', count: 1, village: '35.05.07.2002' }))).toMatchObject({ code: 'region_unknown' })
    expect(await errorOf(client.caseload.setCount({ group: 'cadre', count: -1 }))).toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('caseload.setSurvey and caseload.choose', () => {
  it('keep a survey apart: it has a percentage, no counts, and no plan can rest on it', async () => {
    const { client } = await plannedVillage()
    const survey = { series: 'SSGI 2024', prevalenceBp: 1784, measuredOn: '2024-12-31', source: 'Kemenkes' }
    expect(await client.caseload.setSurvey(survey)).toMatchObject({ kind: 'survey', stuntedBp: 1784, counts: {} })
    expect(await errorOf(client.caseload.choose({ series: 'SSGI 2024' }))).toMatchObject({ code: 'series_is_survey', defined: true })
    expect(await errorOf(client.caseload.setCount({ group: 'stunted', count: 3, series: 'SSGI 2024' }))).toMatchObject({ code: 'series_is_survey' })
    expect(await errorOf(importFile(client, { file: byName([ANI]), series: 'SSGI 2024' }))).toMatchObject({ code: 'series_is_survey' })
    expect(await client.caseload.list({})).toContainEqual(expect.objectContaining({ name: 'SSGI 2024', kind: 'survey', stuntedBp: 1784, counts: {} }))
    expect(await errorOf(client.caseload.setSurvey({ ...survey, series: 'Isian manual' }))).toMatchObject({ code: 'series_name_taken' })
    expect(await errorOf(client.caseload.choose({ series: 'tidak ada' }))).toMatchObject({ code: 'series_not_found', data: { known: ['Isian manual', 'SSGI 2024'].toReversed() } })
  })

  it('leave the last figure, marked, where the new series does not count a group', async () => {
    const { client } = await plannedVillage()
    await client.caseload.setCount({ group: 'measured', count: 300, series: 'Verval I' })
    await client.caseload.choose({ series: 'Verval I', family: 'child' })
    expect(await lineFollowing(client, 'stunted', 'food')).toMatchObject({ need: 28_800_000, stale: true })
    expect((await client.plan.check({})).findings.map((finding) => finding.code)).toContain('stale_figure')
  })
})
