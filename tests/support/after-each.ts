import { afterEach } from 'vitest'
import { closeApps } from './app.ts'
import { removeFolders } from './workspace.ts'

// Read for every file of tests, also where files share the modules of their worker; a hook that a shared module sets would hold for one file only.
afterEach(() => {
  closeApps()
  removeFolders()
})
