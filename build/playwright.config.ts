import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/find-chromium.ts'

const root = path.join(import.meta.dirname, '..')
const executablePath = findChromium(process.env)

export default defineConfig({
  testDir: path.join(root, 'tests/e2e'),
  outputDir: path.join(root, 'node_modules/.cache/playwright'),
  snapshotDir: path.join(root, 'tests/e2e/snapshots'),
  timeout: 90_000,
  // an old machine may need its time; what never comes still fails
  expect: { timeout: 15_000 },
  // each worker has a host and a folder of its own
  workers: 2,
  forbidOnly: true,
  // where nobody watches, a journey that a busy machine upset is made once more; the report then calls it flaky
  retries: process.env['CI'] ? 1 : 0,
  reporter: 'list',
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    launchOptions: {
      // Without one of the machine's own, Playwright takes the Chromium that it has downloaded.
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
