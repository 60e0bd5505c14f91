import { describe, expect, it } from 'vitest'
import { backupFolder, listBackups } from '#core/db/backup-list.ts'
import { heightForAge, weightForAge, weightForHeight } from '#shared/domain/growth.ts'
import { dayNumber } from '#shared/domain/period.ts'
import { errorOf, importFile, newApp, plannedVillage, restart, textFile } from '#tests/support/app.ts'

const HEADER = 'NIK;Nama;JK;Tgl Lahir;Nama Ortu;Desa/Kel;Posyandu;Tanggal Pengukuran;Berat;Tinggi;Cara Ukur;TB/U;ZS TB/U;BB/U;ZS BB/U;BB/TB;ZS BB/TB'

interface Row {
  readonly nik?: string
  readonly name: string
  readonly sex?: 'L' | 'P'
  readonly born: string
  readonly parent?: string
  readonly posyandu?: string
  /** null: not measured. */
  readonly on: string | null
  readonly kg?: number
  readonly cm?: number
  /** What the file reckons with, where that is not what it writes. */
  readonly meant?: { readonly sex?: 'L' | 'P'; readonly born?: string; readonly cm?: number }
  readonly label?: string
}

const label = (z: number): string => (z < -3 ? 'Sangat Pendek' : z < -2 ? 'Pendek' : 'Normal')

/** A row as an office would write it, with the z-scores that it meant. */
function line({ nik = '', name, sex = 'L', born, parent = 'Sri', posyandu = 'Mawar', on, kg = 12, cm = 90, meant = {}, label: written }: Row): string {
  const head = [nik, name, sex, born, parent, 'Kalipucung', posyandu]
  if (on === null) return [...head, '', '', '', '', '', '', '', '', '', ''].join(';')
  const days = dayNumber(on) - dayNumber(meant.born ?? born)
  const posture = dayNumber(on) - dayNumber(born) < 731 ? 'lying' as const : 'standing' as const
  const stature = { cm: meant.cm ?? cm, posture }
  const [by, hfa, wfa, wfh] = [meant.sex ?? sex, 0, 0, 0]
  const z = [heightForAge(by, days, stature) ?? hfa, weightForAge(by, days, kg) ?? wfa, weightForHeight(by, days, stature, kg) ?? wfh]
  return [...head, on, kg, cm, posture === 'lying' ? 'Terlentang' : 'Berdiri', written ?? label(z[0] ?? 0), z[0], '', z[1], '', z[2]].join(';').replaceAll('.', ',')
}

const csv = (name: string, rows: readonly Row[]): File => textFile(name, [HEADER, ...rows.map(line)].join('\n'))

const NIK = { adi: '3505071503240001', bela: '3505075007230002', citra: '3505070111220003', dodi: '3505072008210004', eka: '3505076001250005', fajar: '3505071212230006', gita: '3505074505230007' }

/** February: Adi and Bela stunted, Citra well, Dodi stunted and soon 60 months old, Fajar stunted. */
const FEBRUARY: readonly Row[] = [
  { nik: NIK.adi, name: 'Adi', born: '2024-03-15', on: '2026-02-10', cm: 79, kg: 10 },
  { nik: NIK.bela, name: 'Bela', sex: 'P', born: '2023-07-10', on: '2026-02-10', cm: 82, kg: 11 },
  { nik: NIK.citra, name: 'Citra', born: '2022-11-01', on: '2026-02-10', cm: 98, kg: 15 },
  { nik: NIK.dodi, name: 'Dodi', born: '2021-08-20', on: '2026-02-10', cm: 95, kg: 14 },
  { nik: NIK.fajar, name: 'Fajar', born: '2023-12-12', on: '2026-02-10', cm: 80, kg: 10, posyandu: 'Melati' },
]
/** August: Adi still stunted, Bela measured well, Dodi past 60 months, Eka new and stunted, Fajar moved to Mawar and stunted still, Citra not measured. */
const AUGUST: readonly Row[] = [
  { nik: NIK.adi, name: 'Adi', born: '2024-03-15', on: '2026-08-10', cm: 82, kg: 11 },
  { nik: NIK.bela, name: 'Bela', sex: 'P', born: '2023-07-10', on: '2026-08-10', cm: 92, kg: 13 },
  { nik: NIK.citra, name: 'Citra', born: '2022-11-01', on: null },
  { nik: NIK.dodi, name: 'Dodi', born: '2021-08-01', on: '2026-08-10', cm: 98, kg: 15 },
  { nik: NIK.eka, name: 'Eka', sex: 'P', born: '2025-01-20', on: '2026-08-10', cm: 72, kg: 8 },
  { nik: NIK.fajar, name: 'Fajar', born: '2023-12-12', on: '2026-08-10', cm: 84, kg: 11 },
]

async function twoRounds() {
  const app = newApp()
  await importFile(app.client, { file: csv('feb.csv', FEBRUARY), series: 'Verval I', measuredOn: '2026-02-20' })
  await importFile(app.client, { file: csv('agu.csv', AUGUST), series: 'Verval II', measuredOn: '2026-08-20' })
  return app
}

describe('caseload.rounds', () => {
  it('says what became of each stunted child, and the parts add up to both counts', async () => {
    const { client } = await twoRounds()
    const rounds = await client.caseload.rounds({ from: 'Verval I', to: 'Verval II' })
    expect([rounds.from.stunted, rounds.to.stunted]).toEqual([4, 3])
    expect(rounds.whole).toEqual({ before: 4, still: 1, recovered: 1, left: 1, moved: 1, notFound: 0, added: 1, arrived: 1, after: 3 })
    expect(rounds.places.map(({ posyandu, flow }) => [posyandu, flow.before, flow.after])).toEqual([['Mawar', 3, 3], ['Melati', 1, 0]])
    expect(rounds.children.map(({ outcome, name, otherPlace }) => [outcome, name, otherPlace])).toEqual([
      ['still', 'A.', null], ['recovered', 'B.', null], ['left', 'D.', null], ['moved', 'F.', 'Mawar'], ['added', 'E.', null], ['arrived', 'F.', 'Melati'],
    ])
    const counts = (await client.caseload.list({})).map((series) => series.counts.stunted)
    expect(counts).toEqual([rounds.from.stunted, rounds.to.stunted])
    const melati = await client.caseload.rounds({ from: 'Verval I', to: 'Verval II', posyandu: 'melati', reveal: 'names' })
    expect(melati.children.map(({ outcome, name }) => [outcome, name])).toEqual([['moved', 'Fajar']])
    expect(melati.whole).toEqual(rounds.whole)
  })

  it('goes forward only, and only between lists of names', async () => {
    const { client } = await twoRounds()
    expect(await errorOf(client.caseload.rounds({ from: 'Verval II', to: 'Verval I' }))).toMatchObject({ code: 'rounds_order', defined: true })
    await client.caseload.setCount({ group: 'stunted', count: 16 })
    expect(await errorOf(client.caseload.rounds({ from: 'Isian manual', to: 'Verval II' }))).toMatchObject({ code: 'series_not_by_name', defined: true })
    expect(await errorOf(client.caseload.validity({ series: 'Verval III' }))).toMatchObject({ code: 'series_not_found', defined: true })
  })
})

describe('caseload.validity', () => {
  it('names rule, rows and repair, and its parts add up to the score at each place', async () => {
    const { client } = newApp()
    const file = csv('agu.csv', [
      { nik: NIK.adi, name: 'Adi', born: '2024-03-16', on: '2026-08-10', cm: 82, kg: 11 },
      { nik: NIK.gita, name: 'Gita', sex: 'L', born: '2023-05-05', on: '2026-08-10', cm: 92, kg: 13 },
      { nik: '3505071010230009', name: 'Hasan Basri', born: '2023-10-10', on: '2026-08-10', cm: 90, kg: 12 },
      { nik: '3505071010230010', name: 'Hasan Basri', born: '2023-10-10', on: '2026-08-10', cm: 90.1, kg: 12, posyandu: 'Melati' },
      { name: 'Hasan Basry', born: '2023-10-10', on: null, posyandu: 'Melati' },
      { nik: NIK.citra, name: 'Citra', born: '2022-11-01', on: '2026-08-03', cm: 98, kg: 15 },
      { nik: NIK.citra, name: 'Citra', born: '2022-11-01', on: '2026-08-10', cm: 98.5, kg: 15, posyandu: 'Melati' },
      { nik: NIK.eka, name: 'Eka', sex: 'P', born: '2025-01-20', on: '2026-08-10', cm: 55, kg: 8 },
    ])
    const dry = await importFile(client, { file, series: 'Verval II', measuredOn: '2026-08-20', dryRun: true })
    const report = await importFile(client, { file, series: 'Verval II', measuredOn: '2026-08-20' })
    expect(report.validity).toEqual(dry.validity)
    expect(report.validity?.findings.every(({ rows }) => rows.every(({ child }) => child === null))).toBe(true)
    const stored = await client.caseload.validity({ series: 'Verval II' })
    const found = stored.findings.map(({ rule, repair, rows }) => [rule, repair, rows.map(({ row }) => row)])
    expect(found).toEqual([
      ['nik_missing', 'ask_nik', [6]], ['nik_birth', 'check_birth', [2]], ['nik_sex', 'check_sex', [3]],
      ['same_person', 'merge', [5]], ['similar_person', 'check_names', [6]], ['two_posyandu', 'choose_posyandu', [8]],
      ['implausible_hfa', 'measure_again', [9]], ['implausible_wfh', 'measure_again', [9]], ['not_measured', 'visit', [6]],
    ])
    expect(stored.findings.every(({ rows }) => rows.every(({ child, name }) => child !== null && !name.includes('asan')))).toBe(true)
    for (const { score, parts } of [stored.whole, ...stored.places]) {
      expect(parts.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBe(score)
      expect(parts.reduce((sum, { of }) => sum + of, 0)).toBe(100)
    }
    expect(stored.places.map(({ posyandu, children }) => [posyandu, children])).toEqual([['', 7], ['Mawar', 4], ['Melati', 3]])
    // numbers that the dry run and the workspace agree on
    expect({ ...stored, findings: [] }).toEqual({ ...dry.validity, findings: [] })
    const melati = await client.caseload.validity({ series: 'Verval II', posyandu: 'Melati', reveal: 'names_and_nik' })
    expect(melati.findings.map(({ rule }) => rule)).toEqual(['nik_missing', 'same_person', 'similar_person', 'two_posyandu', 'not_measured'])
    expect(melati.findings[1]?.rows[0]).toMatchObject({ name: 'Hasan Basri', nik: '3505071010230010', words: { row: 4, posyandu: 'Mawar' } })
    expect(melati.whole).toEqual(stored.whole)
  })

  it('compares with the round before: heights that shrink, jumps, copies, changed identities', async () => {
    const { client } = newApp()
    const base = { nik: NIK.citra, name: 'Citra', born: '2022-11-01' }
    const first: Row[] = [
      { ...base, on: '2026-02-10', cm: 98, kg: 15 },
      { nik: NIK.adi, name: 'Adi', born: '2024-03-15', on: '2026-02-10', cm: 79, kg: 10 },
      { nik: NIK.bela, name: 'Bela', sex: 'P', born: '2023-07-10', on: '2026-02-10', cm: 88, kg: 12 },
      { nik: NIK.fajar, name: 'Fajar', born: '2023-12-12', on: '2026-02-10', cm: 80, kg: 10 },
    ]
    const second: Row[] = [
      { ...base, on: '2026-08-10', cm: 96.9, kg: 15 },
      { nik: NIK.adi, name: 'Adi', born: '2024-03-15', on: '2026-08-10', cm: 92, kg: 11 },
      { nik: NIK.bela, name: 'Bela', sex: 'P', born: '2023-07-11', on: '2026-08-10', cm: 91, kg: 12.5 },
      { nik: NIK.fajar, name: 'Fajar', born: '2023-12-12', on: '2026-08-10', cm: 80, kg: 10 },
    ]
    await importFile(client, { file: csv('feb.csv', first), series: 'Verval I', measuredOn: '2026-02-20' })
    const report = await importFile(client, { file: csv('agu.csv', second), series: 'Verval II', measuredOn: '2026-08-20', dryRun: true })
    expect(report.validity?.previous).toBe('Verval I')
    const found = new Map(report.validity?.findings.map(({ rule, rows }) => [rule, rows.map(({ row, words }) => [row, words])]))
    expect(found.get('height_shrinks')).toEqual([[2, { on: '2026-02-10', before: 98, now: 96.9 }]])
    expect(found.get('height_jump')?.map(([row]) => row)).toEqual([3])
    expect(found.get('identity_changed')).toEqual([[4, { what: 'born', before: '2023-07-10', now: '2023-07-11' }]])
    expect(found.get('copied_values')?.map(([row]) => row)).toEqual([5])
  })

  it('finds a child that another area’s file lists in the same month', async () => {
    const { client } = newApp('35.71')
    const here = 'NIK;Nama;JK;Tgl Lahir;Nama Ortu;Desa/Kel;Posyandu;Tanggal Pengukuran;Berat;Tinggi\n3571011503240001;Adi;L;2024-03-15;Sri;Pojok;Mawar;2026-08-10;11;82\n'
    await importFile(client, { file: textFile('a.csv', here), series: 'Puskesmas A', measuredOn: '2026-08-20' })
    const report = await importFile(client, { file: textFile('b.csv', here.replace('Pojok;Mawar', 'Campurejo;Melati')), series: 'Puskesmas B', measuredOn: '2026-08-20', dryRun: true })
    expect(report.validity?.findings.find(({ rule }) => rule === 'other_file')?.rows.map(({ words }) => words)).toEqual([{ series: 'Puskesmas A', posyandu: 'Mawar' }])
    // the same area again is the same round measured anew
    const again = await importFile(client, { file: textFile('c.csv', here), series: 'Puskesmas A lagi', measuredOn: '2026-08-21', dryRun: true })
    expect(again.validity?.findings.map(({ rule }) => rule)).not.toContain('other_file')
  })
})

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

describe('imports that follow one another', () => {
  it('share the backup before the first; anything done between them asks for another', async () => {
    const { client, session } = newApp()
    const backups = () => listBackups(session.file, backupFolder(session.file)).length
    const one = (name: string) => importFile(client, { file: csv(`${name}.csv`, AUGUST), series: name, measuredOn: '2026-08-20' })
    await client.caseload.setCount({ group: 'cadre', count: 25 })
    await one('Puskesmas A')
    expect(backups()).toBe(1)
    await one('Puskesmas B')
    await one('Puskesmas C')
    expect(backups()).toBe(1)
    await client.caseload.setCount({ group: 'cadre', count: 26 })
    await one('Puskesmas D')
    expect(backups()).toBe(2)
    await client.history.undo({})
    await one('Puskesmas E')
    expect(backups()).toBe(3)
  })
})

describe('caseload.compareSeries', () => {
  it('says need, children and rupiah by each series, and writes nothing', async () => {
    const { client } = await plannedVillage()
    await client.caseload.setSurvey({ series: 'SSGI 2024', prevalenceBp: 1784, measuredOn: '2024-12-31', source: 'Kemenkes' })
    await importFile(client, { file: csv('agu.csv', AUGUST), series: 'Verval II', measuredOn: '2026-08-20' })
    const steps = await client.workspace.steps({})
    const need = (await client.plan.summary({})).need
    const compared = await client.caseload.compareSeries({ family: 'child' })
    expect(compared).toMatchObject({ current: 'Isian manual', family: 'child' })
    expect(compared.choices.map(({ series, chosen }) => [series, chosen])).toEqual([['Verval II', false], ['Isian manual', true]])
    const [other, own] = compared.choices
    expect([own?.need, own?.difference, own?.lines]).toEqual([need, 0, []])
    expect(other?.groups.find(({ group }) => group === 'stunted')).toEqual({ group: 'stunted', count: 3, difference: -13 })
    expect(other?.lines.reduce((sum, { before, after }) => sum + (after.need ?? 0) - (before.need ?? 0), 0)).toBe(other?.difference)
    expect(await client.workspace.steps({})).toEqual(steps)
    expect(await errorOf(client.caseload.compareSeries({ family: 'child', series: ['SSGI 2024'] }))).toMatchObject({ code: 'series_is_survey', defined: true })
    await client.caseload.choose({ series: 'Verval II', family: 'child' })
    expect((await client.plan.summary({})).need).toBe(other?.need)
  })
})

describe('caseload.remeasure', () => {
  it('lists whom to measure again by posyandu, initials only, the lost stunted children first', async () => {
    const { client } = newApp()
    await importFile(client, { file: csv('feb.csv', FEBRUARY), series: 'Verval I', measuredOn: '2026-02-20' })
    await importFile(client, { file: csv('agu.csv', AUGUST.filter(({ name }) => name !== 'Adi' && name !== 'Fajar')), series: 'Verval II', measuredOn: '2026-08-20' })
    const list = await client.caseload.remeasure({ series: 'Verval II' })
    expect(list.places.map(({ posyandu, children }) => [posyandu, children.map(({ name, series, reasons }) => [name, series, reasons])])).toEqual([
      ['Mawar', [['A.', 'Verval I', ['stunted_not_found']], ['C.', 'Verval II', ['not_measured']]]],
      ['Melati', [['F.', 'Verval I', ['stunted_not_found']]]],
    ])
    expect(list.total).toBe(3)
    const pages = await client.caseload.remeasurePages({ series: 'Verval II' })
    const printed = JSON.stringify(pages)
    expect([printed.includes('"A."'), printed.includes('Adi'), printed.includes('RAHASIA'), pages[0]?.pages.length]).toEqual([true, false, false, 2])
    const named = JSON.stringify(await client.caseload.remeasurePages({ series: 'Verval II', reveal: 'names' }))
    expect([named.includes('Adi'), named.includes('RAHASIA')]).toEqual([true, true])
    expect(JSON.stringify(await client.caseload.remeasurePages({ series: 'Verval II', language: 'en', paper: 'A4' }))).toContain('CHILDREN TO BE MEASURED AGAIN')
    const file = await client.caseload.remeasureExport({ series: 'Verval II', format: 'csv', posyandu: 'Melati' })
    const text = await file.text()
    expect(file.name).toBe('Ukur ulang Verval II.csv')
    expect([text.includes('F.'), text.includes('A.;'), text.includes('stunting pada penimbangan lalu')]).toEqual([true, false, true])
    expect((await client.caseload.remeasureExport({ series: 'Verval II' })).size).toBeGreaterThan(4_000)
  })

  it('has no pages where there is nobody to measure again', async () => {
    const { client } = newApp()
    await importFile(client, { file: csv('agu.csv', AUGUST.slice(0, 2)), series: 'Verval II', measuredOn: '2026-08-20' })
    expect(await client.caseload.remeasurePages({ series: 'Verval II', language: 'en' })).toEqual([])
  })
})

describe('caseload.childGrowth', () => {
  it('follows a child over the rounds beside the curves of its sex, its name masked', async () => {
    const { client } = await twoRounds()
    const child = (await client.caseload.children({ series: 'Verval II' })).children.find(({ name }) => name === 'A.')
    const growth = await client.caseload.childGrowth({ series: 'Verval II', child: child?.id ?? 0 })
    expect(growth).toMatchObject({ name: 'A.', nik: '350507••••••••01', sex: 'L' })
    expect(growth.points.map(({ seriesName, ageDays, heightCm, curveCm }) => [seriesName, ageDays, heightCm, curveCm])).toEqual([['Verval I', 697, 79, 79], ['Verval II', 878, 82, 82]])
    expect(growth.points.every(({ file, own }) => file.hfa.z === own.hfa.z && own.hfa.status === 'stunted')).toBe(true)
    expect(growth.window).toEqual({ fromDays: 607, toDays: 968 })
    const median = growth.curves.hfa.find(({ z }) => z === 0)?.points
    expect(median?.find(({ x }) => x === 730)?.y).toBe(87.8)
    expect(median?.find(({ x }) => x === 731)?.y).toBe(87.13)
    expect(growth.curves.wfh.map(({ z }) => z)).toEqual([-3, -2, -1, 0, 1, 2, 3])
    expect(growth.curves.wfh[3]?.points.find(({ x }) => x === 74)).toBeDefined()
    expect((await client.caseload.childGrowth({ series: 'Verval II', child: child?.id ?? 0, reveal: 'names' })).name).toBe('Adi')
    expect(await errorOf(client.caseload.childGrowth({ series: 'Verval I', child: child?.id ?? 0 }))).toMatchObject({ code: 'child_not_found', defined: true })
  })

  it('finds a child without a NIK by name, birth date and parent', async () => {
    const { client } = newApp()
    const rows = (on: string): Row[] => [{ name: 'Ani', sex: 'P', born: '2024-01-15', on, cm: 84, kg: 11 }, { name: 'Ina', sex: 'P', born: '2024-01-15', on, cm: 83, kg: 10 }]
    await importFile(client, { file: csv('feb.csv', rows('2026-02-10')), series: 'Verval I', measuredOn: '2026-02-20' })
    await importFile(client, { file: csv('agu.csv', rows('2026-08-10')), series: 'Verval II', measuredOn: '2026-08-20' })
    const child = (await client.caseload.children({ series: 'Verval II', reveal: 'names' })).children.find(({ name }) => name === 'Ani')
    const growth = await client.caseload.childGrowth({ series: 'Verval II', child: child?.id ?? 0 })
    expect(growth.points.map(({ measuredOn, heightCm }) => [measuredOn, heightCm])).toEqual([['2026-02-10', 84], ['2026-08-10', 84]])
  })
})
