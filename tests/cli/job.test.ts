import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { kalipucungFiles } from '#core/samples/index.ts'
import { rembuk } from '#tests/support/command-line.ts'
import { sharedFolder } from '#tests/support/workspace.ts'

// One village's job from the caseload file to the workbook, each step a program of its own, as an office would do it.
const folder = sharedFolder()
const file = path.join(folder, 'desa.rembuk')
const run = (...words: string[]) => rembuk([...words, '--json'], { cwd: folder })

beforeAll(() => {
  for (const sample of kalipucungFiles()) writeFileSync(path.join(folder, sample.name), sample.bytes)
})

describe('the main job on the command line', () => {
  it('new makes a workspace, at the path as typed from where the user stands', async () => {
    const made = await run('new', 'desa.rembuk', '--region', '35.05.07.2001', '--year', '2026')
    expect(made).toMatchObject({ exit: 0, err: '' })
    expect(made.json()).toEqual({ workspace: file, region: '35.05.07.2001', kind: 'desa' })
    const again = await run('new', 'desa.rembuk', '--region', '35.05.07.2001', '--year', '2026')
    expect(again).toMatchObject({ exit: 1, out: '' })
    expect(again.error()).toMatchObject({ code: 'workspace_exists', data: { file } })
  })

  it('import reports in a dry run what it then counts', async () => {
    const words = ['import', 'desa.rembuk', 'caseload', 'contoh-e-ppgbm-kalipucung-agustus-2026.xlsx']
    const dry = (await run(...words, '--dry-run')).json<Record<string, unknown>>()
    expect((await run('list', 'desa.rembuk', 'series')).json()).toEqual([])
    const real = (await run(...words)).json<Record<string, unknown>>()
    expect({ ...real, dryRun: true }).toEqual(dry)
    expect(real).toMatchObject({ series: 'e-PPGBM Agustus 2026', rows: 389, accepted: 389, rejected: [], duplicates: 0, targeted: 389, measured: 367, counts: { stunted: 16, pmt_wasted: 11 } })
    expect((await run('import', 'desa.rembuk', 'caseload', 'contoh-data-desa-kalipucung-2026.xlsx', '--series', 'Data desa')).json()).toMatchObject({ counts: { cadre: 25, posyandu: 5 } })
  })

  it('plan, set and list: a plan from the template, money, commitments, prices', async () => {
    const plan = (await run('plan', 'desa.rembuk', '--template', 'desa')).json<{ activities: number; lines: number }>()
    expect(plan.activities).toBeGreaterThanOrEqual(10)
    expect(plan.lines).toBeGreaterThanOrEqual(plan.activities)
    expect((await run('list', 'desa.rembuk', 'plans')).json()).toMatchObject([{ fiscalYear: 2026, current: true }])
    expect((await run('set', 'desa.rembuk', 'source', 'DDS', '--ceiling', '150.000.000')).json()).toMatchObject({ label: 'DDS', ceiling: 150_000_000, available: 150_000_000 })
    expect((await run('set', 'desa.rembuk', 'commitment', 'DDS', 'food_security', '30000000', '--bidang', '4')).json()).toMatchObject({ available: 120_000_000 })
    await run('set', 'desa.rembuk', 'source', 'ADD', '--ceiling', '32000000')
    const lines = (await run('list', 'desa.rembuk', 'lines')).json<{ id: string; need: number; description: string }[]>()
    const food = lines.find((line) => line.need === 28_800_000)
    expect((await run('set', 'desa.rembuk', 'line', food?.id ?? '', '--price', '175000')).json()).toMatchObject({ need: 33_600_000 })
    expect((await run('set', 'desa.rembuk', 'line', food?.id ?? '', '--price', '150000')).json()).toMatchObject({ need: 28_800_000 })
    expect((await run('set', 'desa.rembuk', 'count', 'bride_to_be', '12', '--series', 'Elsimil')).json()).toMatchObject({ series: 'Elsimil', group: 'bride_to_be', count: 12 })
    expect((await run('set', 'desa.rembuk', 'survey', 'SSGI 2024', '17,84', '--measured-on', '2024-12-31')).json()).toMatchObject({ stuntedBp: 1784 })
    expect((await run('set', 'desa.rembuk', 'setting', 'paper', 'A4')).json()).toMatchObject({ paper: 'A4' })
    expect((await run('set', 'desa.rembuk', 'plan', 'incomplete')).json()).toMatchObject({ complete: false })
  })

  it('use tells what another series does to the need', async () => {
    await run('set', 'desa.rembuk', 'count', 'stunted', '14', '--series', 'Verval I')
    expect((await run('use', 'desa.rembuk', 'series', 'Verval I', '--family', 'child')).json()).toMatchObject({ before: { need: expect.any(Number) }, after: { need: expect.any(Number) } })
    await run('use', 'desa.rembuk', 'series', 'e-PPGBM Agustus 2026')
  })

  it('allocate, summary and check agree to the rupiah', async () => {
    const report = (await run('allocate', 'desa.rembuk')).json<{ status: string; gap: number; lines: { funded: number; bySource: Record<string, number> }[]; sources: { code: string; spent: number; available: number; left: number }[] }>()
    expect(report).toMatchObject({ status: 'optimal', gap: 0 })
    const funded = report.lines.reduce((total, line) => total + line.funded, 0)
    expect(report.sources.reduce((total, source) => total + source.spent, 0)).toBe(funded)
    const summary = (await run('summary', 'desa.rembuk')).json<{ need: number; funded: number; gap: number; children: object; findings: object[] }>()
    expect(summary).toMatchObject({ funded, children: { covered: 16, total: 16 } })
    expect(summary.need - summary.funded).toBe(summary.gap)
    expect((await run('check', 'desa.rembuk')).json()).toEqual({ findings: summary.findings })
    expect((await run('list', 'desa.rembuk', 'sources')).json<{ label: string; spent: number }[]>().find((source) => source.label === 'DDS')?.spent).toBe(report.sources.find((source) => source.code === 'DDS')?.spent)
  })

  it.each(['workbook', 'rkp-desa', 'rab', 'tabel-5', 'rkpd'])('export %s writes a whole file and says what it wrote', async (document) => {
    const answer = (await run('export', 'desa.rembuk', document, '--out', `${document}.xlsx`)).json<{ file: string; bytes: number; sha256: string }>()
    const bytes = readFileSync(path.join(folder, `${document}.xlsx`))
    expect(answer).toEqual({ file: path.join(folder, `${document}.xlsx`), bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    expect(readdirSync(folder).filter((name) => name.includes('sebagian'))).toEqual([])
  })

  it('add and remove an activity of the catalogue', async () => {
    const [entry] = (await run('list', 'desa.rembuk', 'catalogue', 'telur')).json<{ key: string }[]>()
    const added = (await run('add', 'desa.rembuk', 'activity', entry?.key ?? '')).json<{ activity: string; lines: object[] }>()
    expect((await run('set', 'desa.rembuk', 'activity', added.activity, '--tier', '1')).json()).toMatchObject({ tier: 1 })
    expect((await run('remove', 'desa.rembuk', 'activity', added.activity)).json()).toMatchObject({ lines: added.lines.length })
  })

  it('set cell locks what a source pays', async () => {
    const [line] = (await run('list', 'desa.rembuk', 'lines')).json<{ id: string; unitCost: number }[]>()
    expect((await run('set', 'desa.rembuk', 'cell', line?.id ?? '', 'ADD', '--units', '0', '--lock')).json()).toMatchObject({ source: 'ADD', units: 0, locked: true })
    expect((await run('set', 'desa.rembuk', 'cell', line?.id ?? '', 'ADD', '--unlock')).json()).toMatchObject({ locked: false })
  })

  it('verify and backup find the file whole; list steps tells what was done', async () => {
    expect((await run('verify', 'desa.rembuk')).json()).toMatchObject({ ok: true, integrity: 'ok' })
    const backup = (await run('backup', 'desa.rembuk')).json<{ file: string; bytes: number }>()
    expect(readFileSync(backup.file).length).toBe(backup.bytes)
    expect((await run('verify', backup.file)).json()).toMatchObject({ ok: true })
    expect((await run('list', 'desa.rembuk', 'steps')).json<{ name: string }[]>().map((step) => step.name)).toEqual(expect.arrayContaining(['import', 'plan', 'source', 'allocate']))
  })

  it('speaks to people where --json is not asked for, in both languages', async () => {
    expect((await rembuk(['summary', 'desa.rembuk'], { cwd: folder })).out).toContain('16 dari 16')
    expect((await rembuk(['summary', 'desa.rembuk'], { cwd: folder, language: 'en' })).out).toContain('16 of 16')
    for (const words of [['list', 'desa.rembuk', 'lines'], ['allocate', 'desa.rembuk'], ['check', 'desa.rembuk']]) {
      const { exit, out } = await rembuk(words, { cwd: folder })
      expect(exit).toBe(0)
      expect(out).not.toMatch(/undefined|\{\{|NaN|\[object/)
    }
    expect(existsSync(`${file}-journal`)).toBe(false)
  })
})
