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
    // Files about pure functions share the modules that their worker has read: reading them anew for each took half of the time.
    projects: [
      project('plain', ['unit', 'ui', 'architecture'], { isolate: false }),
      project('core', ['core', 'cli', 'shell'], { isolate: true, setupFiles }),
    ],
  },
})

function project(name: string, folders: readonly string[], own: { readonly isolate: boolean; readonly setupFiles?: string[] }) {
  return { extends: true as const, test: { name, include: [`tests/{${folders.join(',')},}/**/*.test.{ts,tsx}`], ...own } }
}
