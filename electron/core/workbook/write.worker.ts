import { parentPort, workerData } from 'node:worker_threads'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { countRows, joiner, STREAM_FROM_ROWS } from './write-pieces.ts'
import type { WorkbookProperties } from './write-workbook.ts'

const { frames, properties } = workerData as { frames: SheetDocument[]; properties: WorkbookProperties }
const { sheets, add } = joiner(frames)
const port = parentPort

async function written(): Promise<Uint8Array> {
  // Each loads only what it needs of the library.
  if (countRows(sheets) < STREAM_FROM_ROWS) return (await import('./write-workbook.ts')).workbookBytes(sheets, properties)
  return (await import('./write-stream.ts')).streamedBytes(sheets, properties, (done) => port?.postMessage({ done }, []))
}

async function finish(): Promise<void> {
  const bytes = await written()
  port?.postMessage({ bytes }, [bytes.buffer as ArrayBuffer])
}

port?.on('message', (piece: string | null) => {
  if (piece === null) {
    void finish()
    return
  }
  add(piece)
  port.postMessage('next', [])
})
port?.postMessage('next', [])
