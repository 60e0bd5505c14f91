import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { createAppClient } from '#core/app.ts'
import { copyDatabase } from '#core/db/backup.ts'
import { BACKUP_ID } from '#core/db/connection.ts'
import { createWorkspace, openSession, type Session } from '#core/session.ts'
import type { CostLine } from '#shared/domain/plan.ts'
import { againstFloor, type BenchRow, median, time } from './row.ts'

const VILLAGES = 250
const CHILDREN_EACH = 400

/** A regency's workspace as large as it gets: 250 village plans of 40 activities with their lines, and 100,000 children measured once. */
async function buildRegency(folder: string): Promise<string> {
  const session = createWorkspace(path.join(folder, 'kabupaten.rembuk'), { region: '35.05' })
  const client = createAppClient(session)
  session.db.pragma('synchronous = OFF')
  await client.caseload.setCount({ group: 'stunted', count: 5000 })
  await client.plan.create({ template: 'regency', name: 'Desa 1' })
  const [first] = session.plans.heads()
  const model = first && session.plans.get(first.id)
  if (!model) throw new Error('the template made no plan')
  const activities = Array.from({ length: 40 }, (_, index) => model.activities[index % model.activities.length]).filter((activity) => activity !== undefined)
  session.step('plan', { plan: 'contoh' }, () => {
    for (let village = 2; village <= VILLAGES; village += 1) {
      const id = session.ports.newId()
      session.plans.create({ id, name: `Desa ${village}`, region: '35.05', kind: 'regency', fiscalYear: 2027, complete: false }, '2026-11-21')
      const sources = model.sources.map((source) => ({ ...source, id: session.ports.newId() }))
      for (const source of sources) session.plans.saveSource(id, { ...source, ceiling: 500_000_000 })
      for (const [position, activity] of activities.entries()) {
        const made = { ...activity, id: session.ports.newId(), position: position + 1 }
        session.plans.addActivity(id, made)
        for (const line of model.lines.filter((candidate) => candidate.activityId === activity.id)) {
          const saved: CostLine = { ...line, id: session.ports.newId(), activityId: made.id }
          session.plans.saveLine(saved)
          session.plans.saveCell({ lineId: saved.id, sourceId: sources[position % sources.length]?.id ?? '', units: 1, amount: null, locked: false })
        }
      }
    }
  })
  session.step('import', { series: 'e-PPGBM', file: 'contoh', rows: VILLAGES * CHILDREN_EACH }, () => {
    session.series.save({ id: 'e-ppgbm', name: 'e-PPGBM', kind: 'by-name', measuredOn: '2026-08-31', source: 'contoh', prevalenceBp: null })
    session.replaceBatch('e-ppgbm', (batchId) => {
      for (let village = 1; village <= VILLAGES; village += 1) {
        session.children.addAll(batchId, Array.from({ length: CHILDREN_EACH }, (_, index) => ({
          nik: String(3_505_070_101_220_000 + village * 1000 + index), name: `Anak Contoh ${village} ${index}`, sex: index % 2 === 0 ? 'L' : 'P', bornOn: '2024-03-15', parent: `Ibu Contoh ${index}`,
          village: `35.05.07.2${String(village).padStart(3, '0')}`, posyandu: `Mawar ${index % 5}`, sourceRow: index + 2, countedOn: '2026-08-10', alsoAt: '', otherBirth: null,
          measurements: [{
            measuredOn: '2026-08-10', weightGrams: 9800, lengthMm: 820, lying: false, heightZ: -120, weightZ: -80, wastingZ: -40, heightLabel: 'normal', weightLabel: 'normal', wastingLabel: 'normal', gained: 'N',
          }],
        })) as unknown as Parameters<Session['children']['addAll']>[1])
      }
    })
  })
  session.close()
  return session.file
}

/** Opens with every check, against SQLite's own quick_check of the same file. */
function opening(file: string): Promise<BenchRow> {
  return againstFloor('open 250 villages × 40 activities and 100,000 children with all checks', 10, 3, async () => {
    const session = await openSession(file)
    session.close()
  }, () => {
    const db = new Database(file, { readonly: true })
    if (db.pragma('quick_check', { simple: true }) !== 'ok') throw new Error('the file is damaged')
    db.close()
  })
}

/** One edit of a line as a step, against the same statements and the same step row without a journal; neither waits for the disk. */
async function oneEdit(folder: string): Promise<BenchRow> {
  const make = async (name: string) => {
    const session = createWorkspace(path.join(folder, name), { region: '35.05.07.2001' })
    await createAppClient(session).plan.create({ template: 'desa' })
    session.db.pragma('synchronous = OFF')
    const [plan] = session.plans.heads()
    const [line] = (plan && session.plans.get(plan.id)?.lines) ?? []
    if (!line) throw new Error('the plan has no line')
    return { session, line }
  }
  const [journaled, plain] = [await make('ber-jurnal.rembuk'), await make('polos.rembuk')]
  const triggers = plain.session.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]
  for (const name of triggers) plain.session.db.exec(`DROP TRIGGER "${name}"`)
  const step = plain.session.db.prepare("INSERT INTO step (name, words, made_at) VALUES ('line', ?, ?)")
  let price = 1
  const EDITS = 40
  const row = await againstFloor(`${EDITS} edits with their undo journal (synchronous off)`, 2, 41, () => {
    for (let edit = 0; edit < EDITS; edit += 1) {
      price += 1
      journaled.session.step('line', { line: 'x' }, () => journaled.session.plans.saveLine({ ...journaled.line, unitPrice: price }))
    }
  }, () => {
    for (let edit = 0; edit < EDITS; edit += 1) {
      price += 1
      plain.session.db.transaction(() => {
        plain.session.plans.saveLine({ ...plain.line, unitPrice: price })
        step.run('{"line":"x"}', new Date().toISOString())
      }).immediate()
    }
  })
  journaled.session.close()
  plain.session.close()
  return row
}

/** The longest that an edit has to wait while the large workspace is backed up: a timer of one millisecond beside it, and edits at every tick. */
async function backupPause(file: string, folder: string): Promise<BenchRow[]> {
  const session = await openSession(file)
  const pauses: number[] = []
  const tooks: number[] = []
  let edits = 0
  for (let round = 0; round < 3; round += 1) {
    let [longest, last] = [0, performance.now()]
    const state = { running: true }
    const backup = time(async () => {
      await copyDatabase(session.db, path.join(folder, `cadangan-${round}.rembuk`), BACKUP_ID)
      state.running = false
    })
    while (state.running) {
      await new Promise((resolve) => setImmediate(resolve))
      longest = Math.max(longest, performance.now() - last)
      // the edit's own flush to the disk is no pause of the backup's making
      if (edits % 20 === 0) session.step('setting', { key: 'n' }, () => session.workspace.setSetting('n', String(edits)))
      edits += 1
      last = performance.now()
    }
    tooks.push(await backup)
    pauses.push(longest)
  }
  session.close()
  return [
    { name: 'longest pause of the writer while the large workspace is backed up', ms: Math.max(...pauses), floorMs: null, ratio: null, limit: 50 },
    { name: `backup of the large workspace with ${edits} turns of editing in between, checked`, ms: median(tooks), floorMs: null, ratio: null, limit: 30_000 },
  ]
}

/** Speeds of the file itself: opening with all checks, an edit with its journal, a backup while edits go on. */
export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-bench-'))
  try {
    const edit = await oneEdit(folder)
    const file = await buildRegency(folder)
    return [edit, await opening(file), ...await backupPause(file, folder)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
