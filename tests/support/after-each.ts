import { afterEach } from 'vitest'
import { closeApps } from './app.ts'
import { removeFolders } from './workspace.ts'

// Read anew for every file of tests; what it imports is read once in each worker, so nothing there may register itself.
afterEach(() => {
  closeApps()
  removeFolders()
})
