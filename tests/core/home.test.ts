import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { errorOf, KALIPUCUNG } from '#tests/support/app.ts'
import { homeForEachTest } from '#tests/support/home.ts'

const KELURAHAN = '35.71.01.1001'
const on = homeForEachTest()

/** Reads events to the end. */
async function finish<T extends { event: string }>(events: AsyncIterable<T>) {
  const phases: T[] = []
  for await (const event of events) phases.push(event)
  return { phases: phases.slice(0, -1), done: phases.at(-1) }
}

describe('while nothing is open', () => {
  test('there is nothing current, and the other areas say so', async () => {
    expect(await on.client.home.current({})).toBeNull()
    expect(await errorOf(on.client.plan.summary({}))).toMatchObject({ code: 'workspace_not_open', defined: true })
    expect(await errorOf(on.client.caseload.setCount({ group: 'stunted', count: 1 }))).toMatchObject({ code: 'workspace_not_open', defined: true })
    expect(await on.client.home.close({})).toEqual({ closed: false })
  })
})

test('what the window begins with is what its parts would answer; nothing of a plan while none is there', async () => {
  expect(await on.client.home.opening({})).toEqual({ preferences: { language: null, theme: null }, current: null, plan: null })
  const current = await on.client.home.create({ region: KALIPUCUNG, fiscalYear: 2027 })
  expect(await on.client.home.opening({})).toEqual({
    preferences: { language: null, theme: null }, current,
    plan: { info: await on.client.workspace.info({}), series: await on.client.caseload.list({}), summary: await on.client.plan.summary({}), overview: await on.client.plan.overview({}) },
  })
  await on.client.history.undo({})
  expect((await on.client.home.opening({})).plan).toBeNull()
})

describe('language and theme', () => {
  test('are remembered with nothing open, each by itself, also after a restart; none of it makes a step', async () => {
    expect((await on.client.home.opening({})).preferences).toEqual({ language: null, theme: null })
    expect(existsSync(on.folder)).toBe(false)
    expect(await on.client.home.setPreferences({ language: 'en' })).toEqual({ language: 'en', theme: null })
    await on.client.home.setPreferences({ theme: 'dark' })
    await on.home.close()
    on.start()
    expect((await on.client.home.opening({})).preferences).toEqual({ language: 'en', theme: 'dark' })
    await on.client.home.create({ region: KALIPUCUNG })
    const steps = await on.client.history.steps({})
    await on.client.home.setPreferences({ language: 'id' })
    expect(await on.client.history.steps({})).toEqual(steps)
  })

  test.each(['', '[]', '{"language":"fr"}'])('a file of them that somebody broke counts as none: %s', async (text) => {
    await on.client.home.setPreferences({ theme: 'light' })
    writeFileSync(path.join(on.folder, 'pilihan.json'), text)
    expect((await on.client.home.opening({})).preferences).toEqual({ language: null, theme: null })
  })
})

describe('making a workspace', () => {
  test('gives a file with the usual plan, opened; the next one gets another name', async () => {
    const first = await on.client.home.create({ region: KALIPUCUNG, fiscalYear: 2027 })
    expect(first.name).toBe('Desa Kalipucung.rembuk')
    expect(await on.client.home.current({})).toEqual(first)
    expect((await on.client.plan.summary({})).plan).toMatchObject({ kind: 'desa', fiscalYear: 2027 })
    const second = await on.client.home.create({ region: KALIPUCUNG, fiscalYear: 2027 })
    expect(second.name).toBe('Desa Kalipucung (2).rembuk')
    expect(on.visible()).toEqual(['Desa Kalipucung (2).rembuk', 'Desa Kalipucung.rembuk'])
    expect((await on.client.home.list({})).workspaces.filter((item) => item.open).map((item) => item.name)).toEqual([second.name])
  })

  test('for a regency, too; for no area that is none', async () => {
    expect((await on.client.home.create({ region: '35.71' })).name).toBe('Kota Kediri.rembuk')
    expect(await errorOf(on.client.home.create({ region: '35.71.99.1001' }))).toMatchObject({ code: 'region_unknown', defined: true })
    expect(await errorOf(on.client.home.create({ region: '35' }))).toMatchObject({ code: 'region_kind_mismatch' })
    expect(on.visible()).toEqual(['Kota Kediri.rembuk'])
    expect(readdirSync(on.folder).filter((name) => name.startsWith('.sedang'))).toEqual([])
  })
})

describe('five numbers, one plan', () => {
  const five = { region: KALIPUCUNG, fiscalYear: 2026, stunted: 16, ceiling: 300_000_000, helpPerMonth: 175_000 } as const

  test('makes a complete plan with the count, the price and the ceiling, allocated', async () => {
    const { phases, done } = await finish(await on.client.home.quickStart(five))
    expect(phases.map((event) => 'phase' in event && event.phase)).toEqual(['create', 'count', 'plan', 'source', 'solve'])
    expect(done).toMatchObject({ event: 'done', opened: { name: 'Desa Kalipucung.rembuk' } })
    const line = (await on.client.plan.lines({})).find((candidate) => candidate.unitPrice === 175_000)
    expect(line).toMatchObject({ need: 16 * 12 * 175_000, funded: 16 * 12 * 175_000, bySource: { DDS: 16 * 12 * 175_000 } })
    expect((await on.client.plan.sources({})).find((source) => source.label === 'DDS')).toMatchObject({ ceiling: 300_000_000, total: null })
    expect((await on.client.plan.summary({})).children).toMatchObject({ covered: 16, total: 16 })
    expect(readdirSync(on.folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('takes all of the Dana Desa and leaves the earmarked part out', async () => {
    await finish(await on.client.home.quickStart({ ...five, ceilingPart: 'total', ceiling: 1_000_000_000 }))
    const source = (await on.client.plan.sources({})).find((candidate) => candidate.label === 'DDS')
    expect(source).toMatchObject({ total: 1_000_000_000, estimated: true })
    expect(source?.available).toBe(1_000_000_000 - 580_300_000)
  })

  test('of a kelurahan is paid by the DAU', async () => {
    await finish(await on.client.home.quickStart({ ...five, region: KELURAHAN }))
    expect((await on.client.plan.sources({})).find((source) => source.label === 'DAU')?.ceiling).toBe(300_000_000)
    expect((await on.client.plan.sources({})).some((source) => source.label === 'DDS')).toBe(false)
  })

  test('is refused for a regency, and leaves nothing', async () => {
    expect(await errorOf(finish(await on.client.home.quickStart({ ...five, region: '35.71' })))).toMatchObject({ code: 'region_kind_mismatch' })
    expect(on.visible()).toEqual([])
  })

  test('stopped on the way, leaves nothing and changes nothing', async () => {
    const before = await on.client.home.create({ region: KALIPUCUNG })
    const stop = new AbortController()
    const work = (async () => {
      for await (const event of await on.client.home.quickStart(five, { signal: stop.signal })) if (event.event === 'progress' && event.phase === 'plan') stop.abort()
    })()
    await expect(work).rejects.toThrow(/stop|abort/i)
    await on.home.close()
    expect(on.visible()).toEqual([before.name])
    expect(readdirSync(on.folder).filter((name) => name.startsWith('.'))).toEqual([])
  })
})

describe('the samples', () => {
  test('are made once and opened again as they are', async () => {
    const { phases } = await finish(await on.client.home.sample({ which: 'village' }))
    expect(phases.at(-1)).toMatchObject({ phase: 'sample', done: 4, total: 5 })
    expect((await on.client.workspace.info({})).sample).toBe(true)
    await on.client.caseload.setCount({ group: 'stunted', count: 17, series: 'Lain' })
    await on.client.home.create({ region: KELURAHAN })
    expect((await finish(await on.client.home.sample({ which: 'village' }))).phases).toEqual([])
    expect((await on.client.caseload.list({})).map((series) => series.name)).toContain('Lain')
    expect((await on.client.home.list({})).workspaces[0]).toMatchObject({ name: 'contoh-kalipucung.rembuk', sample: true, open: true, regionName: 'Kalipucung', kind: 'desa' })
  }, 60_000)

  test('asked for twice, and another file meanwhile: each is made after the one before, and what was asked for last is open', async () => {
    const first = finish(await on.client.home.sample({ which: 'village' }))
    const second = finish(await on.client.home.sample({ which: 'village' }))
    const stop = new AbortController()
    const left = finish(await on.client.home.quickStart({ region: KALIPUCUNG, fiscalYear: 2027, stunted: 16, ceiling: 400_000_000, helpPerMonth: 150_000 }, { signal: stop.signal }))
    const village = on.client.home.create({ region: KELURAHAN })
    stop.abort()
    await expect(left).rejects.toThrow(/stop|abort/i)
    expect(await on.client.home.current({})).toBeNull()
    const made = (await first).done
    expect(await second).toEqual({ phases: [{ event: 'progress', phase: 'waiting', done: null, total: null }], done: made })
    expect(await on.client.home.current({})).toEqual(await village)
    expect(on.visible()).toEqual([(await village).name, 'contoh-kalipucung.rembuk'].toSorted())
    expect(readdirSync(on.folder).filter((name) => name.startsWith('.'))).toEqual([])
  }, 60_000)

  test('stopped while they are made, leave nothing', async () => {
    const stop = new AbortController()
    const work = (async () => {
      for await (const event of await on.client.home.sample({ which: 'city' }, { signal: stop.signal })) if (event.event === 'progress') stop.abort()
    })()
    await expect(work).rejects.toThrow(/stop|abort/i)
    await expect.poll(() => readdirSync(on.folder)).toEqual([])
  })
})
