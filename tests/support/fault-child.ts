import { writeSync } from 'node:fs'
import { createAppClient } from '#core/app.ts'
import { makeBackup } from '#core/services/backup.ts'
import { openSession } from '#core/session.ts'
import { type Dice, play } from '#tests/support/random-commands.ts'
import { random } from '#tests/support/seeded.ts'

// A program that works on a workspace until it is killed: `node tests/support/fault-child.ts FILE SEED`. It says on standard
// output what has been acknowledged: `loaded`, `open`, `step ID STATE` after a command, `undo ID` and `redo ID` after those, `backup FILE`.

const [file = '', seed = '1'] = process.argv.slice(2)

function say(line: string): void {
  // straight into the pipe: what was said is out before the next instruction
  writeSync(1, `${line}\n`)
}

const next = random(Number(seed))
/** Imports and allocations stand out; every other command comes as well. */
const KINDS = [11, 11, 11, 17, 17, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15] as const

say('loaded')
const session = await openSession(file)
say('open')
const client = createAppClient(session)
for (;;) {
  const choice = next() % 10
  if (choice === 0) {
    const backup = await makeBackup(session, 'manual').catch(() => undefined)
    if (backup) say(`backup ${backup.file}`)
  }
  else if (choice < 3) {
    const answer = await client.history[choice === 1 ? 'undo' : 'redo']({}).catch(() => undefined)
    if (answer) say(`${choice === 1 ? 'undo' : 'redo'} ${answer.step.id}`)
  } else {
    await play(client, [KINDS[next() % KINDS.length] ?? 0, next() % 61, next() % 61, next() % 61] satisfies Dice)
    const [last] = session.history.steps(1)
    if (last) say(`step ${last.id} ${last.state}`)
  }
}
