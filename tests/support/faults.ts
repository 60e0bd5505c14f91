import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { createAppClient } from '#core/app.ts'
import { AppError } from '#core/app-error.ts'
import { journalName } from '#core/db/hot-journal.ts'
import { openDatabase } from '#core/db/open.ts'
import { verifyWorkspace } from '#core/db/verify.ts'
import { createWorkspace, openSession } from '#core/session.ts'
import { dump } from './dump.ts'
import { random } from './seeded.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const CHILD = path.join(ROOT, 'tests/support/fault-child.ts')
const FIXTURE = path.join(ROOT, 'tests/fixtures/workspace-v1.rembuk')

/** A workspace with a plan, as the killed program finds it. */
export async function makeWorkspace(folder: string): Promise<string> {
  const session = createWorkspace(path.join(folder, 'desa.rembuk'), { region: '35.05.07.2001' })
  const client = createAppClient(session)
  for (const [group, count] of Object.entries({ stunted: 16, measured: 367, cadre: 25 })) await client.caseload.setCount({ group, count })
  await client.plan.create({ template: 'desa' })
  for (const source of ['DDS', 'ADD', 'PBH']) await client.plan.setSource({ source, ceiling: 120_000_000 })
  session.close()
  return session.file
}

/** What the program had said when it was killed, line by line; a line that was cut off was not said. */
function acknowledged(output: string): string[] {
  return output.split('\n').slice(0, -1)
}

export interface KillMoment {
  /** Lines that the program may say first: `loaded` before it opens the file, `open`, then its work. */
  readonly lines: number
  readonly thenMs: number
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the program on a file and kills it at a moment of its work. @returns what it had said by then, whole lines only */
export function killAt(file: string, seed: number, { lines, thenMs, env = {} }: KillMoment): Promise<string[]> {
  const child = spawn(process.execPath, [CHILD, file, String(seed)], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  let [output, errors, timer] = ['', '', undefined as NodeJS.Timeout | undefined]
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (acknowledged(output).length >= lines) timer ??= setTimeout(() => child.kill('SIGKILL'), thenMs)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (signal === 'SIGKILL') resolve(acknowledged(output))
      else reject(new Error(`the program ended by itself with ${code}: ${errors}`))
    })
  })
}

/** The states of the steps that the lines leave: a later line about a step counts. A new step discards what was undone. */
function expectedStates(lines: readonly string[]): Map<number, string> {
  const states = new Map<number, string>()
  for (const line of lines) {
    const [what, id = '', state = ''] = line.split(' ')
    if (what === 'undo') states.set(Number(id), 'undone')
    if (what === 'redo') states.set(Number(id), 'done')
    if (what !== 'step' || states.has(Number(id))) continue
    for (const [known, was] of states) if (was === 'undone') states.set(known, 'discarded')
    states.set(Number(id), state)
  }
  return states
}

/**
 * Looks at a file after a kill: it opens, passes every check, and holds every step that had been acknowledged, in its state
 * (the one step that was under way may have gone one further). @throws where it does not
 */
export async function examine(file: string, lines: readonly string[]): Promise<{ hot: boolean; steps: number }> {
  const hot = existsSync(journalName(file)) && readFileSync(journalName(file)).subarray(0, 8).some((byte) => byte !== 0)
  await verifyWorkspace(file)
  const session = await openSession(file)
  try {
    if (session.db.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('integrity_check')
    if ((session.db.pragma('foreign_key_check') as unknown[]).length > 0) throw new Error('foreign_key_check')
    const found = new Map(session.history.steps().map((step) => [step.id, step.state]))
    const expected = expectedStates(lines)
    const differing = [...expected].filter(([id, state]) => found.get(id) !== state)
    // what was being done when it was killed may have been written without being said: one step more, or one undo or redo
    const extra = [...found.keys()].filter((id) => expected.size > 0 && id > Math.max(...expected.keys()))
    const lost = differing.filter(([id]) => !found.has(id))
    if (lost.length > 0) throw new Error(`lost the acknowledged steps ${lost.map(([id]) => id).join()}`)
    if (extra.length > 1) throw new Error(`steps ${extra.join()} that nobody gave`)
    if (extra.length === 0 && differing.length > 1) throw new Error(`steps ${differing.map(([id, state]) => `${id} should be ${state}, is ${found.get(id)}`).join()}`)
    if (extra.length === 1 && differing.some(([id, state]) => !(state === 'undone' && found.get(id) === 'discarded'))) throw new Error('a step was lost behind one that was not said')
    for (const line of lines.filter((said) => said.startsWith('backup '))) {
      if (existsSync(line.slice(7))) await verifyWorkspace(line.slice(7))
    }
    return { hot, steps: expected.size }
  } finally {
    session.close()
  }
}

export interface KillCounts {
  readonly kills: number
  readonly hotJournals: number
  readonly acknowledged: number
  /** Kills before an older file was up. */
  readonly duringMigration: number
}

/** Kills the program so many times at scattered moments, every fifth time while it brings an older file up, and examines what is left. */
export async function killMany(kills: number, seed: number): Promise<KillCounts> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-kill-'))
  let [hotJournals, total, duringMigration] = [0, 0, 0]
  try {
    let file = await makeWorkspace(folder)
    for (let index = 0; index < kills; index += 1) {
      if (index % 5 === 4) {
        const old = path.join(mkdtempSync(path.join(folder, 'lama-')), 'desa.rembuk')
        copyFileSync(FIXTURE, old)
        const lines = await killAt(old, seed + index, { lines: 1, thenMs: (index * 7) % 90 })
        hotJournals += Number((await examine(old, lines)).hot)
        duringMigration += Number(!lines.includes('open'))
        rmSync(path.dirname(old), { recursive: true, force: true })
        continue
      }
      // a file goes through several kills: what one left is what the next begins with
      if (index % 20 === 19) file = await makeWorkspace(mkdtempSync(path.join(folder, 'baru-')))
      const { hot, steps } = await examine(file, await killAt(file, seed + index, { lines: 2 + (index % 9), thenMs: (index * 13) % 60 }))
      hotJournals += Number(hot)
      total += steps
    }
    return { kills, hotJournals, acknowledged: total, duringMigration }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every figure of a file, or the code of the error that it is refused with. @throws what is neither: an error without a name */
async function figuresOrRefusal(file: string): Promise<string> {
  try {
    const db = await openDatabase(file, { readOnly: true })
    try {
      return dump(db)
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof AppError) return `refused: ${error.code}`
    throw error
  }
}

/** A file as a program leaves it that is killed while it writes: changed pages, and the journal that takes them back. */
export function hotCopy(source: string, target: string): void {
  const db = new Database(source)
  db.pragma('cache_size = 1')
  db.pragma('cache_spill = 1')
  db.exec('BEGIN IMMEDIATE; UPDATE source SET name = hex(randomblob(2000)), ceiling_rupiah = 1; UPDATE cost_line SET description = hex(randomblob(1500)), unit_price_rupiah = 1')
  copyFileSync(source, target)
  copyFileSync(journalName(source), journalName(target))
  db.exec('ROLLBACK')
  db.close()
}

export interface FlipCounts {
  readonly flips: number
  /** Opened, with every figure as it was. */
  readonly same: number
  /** Refused with an error that names what is wrong. */
  readonly refused: number
}

/**
 * Changes one to four bytes of a file, or of the journal that a killed program left beside it, so many times, and opens each.
 * @throws where a figure came out other than it was, or an error has no name
 */
export async function flipMany(flips: number, seed: number, where: 'file' | 'journal'): Promise<FlipCounts> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-flip-'))
  try {
    const source = await makeWorkspace(folder)
    const truth = await figuresOrRefusal(source)
    const target = path.join(mkdtempSync(path.join(folder, 'x-')), 'desa.rembuk')
    if (where === 'journal') hotCopy(source, target)
    else copyFileSync(source, target)
    const [fileBytes, journalBytes] = [readFileSync(target), where === 'journal' ? readFileSync(journalName(target)) : undefined]
    const next = random(seed)
    let [same, refused] = [0, 0]
    for (let index = 0; index < flips; index += 1) {
      const changed = Buffer.from(journalBytes ?? fileBytes)
      const places = Array.from({ length: 1 + (next() % 4) }, () => next() % changed.length)
      for (const place of places) changed[place] = (changed[place] ?? 0) ^ (1 << (next() % 8))
      writeFileSync(target, journalBytes ? fileBytes : changed)
      if (journalBytes) writeFileSync(journalName(target), changed)
      const found = await figuresOrRefusal(target)
      if (found === truth) same += 1
      else if (found.startsWith('refused: ')) refused += 1
      else throw new Error(`wrong figures were shown as right after changing bytes ${places.join()} of the ${where}`)
    }
    return { flips, same, refused }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
