import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createAppClient } from '#core/app.ts'
import { createWorkspace, openSession } from '#core/session.ts'
import { dump } from '#tests/support/dump.ts'
import { KINDS, play } from '#tests/support/random-commands.ts'
import { fixedPorts, temporaryFolder } from '#tests/support/workspace.ts'

// People copy the file in the Explorer while Rembuk has it open.
it('a copy of the open file, made by another program after any kind of command, undo or redo, holds all of it', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'desa.rembuk')
  const session = createWorkspace(file, { region: '35.05.07.2001' }, fixedPorts())
  const client = createAppClient(session)
  await client.caseload.setCount({ group: 'stunted', count: 12 })
  await client.plan.create({ template: 'desa' })
  for (const source of ['DDS', 'ADD', 'PBH']) await client.plan.setSource({ source, ceiling: 100_000_000 })
  const moves = [...Array.from({ length: KINDS }, (_, kind) => () => play(client, [kind, kind + 3, 2 * kind + 1, kind])), () => client.history.undo({}), () => client.history.undo({}), () => client.history.redo({})]
  for (const [index, move] of moves.entries()) {
    await move()
    const copy = path.join(folder, `salinan-${index}.rembuk`)
    expect(spawnSync('cp', [file, copy]).status).toBe(0)
    const copied = await openSession(copy, fixedPorts())
    expect(dump(copied.db), `after move ${index}`).toBe(dump(session.db))
    expect(copied.history.steps().length).toBe(session.history.steps().length)
    copied.close()
  }
  session.close()
})
