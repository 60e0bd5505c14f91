import { beforeAll, describe, expect, it } from 'vitest'
import { rembuk } from '#tests/support/command-line.ts'
import { sharedFolder } from '#tests/support/workspace.ts'

const folder = sharedFolder()
const run = (...words: string[]) => rembuk([...words, '--json'], { cwd: folder })

interface Compared {
  readonly lines: readonly { id: string; description: string; before: { units: number; funded: number }; after: { units: number; funded: number } }[]
  readonly targetGroups: readonly { group: string; lost: { from: number; to: number } }[]
  readonly sources: readonly { code: string; before: { ceiling: number; spent: number }; after: { ceiling: number; spent: number } }[]
}

beforeAll(async () => {
  await run('new', 'desa.rembuk', '--region', '35.05.07.2001')
  for (const [group, count] of [['stunted', '16'], ['pmt_wasted', '11'], ['cadre', '25']] as const) await run('set', 'desa.rembuk', 'count', group, count)
  await run('plan', 'desa.rembuk', '--template', 'desa', '--year', '2026')
  await run('set', 'desa.rembuk', 'source', 'DDS', '--ceiling', '60000000')
  await run('set', 'desa.rembuk', 'source', 'ADD', '--ceiling', '30000000')
  await run('allocate', 'desa.rembuk')
}, 60_000)

describe('a meeting after the pagu was cut', () => {
  it('cut lowers the ceiling in a scenario, allocates it and sets it beside the plan, which stays', async () => {
    const before = (await run('list', 'desa.rembuk', 'lines')).json()
    const made = await run('scenario', 'desa.rembuk', 'cut', 'dds', '--percent', '58.03', '--name', 'Reguler 2026')
    expect(made).toMatchObject({ exit: 0, err: '' })
    const answer = made.json<Compared & { name: string; status: string }>()
    expect(answer).toMatchObject({ name: 'Reguler 2026', status: 'optimal' })
    expect(answer.sources.find(({ code }) => code === 'DDS')).toMatchObject({ before: { ceiling: 60_000_000 }, after: { ceiling: 25_182_000 } })
    expect(answer.lines.reduce((sum, line) => sum + line.after.funded, 0)).toBeLessThanOrEqual(55_182_000)
    expect(answer.lines.some((line) => line.after.units < line.before.units)).toBe(true)
    expect((await run('list', 'desa.rembuk', 'lines')).json()).toEqual(before)
  })

  it('compare says the same of any two, `-` is the plan, and people read a table', async () => {
    const there = (await run('scenario', 'desa.rembuk', 'compare', '-', 'Reguler 2026')).json<Compared>()
    const back = (await run('scenario', 'desa.rembuk', 'compare', 'Reguler 2026', '-')).json<Compared>()
    expect(back.lines.map(({ id, before, after }) => [id, after, before])).toEqual(there.lines.map(({ id, before, after }) => [id, before, after]))
    expect(there.targetGroups.length).toBeGreaterThan(0)
    const table = await rembuk(['scenario', 'desa.rembuk', 'compare', '-', 'Reguler 2026'], { cwd: folder })
    expect(table.exit).toBe(0)
    expect(table.out).toMatch(/Sebelum +Sesudah +Selisih/)
    const same = await rembuk(['scenario', 'desa.rembuk', 'compare', '-', '-'], { cwd: folder, language: 'en' })
    expect(same.out).toContain('No cost line changes')
  })

  it('compare allocates anew what no longer fits the plan', async () => {
    await run('set', 'desa.rembuk', 'source', 'ADD', '--ceiling', '31000000')
    const { sources } = (await run('scenario', 'desa.rembuk', 'compare', '-', 'reguler 2026')).json<Compared>()
    expect(sources.find(({ code }) => code === 'ADD')?.after.ceiling).toBe(31_000_000)
    expect((await run('scenario', 'desa.rembuk', 'list')).json()).toMatchObject([{ name: 'Reguler 2026', allocation: { current: true } }])
  })

  it('allocate --scenario answers as allocate does, and leaves the plan', async () => {
    const report = (await run('allocate', 'desa.rembuk', '--scenario', 'Reguler 2026')).json<{ status: string; sources: { code: string; ceiling: number }[] }>()
    expect(report.status).toBe('optimal')
    expect(report.sources.find(({ code }) => code === 'DDS')?.ceiling).toBe(25_182_000)
  })

  it('adopt makes it the plan, undo takes it back', async () => {
    expect((await run('scenario', 'desa.rembuk', 'adopt', 'Reguler 2026')).json()).toMatchObject({ scenario: 'Reguler 2026' })
    expect((await run('list', 'desa.rembuk', 'sources')).json<{ label: string; ceiling: number }[]>().find(({ label }) => label === 'DDS')?.ceiling).toBe(25_182_000)
    expect((await run('undo', 'desa.rembuk')).json()).toMatchObject({ step: { name: 'scenario_adopt' } })
    expect((await run('scenario', 'desa.rembuk', 'remove', 'Reguler 2026')).json()).toEqual({ scenario: 'Reguler 2026' })
  })

  it('a lock of the plan that a cut cannot keep is named, and gives way in the scenario alone', async () => {
    const lines = (await run('list', 'desa.rembuk', 'lines')).json<{ id: string; description: string; bySource: Record<string, number>; fundedUnits: number; unitCost: number }[]>()
    const paid = lines.find(({ bySource, fundedUnits, unitCost }) => fundedUnits > 1 && bySource['DDS'] === fundedUnits * unitCost)
    if (!paid) throw new Error('no line that Dana Desa alone pays')
    await run('set', 'desa.rembuk', 'cell', paid.id, 'DDS', '--units', String(paid.fundedUnits), '--lock')
    const cut = await rembuk(['scenario', 'desa.rembuk', 'cut', 'DDS', '--percent', '99', '--name', 'Hampir habis'], { cwd: folder })
    expect(cut.out).toContain(`Kunci DDS pada “${paid.description}”`)
    expect(cut.out).not.toContain('Selisih')
    const held = (await run('scenario', 'desa.rembuk', 'unlock', 'hampir habis', paid.id.slice(0, 8), 'dds', '--keep', '1')).json<Compared & { status: string; conflict: object[] }>()
    expect(held).toMatchObject({ status: 'infeasible', conflict: [{ kind: 'lock', line: paid.id, source: 'DDS' }] })
    const freed = (await run('scenario', 'desa.rembuk', 'unlock', 'Hampir habis', paid.id, 'DDS')).json<Compared & { status: string }>()
    expect(freed.status).toBe('optimal')
    expect((await run('list', 'desa.rembuk', 'lines')).json<{ id: string; locked: string[] }[]>().find(({ id }) => id === paid.id)?.locked).toEqual(['DDS'])
    await run('scenario', 'desa.rembuk', 'remove', 'Hampir habis')
  })

  it('a hyphen is as good as the minus sign in the name of a cut, also where it has to be allocated anew', async () => {
    await run('scenario', 'desa.rembuk', 'cut', 'DDS', '--percent', '10')
    await run('set', 'desa.rembuk', 'source', 'ADD', '--ceiling', '32000000')
    expect((await run('scenario', 'desa.rembuk', 'compare', '-', 'DDS -10%')).json<Compared>().sources.find(({ code }) => code === 'ADD')?.after.ceiling).toBe(32_000_000)
    expect((await run('scenario', 'desa.rembuk', 'list')).json<{ name: string }[]>().find(({ name }) => name === 'DDS −10%')).toMatchObject({ allocation: { current: true } })
    await run('scenario', 'desa.rembuk', 'remove', 'DDS -10%')
  })

  it.each([
    [['scenario', 'desa.rembuk'], 2], [['scenario', 'desa.rembuk', 'naga'], 2], [['scenario', 'desa.rembuk', 'cut', 'DDS'], 2], [['scenario', 'desa.rembuk', 'compare', '-'], 2],
    [['allocate', 'desa.rembuk', '--scenario', 'A', '--strategy', 'tiered'], 2],
    [['scenario', 'desa.rembuk', 'cut', 'DDS', '--percent', '140'], 1], [['scenario', 'desa.rembuk', 'cut', 'DDS', '--percent', '-5'], 1], [['scenario', 'desa.rembuk', 'cut', 'XX', '--percent', '5'], 1],
    [['scenario', 'desa.rembuk', 'compare', '-', 'tidak ada'], 1], [['scenario', 'desa.rembuk', 'unlock', 'tidak ada', 'x', 'DDS'], 1], [['scenario', 'desa.rembuk', 'unlock', '-', 'x', 'DDS'], 2], [['allocate', 'desa.rembuk', '--scenario', 'tidak ada'], 1],
  ])('%j is refused with exit %i and nothing on standard output', async (words, exit) => {
    expect(await run(...words)).toMatchObject({ exit, out: '' })
  })
})
