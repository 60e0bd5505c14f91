import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.join(import.meta.dirname, '..')
const setupFiles = [path.join(root, 'tests/support/after-each.ts')]

export default defineConfig({
  root,
  resolve: { alias: { electron: path.join(root, 'tests/support/electron.ts') } },
  test: {
    environment: 'node',
    pool: 'forks',
    // by itself vitest leaves one core idle
    maxWorkers: '100%',
    restoreMocks: true,
    testTimeout: 60_000,
    // Most files share the modules that their worker has read: reading the application anew for each took half of the time.
    projects: [
      project('plain', ['unit', 'ui', 'architecture'], { isolate: false }),
      project('core', ['core', 'cli'], { isolate: false, setupFiles }),
      // what stands in for Electron remembers what was asked of it
      project('shell', ['shell'], { isolate: true, setupFiles }),
    ],
  },
})

function project(name: string, folders: readonly string[], own: { readonly isolate: boolean; readonly setupFiles?: string[] }) {
  return { extends: true as const, test: { name, include: [`tests/{${folders.join(',')},}/**/*.test.{ts,tsx}`], ...own } }
}
