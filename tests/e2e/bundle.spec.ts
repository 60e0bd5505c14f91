import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { sourceFiles } from '../support/imports.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const BUNDLES = path.join(ROOT, 'dist/electron')

test.describe('the built application', () => {
  let home: string
  test.beforeAll(() => {
    home = mkdtempSync(path.join(os.tmpdir(), 'rembuk-bundle-'))
  })
  test.afterAll(() => rmSync(home, { recursive: true, force: true }))

  function run(...args: string[]) {
    return spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8', env: { ...process.env, REMBUK_HOME: home, REMBUK_OPEN: 'sample' } })
  }

  test('has a bundle for each worker thread, beside its callers', () => {
    const workers = sourceFiles('electron/core/{db,workbook,solver}/*.worker.ts').map((file) => path.basename(file, '.ts'))
    expect(workers.length).toBeGreaterThan(0)
    expect(workers.filter((worker) => !existsSync(path.join(BUNDLES, `${worker}.js`)))).toEqual([])
  })

  test('its main process makes the sample, answers over a port and writes a workbook (against the stand-in for Electron)', () => {
    const { stdout, stderr, status } = run(path.join(ROOT, 'tests/support/run-bundle.ts'), path.join(BUNDLES, 'main.js'))
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject({ sample: true, need: 173_614_000, document: { signature: 'PK' } })
    expect(status).toBe(0)
  })

  test('its command line answers from the bundle', () => {
    const { stdout, status } = run(path.join(BUNDLES, 'cli.js'), 'summary', path.join(home, 'contoh-kalipucung.rembuk'), '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ need: 173_614_000, children: { covered: 16, total: 16 } })
  })

  test('its window begins with less than 420 KB of script (gzip); the charts are a part that comes later', () => {
    const folder = path.join(ROOT, 'dist/renderer')
    const page = readFileSync(path.join(folder, 'index.html'), 'utf8')
    const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, name = '']) => name)
    expect(first.length).toBeGreaterThan(0)
    const script = first.map((name) => readFileSync(path.join(folder, name)))
    expect(script.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0)).toBeLessThan(420 * 1024)
    const drawsCharts = (text: string) => text.includes('bar-track') || text.includes('source-bar')
    expect(script.some((bytes) => drawsCharts(bytes.toString('utf8')))).toBe(false)
    const later = readdirSync(path.join(folder, 'assets')).filter((name) => name.endsWith('.js') && !first.includes(`assets/${name}`))
    expect(later.some((name) => drawsCharts(readFileSync(path.join(folder, 'assets', name), 'utf8')))).toBe(true)
  })

  test('its preload is a script that the sandbox reads', () => {
    expect(readFileSync(path.join(BUNDLES, 'preload.cjs'), 'utf8')).toContain('require("electron")')
  })
})
