import { beforeAll, describe, expect, it } from 'vitest'
import { type AppClient, createAppClient } from '#core/app.ts'
import { createWorkspace } from '#core/session.ts'
import { CHILD_FILTERS } from '#shared/domain/child-status.ts'
import type { ByNameChild } from '#shared/domain/by-name.ts'
import { GROWTH_INDEXES, type Label, STATUSES, statusOf } from '#shared/domain/child-status.ts'
import { fixedPorts, temporaryFolder } from '#tests/support/workspace.ts'

const Z = [null, -601, -600, -501, -500, -301, -300, -299, -201, -200, -199, 0, 100, 101, 200, 300, 500, 501, 600, 601]

/** Every z-score at a limit with every label of every index, each a child of its own; one child that was never measured. */
function everyStatus(): ByNameChild[] {
  const children: ByNameChild[] = []
  const empty = { weightGrams: null, lengthMm: null, lying: null, heightZ: null, weightZ: null, wastingZ: null, heightLabel: null, weightLabel: null, wastingLabel: null, gained: null }
  const add = (measurement: Partial<ByNameChild['measurements'][number]> | null): void => {
    const number = children.length
    children.push({
      nik: `35050701${String(10_000_000 + number)}`, name: number === 7 ? 'Ani 100%_a' : `Anak ${number}`, sex: 'L', bornOn: '2024-01-15', parent: number === 8 ? 'Sri' : `Ibu ${number}`, village: '35.05.07.2001',
      posyandu: ['Mawar', 'Melati', ''][number % 3] ?? '', sourceRow: 5_000 - number, countedOn: measurement ? '2026-08-20' : null, alsoAt: '', otherBirth: null,
      measurements: measurement ? [{ ...empty, measuredOn: '2026-07-20', heightZ: -450, gained: 'T' }, { ...empty, ...measurement, measuredOn: '2026-08-20' }] : [],
    })
  }
  const columns = { hfa: ['heightZ', 'heightLabel'], wfa: ['weightZ', 'weightLabel'], wfh: ['wastingZ', 'wastingLabel'] } as const
  for (const index of GROWTH_INDEXES) {
    const [z, label] = columns[index]
    for (const one of Z) for (const name of [null, 'outlier', ...STATUSES[index]] as (Label | null)[]) add({ [z]: one, [label]: name })
  }
  add({ gained: 'T' })
  add({ gained: 'N' })
  add(null)
  return children
}

describe('a page of the by-name list', () => {
  let client: AppClient
  const children = everyStatus()
  beforeAll(() => {
    const session = createWorkspace(`${temporaryFolder()}/anak.rembuk`, { region: '35.05.07.2001' }, fixedPorts())
    session.step('import', {}, () => {
      for (const id of ['semua', 'lain']) session.series.save({ id, name: id, kind: 'by-name', measuredOn: '2026-08-31', source: id, prevalenceBp: null })
      session.replaceBatch('semua', (batch) => session.children.addAll(batch, children))
      session.replaceBatch('lain', (batch) => session.children.addAll(batch, children.slice(0, 3)))
    })
    client = createAppClient(session)
    return () => session.close()
  })

  const status = (child: ByNameChild) => {
    const last = child.measurements.at(-1)
    const of = (index: (typeof GROWTH_INDEXES)[number], z: number | null | undefined, label: Label | null | undefined) => statusOf(index, z ?? null, label ?? null)
    return { height: of('hfa', last?.heightZ, last?.heightLabel), weight: of('wfa', last?.weightZ, last?.weightLabel), wasting: of('wfh', last?.wastingZ, last?.wastingLabel), gained: last?.gained ?? null }
  }
  const expected: Readonly<Record<(typeof CHILD_FILTERS)[number], (of: ReturnType<typeof status>, child: ByNameChild) => boolean>> = {
    all: () => true,
    stunted: ({ height }) => height === 'stunted' || height === 'severely_stunted',
    severely_stunted: ({ height }) => height === 'severely_stunted',
    moderately_wasted: ({ wasting }) => wasting === 'moderately_wasted',
    severely_wasted: ({ wasting }) => wasting === 'severely_wasted',
    underweight: ({ weight }) => weight === 'underweight' || weight === 'severely_underweight',
    faltering: ({ gained }) => gained === 'T',
    implausible: ({ height, weight, wasting }) => [height, weight, wasting].includes('implausible'),
    not_measured: (_, { countedOn }) => countedOn === null,
  }

  it.each(CHILD_FILTERS)('holds whom the counts call %s, for every z-score at a limit with every label', async (filter) => {
    const wanted = children.filter((child) => expected[filter](status(child), child)).map(({ name }) => name).toSorted()
    const found = await client.caseload.children({ series: 'semua', status: filter, limit: 500, reveal: 'names' })
    expect(found.children.map(({ name }) => name).toSorted()).toEqual(wanted)
    expect([found.total, found.all]).toEqual([wanted.length, children.length])
    expect(wanted.length).toBeGreaterThan(0)
  })

  it('goes on where the one before ended, posyandu by posyandu in the order of the file', async () => {
    const whole = await client.caseload.children({ series: 'semua', limit: 500 })
    const keys = whole.children.map(({ posyandu, sourceRow }) => `${posyandu}/${String(sourceRow).padStart(5, '0')}`)
    expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)))
    const pages = await Promise.all([0, 150, 300, 450].map((offset) => client.caseload.children({ series: 'semua', offset, limit: 150 })))
    expect(pages.flatMap((page) => page.children)).toEqual(whole.children)
    expect(whole.posyandu).toEqual(['Mawar', 'Melati'])
  })

  it('is searched by name, parent or the beginning of a NIK; signs of the search language are letters', async () => {
    const find = async (search: string, more = {}) => (await client.caseload.children({ series: 'semua', search, reveal: 'names', ...more })).children.map(({ name }) => name)
    expect(await find('ani 1')).toEqual(['Ani 100%_a'])
    expect(await find('0%_')).toEqual(['Ani 100%_a'])
    expect(await find('%')).toEqual(['Ani 100%_a'])
    expect(await find('sri')).toEqual(['Anak 8'])
    expect(await find('3505070110000009')).toEqual(['Anak 9'])
    expect(await find('0110000009')).toEqual([])
    expect(await find('ani', { posyandu: 'Mawar' })).toEqual([])
    expect((await client.caseload.children({ series: 'semua', search: 'ani 1' })).children[0]?.name).toBe('A. 1. A.')
  })
})
