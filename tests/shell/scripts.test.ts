import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findChromium } from '../../build/scripts/find-chromium.ts'
import { electronObstacle, findElectron, hasDisplay } from '../../build/scripts/find-electron.ts'
import { installElectronOnce } from '../../build/scripts/install-electron.ts'
import { browserCommand } from '../../build/scripts/open-in-browser.ts'
import { nodeProblem } from '../../build/scripts/require-node.mjs'
import { closingLines, NOTHING, readPlaywright, readVitest, totalLine } from '../../build/scripts/test-report.ts'
import { isStale } from '../../build/scripts/window-build.ts'

const GUARD = path.join(import.meta.dirname, '../../build/scripts/require-node.mjs')
let root: string

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'rembuk-scripts-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(file: string, text = ''): string {
  const target = path.join(root, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, text)
  return target
}

describe('the check of the Node', () => {
  test.each(['22.0.0', '24.21.0', '100.1.2'])('lets %s pass', (version) => {
    expect(nodeProblem(version)).toBe('')
  })

  test.each(['20.20.2', '18.0.0', '8.17.0', 'v24', ''])('refuses %s in both languages, and says what to do', (version) => {
    expect(nodeProblem(version)).toContain(`dijalankan dengan Node ${version}.`)
    expect(nodeProblem(version)).toContain(`was started with Node ${version}.`)
    expect(nodeProblem(version)).toMatch(/npm ci.*TANPA --ignore-scripts[\s\S]*npm ci.*WITHOUT --ignore-scripts/)
  })

  test('passes the Node that the scripts run on', () => {
    const run = spawnSync(process.execPath, ['--import', GUARD, '-e', 'console.log("on")'], { encoding: 'utf8' })
    expect([run.status, run.stdout, run.stderr]).toEqual([0, 'on\n', ''])
  })

  const old = ['/usr/bin/node', '/usr/local/bin/node'].find(
    (node) => existsSync(node) && /^v(18|19|20|21)\./.test(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout),
  )
  test.skipIf(!old)('stops a real older Node before anything else runs (skipped where the machine has none)', () => {
    const run = spawnSync(String(old), ['--import', GUARD, '-e', 'console.log("on")'], { encoding: 'utf8' })
    expect(run.status).toBe(1)
    expect(run.stdout).toBe('')
    expect(run.stderr).toContain('Rembuk memerlukan Node 22')
  })
})

describe('finding Electron', () => {
  test('nothing without the package, nor without its binary', () => {
    expect(findElectron(root, {})).toBeUndefined()
    write('node_modules/electron/package.json', '{}')
    expect(findElectron(root, {})).toBeUndefined()
  })

  test('the binary that its installer wrote down', () => {
    write('node_modules/electron/package.json', '{}')
    write('node_modules/electron/path.txt', 'bin/electron-program')
    const program = write('node_modules/electron/dist/bin/electron-program')
    expect(findElectron(root, {})).toBe(program)
    const elsewhere = write('elsewhere/bin/electron-program')
    expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: path.join(root, 'elsewhere') })).toBe(elsewhere)
  })

  test('its installer is tried once, and how it ends does not matter', async () => {
    write('node_modules/electron/package.json', '{}')
    const count = path.join(root, 'count')
    write('node_modules/electron/install.js', `require('node:fs').appendFileSync(${JSON.stringify(count)}, 'x'); process.exit(1)`)
    await installElectronOnce(root)
    await installElectronOnce(root)
    expect(readFileSync(count, 'utf8')).toBe('x')
  })

  test('an installer that hangs is ended', async () => {
    write('node_modules/electron/install.js', 'setInterval(() => {}, 1000)')
    await expect(installElectronOnce(root, 200)).resolves.toBeUndefined()
  })

  test.each([
    ['linux', {}, 1000, 'no_display'],
    ['linux', { DISPLAY: ':0' }, 0, 'root'],
    ['linux', { DISPLAY: ':0' }, 1000, undefined],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, undefined],
    ['win32', {}, undefined, undefined],
    ['darwin', {}, 501, undefined],
  ] as const)('%s %j as user %s: %s', (platform, env, uid, obstacle) => {
    expect(electronObstacle({ platform, env, uid })).toBe(obstacle)
    expect(hasDisplay({ platform, env, uid })).toBe(obstacle !== 'no_display')
  })
})

test('the address is handed to the machine\'s browser as one argument, never through a shell', () => {
  const address = 'http://127.0.0.1:1/masuk/a&b'
  for (const platform of ['linux', 'win32', 'darwin'] as const) expect(browserCommand(address, platform).at(-1)).toBe(address)
})

test('Chromium: what the user names comes first, even where it is wrong', () => {
  expect(findChromium({ CHROMIUM_PATH: '/none/chromium' })).toBe('/none/chromium')
})

describe('whether the window must be built', () => {
  const at = (file: string, second: number) => utimesSync(path.join(root, file), second, second)

  test('when it is missing, or a source is newer; not when it is the newest', () => {
    write('src/deep/a.ts')
    expect(isStale(root, 'out/index.html', ['src/**/*'])).toBe(true)
    write('out/index.html')
    at('src/deep/a.ts', 1_000)
    at('src/deep', 1_000)
    at('src', 1_000)
    at('out/index.html', 2_000)
    expect(isStale(root, 'out/index.html', ['src/**/*'])).toBe(false)
    at('src/deep/a.ts', 3_000)
    expect(isStale(root, 'out/index.html', ['src/**/*'])).toBe(true)
  })
})

describe('the report of npm test', () => {
  const vitest = readVitest({
    numPassedTests: 5, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{ fullName: 'a', status: 'failed' }, { fullName: ' b', status: 'pending' }] },
      { status: 'passed', assertionResults: [{ fullName: 'c', status: 'todo' }] },
      { status: 'failed', assertionResults: [] },
    ],
  })
  const playwright = readPlaywright({
    stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{}],
    suites: [{ title: 'file', suites: [{ title: 'group', specs: [
      { title: 'd', tests: [{ status: 'skipped', annotations: [{ type: 'skip', description: 'no Electron' }] }] },
      { title: 'e', tests: [{ status: 'expected', annotations: [] }] },
    ] }] }],
  })

  test('counts what could not be loaded as failed, and what passed only the second time as passed: the closing line of the runner calls it flaky', () => {
    expect(vitest.counts).toEqual({ passed: 5, failed: 2, skipped: 2 })
    expect(playwright.counts).toEqual({ passed: 3, failed: 2, skipped: 1 })
    expect(totalLine([vitest, playwright, NOTHING])).toBe('8 passed, 4 failed, 3 skipped')
  })

  test('names what was skipped and why', () => {
    expect([...vitest.skipped, ...playwright.skipped]).toEqual([
      { name: 'b', reason: '' }, { name: 'c', reason: '' }, { name: 'd', reason: 'no Electron' },
    ])
  })

  test('keeps the runners\' closing lines, without colours', () => {
    const output = '\u001B[2m Test Files \u001B[22m \u001B[32m2 passed\u001B[39m (2)\n      Tests  77 passed (77)\n   Start at  20:53\n  3 passed (4.1s)\n  1 skipped\n passed on\n'
    expect(closingLines(output)).toEqual(['Test Files  2 passed (2)', 'Tests  77 passed (77)', '3 passed (4.1s)', '1 skipped'])
  })
})

test('.ci/run is a bash script that can be read', () => {
  const script = path.join(import.meta.dirname, '../../.ci/run')
  expect(spawnSync('bash', ['-n', script]).status).toBe(0)
  expect(readFileSync(script, 'utf8')).toContain('npm ci </dev/null\nnpm test </dev/null\n')
})
