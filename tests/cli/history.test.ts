import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { rembuk } from '#tests/support/command-line.ts'
import { child, csv, grid } from '#tests/support/eppgbm-files.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

// each call is a start of the whole program
vi.setConfig({ testTimeout: 180_000 })

async function village() {
  const folder = temporaryFolder()
  const run = (...words: string[]) => rembuk([...words, '--json'], { cwd: folder })
  await run('new', 'desa.rembuk', '--region', '35.05.07.2001')
  await run('plan', 'desa.rembuk', '--template', 'desa')
  return { folder, run, at: (name: string) => path.join(folder, name) }
}

describe('undo, redo, history', () => {
  it('take a step back and make it again, from one start of the program to the next', async () => {
    const { run, folder } = await village()
    await run('set', 'desa.rembuk', 'source', 'DDS', '--ceiling', '400000000', '--reason', 'Pagu indikatif')
    const undone = await run('undo', 'desa.rembuk')
    expect({ exit: undone.exit, ...undone.json<object>() }).toMatchObject({ exit: 0, step: { name: 'source' }, undoable: true, redoable: true })
    expect((await run('list', 'desa.rembuk', 'sources')).json<{ label: string; ceiling: number | null }[]>().find((source) => source.label === 'DDS')?.ceiling).toBeNull()
    expect((await run('redo', 'desa.rembuk')).json()).toMatchObject({ step: { name: 'source' }, redoable: false })
    expect((await run('redo', 'desa.rembuk')).error()).toMatchObject({ code: 'nothing_to_redo' })
    const { steps } = (await run('history', 'desa.rembuk')).json<{ steps: { title: string; reason: string | null; state: string }[] }>()
    expect(steps[0]).toMatchObject({ title: 'Sumber dana DDS diubah', reason: 'Pagu indikatif', state: 'done' })
    expect((await run('history', 'desa.rembuk', '--source', 'DDS')).json()).toMatchObject({ changes: [{ figure: 'ceiling', from: null, to: 400_000_000, step: { reason: 'Pagu indikatif' } }] })
    const spoken = await rembuk(['history', 'desa.rembuk', '--source', 'DDS'], { cwd: folder })
    expect(spoken.out).toMatch(/pagu\s+DDS\s+–\s+400\.000\.000\s+Sumber dana DDS diubah\s+Pagu indikatif/)
  })
})

describe('backup, restore, salvage', () => {
  it('a backup is restored to a new file, opens for reading only, and is never written over', async () => {
    const { run, at } = await village()
    const { file } = (await run('backup', 'desa.rembuk')).json<{ file: string }>()
    expect((await run('verify', file)).json()).toMatchObject({ ok: true, kind: 'backup' })
    expect((await run('set', file, 'plan', 'complete'))).toMatchObject({ exit: 3 })
    expect((await run('list', file, 'plans')).json()).toHaveLength(1)
    expect((await run('restore', file, '--out', 'pulih.rembuk')).json()).toEqual({ workspace: at('pulih.rembuk') })
    expect((await run('undo', 'pulih.rembuk')).json()).toMatchObject({ step: { name: 'plan' } })
    expect((await run('restore', file, '--out', 'pulih.rembuk'))).toMatchObject({ exit: 1 })
    expect((await run('restore', file))).toMatchObject({ exit: 2 })
  })

  it('what is left of a damaged file goes into a new one, table by table', async () => {
    const { run, at } = await village()
    const good = readFileSync(at('desa.rembuk'))
    truncateSync(at('desa.rembuk'), good.length - 2 * 4096)
    const damaged = readFileSync(at('desa.rembuk'))
    expect((await run('summary', 'desa.rembuk')).error()).toMatchObject({ code: 'workspace_damaged', data: { backup: null } })
    const report = (await run('salvage', 'desa.rembuk', '--out', 'selamat.rembuk')).json<{ tables: { table: string; read: number }[] }>()
    expect(report.tables.find((table) => table.table === 'plan')?.read).toBe(1)
    expect((await run('verify', 'selamat.rembuk')).json()).toMatchObject({ ok: true })
    expect(readFileSync(at('desa.rembuk')).equals(damaged)).toBe(true)
  })

  it('an import makes one before it, and commands that only look leave nothing behind', async () => {
    const { run, at } = await village()
    writeFileSync(at('data.csv'), csv(grid([child(1), child(2, { 'Desa/Kel': 'Bendosari' })])))
    await run('summary', 'desa.rembuk')
    await run('import', 'desa.rembuk', 'caseload', 'data.csv', '--dry-run')
    expect(existsSync(at('Cadangan Rembuk'))).toBe(false)
    const imported = await run('import', 'desa.rembuk', 'caseload', 'data.csv')
    expect([imported.exit, imported.err]).toEqual([0, expect.stringContaining('1 dari 2 baris yang dapat dipakai menyebut wilayah lain: Bendosari, SANANKULON. Berkas kerja ini untuk Kalipucung')])
    await run('history', 'desa.rembuk')
    expect(readdirSync(at('Cadangan Rembuk'))).toEqual([expect.stringMatching(/^desa \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d impor\.rembuk$/)])
  })
})
