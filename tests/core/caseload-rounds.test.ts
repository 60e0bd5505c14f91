import { describe, expect, it } from 'vitest'
import { backupFolder, listBackups } from '#core/db/backup-list.ts'
import { errorOf, importFile, newApp, plannedVillage } from '#tests/support/app.ts'
import { AUGUST, csv, twoRounds } from '#tests/support/two-rounds.ts'

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
