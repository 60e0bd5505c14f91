import { parentPort, workerData } from 'node:worker_threads'
import { checkCopy, type CopyCheck } from './backup-check.ts'

try {
  parentPort?.postMessage({ fault: checkCopy(workerData as CopyCheck) }, [])
} catch (error) {
  const { code, message } = error as Error & { code?: string }
  parentPort?.postMessage({ error: { code, message } }, [])
}
