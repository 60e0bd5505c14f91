import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAppClient } from '#core/app.ts'
import { contentFaults } from '#core/db/content.ts'
import { createWorkspace, openSession, type Session } from '#core/session.ts'
import { errorOf } from '#tests/support/app.ts'
import { dump } from '#tests/support/dump.ts'
import { type Dice, KINDS, play } from '#tests/support/random-commands.ts'
import { fixedPorts, temporaryFolder } from '#tests/support/workspace.ts'

const ports = fixedPorts()
const dice = fc.tuple(fc.nat({ max: KINDS - 1 }), fc.nat({ max: 60 }), fc.nat({ max: 60 }), fc.nat({ max: 60 }))

async function plannedSession(): Promise<Session> {
  const session = createWorkspace(path.join(temporaryFolder(), 'desa.rembuk'), { region: '35.05.07.2001' }, ports)
  const client = createAppClient(session)
  await client.caseload.setCount({ group: 'stunted', count: 12 })
  await client.plan.create({ template: 'desa' })
  for (const source of ['DDS', 'ADD', 'PBH']) await client.plan.setSource({ source, ceiling: 100_000_000 })
  return session
}

/** Gives the commands; answers the content before the first and after each that became a step. */
async function record(session: Session, commands: readonly Dice[]): Promise<string[]> {
  const client = createAppClient(session)
  const states = [dump(session.db)]
  for (const command of commands) {
    const steps = session.history.steps().length
    await play(client, command)
    const now = dump(session.db)
    // one step for each change, none for none
    expect(session.history.steps().length - steps).toBe(now === states.at(-1) ? 0 : 1)
    if (now !== states.at(-1)) states.push(now)
  }
  return states
}

describe('undo and redo', () => {
  it('bring back every state to the byte, all the way down and up again, whatever was done', async () => {
    await fc.assert(fc.asyncProperty(fc.array(dice, { minLength: 1, maxLength: 9 }), async (commands) => {
      const session = await plannedSession()
      const { history } = createAppClient(session)
      const states = await record(session, commands)
      for (const state of states.slice(0, -1).toReversed()) {
        await history.undo({})
        expect(dump(session.db)).toBe(state)
      }
      for (const state of states.slice(1)) {
        await history.redo({})
        expect(dump(session.db)).toBe(state)
      }
      expect(await errorOf(history.redo({}))).toMatchObject({ code: 'nothing_to_redo' })
      expect(contentFaults(session.db)).toEqual([])
      session.close()
    }), { numRuns: 14 })
  })

  it('go on after a restart, back and forth at random, and a new command ends redo', async () => {
    const moves = fc.array(fc.constantFrom('undo', 'undo', 'redo', 'restart', 'command'), { minLength: 6, maxLength: 14 })
    await fc.assert(fc.asyncProperty(fc.array(dice, { minLength: 3, maxLength: 6 }), moves, fc.array(dice, { minLength: 14, maxLength: 14 }), async (commands, walk, more) => {
      let session = await plannedSession()
      const states = await record(session, commands)
      let at = states.length - 1
      for (const [index, move] of walk.entries()) {
        const { history } = createAppClient(session)
        if (move === 'restart') {
          session.close()
          session = await openSession(session.file, ports)
        } else if (move === 'command') {
          await play(createAppClient(session), more[index] ?? [0, 0, 0, 0])
          const now = dump(session.db)
          if (now !== states[at]) {
            states.splice(at + 1, states.length, now)
            at += 1
          }
        } else if (move === 'undo' && at > 0) {
          await history.undo({})
          at -= 1
        } else if (move === 'redo' && at < states.length - 1) {
          await history.redo({})
          at += 1
        } else if (move === 'redo') await errorOf(history.redo({}))
        expect(dump(session.db)).toBe(states[at])
      }
      expect(contentFaults(session.db)).toEqual([])
      session.close()
    }), { numRuns: 8 })
  })

  it('say what they did and what they could do next', async () => {
    const session = await plannedSession()
    const { history, plan } = createAppClient(session)
    await plan.setComplete({ complete: true })
    const undone = await history.undo({})
    expect(undone).toMatchObject({ step: { name: 'complete' }, undoable: true, redoable: true })
    expect((await history.steps({ limit: 1 }))).toMatchObject({ steps: [{ name: 'complete', state: 'undone', kept: true }], redo: undone.step.id })
    expect(await history.redo({})).toMatchObject({ step: { id: undone.step.id, name: 'complete' }, undoable: true, redoable: false })
    await history.undo({})
    await plan.setComplete({ complete: true })
    expect((await history.steps({})).steps.slice(0, 2).map((step) => [step.state, step.kept])).toEqual([['done', true], ['discarded', false]])
    session.close()
  })

  it('leave nothing to undo in a new workspace', async () => {
    const session = createWorkspace(path.join(temporaryFolder(), 'desa.rembuk'), { region: '35.05.07.2001' }, ports)
    expect(await errorOf(createAppClient(session).history.undo({}))).toMatchObject({ code: 'nothing_to_undo', defined: true })
    session.close()
  })
})

describe('the journal', () => {
  it('costs one row for what an import brings in, however long the list', async () => {
    const session = await plannedSession()
    const rows = () => session.db.prepare("SELECT count(*) FROM journal WHERE table_name IN ('child', 'measurement', 'series_count')").pluck().get()
    const before = rows()
    await play(createAppClient(session), [11, 4, 0, 0])
    expect(session.db.prepare('SELECT count(*) FROM child').pluck().get()).toBeGreaterThan(3)
    expect(rows()).toBe(before)
    session.close()
  })

  it('are not touched by a preference: it is no step, ends no redo, and stays where undo goes by', async () => {
    const session = await plannedSession()
    const client = createAppClient(session)
    await client.plan.setSource({ source: 'DDS', ceiling: 123_000_000 })
    const ceiling = async () => (await client.plan.sources({})).find(({ code }) => code === 'DDS')?.ceiling
    const steps = (await client.workspace.steps({})).length
    await client.history.undo({})
    for (const [key, value] of [['language', 'en'], ['theme', 'dark'], ['paper', 'A4'], ['budget-columns', '{"name":300}'], ['language', 'id']] as const) {
      await client.workspace.setSetting({ key, value })
    }
    expect(contentFaults(session.db)).toEqual([])
    expect((await client.workspace.steps({})).length).toBe(steps)
    expect(await ceiling()).toBe(100_000_000)
    await client.history.redo({})
    expect(await ceiling()).toBe(123_000_000)
    expect(await client.workspace.settings({})).toEqual({ language: 'id', theme: 'dark', paper: 'A4', 'budget-columns': '{"name":300}' })
    session.close()
  })

  it('pass over a preference that an older file kept as a step', async () => {
    const session = await plannedSession()
    const client = createAppClient(session)
    session.step('setting', { key: 'language' }, () => session.workspace.setSetting('language', 'en'))
    await client.history.undo({})
    await client.workspace.setSetting({ key: 'language', value: 'id' })
    await client.history.redo({})
    expect(await client.workspace.settings({})).toEqual({ language: 'id' })
    expect(contentFaults(session.db)).toEqual([])
    session.close()
  })

  it('keeps a replaced list until no step needs it, and not longer', async () => {
    const session = await plannedSession()
    const client = createAppClient(session)
    const batches = () => session.db.prepare('SELECT count(*) FROM series_batch WHERE children > 0').pluck().get()
    await play(client, [11, 3, 0, 0])
    await play(client, [11, 4, 0, 0])
    expect(batches()).toBe(2)
    await client.history.undo({})
    expect(batches()).toBe(2)
    await client.plan.setComplete({ complete: true })
    expect(batches()).toBe(1)
    expect(contentFaults(session.db)).toEqual([])
    session.close()
  })

  it('drops the oldest steps over its size, says so, and never the newest', async () => {
    const session = await plannedSession()
    const client = createAppClient(session)
    await client.workspace.setSetting({ key: 'undo-megabytes', value: '1' })
    const [line] = await client.plan.lines({})
    for (let round = 0; round < 8; round += 1) {
      for (const source of ['DDS', 'ADD']) await client.plan.setSource({ source, name: `${round} ${'x'.repeat(110)}` })
      session.step('activity', { activity: 'panjang' }, () => session.workspace.setSetting('sign.rab', `${round}${'x'.repeat(120_000)}`))
    }
    const { steps, journalBytes, journalLimit } = await client.history.steps({})
    expect(journalBytes).toBeLessThanOrEqual(journalLimit)
    expect(journalBytes).toBe(session.db.prepare('SELECT sum(length(row_key) + coalesce(length(old_row), 0) + coalesce(length(new_row), 0)) FROM journal').pluck().get())
    expect(steps[0]?.kept).toBe(true)
    expect(steps.at(-1)?.kept).toBe(false)
    // those that are kept are the newest, without a gap
    expect(steps.map((step) => step.kept).lastIndexOf(true)).toBe(steps.filter((step) => step.kept).length - 1)
    let taken = 0
    while ((await client.history.undo({})).undoable) taken += 1
    expect(taken + 1).toBe(steps.filter((step) => step.kept).length)
    expect(line).toBeDefined()
    session.step('activity', {}, () => session.workspace.setSetting('sign.rab', 'y'.repeat(3_000_000)))
    expect((await client.history.undo({})).step.name).toBe('activity')
    session.close()
  })

  it('refuses to put back what a bad disk changed in it', async () => {
    const session = await plannedSession()
    await createAppClient(session).plan.setSource({ source: 'DDS', ceiling: 123_000_000 })
    session.db.exec("UPDATE journal SET old_row = replace(old_row, '100000000', '100000001') WHERE id = (SELECT max(id) FROM journal)")
    const before = dump(session.db)
    expect(await errorOf(createAppClient(session).history.undo({}))).toMatchObject({ code: 'workspace_damaged' })
    expect(dump(session.db)).toBe(before)
    session.close()
  })
})
