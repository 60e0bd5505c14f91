import { parentPort, workerData } from 'node:worker_threads'
import type { SheetDocument } from '#shared/sheets/sheet.ts'
import { joiner } from './write-pieces.ts'
import { workbookBytes, type WorkbookProperties } from './write-workbook.ts'

const { frames, properties } = workerData as { frames: SheetDocument[]; properties: WorkbookProperties }
const { sheets, add } = joiner(frames)
const port = parentPort

async function finish(): Promise<void> {
  const bytes = await workbookBytes(sheets, properties, (done) => port?.postMessage({ done }, []))
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
