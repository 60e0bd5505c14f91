import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '#core/app-error.ts'
import { countCaseload } from './caseload-reading.ts'
import type { ReadJob, ReadMessage } from './read-worker-messages.ts'
import { readSpreadsheet } from './spreadsheet.ts'

const job = workerData as ReadJob

function send(message: ReadMessage): void {
  parentPort?.postMessage(message, [])
}

try {
  send({ phase: 'reading' })
  const tables = readSpreadsheet(job.file, job.limits)
  send({ result: job.job === 'tables' ? tables : countCaseload(job.file.name, tables, job.options, (phase) => send({ phase })) })
} catch (error) {
  if (!(error instanceof AppError)) throw error
  send({ error: { code: error.code, data: error.data } })
}
