import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { rembuk } from '#tests/support/command-line.ts'
import { sharedFolder } from '#tests/support/workspace.ts'

const folder = sharedFolder()
const run = (...words: string[]) => rembuk([...words, '--json'], { cwd: folder })

beforeAll(async () => {
  await run('new', 'desa.rembuk', '--region', '35.05.07.2001')
  await run('plan', 'desa.rembuk', '--template', 'desa')
}, 60_000)

describe('wrong usage', () => {
  it.each([
    [[]], [['tidak-ada']], [['new']], [['new', 'x.rembuk']], [['import', 'desa.rembuk']], [['plan', 'desa.rembuk', '--template', 'naga']], [['export', 'desa.rembuk', 'naga', '--out', 'x.xlsx']],
    [['export', 'desa.rembuk', 'rab', '--out', 'x.doc']], [['set', 'desa.rembuk', 'naga']], [['list', 'desa.rembuk', 'naga']], [['allocate', 'desa.rembuk', '--strategy', 'naga']], [['summary', 'desa.rembuk', '--naga']],
    [['toString']],
  ])('%j exits with 2 and shows how', async (words) => {
    const { exit, out, err } = await rembuk(words, { cwd: folder })
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toMatch(/Pemakaian/)
  })

  it('help exits with 0', async () => {
    const { exit, out } = await rembuk(['--help'])
    expect(exit).toBe(0)
    for (const command of ['demo', 'new', 'import', 'use', 'plan', 'list', 'set', 'allocate', 'summary', 'export', 'model', 'check', 'verify', 'backup', 'serve']) expect(out).toContain(`  ${command} `)
  })
})

describe('refusals', () => {
  it.each([
    [['set', 'desa.rembuk', 'source', 'DDS', '--ceiling', '-5'], 'amount_invalid'],
    [['set', 'desa.rembuk', 'source', 'DDS', '--ceiling', '1.5'], 'amount_invalid'],
    [['set', 'desa.rembuk', 'source', 'DDS', '--ceiling', '99999999999999999999'], 'amount_invalid'],
    [['set', 'desa.rembuk', 'commitment', 'DDS', 'blt', '-1'], 'amount_invalid'],
    [['set', 'desa.rembuk', 'survey', 'SSGI', '130', '--measured-on', '2026-08-31'], 'amount_invalid'],
    [['import', 'desa.rembuk', 'caseload', 'desa.rembuk', '--measured-on', '31-08-2026'], 'amount_invalid'],
    [['new', 'tidak/ada/x.rembuk', '--region', '35.05.07.2001'], 'target_not_writable'],
    [['set', 'desa.rembuk', 'source', 'NAGA', '--ceiling', '5'], 'source_unknown'],
    [['set', 'desa.rembuk', 'commitment', 'DDS', 'naga', '5'], 'class_unknown'],
    [['set', 'desa.rembuk', 'line', 'naga', '--price', '5'], 'line_not_found'],
    [['new', 'x.rembuk', '--region', '99.99.99.2999', '--year', '2026'], 'region_unknown'],
    [['new', 'x.rembuk', '--region', '35.05.07.2001', '--year', '1900'], 'amount_invalid'],
    [['import', 'desa.rembuk', 'caseload', 'tidak-ada.xlsx'], 'file_not_found'],
    [['use', 'desa.rembuk', 'series', 'naga'], 'series_not_found'],
    [['plan', 'desa.rembuk', '--template', 'kelurahan'], 'template_mismatch'],
    [['summary', 'tidak-ada.rembuk'], 'workspace_not_found'],
    [['summary', 'desa.rembuk', '--plan', 'naga'], 'plan_not_found'],
    [['model', 'tidak-ada.json'], 'file_not_found'],
    [['export', 'desa.rembuk', 'rab', '--out', 'tidak/ada/x.xlsx'], 'target_not_writable'],
    [['export', 'desa.rembuk', 'sipd', '--out', 'entri.pdf'], 'document_not_for_kind'],
  ])('%j exits with 1 and says %s', async (words, code) => {
    const before = readFileSync(path.join(folder, 'desa.rembuk'))
    const refused = await run(...words)
    expect({ exit: refused.exit, out: refused.out }).toEqual({ exit: 1, out: '' })
    expect(refused.error().code).toBe(code)
    expect(refused.error().message).not.toMatch(/\{\{|undefined/)
    expect(readFileSync(path.join(folder, 'desa.rembuk')).equals(before)).toBe(true)
    expect(readdirSync(folder)).not.toContain('x.rembuk')
  })

  it('says what was expected, in the words of its reader', async () => {
    const { error } = await rembuk(['set', 'desa.rembuk', 'survey', 'SSGI', '130', '--measured-on', '2026-08-31', '--json'], { cwd: folder, language: 'en' })
    expect(error().message).toBe('PERCENT: “130” cannot be used; expected 0–100, such as 40 or 58.03.')
    const unknown = await rembuk(['summary', 'desa.rembuk', '--naga'], { cwd: folder })
    expect(unknown.err).toContain('salah ketik: --naga.')
  })

  it('names sheet, row, column and way out for a data file', async () => {
    writeFileSync(path.join(folder, 'lain.csv'), 'Name;Sex;Birthday\nAnn;F;2024-01-15\n')
    const refused = await run('import', 'desa.rembuk', 'caseload', 'lain.csv')
    expect(refused.exit).toBe(1)
    expect(refused.error()).toMatchObject({ code: 'header_not_found', data: { file: 'lain.csv', row: 1 } })
    writeFileSync(path.join(folder, 'rusak.csv'), 'NIK;Nama;JK;Tgl Lahir;Tanggal Pengukuran;Berat\n;Ann;X;2024-01-15;2026-08-01;9,5\n')
    const unusable = (await run('import', 'desa.rembuk', 'caseload', 'rusak.csv')).error()
    expect(unusable).toMatchObject({ code: 'no_usable_rows', data: { sheet: 'rusak', row: 2, column: 'JK', fault: 'sex_unknown' } })
    expect(unusable.message).toContain('di lembar rusak baris 2, kolom JK: Jenis kelamin “X” tidak dikenal.')
    const photo = path.join(folder, 'foto.xlsx')
    writeFileSync(photo, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 7)]))
    expect((await run('import', 'desa.rembuk', 'caseload', 'foto.xlsx')).error()).toMatchObject({ code: 'file_not_a_table', data: { found: 'jpeg' } })
  })
})

describe('workspace files that cannot be used', () => {
  it.each([
    ['foreign', (file: string) => writeFileSync(file, 'x'.repeat(4096)), 'workspace_foreign'],
    ['newer', (file: string) => {
      const db = new Database(file)
      db.pragma('user_version = 99')
      db.close()
    }, 'workspace_newer'],
    ['damaged', (file: string) => truncateSync(file, 3 * 4096), 'workspace_damaged'],
  ] as const)('a %s file exits with 3', async (name, harm, code) => {
    const file = path.join(folder, `${name}.rembuk`)
    await run('new', file, '--region', '35.05.07.2001')
    harm(file)
    const before = readFileSync(file)
    for (const words of [['summary', file], ['verify', file], ['plan', file, '--template', 'desa']]) {
      const refused = await run(...words)
      expect({ words, exit: refused.exit, code: refused.error().code }).toEqual({ words, exit: 3, code })
    }
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('model', () => {
  it('solves a bare instance without a workspace', async () => {
    writeFileSync(path.join(folder, 'model.json'), JSON.stringify({
      lines: [
        { id: 'makan', tier: 1, weight: 3, units: 12, unitCost: 2_400_000, driven: true, sources: ['DDS', 'ADD'] },
        { id: 'kader', tier: 1, weight: 2, units: 12, unitCost: 3_750_000, driven: true, sources: ['ADD'] },
        { id: 'balai', tier: 3, weight: 1, units: 1, unitCost: 500_000_000, driven: false, sources: ['DDS'] },
      ],
      sources: [{ id: 'DDS', available: 30_000_000 }, { id: 'ADD', available: 20_000_000 }], caps: [], locks: [],
    }))
    const answer = (await run('model', 'model.json')).json<{ status: string; lines: { id: string; fundedUnits: number; bySource: Record<string, number> }[]; tiers: { tier: number; aside: string[] }[] }>()
    expect(answer.status).toBe('optimal')
    expect(answer.lines.map((line) => [line.id, line.fundedUnits, line.bySource])).toEqual([
      ['makan', 12, { DDS: 28_800_000 }], ['kader', 5, { ADD: 18_750_000 }], ['balai', 0, {}],
    ])
    expect(answer.tiers.find((tier) => tier.tier === 3)?.aside).toEqual(['balai'])
  })

  it('gives to the lowest village first, and says which line names no village', async () => {
    const lines = [['a', 'Kalipucung', 1], ['b', 'Kedungsari', 3]].map(([id, village, tier]) => ({ id, village, tier, weight: 1, units: 10, unitCost: 100, driven: true, sources: ['DAU'] }))
    const made = { lines, sources: [{ id: 'DAU', available: 1_000 }] }
    writeFileSync(path.join(folder, 'bersama.json'), JSON.stringify(made))
    const answer = (await run('model', 'bersama.json', '--strategy', 'equal')).json<{ status: string; equal: { villages: unknown[]; steps: { gap: number }[] } }>()
    expect(answer.status).toBe('optimal')
    expect(answer.equal.villages).toEqual([{ village: 'Kalipucung', coverage: 0.5 }, { village: 'Kedungsari', coverage: 0.5 }])
    expect(answer.equal.steps.map(({ gap }) => gap)).toEqual([0, 0, 0, 0, 0])
    const { out } = await rembuk(['model', 'bersama.json', '--strategy', 'equal'], { cwd: folder })
    expect(out).toContain('desa terendah')
    expect(out).toMatch(/Kedungsari +50/)
    const { village: _, ...bare } = lines[1] ?? { village: '' }
    writeFileSync(path.join(folder, 'bersama.json'), JSON.stringify({ ...made, lines: [lines[0], bare] }))
    const refused = await run('model', 'bersama.json', '--strategy', 'equal')
    expect([refused.exit, refused.error().code, refused.error().data['path']]).toEqual([1, 'instance_invalid', 'lines[1].village'])
    expect((await run('allocate', 'desa.rembuk', '--strategy', 'equal')).exit).toBe(2)
  })

  it.each([['{', ''], ['{"lines":[{"id":"a"}],"sources":[],"caps":[],"locks":[]}', 'lines']])('names the place in %s', async (text, place) => {
    writeFileSync(path.join(folder, 'salah.json'), text)
    const refused = await run('model', 'salah.json')
    expect(refused.exit).toBe(1)
    expect(refused.error().code).toBe('instance_invalid')
    expect(String(refused.error().data['path'])).toContain(place)
  })
})
