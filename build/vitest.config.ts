import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.join(import.meta.dirname, '..')

export default defineConfig({
  root,
  resolve: { alias: { electron: path.join(root, 'tests/support/electron.ts') } },
  test: {
    include: ['tests/{unit,core,ui,shell,cli,architecture}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    // by itself vitest leaves one core idle
    maxWorkers: '100%',
    restoreMocks: true,
    testTimeout: 60_000,
  },
})
