import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { AppClient } from '#core/app.ts'
import type { DistributionTerms } from '#shared/contract/distribution.ts'
import { packageView } from '#shared/contract/exchange-package.ts'
import { planTotals } from '#shared/domain/version-totals.ts'
import { errorOf, newApp, type TestApp } from '#tests/support/app.ts'
import { type PlainCell, plainWorkbook } from '#core/workbook/plain-workbook.ts'
import { dump } from '#tests/support/dump.ts'
import { BLITAR, packageFile, regencyPackages, villageBody } from '#tests/support/village-packages.ts'
import { IDENTITY_SHEET } from '#shared/sheets/identity.ts'
import { amountBySteps } from '#tests/support/amount-by-steps.ts'
import { convert, hasLibreOffice } from '#tests/support/libre-office.ts'

const [A, B, C] = ['35.05.07.2001', '35.05.07.2002', '35.05.17.1001'] as const

async function regency(files: readonly File[]): Promise<TestApp> {
  const app = newApp(BLITAR)
  app.session.setSetting('fiscal-year', '2027')
  const reports = []
  for await (const event of await app.client.exchange.merge({ files: [...files] })) if (event.event === 'done') reports.push(event.report)
  expect(reports).toMatchObject([{ refused: [] }])
  return app
}

async function workbook(file: File, change = (bytes: Uint8Array) => bytes): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  const bytes = change(new Uint8Array(await file.arrayBuffer()))
  await book.xlsx.load(Uint8Array.from(bytes).buffer)
  return book
}

const terms: DistributionTerms = { envelope: 10_000_000_000, measures: [{ key: 'stunted', weight: 60 }, { key: 'severely_stunted', weight: 40 }], base: 5_000_000, floor: 15_000_000, cap: 90_000_000, holdBp: null, unit: 1_000, villages: 'all', last: {} }

describe('the plans of a regency together', () => {
  it('sum to what the villages sent, by whatever they are put together', async () => {
    const bodies = [A, B, C].map((village) => villageBody({ village }))
    const { client } = await regency(bodies.map((body) => packageFile(body)))
    const views = bodies.map(packageView)
    const all = await client.consolidation.overview({})
    const [need, funded] = (['need', 'funded'] as const).map((what) => views.reduce((total, { figures }) => total + figures[what], 0))
    expect(all).toMatchObject({ fiscalYear: 2027, villages: 248, received: 3, desa: 220, kelurahan: 28, receivedKelurahan: 1, need, funded })
    for (const rows of Object.values(all.tables)) {
      expect(rows.reduce((total, row) => total + row.need, 0)).toBe(need)
      expect(rows.reduce((total, row) => total + row.funded, 0)).toBe(funded)
    }
    expect(all.tables.district.map(({ name, villages }) => [name, villages])).toEqual([['Sanankulon', 2], ['Wlingi', 1]])
    expect(all.sources.reduce((total, { spent }) => total + spent, 0)).toBe(funded)
    // a kelurahan has no Dana Desa
    expect(all.sources.find(({ key }) => key === 'DDS')?.villages).toBe(2)
    expect(all.heat).toHaveLength(22)
    expect(all.heat.find(({ district }) => district === 'Sanankulon')?.cells.submitted).toEqual({ value: 1667, part: 2, whole: 12 })
    expect(all.heat.find(({ district }) => district === 'Bakung')?.cells.funded.value).toBeNull()
  })

  it('count a group over the villages that know it, and never call what is unknown nought', async () => {
    const [known, unknown] = [villageBody({ village: A }), villageBody({ village: B, unknown: ['stunted', 'pregnant'] })]
    const { client } = await regency([packageFile(known), packageFile(unknown)])
    const { caseload, heat } = await client.consolidation.overview({})
    expect(caseload.find(({ group }) => group === 'stunted')).toEqual({ group: 'stunted', count: known.counts.stunted, villages: 1 })
    expect(caseload.find(({ group }) => group === 'measured')?.villages).toBe(2)
    // prevalence over the villages that know both parts
    expect(heat.find(({ district }) => district === 'Sanankulon')?.cells.prevalence).toMatchObject({ part: known.counts.stunted, whole: known.counts.measured })
    await client.exchange.correct({ village: B, what: 'count', subject: 'stunted', value: '9' })
    expect((await client.consolidation.overview({})).caseload.find(({ group }) => group === 'stunted')).toEqual({ group: 'stunted', count: (known.counts.stunted ?? 0) + 9, villages: 2 })
  })

  it('show what stands out with the line that it comes from, and what may be paid twice', async () => {
    const body = villageBody({ village: A })
    const line = body.plan.lines.find(({ spendingClass }) => spendingClass === 'food')
    if (!line) throw new Error('no food')
    const dear = { ...body, plan: { ...body.plan, lines: body.plan.lines.map((one) => (one.id === line.id ? { ...one, unitPrice: one.unitPrice * 3 } : one)), cells: body.plan.cells.filter(({ lineId }) => lineId !== line.id) }, counts: { ...body.counts, cadre: 60, posyandu: 5 } }
    const genting = body.plan.sources.find(({ code }) => code === 'GENTING')
    const helped = villageBody({ village: B })
    const one = helped.plan.lines.find(({ quantities, spendingClass }) => spendingClass === 'food' && quantities.some((quantity) => 'driver' in quantity && quantity.driver === 'stunted'))
    const [first] = helped.plan.cells
    if (!genting || !one || !first) throw new Error('no partner')
    const pmt = helped.plan.lines.find(({ quantities }) => quantities.some((quantity) => 'driver' in quantity && quantity.driver === 'pmt_wasted'))
    const twice = { ...helped, plan: { ...helped.plan, cells: [
      ...helped.plan.cells.filter(({ lineId }) => lineId !== one.id && lineId !== pmt?.id), { lineId: one.id, sourceId: helped.plan.sources.find(({ code }) => code === 'GENTING')?.id ?? '', units: 1, amount: null, locked: false },
      { lineId: pmt?.id ?? '', sourceId: helped.plan.sources[0]?.id ?? '', units: 1, amount: null, locked: false },
    ] } }
    const { client } = await regency([packageFile(dear), packageFile(twice)])
    const { outliers, doubles } = await client.consolidation.overview({})
    expect(outliers).toContainEqual({ village: A, villageName: 'Kalipucung', district: 'Sanankulon', kind: 'price', value: line.unitPrice * 3, usual: line.unitPrice, lineId: line.id, label: line.description })
    expect(outliers.find(({ kind }) => kind === 'cadres')).toMatchObject({ village: A, value: 1_200, usual: 500 })
    expect(doubles.filter(({ kind }) => kind === 'child')).toMatchObject([{ village: B, group: expect.any(String) }])
  })

  it('become a workbook with live sums, in which nothing that is missing is a nought', async () => {
    const { client } = await regency([packageFile(villageBody({ village: A }))])
    const file = await client.consolidation.export({})
    expect(file.name).toBe('Rekap Kabupaten Blitar TA 2027.xlsx')
    const book = await workbook(file)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Rekap Desa', 'Peringkat Desa', 'Per Kecamatan', 'Per Sumber', 'Per Kegiatan', 'Per Sub Kegiatan', 'Sasaran', 'Antar Dokumen', IDENTITY_SHEET])
    expect(book.getWorksheet(IDENTITY_SHEET)?.state).toBe('hidden')
    const village = newApp(A)
    await village.client.plan.create({ template: 'desa' })
    expect(await errorOf(village.client.entry.returned({ file }))).toMatchObject({ code: 'workbook_of_regency', data: { title: 'Rekap Kabupaten Blitar TA 2027' } })
    const empty = newApp(BLITAR)
    expect(await errorOf(empty.client.consolidation.export({}))).toMatchObject({ code: 'no_submissions' })
    expect(await errorOf(newApp(A).client.consolidation.overview({}))).toMatchObject({ code: 'regency_only' })
  })
})

describe('the RKPD of a regency', () => {
  it('holds its own activities and those of its kelurahan, never a desa’s, with the money of the regency alone', async () => {
    const [ward, desa] = [villageBody({ village: C }), villageBody({ village: A })]
    const { client } = await regency([packageFile(ward), packageFile(desa)])
    expect(await errorOf(client.consolidation.rkpd({}))).toMatchObject({ code: 'plan_missing' })
    await client.plan.create({ template: 'regency', fiscalYear: 2027 })
    const own = await client.plan.activities({})
    const rkpd = await client.consolidation.rkpd({})
    expect(rkpd.activities).toBe(own.length + ward.plan.activities.length)
    // the kelurahan's DAU pays all that it funds
    expect(rkpd.amount).toBe(packageView(ward).figures.funded)
    expect(rkpd.opd.reduce((total, { amount }) => total + amount, 0)).toBe(rkpd.amount)
    const opd = rkpd.opd[0]?.opd ?? ''
    const lists = await client.consolidation.setRkpd({ programmes: ['1.02.02', '7.01.05'], ceilings: [{ opd, amount: 1 }] })
    expect(lists.notes).toEqual(expect.arrayContaining([
      expect.objectContaining({ code: 'programme_empty', words: expect.stringMatching(/^7\.01\.05/) }), expect.objectContaining({ code: 'over_ceiling', words: opd, ceiling: 1 }), expect.objectContaining({ code: 'not_in_rpjmd' }),
    ]))
    const coded = ward.plan.activities.find(({ regencyCode }) => regencyCode !== null)
    await client.exchange.correct({ village: C, what: 'regency_code', subject: coded?.id ?? '', value: '1.02.02.2.02.15' })
    expect((await client.consolidation.rkpd({})).notes).toContainEqual(expect.objectContaining({ code: 'old_code', village: 'Beru', words: '1.02.02.2.02.15 → 1.02.02.2.02.0015' }))
    const book = await workbook(await client.consolidation.exportRkpd({}))
    const words = JSON.stringify(book.worksheets.flatMap((sheet) => sheet.getSheetValues()))
    // its activities are not merely somewhere in a ward
    expect(words).toContain('"Kelurahan Beru"')
    expect(words).not.toContain('Kalipucung')
    await client.history.undo({})
    await client.history.undo({})
    expect((await client.consolidation.rkpd({})).programmes).toEqual([])
  })

  it('says of each activity of a department how much is tagged and reaches the target directly, and exports it by programme, by department and with its tags', async () => {
    const { client } = await regency([packageFile(villageBody({ village: C }))])
    await client.plan.create({ template: 'regency', fiscalYear: 2027 })
    const lines = await client.plan.lines({})
    const [food, kader] = ['food', 'cadre_incentive'].map((kind) => lines.find(({ spendingClass }) => spendingClass === kind))
    if (!food || !kader) throw new Error('no lines')
    await client.plan.setSource({ source: 'BOK', ceiling: 900_000_000 })
    for (const { id } of [food, kader]) {
      await client.plan.setLine({ line: id, count: 3 })
      await client.allocation.setCell({ line: id, source: 'BOK', units: 3 })
    }
    const of = async (id: string) => (await client.consolidation.opd({})).activities.find((activity) => activity.id === id)
    const before = await of(food.activityId)
    expect(before).toMatchObject({ regencyCode: '1.02.02.2.02.0015', opd: 'Dinkes', indicatorUnit: 'Dokumen', target: null, percent: 100, sources: [{ label: 'BOK' }] })
    expect([before?.tagged, before?.direct]).toEqual([before?.ceiling, before?.ceiling])
    expect(await of(kader.activityId)).toMatchObject({ direct: 0, lines: expect.arrayContaining([expect.objectContaining({ id: kader.id, direct: false, usual: false })]) })
    const steps = async () => (await client.history.steps({})).steps.length
    const made = await steps()
    await client.consolidation.setOpd({ activity: food.activityId, indicator: 'Jumlah balita', indicatorUnit: 'Anak', target: 40, targetNext: 35, percent: 33 })
    // one answer to one form is taken back at once
    expect(await steps()).toBe(made + 1)
    await client.history.undo({})
    expect(await of(food.activityId)).toEqual(before)
    await client.history.redo({})
    const all = await client.consolidation.setTags({ direct: { [kader.id]: true } })
    expect(await of(food.activityId)).toMatchObject({ indicator: 'Jumlah balita', target: 40, targetNext: 35, percent: 33, tagged: Math.round((before?.ceiling ?? 0) * 0.33), direct: Math.round((before?.ceiling ?? 0) * 0.33) })
    expect(all.total.direct).toBe(all.activities.reduce((total, { direct }) => total + direct, 0))
    expect((await of(kader.activityId))?.direct).toBeGreaterThan(0)
    expect((await client.consolidation.rkpd({})).notes.filter(({ activity, code }) => activity === before?.name && code === 'no_target')).toEqual([])
    await client.consolidation.setTags({ direct: { [kader.id]: null } })
    expect((await of(kader.activityId))?.direct).toBe(0)
    const book = await workbook(await client.consolidation.exportRkpd({}))
    expect(book.worksheets.map(({ name }) => name)).toEqual(['RKPD per program', 'RKPD per OPD', 'Tagging'])
    const { byProgramme, opd, amount } = await client.consolidation.rkpd({})
    expect(byProgramme.reduce((total, row) => total + row.amount, 0)).toBe(amount)
    expect(opd.reduce((total, row) => total + row.amount, 0)).toBe(amount)
    await client.consolidation.setOpd({ activity: food.activityId, percent: 50 })
    expect(await of(food.activityId)).toMatchObject({ target: 40, percent: 50 })
    for (let step = 0; step < 4; step += 1) await client.history.undo({})
    expect((await of(food.activityId))?.percent).toBe(100)
    expect(await errorOf(client.consolidation.setOpd({ activity: 'nothing', percent: 5 }))).toMatchObject({ code: 'activity_not_found' })
    expect(await errorOf(client.consolidation.setTags({ percent: { nothing: 5 } }))).toMatchObject({ code: 'activity_not_found' })
    expect(await errorOf(client.consolidation.setTags({ direct: { nothing: true } }))).toMatchObject({ code: 'line_not_found' })
  })

  it('is checked against lists that come as files, each row that cannot be used named', async () => {
    const { client } = await regency([packageFile(villageBody({ village: C }))])
    await client.plan.create({ template: 'regency', fiscalYear: 2027 })
    const opd = (await client.consolidation.rkpd({})).opd[0]?.opd ?? ''
    const lists = (rows: PlainCell[][], name = 'daftar.xlsx') => new File([plainWorkbook([{ name: 'Data', rows, widths: [] }]) as Uint8Array<ArrayBuffer>], name)
    const file = lists([['Kode Program', 'Nama Program'], ['7.01.05', 'PROGRAM PEMERINTAHAN'], ['7.01.03', ''], ['program', 'x']])
    const trial = await client.consolidation.importRkpd({ kind: 'programmes', file, dryRun: true })
    expect(trial).toMatchObject({ taken: 2, applied: false, rejected: [{ row: 4, column: 'Kode Program', code: 'code_invalid', value: 'program' }] })
    expect((await client.consolidation.rkpd({})).programmes).toEqual([])
    expect(await client.consolidation.importRkpd({ kind: 'programmes', file })).toMatchObject({ applied: true })
    const csv = new File([`OPD;Pagu (Rp)\n${opd};1\nDinas Antariksa;Rp 5.000.000\n`], 'pagu.csv')
    expect(await client.consolidation.importRkpd({ kind: 'ceilings', file: csv })).toMatchObject({ taken: 2, unknown: ['Dinas Antariksa'] })
    const { notes, programmes, ceilings } = await client.consolidation.rkpd({})
    expect([programmes, ceilings]).toEqual([['7.01.05', '7.01.03'], [{ opd, amount: 1 }, { opd: 'Dinas Antariksa', amount: 5_000_000 }]])
    expect(notes).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'programme_empty', words: '7.01.05 PROGRAM PEMERINTAHAN' }), expect.objectContaining({ code: 'over_ceiling', words: opd, ceiling: 1 })]))
    // the file to fill in holds what is kept here, and is read as it is
    const template = await client.consolidation.rkpdTemplate({ kind: 'ceilings' })
    expect(await client.consolidation.importRkpd({ kind: 'ceilings', file: template, dryRun: true })).toMatchObject({ rejected: [], taken: 2, ceilings: expect.arrayContaining([{ opd, amount: 1 }]) })
    expect(await errorOf(client.consolidation.importRkpd({ kind: 'ceilings', file }))).toMatchObject({ code: 'list_header_not_found', data: { missing: ['OPD', 'Pagu (Rp)'] } })
    expect(await errorOf(client.consolidation.importRkpd({ kind: 'ceilings', file: new File(['x'], 'foto.png') }))).toMatchObject({ code: 'file_not_a_table' })
  })
})

describe('documents of the villages and of the regency', () => {
  it('that drift apart are told by village and activity', async () => {
    const [one, quiet, silent] = [villageBody({ village: A }), villageBody({ village: C }), villageBody({ village: B })]
    const documents = ({ plan, ...body }: typeof one, stages: readonly ('rkp' | 'apbdes' | 'renja')[], change = (funded: number, _at: number, _stage: string) => funded) => {
      const { need, funded, activities } = planTotals(packageView({ plan, ...body }))
      return packageFile({ ...body, plan, versions: stages.map((stage, index) => ({ number: index + 1, stage, lockedAt: '2026-10-01T00:00:00.000Z', need, funded, activities: activities.map((activity, at) => ({ ...activity, funded: change(activity.funded, at, stage) })) })) })
    }
    const paid = planTotals(packageView(one)).activities.findIndex(({ funded }) => funded > 0)
    const { client, session } = await regency([documents(one, ['rkp', 'apbdes'], (funded, at, stage) => (at === paid && stage === 'apbdes' ? funded + 5 : funded)), documents(quiet, ['renja']), packageFile(silent)])
    await client.plan.create({ template: 'regency', fiscalYear: 2027 })
    const found = await client.consolidation.drift({})
    expect(found).toMatchObject({ received: 3, withoutVersions: 1, villages: 1, documents: [{ kind: 'desa', stage: 'rkp', villages: 1 }, { kind: 'desa', stage: 'apbdes', villages: 1 }, { kind: 'kelurahan', stage: 'renja', villages: 1 }] })
    const before = planTotals(packageView(one)).activities[paid]
    expect(found.rows.map(({ villageName, activity, from, to, before: was, after }) => [villageName, activity, from, was, to, after])).toEqual([
      ['Kalipucung', before?.name, 'rkp', before?.funded, 'apbdes', (before?.funded ?? 0) + 5], ['Kalipucung', before?.name, 'apbdes', (before?.funded ?? 0) + 5, 'now', before?.funded],
    ])
    const written = (await workbook(await client.consolidation.export({}))).getWorksheet('Antar Dokumen')
    const row = written?.getRow(5)
    expect(['C', 'E', 'G', 'H', 'I', 'J'].map((column) => row?.getCell(column).value)).toEqual(['Kalipucung', before?.name, 'RKP Desa', before?.funded, 'APBDes', (before?.funded ?? 0) + 5])
    expect(row?.getCell('K').value).toMatchObject({ formula: 'J5-H5', result: 5 })
    // the regency's own plan, after its RKPD was locked
    const rkpd = await client.version.make({ stage: 'rkpd', by: 'Bappeda', why: 'Perbup' })
    await client.version.lock({ version: rkpd.id, by: 'Bappeda' })
    const line = (await client.plan.lines({}))[0]
    await client.plan.setSource({ source: 'BOK', ceiling: 900_000_000 })
    await client.plan.setLine({ line: line?.id ?? '', count: 10 })
    await client.allocation.setCell({ line: line?.id ?? '', source: 'BOK', units: 1 })
    expect((await client.consolidation.drift({})).rows[0]).toMatchObject({ village: null, activity: line?.activity, from: 'rkpd', before: 0, to: 'now' })
    // facts that were kept before versions went along are read as having none
    session.db.exec("UPDATE package_file SET facts = json_remove(facts, '$.versions')")
    expect(await client.consolidation.drift({})).toMatchObject({ withoutVersions: 3, villages: 0 })
    expect(await errorOf(newApp(A).client.consolidation.drift({}))).toMatchObject({ code: 'regency_only' })
  })
})

describe('the division of an envelope', () => {
  const divide = (client: AppClient, changes: Partial<DistributionTerms> = {}) => client.distribution.preview({ terms: { ...terms, ...changes } })

  it('sums to the envelope, shows each village’s steps and what it does to its gap', async () => {
    const { client, session } = await regency(regencyPackages(BLITAR).slice(0, 60))
    const result = await divide(client, { envelope: 2_000_000_000, floor: null, base: 0, villages: 'desa' })
    expect(result.villages).toHaveLength(220)
    expect(result.villages.reduce((total, { amount }) => total + amount, 0)).toBe(2_000_000_000)
    for (const { amount, steps } of result.villages) expect(amountBySteps(steps)).toBe(amount)
    expect(result.villages.filter(({ gapBefore }) => gapBefore !== null).every(({ gapBefore, gapAfter, amount }) => gapAfter === Math.max(0, (gapBefore ?? 0) - amount))).toBe(true)
    expect(result.villages.find(({ unknown }) => unknown)).toMatchObject({ gapBefore: null, amount: 0 })
    const before = dump(session.db)
    await client.distribution.save({ terms })
    expect((await client.distribution.terms({})).terms).toEqual(terms)
    expect(await client.history.undo({})).toMatchObject({ step: { name: 'distribution' } })
    expect(dump(session.db)).toBe(before)
    expect(await client.distribution.terms({})).toMatchObject({ terms: null, villages: 248, measures: expect.arrayContaining([expect.objectContaining({ key: 'stunted', villages: 60 })]) })
  })

  it('says why it cannot be, in figures', async () => {
    const { client } = await regency([packageFile(villageBody({ village: A }))])
    expect(await errorOf(divide(client, { floor: 50_000_000 }))).toMatchObject({ code: 'distribution_impossible', data: { reason: 'too_little', amount: 'Rp12.400.000.000' } })
    expect(await errorOf(divide(client, { measures: [{ key: 'poor_family', weight: 100 }] }))).toMatchObject({ code: 'distribution_impossible', data: { reason: 'no_counts', measure: 'poor_family' } })
    expect(await errorOf(divide(client, { last: { '35.71.01.1001': 1 } }))).toMatchObject({ code: 'village_unknown' })
  })

  it.skipIf(!hasLibreOffice)('is a workbook that a spreadsheet program reckons to the same rupiah', async () => {
    const { client } = await regency(regencyPackages(BLITAR).slice(0, 40))
    const wish = { ...terms, envelope: 9_876_543_210, holdBp: 8_000, last: { [A]: 88_000_000, [B]: 30_000_000 } }
    const result = await divide(client, wish)
    const book = await workbook(await client.distribution.export({ terms: wish }), (bytes) => convert(bytes, 'xlsx', 'xlsx'))
    const sheet = book.getWorksheet('Pembagian')
    const found = new Map<string, number>()
    let column = 0
    sheet?.eachRow((row) => {
      const cells = row.values as unknown[]
      const at = cells.findIndex((value) => value === 'Jumlah (Rp)')
      if (at > 0) column = at
      const code = cells.find((value) => typeof value === 'string' && value.startsWith('35.05.'))
      const value = row.getCell(column || 1).value
      if (typeof code === 'string' && column > 0) found.set(code, typeof value === 'object' && value !== null && 'result' in value ? Number(value.result) : Number(value))
    })
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(result.villages.map(({ code, amount }) => [code, amount])))
  }, 60_000)
})
