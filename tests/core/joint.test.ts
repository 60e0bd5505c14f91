import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { AppClient } from '#core/app.ts'
import type { JointReport, JointTerms } from '#shared/contract/joint.ts'
import { type PackageBody, packageView } from '#shared/contract/exchange-package.ts'
import { errorOf, newApp, type TestApp } from '#tests/support/app.ts'
import { BLITAR, packageFile, villageBody } from '#tests/support/village-packages.ts'

const VILLAGES = ['35.05.07.2001', '35.05.07.2002', '35.05.17.1001'] as const
const terms: JointTerms = { strategy: 'equal', villages: 'all', funds: [{ id: 'envelope', amount: 400_000_000 }] }

/** A village whose own money does not do. */
function poor(village: string): PackageBody {
  for (let seed = 0; seed < 200; seed += 1) {
    const body = villageBody({ village, seed })
    if (packageView(body).figures.gap > 20_000_000) return body
  }
  throw new Error('all are rich')
}

async function regency(): Promise<TestApp> {
  const app = newApp(BLITAR)
  app.session.setSetting('fiscal-year', '2027')
  return app
}

async function takeIn(client: AppClient, files: readonly File[]): Promise<void> {
  const reports = []
  for await (const event of await client.exchange.merge({ files: [...files] })) if (event.event === 'done') reports.push(event.report)
  expect(reports).toMatchObject([{ refused: [] }])
}

async function run(client: AppClient, asked: JointTerms, signal?: AbortSignal): Promise<{ report: JointReport; phases: Set<string> }> {
  const phases = new Set<string>()
  for await (const event of await client.joint.run({ terms: asked }, signal ? { signal } : {})) {
    if (event.event === 'done') return { report: event.report, phases }
    phases.add(event.phase)
  }
  throw new Error('it never ended')
}

/** What the cells of each sheet of a workbook hold, row by row. */
async function words(file: File): Promise<Map<string, ExcelJS.CellValue[][]>> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await file.arrayBuffer())
  return new Map(book.worksheets.map((sheet) => {
    const rows: ExcelJS.CellValue[][] = []
    sheet.eachRow((row) => { rows.push((row.values as ExcelJS.CellValue[]).slice(1)) })
    return [sheet.name, rows]
  }))
}

describe('the joint optimum', () => {
  it('brings shared money to the villages that are behind, is kept as one step that can be taken back, and says when plans have changed', async () => {
    const { client, session } = await regency()
    expect(await errorOf(run(client, terms))).toMatchObject({ code: 'no_submissions' })
    const bodies = VILLAGES.map(poor)
    await takeIn(client, bodies.map((body) => packageFile(body)))
    expect(await client.joint.start({})).toMatchObject({ villages: 248, received: 3, receivedKelurahan: 1, kept: null, outdated: false, funds: [{ id: 'envelope', left: 0 }] })
    expect(await errorOf(run(client, { ...terms, funds: [{ id: 'tidak-ada', amount: 1 }] }))).toMatchObject({ code: 'source_unknown' })
    expect(await errorOf(client.joint.keep({}))).toMatchObject({ code: 'proposal_outdated' })
    expect(await errorOf(client.joint.export({ which: 'kept' }))).toMatchObject({ code: 'proposal_outdated' })
    const { report, phases } = await run(client, terms)
    expect([...phases]).toEqual(['read', 'bounds', 'villages'])
    const [fund] = report.funds
    const shared = report.villages.reduce((sum, village) => sum + village.shared, 0)
    expect([fund?.spent, report.villages.length]).toEqual([shared, 3])
    expect(shared).toBeGreaterThan(0)
    expect(shared).toBeLessThanOrEqual(400_000_000)
    for (const [at, village] of report.villages.entries()) {
      const { figures } = packageView(bodies[at] ?? poor(village.code))
      // its own money pays no more than it has, and whatever it lacks is still there
      expect(village.own).toBeLessThanOrEqual(figures.sources.reduce((sum, { available }) => sum + available, 0))
      expect(village.own + village.shared).toBeLessThanOrEqual(village.need)
    }
    const lowest = (values: readonly (number | null)[]) => Math.min(...values.map((value) => value ?? 1))
    expect(lowest(report.villages.map(({ coverage }) => coverage))).toBeGreaterThan(lowest(report.villages.map(({ before }) => before)))
    for (const { reached, bound, gap } of report.steps) expect(gap).toBeCloseTo(bound === 0 ? 0 : (bound - reached) / bound, 12)
    const written = await words(await client.joint.export({ which: 'last' }))
    for (const { code, shared, own } of report.villages) expect(written.get('Optimum Bersama')).toEqual(expect.arrayContaining([expect.arrayContaining([code, own, shared])]))
    expect(written.get('Dana Bersama')).toContainEqual(['Pagu yang dibagi', 400_000_000, shared, { formula: 'B5-C5', result: 400_000_000 - shared }])
    expect(written.get('Langkah dan Batas')).toHaveLength(report.steps.length + 4)
    expect(await client.joint.keep({})).toEqual({ villages: 3 })
    expect(await client.joint.start({})).toMatchObject({ kept: report, outdated: false })
    expect((await client.history.steps({})).steps[0]).toMatchObject({ name: 'joint' })
    await takeIn(client, [packageFile(villageBody({ village: VILLAGES[0], revision: 2, seed: 4, madeAt: '2026-11-10T02:00:00.000Z' }))])
    expect(await client.joint.start({})).toMatchObject({ outdated: true })
    expect(JSON.stringify((await words(await client.joint.export({ which: 'kept' }))).get('Optimum Bersama'))).toContain('Rencana desa berubah sejak perhitungan ini.')
    expect(await errorOf(client.joint.keep({}))).toMatchObject({ code: 'proposal_outdated' })
    session.undo()
    session.undo()
    expect(await client.joint.start({})).toMatchObject({ kept: null })
  }, 60_000)

  it('takes the sources of the regency’s plan and the division beside it, one kind of village alone, and a stop', async () => {
    const { client } = await regency()
    await client.plan.create({ template: 'regency', fiscalYear: 2027, name: 'Kabupaten' })
    await client.plan.setSource({ source: 'DAU', ceiling: 900_000_000 })
    await takeIn(client, VILLAGES.map((village) => packageFile(villageBody({ village }))))
    await client.distribution.save({ terms: { envelope: 500_000_000, measures: [{ key: 'stunted', weight: 100 }], base: 0, floor: null, cap: null, holdBp: null, unit: 1_000, villages: 'all', last: {} } })
    const { funds } = await client.joint.start({})
    const dau = funds.find(({ label }) => label === 'DAU')
    expect([dau?.left, funds.find(({ id }) => id === 'envelope')?.left]).toEqual([900_000_000, 500_000_000])
    const { report } = await run(client, { strategy: 'tiered', villages: 'kelurahan', funds: [{ id: dau?.id ?? '', amount: 100_000_000 }] })
    expect(report.villages.map(({ code, formula }) => [code, formula === null])).toEqual([[VILLAGES[2], false]])
    expect(report.steps.some(({ step }) => step === 'village')).toBe(false)
    const stop = new AbortController()
    stop.abort()
    expect(await errorOf(run(client, terms, stop.signal))).toBeTruthy()
  }, 60_000)
})
