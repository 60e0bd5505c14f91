import { parentPort } from 'node:worker_threads'
import { AppError } from '#core/app-error.ts'
import { countCaseload } from './caseload-reading.ts'
import type { ReadJob, ReadMessage, ReadPhase } from './read-worker-messages.ts'
import { readArchive } from './archive.ts'
import { readReturned } from './returned.ts'
import { readSpreadsheet } from './spreadsheet.ts'

function send(message: ReadMessage): void {
  parentPort?.postMessage(message, [])
}

const tell = (phase: ReadPhase, done: number | null, total: number | null): void => send({ phase, done, total })

/** Does one job after another; what is no named error ends the thread. */
parentPort?.on('message', (job: ReadJob) => {
  try {
    tell('reading', null, null)
    if (job.job === 'archive') return send({ result: readArchive(job.file, job.limits, job.needed, job.others) })
    if (job.job === 'returned') return send({ result: readReturned(job.file, job.limits) })
    const tables = readSpreadsheet(job.file, job.limits, (done, total) => tell('reading', done, total))
    send({ result: job.job === 'tables' ? tables : countCaseload(job.file.name, tables, job.options, tell) })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    send({ error: { code: error.code, data: error.data } })
  }
})
