import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { createHomeClient } from '#core/app.ts'
import { createHome, type Home } from '#core/services/home.ts'
import { fixedPorts, temporaryFolder } from './workspace.ts'

/** A host's files for each test: an empty folder, the home in it and its client. */
export interface HomeTest {
  readonly folder: string
  readonly home: Home
  readonly client: ReturnType<typeof createHomeClient>
  /** Opens the same folder again, as another start of the program would. */
  start(): void
  /** Workspaces in the folder, in order. */
  visible(): string[]
}

/** Registers an empty home before each test of the file, and closes it after. */
export function homeForEachTest(): HomeTest {
  let folder = ''
  let home: Home
  let client: HomeTest['client']
  const start = () => {
    home = createHome(folder, fixedPorts())
    client = createHomeClient(home)
  }
  beforeEach(() => {
    folder = path.join(temporaryFolder(), 'Rembuk')
    start()
  })
  afterEach(() => home.close())
  return {
    get folder() {
      return folder
    },
    get home() {
      return home
    },
    get client() {
      return client
    },
    start,
    visible: () => readdirSync(folder).filter((name) => name.endsWith('.rembuk')).toSorted(),
  }
}
