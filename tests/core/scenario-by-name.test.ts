import { describe, expect, it } from 'vitest'
import { allocate, importFile, newApp } from '#tests/support/app.ts'
import { child, csv, type EppgbmRow, grid } from '#tests/support/eppgbm-files.ts'
import { runScenario } from '#tests/support/scenario.ts'

const STUNTED = { 'TB/U': 'Pendek', 'ZS TB/U': -2.4 }
const WASTED = { 'BB/TB': 'Gizi Kurang', 'ZS BB/TB': -2.3 }
const file = (name: string, rows: readonly EppgbmRow[]) => new File([csv(grid(rows)) as Uint8Array<ArrayBuffer>], name)

/** Twelve children: 1–5 stunted, 4–7 wasted: two are both. */
const FIRST = Array.from({ length: 12 }, (_, index) => child(index + 1, { ...(index < 5 ? STUNTED : {}), ...(index >= 3 && index < 7 ? WASTED : {}) }))
/** A later round: of the stunted children 1 and 2 have left, 11 is new among them. */
const SECOND = Array.from({ length: 12 }, (_, index) => child(index + 1, { 'Tanggal Pengukuran': '2026-02-10', ...([2, 3, 4, 10].includes(index) ? STUNTED : {}), ...(index >= 3 && index < 7 ? WASTED : {}) }))

async function village() {
  const app = newApp()
  await importFile(app.client, { file: file('agustus.csv', FIRST), series: 'Agustus', measuredOn: '2025-08-31', layout: 'by-name' })
  await app.client.plan.create({ template: 'desa', fiscalYear: 2026 })
  await app.client.plan.setSource({ source: 'DDS', ceiling: 300_000_000 })
  await allocate(app.client)
  return app
}

describe('children who are gained and lost, by name', () => {
  it('are counted exactly: nobody twice who is stunted and wasted', async () => {
    const { client } = await village()
    await client.scenario.save({ name: 'Tanpa Dana Desa', overrides: { ceilings: [{ source: 'DDS', kind: 'amount', amount: 0 }] } })
    await runScenario(client, 'Tanpa Dana Desa')
    const { comparisons: [found] } = await client.scenario.compare({ variants: ['-', 'Tanpa Dana Desa'] })
    // 1–5 and 4–7 are seven children, not nine
    expect(found?.groups.filter(({ group }) => group === 'stunted' || group === 'pmt_wasted').map(({ group, lost }) => [group, lost])).toEqual([['stunted', { from: 5, to: 5 }], ['pmt_wasted', { from: 4, to: 4 }]])
    expect(found?.children).toEqual({ before: { from: 7, to: 7 }, after: { from: 0, to: 0 }, gained: { from: 0, to: 0 }, lost: { from: 7, to: 7 }, exact: true })
  })

  it('are told apart between two rounds: two left, one is new, although the count only fell by one', async () => {
    const { client } = await village()
    await importFile(client, { file: file('februari.csv', SECOND), series: 'Februari', measuredOn: '2026-02-28', layout: 'by-name' })
    await client.scenario.save({ name: 'Februari', overrides: { series: { child: 'Februari' } } })
    await runScenario(client, 'Februari')
    const { comparisons: [found] } = await client.scenario.compare({ variants: ['-', 'Februari'] })
    expect(found?.groups.find(({ group }) => group === 'stunted')).toMatchObject({ before: { total: 5 }, after: { total: 4 }, lost: { from: 2, to: 2 }, gained: { from: 1, to: 1 } })
    expect(found?.children).toMatchObject({ before: { from: 7, to: 7 }, after: { from: 6, to: 6 }, lost: { from: 2, to: 2 }, gained: { from: 1, to: 1 }, exact: true })
  })

  it('are a range again where the count was typed over the list', async () => {
    const { client } = await village()
    await client.caseload.setCount({ group: 'stunted', count: 6, series: 'Agustus' })
    await allocate(client)
    await client.scenario.save({ name: 'Tanpa', overrides: { ceilings: [{ source: 'DDS', kind: 'amount', amount: 0 }] } })
    await runScenario(client, 'Tanpa')
    const { comparisons: [found] } = await client.scenario.compare({ variants: ['-', 'Tanpa'] })
    expect(found?.children).toMatchObject({ before: { from: 6, to: 10 }, lost: { from: 6, to: 10 }, exact: false })
  })
})
