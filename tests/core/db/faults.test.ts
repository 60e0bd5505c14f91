import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAppClient } from '#core/app.ts'
import { contentFaults } from '#core/db/content.ts'
import { verifyWorkspace } from '#core/db/verify.ts'
import { openSession } from '#core/session.ts'
import { errorOf } from '#tests/support/app.ts'
import { dump } from '#tests/support/dump.ts'
import { examine, flipMany, killAt, killMany, makeWorkspace } from '#tests/support/faults.ts'
import { temporaryFolder } from '#tests/support/workspace.ts'

const hasCompiler = spawnSync('gcc', ['--version']).status === 0

/** A small disk of its own, where this machine lets us have one. */
function smallDisk(): string | undefined {
  const folder = path.join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]).status === 0 ? folder : undefined
}

const disk = smallDisk()
if (disk) spawnSync('umount', [disk])

describe('a program that is killed at random moments', () => {
  it('leaves a file that opens, passes every check and holds every acknowledged step, 20 times', async () => {
    const counts = await killMany(20, 20_261_121)
    expect(counts.kills).toBe(20)
    expect(counts.acknowledged).toBeGreaterThan(40)
  }, 120_000)
})

describe('bytes that a bad disk changed', () => {
  it.each([['file', 150], ['journal', 100]] as const)('in the %s never show a wrong figure as right', async (where, flips) => {
    const counts = await flipMany(flips, 7, where)
    expect(counts.same + counts.refused).toBe(flips)
    expect(counts.refused).toBeGreaterThan(flips / 10)
  })
})

describe.skipIf(!disk)('a full disk (needs the right to mount a small one)', () => {
  it('refuses the step, keeps the file whole and works again when there is space', async () => {
    const folder = smallDisk() ?? ''
    try {
      const session = await openSession(await makeWorkspace(folder))
      const client = createAppClient(session)
      const filler = path.join(folder, 'penuh')
      writeFileSync(filler, Buffer.alloc(1_000_000))
      let before = dump(session.db)
      let refused: { code: string } | undefined
      for (let round = 0; round < 200 && !refused; round += 1) {
        before = dump(session.db)
        refused = await client.workspace.setSetting({ key: 'sign.rab', value: `${round} ${'x'.repeat(1900)}` }).then(() => undefined, (error: unknown) => errorOf(Promise.reject(error)))
        for (const [line] of refused ? [] : [await client.plan.lines({})]) await client.plan.setLine({ line: line?.id ?? '', description: `${round} ${'y'.repeat(290)}` }).catch(() => undefined)
      }
      expect(refused).toMatchObject({ code: 'workspace_no_space', defined: true })
      expect(await errorOf(client.plan.create({ template: 'desa' }))).toMatchObject({ code: 'workspace_no_space' })
      expect(contentFaults(session.db)).toEqual([])
      expect(dump(session.db).length).toBeGreaterThanOrEqual(before.length)
      session.close()
      expect(await verifyWorkspace(session.file)).toMatchObject({ ok: true })
      rmSync(filler)
      const again = await openSession(session.file)
      await createAppClient(again).plan.create({ template: 'desa' })
      again.close()
    } finally {
      spawnSync('umount', [folder])
    }
  })
})

describe.skipIf(!hasCompiler || process.platform !== 'linux')('a disk that does not flush (needs gcc on Linux)', () => {
  it('is told, and what was acknowledged is there', async () => {
    const folder = temporaryFolder()
    const library = path.join(folder, 'fsync-fails.so')
    expect(spawnSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, path.join(import.meta.dirname, '../../support/fsync-fails.c')]).status).toBe(0)
    const file = await makeWorkspace(folder)
    for (const [every, lines] of [[3, 6], [7, 12]] as const) {
      const said = await killAt(file, every, { lines, thenMs: 5, env: { LD_PRELOAD: library, FSYNC_FAILS_EVERY: String(every) } })
      expect(said.filter((line) => line.startsWith('step')).length).toBeGreaterThan(1)
      expect((await examine(file, said)).steps).toBeGreaterThan(0)
    }
    expect(existsSync(file)).toBe(true)
  })
})
