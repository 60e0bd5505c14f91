import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AppClient } from '#core/app.ts'
import { newSecret } from '#core/exchange/signing.ts'
import { unpackPackage } from '#core/exchange/unpack.ts'
import { verifyWorkspace } from '#core/db/verify.ts'
import type { MergeReport } from '#shared/contract/exchange.ts'
import type { PackageBody } from '#shared/contract/exchange-package.ts'
import { errorOf, importFile, newApp, plannedVillage, restart, type TestApp } from '#tests/support/app.ts'
import { dump } from '#tests/support/dump.ts'
import { BLITAR, packageFile, villageBody } from '#tests/support/village-packages.ts'
import { child, csv, grid } from '#tests/support/eppgbm-files.ts'
import { packPackage } from '#core/exchange/pack.ts'

const [A, B, C] = ['35.05.07.2001', '35.05.07.2002', '35.05.17.1001'] as const

async function merge(client: AppClient, files: readonly File[], signal?: AbortSignal): Promise<MergeReport> {
  for await (const event of await client.exchange.merge({ files: [...files] }, signal ? { signal } : {})) if (event.event === 'done') return event.report
  throw new Error('no report')
}

function newRegency(): TestApp {
  const app = newApp(BLITAR)
  app.session.setSetting('fiscal-year', '2027')
  return app
}

async function read(file: File): Promise<{ body: PackageBody; sha256: string; key: string | null; text: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const found = unpackPackage(bytes)
  if (found.fault !== null) throw new Error(found.fault)
  return { ...found, text: gunzipSync(bytes).toString('utf8') }
}

/** The counts of each kind of judgement. */
const judged = ({ accepted, superseded, unchanged, refused }: MergeReport) => [accepted.length, superseded.length, unchanged.length, refused.map(({ code }) => code)]

const PEOPLE = ['Siti Nur Aini', 'Ahmad Fauzan', 'Dewi Lestari', 'Bagas Pratama', 'Nabila Zahra', 'Rizky Maulana', 'Putri Ayu Wandira', 'Galih Saputra'].map((name, index) => (
  { name, parent: `Sri Wahyuningsih ${['Utami', 'Rahayu', 'Lestari', 'Handayani'][index % 4]}`, nik: `350507${String(191_223 + index)}${String(1000 + index)}` }))

/** An e-PPGBM file with synthetic names and NIK. */
function byNameFile(): File {
  const rows = PEOPLE.map(({ name, parent, nik }, index) => child(index + 1, { NIK: nik, Nama: name.toUpperCase(), 'Nama Ortu': parent }))
  return new File([csv(grid(rows)) as Uint8Array<ArrayBuffer>], 'bayi.csv')
}

describe('a package of a village', () => {
  it('holds the plan with its figures as the village has them, and leaves as the same bytes until something changes', async () => {
    const { client, session } = await plannedVillage()
    await client.plan.setSource({ source: 'DDS', total: 1_000_000_000 })
    const steps = session.history.steps().length
    const preview = await client.exchange.preview({})
    expect(preview).toMatchObject({ village: A, villageName: 'Kalipucung', fiscalYear: 2026, revision: 1, sent: null, changed: true, key: null, hidden: [] })
    const first = await client.exchange.export({})
    expect(first.name).toBe('35.05.07.2001 Kalipucung TA 2026 rev 1.rembuk.gz')
    const { body, key } = await read(first)
    expect(body).toMatchObject({ format: 'rembuk-package', village: A, fiscalYear: 2026, revision: 1, counts: { stunted: 16, measured: 367 } })
    expect(body.plan.lines).toHaveLength(preview.lines)
    // what the village's rules made of the whole pagu
    expect(body.plan.sources.find(({ code }) => code === 'DDS')?.ceiling).toBe((await client.plan.sources({})).find(({ code }) => code === 'DDS')?.ceiling)
    expect(key).not.toBeNull()
    const again = await client.exchange.export({})
    expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(await first.arrayBuffer()))).toBe(true)
    // handing a package out is no step, and nothing takes it back
    expect(session.history.steps()).toHaveLength(steps)
    await client.plan.setSource({ source: 'ADD', ceiling: 50_000_000 })
    expect((await read(await client.exchange.export({}))).body.revision).toBe(2)
    await client.history.undo({})
    expect(await client.exchange.preview({})).toMatchObject({ revision: 3, sent: { revision: 2 }, changed: true })
    expect((await read(await client.exchange.export({ sign: false }))).key).toBeNull()
    expect(JSON.stringify(await client.workspace.settings({}))).not.toContain('office')
    // a locked version goes along with its sums; one that may still change does not
    await client.version.make({ stage: 'draft', by: 'Sekdes', why: 'awal' })
    const rkp = await client.version.make({ stage: 'rkp', by: 'Sekdes', why: 'ditetapkan' })
    await client.version.lock({ version: rkp.id, by: 'Kepala Desa' })
    expect((await client.exchange.preview({})).versions).toMatchObject([{ stage: 'rkp', funded: rkp.funded }])
    const { body: { versions, plan } } = await read(await client.exchange.export({}))
    expect(versions).toMatchObject([{ number: rkp.number, stage: 'rkp', need: rkp.need, funded: rkp.funded }])
    expect(versions[0]?.activities.map(({ id }) => id)).toEqual(plan.activities.map(({ id }) => id))
    expect(versions[0]?.activities.reduce((total, { need }) => total + need, 0)).toBe(rkp.need)
  })

  it('is made in a village only, and taken in in a regency only', async () => {
    const [{ client: regency }, { client: village }] = [newRegency(), await plannedVillage()]
    expect(await errorOf(regency.exchange.preview({}))).toMatchObject({ code: 'village_only', defined: true })
    expect(await errorOf(regency.exchange.export({}))).toMatchObject({ code: 'village_only' })
    expect(await errorOf(merge(village, [packageFile(villageBody({ village: A }))]))).toMatchObject({ code: 'regency_only' })
    expect(await errorOf(village.exchange.villages({}))).toMatchObject({ code: 'regency_only' })
    expect(await errorOf(regency.exchange.village({ village: '35.71.01.1001' }))).toMatchObject({ code: 'village_unknown' })
  })

  it('holds no name and no NIK of a workspace full of them, also where somebody typed one into a text', async () => {
    const app = await plannedVillage()
    const { client, session } = app
    expect((await importFile(client, { file: byNameFile(), layout: 'by-name' })).accepted).toBeGreaterThan(5)
    const [first, second] = PEOPLE
    const line = (await client.plan.lines({}))[0]
    if (!first || !second || !line) throw new Error('nothing to type over')
    await client.plan.setLine({ line: line.id, description: `Makanan untuk ${first.name}, NIK ${first.nik}` })
    await client.plan.setActivity({ activity: line.activityId, location: `Rumah ${second.parent} (${second.nik.replaceAll(/(.{4})/g, '$1 ')})`, implementer: `Bidan, ${first.nik.replaceAll(/(.{4})(?=.)/g, '$1-')}` })
    const driven = (await client.plan.lines({})).find(({ quantities }) => quantities.some((quantity) => 'driver' in quantity))
    await client.plan.setLine({ line: driven?.id ?? '', served: [{ by: `BOK untuk ${second.name}`, units: 1, basis: `daftar ${second.nik}`, date: '2026-10-01' }] })
    const preview = await client.exchange.preview({})
    expect(preview.hidden.length).toBeGreaterThanOrEqual(4)
    const { text } = await read(await client.exchange.export({}))
    // a checksum has sixteen digits in a row now and then
    expect(text.replace(/"sha256":"[0-9a-f]{64}"/, '')).not.toMatch(/\d{16}|(\d{4}[ .-]){3}\d{4}/)
    const known = session.children.names().filter((name) => name.trim().includes(' '))
    expect(known.length).toBeGreaterThan(5)
    const lower = text.toLowerCase()
    expect(known.filter((name) => lower.includes(name.toLowerCase()))).toEqual([])
    expect(text).not.toContain('nik"')
  })
})

describe('packages in a regency', () => {
  it('are each judged, and what cannot be taken stops nothing', async () => {
    const { client } = newRegency()
    const good = packageFile(villageBody({ village: A }))
    const bytes = new Uint8Array(await good.arrayBuffer())
    const altered = packPackage(villageBody({ village: B })).bytes.slice()
    altered[altered.length - 10] = (altered[altered.length - 10] ?? 0) ^ 1
    const report = await merge(client, [
      good, new File([bytes], 'sama.rembuk.gz'), packageFile(villageBody({ village: C })), new File([altered], '35.05.07.2002 rusak.rembuk.gz'), packageFile(villageBody({ village: '35.71.01.1001' })),
      packageFile(villageBody({ village: B, fiscalYear: 2026 })), new File(['PK'], 'laporan.xlsx'),
    ])
    expect(report.accepted).toMatchObject([{ village: A, villageName: 'Kalipucung', revision: 1, difference: null, key: 'unsigned' }, { village: C }])
    expect(report.unchanged).toMatchObject([{ village: A }])
    expect(report.refused.map(({ file, code, village }) => [file, code, village])).toEqual([
      ['35.05.07.2002 rev 1.rembuk.gz', 'other_year', B], ['35.05.07.2002 rusak.rembuk.gz', 'damaged', B], ['35.71.01.1001 rev 1.rembuk.gz', 'foreign_region', null], ['laporan.xlsx', 'not_a_package', null],
    ])
    const { villages, fiscalYear } = await client.exchange.villages({})
    expect([fiscalYear, villages.length, villages.filter(({ kind }) => kind === 'kelurahan').length]).toEqual([2027, 248, 28])
    const stateOf = (code: string) => villages.find((one) => one.code === code)
    expect([A, B, C, '35.05.07.2003'].map((code) => stateOf(code)?.state)).toEqual(['received', 'refused', 'received', 'missing'])
    expect(stateOf(A)).toMatchObject({ name: 'Kalipucung', district: 'Sanankulon', stunted: villageBody({ village: A }).counts.stunted })
    expect(stateOf('35.05.07.2003')).toMatchObject({ need: null, stunted: null })
  })

  it('take the last revision whatever came first, show what it changed, and know the office by its key', async () => {
    const { client } = newRegency()
    const [secret, other] = [newSecret(), newSecret()]
    const [first, second, third] = [1, 2, 3].map((revision) => villageBody({ village: A, revision, seed: revision, madeAt: `2026-11-0${revision}T02:00:00.000Z` })) as [PackageBody, PackageBody, PackageBody]
    expect(judged(await merge(client, [packageFile(second, secret), packageFile(first, secret)]))).toEqual([1, 1, 0, []])
    const report = await merge(client, [packageFile(third, secret)])
    expect(report.accepted).toMatchObject([{ revision: 3, key: 'same', difference: { fromRevision: 2, toRevision: 3 } }])
    expect(report.accepted[0]?.difference?.changes).toContainEqual({ kind: 'changed', what: 'count', label: 'stunted', before: second.counts.stunted, after: third.counts.stunted })
    expect(judged(await merge(client, [packageFile(second, secret)]))).toEqual([0, 0, 1, []])
    const village = await client.exchange.village({ village: A })
    expect(village).toMatchObject({ state: 'updated', keyState: 'same', difference: { fromRevision: 2 } })
    expect(village.revisions.map(({ revision }) => revision)).toEqual([3, 2, 1])
    // a late older one changes nothing that counts
    const late = villageBody({ village: A, revision: 1, seed: 9, madeAt: '2026-11-09T02:00:00.000Z' })
    expect((await merge(client, [packageFile(late)])).refused).toMatchObject([{ code: 'older_revision', village: A, words: { revision: 1, held: 3 } }])
    expect((await client.exchange.village({ village: A })).need).toBe(village.need)
    expect((await merge(client, [packageFile(villageBody({ village: A, revision: 4 }), other)])).accepted).toMatchObject([{ key: 'other' }])
    expect((await client.exchange.village({ village: A })).keyState).toBe('other')
    // one without a key after one that had one is told too
    expect((await merge(client, [packageFile(villageBody({ village: A, revision: 5 }))])).accepted).toMatchObject([{ key: 'dropped' }])
  })

  it('are one step per batch, which undo and redo take back and make again, also after a restart', async () => {
    let app = newRegency()
    const files = [A, B, C].map((village) => packageFile(villageBody({ village })))
    const before = dump(app.session.db)
    await merge(app.client, files)
    const after = dump(app.session.db)
    expect(after).not.toBe(before)
    // the same again is no step
    expect(judged(await merge(app.client, files.toReversed()))).toEqual([0, 0, 3, []])
    expect(dump(app.session.db)).toBe(after)
    expect(await app.client.history.undo({})).toMatchObject({ step: { name: 'merge', words: { accepted: 3, files: 3 } } })
    expect(dump(app.session.db)).toBe(before)
    app = await restart(app)
    await app.client.history.redo({})
    expect(dump(app.session.db)).toBe(after)
    expect(await app.client.exchange.village({ village: B })).toMatchObject({ state: 'received', lines: expect.arrayContaining([]) })
    // what no step needs any more is not kept
    await app.client.history.undo({})
    await merge(app.client, files.slice(0, 1))
    expect(app.session.db.prepare('SELECT count(*) FROM package_file').pluck().get()).toBe(1)
    app.session.close()
    expect(await verifyWorkspace(app.file)).toMatchObject({ ok: true })
  })

  it('leave the same content in any order, in any batches, however often', async () => {
    const bodies = [A, B, C].flatMap((village) => [1, 2].flatMap((revision) => [0, 1].map((seed) => villageBody({ village, revision, seed }))))
    const bad = [new File(['x'], `${A} buruk.gz`), new File([''], `${B} kosong.gz`), new File(['y'], '35.05.07.2004 lain.gz')]
    const pool = [...bodies.map((body) => packageFile(body)), ...bad]
    const content = async (order: readonly number[], cut: number): Promise<string> => {
      const { client, session } = newRegency()
      for (const part of [order.slice(0, cut), order.slice(cut)]) if (part.length > 0) await merge(client, part.map((index) => pool[index] as File))
      return dump(session.db)
    }
    const orders = fc.uniqueArray(fc.nat(pool.length - 1), { minLength: 1, maxLength: 8 }).chain((chosen) => fc.tuple(
      fc.shuffledSubarray(chosen, { minLength: chosen.length }), fc.shuffledSubarray([...chosen, ...chosen], { minLength: chosen.length * 2 }), fc.nat(chosen.length), fc.nat(chosen.length),
    ))
    await fc.assert(fc.asyncProperty(orders, async ([one, twice, cut, other]) => {
      expect(await content(twice, other)).toBe(await content(one, cut))
    }), { numRuns: 6 })
  }, 60_000)

  it('can be stopped on the way, and leave nothing', async () => {
    const { client, session } = newRegency()
    const stop = new AbortController()
    const before = dump(session.db)
    const files = [A, B, C].map((village) => packageFile(villageBody({ village })))
    const events = await client.exchange.merge({ files }, { signal: stop.signal })
    const ended = (async () => { for await (const event of events) if (event.event === 'progress') stop.abort() })()
    await ended.catch(() => undefined)
    expect(dump(session.db)).toBe(before)
  })
})

describe('corrections of the regency', () => {
  it('stand apart from the village’s plan and are shown again when it sends anew', async () => {
    const { client } = newRegency()
    const body = villageBody({ village: A })
    await merge(client, [packageFile(body)])
    const line = body.plan.lines[0]
    const activity = body.plan.activities[0]
    if (!line || !activity) throw new Error('no line')
    await client.exchange.correct({ village: A, what: 'price', subject: line.id, value: '12000', why: 'harga SSH' })
    await client.exchange.correct({ village: A, what: 'count', subject: 'stunted', value: '21' })
    const corrected = await client.exchange.correct({ village: A, what: 'regency_code', subject: activity.id, value: '1.02.02.2.02.0015' })
    expect(corrected.corrections.map(({ what, state }) => [what, state])).toEqual([['count', 'holds'], ['price', 'holds'], ['regency_code', activity.regencyCode === '1.02.02.2.02.0015' ? 'taken' : 'holds']])
    // the plan itself is what the village sent
    expect(corrected.lines.find(({ id }) => id === line.id)?.unitPrice).toBe(line.unitPrice)
    const sent = { ...body, revision: 2, counts: { ...body.counts, stunted: 21 }, plan: { ...body.plan, lines: body.plan.lines.map((one) => (one.id === line.id ? { ...one, unitPrice: 13_000 } : one)) } }
    await merge(client, [packageFile(sent)])
    expect((await client.exchange.village({ village: A })).corrections).toMatchObject([
      { what: 'count', state: 'taken', now: '21' }, { what: 'price', state: 'changed', was: String(line.unitPrice), now: '13000', value: '12000', why: 'harga SSH' }, { what: 'regency_code' },
    ])
    expect((await client.exchange.villages({})).villages.find(({ code }) => code === A)).toMatchObject({ corrections: 3, state: 'updated' })
    await client.exchange.correct({ village: A, what: 'price', subject: line.id, value: null })
    await client.history.undo({})
    expect((await client.exchange.village({ village: A })).corrections).toHaveLength(3)
    expect(await errorOf(client.exchange.correct({ village: A, what: 'price', subject: line.id, value: '1,5' }))).toMatchObject({ code: 'correction_invalid' })
    expect(await errorOf(client.exchange.correct({ village: B, what: 'price', subject: line.id, value: '15' }))).toMatchObject({ code: 'correction_invalid' })
  })

  it('go and come back with a village that is taken out', async () => {
    const { client, session } = newRegency()
    await merge(client, [packageFile(villageBody({ village: A })), packageFile(villageBody({ village: A, revision: 2 }))])
    expect(await client.exchange.remove({ village: A })).toEqual({ village: A, packages: 2 })
    expect((await client.exchange.village({ village: A })).state).toBe('missing')
    // What was undone is given up here, and with it what nothing needs any more; the packages are needed by the step that took them out.
    session.setSetting('letterhead.address', 'Jalan Contoh 1')
    await client.history.undo({})
    session.setSetting('letterhead.address', 'Jalan Contoh 2')
    await client.history.undo({})
    await client.history.undo({})
    expect((await client.exchange.village({ village: A })).revisions).toHaveLength(2)
  })
})
