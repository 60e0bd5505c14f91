import { once } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { readTables } from '#core/workbook/read-file.ts'
import { endThread, startThread } from '#core/workbook/thread.ts'
import { writeWorkbook } from '#core/workbook/write.ts'
import { villageWorkbook } from '#shared/sheets/documents.ts'
import { ENTERED, LET_GO } from '#tests/support/gate.worker.ts'
import { longPlan } from '#tests/support/sample-plan.ts'
import { worksheet, xlsxParts, zipFile } from '#tests/support/zip-files.ts'

/** A workbook of so many parts that a thread which reads it begins one zlib stream after another. */
const MANY_PARTS = zipFile([
  ...xlsxParts([worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')]),
  ...Array.from({ length: 900 }, (_, index) => ({ name: `xl/lain${index}.xml`, content: '<lain/>' })),
])

it('a thread inside zlib finishes what it began and ends as it comes out', async () => {
  const steps = new Int32Array(new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT))
  const thread = startThread(new URL('../../support/gate.worker.ts', import.meta.url), { workerData: { steps } })
  const gone = once(thread.worker, 'exit')
  await Atomics.waitAsync(steps, ENTERED, 0).value
  endThread(thread)
  for (let turns = 0; turns < 50; turns++) await turn()
  Atomics.store(steps, LET_GO, 1)
  Atomics.notify(steps, LET_GO)
  await gone
  expect([...steps]).toEqual([1, 1, 1, 0])
})

it('a thread outside zlib ends at once, however busy it is', async () => {
  const worker = new Worker('for (;;);', { eval: true })
  await once(worker, 'online')
  const gone = once(worker, 'exit')
  endThread({ worker, gate: new Int32Array(new SharedArrayBuffer(4)) })
  expect(await gone).toEqual([1])
})

it('reading can be stopped at any moment, many times in a row', async () => {
  const file = { name: 'bagian.xlsx', bytes: MANY_PARTS }
  for (let turns = 0; turns < 40; turns += 8) {
    const stop = new AbortController()
    const onProgress = async (): Promise<void> => {
      for (let waited = 0; waited < turns; waited++) await turn()
      stop.abort()
    }
    await expect(readTables(file, { signal: stop.signal, onProgress: () => void onProgress() })).rejects.toMatchObject({ code: 'stopped' })
  }
  expect(await readTables(file)).toHaveLength(1)
})

it('writing can be stopped after any row', async () => {
  const sheets = villageWorkbook(longPlan(6))
  const properties = { title: 'Rencana', madeAt: '2026-11-21T14:32' }
  const told: number[] = []
  await writeWorkbook(sheets, properties, { onProgress: (done) => told.push(done) })
  for (let part = 0; part < 6; part++) {
    const stop = new AbortController()
    const until = told[Math.floor((told.length * part) / 6)] ?? 0
    const onProgress = (done: number): void => { if (done >= until) stop.abort() }
    await expect(writeWorkbook(sheets, properties, { signal: stop.signal, onProgress })).rejects.toMatchObject({ code: 'stopped' })
  }
  expect(told.length).toBeGreaterThan(6)
})
