import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { createBuilder } from 'vite'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeStandInElectron } from '../../build/scripts/stand-in-electron.ts'
import { type ArchivedFile, copyTo, extractAsar, readAsar } from '#tests/support/asar.ts'
import { ROOT } from '#tests/support/imports.ts'
import { sharedFolder } from '#tests/support/workspace.ts'

/** A Windows program with a version resource, which electron-builder writes Rembuk's name into. */
const WINDOWS_PROGRAM = path.join(ROOT, 'node_modules/electron-winstaller/vendor/Squirrel.exe')
const hasWindowsProgram = existsSync(WINDOWS_PROGRAM)
const sevenZip = ['7za', '7z', '7zz'].map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim() ?? '').find((file) => file !== '')
const LIMIT_MS = 240_000

const folder = sharedFolder()
const project = path.join(folder, 'project')

const electronVersion = (JSON.parse(readFileSync(path.join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as { version: string }).version

/** Builds the bundles as `npm run build` does, elsewhere. */
async function build(): Promise<void> {
  const outDir = (name: string) => ({ build: { outDir: path.join(project, 'dist', name), emptyOutDir: false } })
  const builder = await createBuilder({
    configFile: path.join(ROOT, 'build/vite.config.ts'), logLevel: 'silent', environments: { client: outDir('renderer'), main: outDir('electron'), preload: outDir('electron') },
  })
  await builder.buildApp()
}

function pack(...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/electron-builder/cli.js'), ...args], {
    cwd: project, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: `${path.join(ROOT, 'node_modules/.bin')}${path.delimiter}${process.env['PATH']}`, ...(sevenZip ? { ELECTRON_BUILDER_7ZIP_PATH: sevenZip } : {}) },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString('utf8')).slice(-4000)))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`electron-builder ended with ${code}:\n${said}`))))
  })
}

/** Bundles that a file names: what it imports, and the worker threads that it starts. */
function namedIn(source: string): string[] {
  return [...source.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)].map(([, name = '']) => name)
}

let linux: readonly ArchivedFile[]
const linuxFolder = path.join(project, 'release/linux-unpacked')
const windowsFolder = path.join(project, 'release/win-unpacked')

beforeAll(async () => {
  copyTo(project, ROOT, ['package.json', 'package-lock.json', 'electron-builder.yml', 'LICENSE'])
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(project, 'node_modules'), 'junction')
  makeStandInElectron(path.join(folder, 'electron-linux'), electronVersion)
  if (hasWindowsProgram) makeStandInElectron(path.join(folder, 'electron-windows'), electronVersion, WINDOWS_PROGRAM)
  await build()
  const architecture = '--x64'
  await Promise.all([
    pack('--linux', 'dir', architecture, `-c.electronDist=${path.join(folder, 'electron-linux')}`),
    ...(hasWindowsProgram ? [pack('--win', sevenZip ? 'zip' : 'dir', architecture, `-c.electronDist=${path.join(folder, 'electron-windows')}`)] : []),
  ])
  linux = readAsar(path.join(linuxFolder, 'resources/app.asar'))
}, LIMIT_MS)

describe('the package for Linux', () => {
  const names = () => linux.map(({ name }) => name)

  test('holds the entry, the preload, the window, the worker threads and the data', () => {
    const workers = readdirSync(path.join(project, 'dist/electron')).filter((name) => name.endsWith('.worker.js'))
    expect(workers.length).toBeGreaterThan(3)
    const needed = ['package.json', 'LICENSE', 'dist/electron/main.js', 'dist/electron/preload.cjs', 'dist/electron/regions.txt.gz', 'dist/renderer/index.html', 'node_modules/highs/build/highs.wasm']
    expect([...needed, ...workers.map((name) => `dist/electron/${name}`)].filter((name) => !names().includes(name))).toEqual([])
  })

  test('lacks nothing that its bundles name, and holds no bundle that none names', () => {
    const bundles = new Map(linux.filter(({ name }) => /^dist\/electron\/[^/]+\.js$/.test(name)).map(({ name, bytes }) => [path.basename(name), bytes.toString('utf8')]))
    const reached = new Set(['main.js'])
    for (const name of reached) for (const next of namedIn(bundles.get(name) ?? '')) reached.add(next)
    expect([...reached].filter((name) => !bundles.has(name))).toEqual([])
    expect([...bundles.keys()].filter((name) => !reached.has(name))).toEqual([])
  })

  test('holds no sources, no maps, no tests, no other packages, and one program for this machine', () => {
    const allowed = [/^package\.json$/, /^LICENSE$/, /^dist\/electron\/([\w.-]+\.(js|cjs|gz)|paper\.css|tokens\.css)$/, /^dist\/renderer\/(index\.html|icon\.svg|assets\/[\w.-]+\.(js|css|woff2))$/, /^node_modules\/(better-sqlite3|highs)\//]
    expect(names().filter((name) => !allowed.some((pattern) => pattern.test(name)))).toEqual([])
    expect(names().filter((name) => /\.(map|ts|tsx|gyp|c|cc|cpp|h|md)$/i.test(name) && !name.endsWith('README.md') && !name.endsWith('.d.ts'))).toEqual([])
    expect(names().filter((name) => name.endsWith('.node'))).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node'])
    expect(linux.filter(({ name }) => name.endsWith('.node')).every(({ unpacked }) => unpacked)).toBe(true)
  })

  test('sets the fuses', () => {
    const program = readFileSync(path.join(linuxFolder, 'rembuk')).toString('latin1')
    const wire = program.slice(program.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 32 + 2)
    // run as Node, encrypted cookies, NODE_OPTIONS, --inspect, archive checked, only the archive, own snapshot, file: privileges
    expect([...wire.slice(0, 6), wire[7]].join('')).toBe('0100110')
  })

  test('runs under Node: makes the sample village, allocates and writes a workbook, from the packed files alone', () => {
    const app = path.join(folder, 'app')
    extractAsar(linux, app)
    const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(ROOT, 'tests/support/run-bundle.ts'), path.join(app, 'dist/electron/main.js')], {
      cwd: folder, encoding: 'utf8', env: { ...process.env, REMBUK_HOME: path.join(folder, 'home'), REMBUK_OPEN: 'sample' },
    })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject({ sample: true, need: 173_614_000, document: { signature: 'PK' } })
    expect(status).toBe(0)
    expect(existsSync(path.join(folder, 'home/contoh-kalipucung.rembuk'))).toBe(true)
  }, LIMIT_MS)
})

describe.skipIf(!hasWindowsProgram)('the package for Windows (skipped without a Windows program to stand in for Electron\'s)', () => {
  test('holds the program by its name and the library for Windows, and otherwise the same files', () => {
    expect(readdirSync(windowsFolder)).toContain('Rembuk.exe')
    const windows = readAsar(path.join(windowsFolder, 'resources/app.asar'))
    expect(windows.filter(({ name }) => name.endsWith('.node')).map(({ name }) => name)).toEqual(['node_modules/better-sqlite3/prebuilds/win32-x64.node'])
    const others = (files: readonly ArchivedFile[]) => files.map(({ name }) => name).filter((name) => !name.endsWith('.node')).toSorted()
    expect(others(windows)).toEqual(others(linux))
  })

  test.skipIf(!sevenZip)('is a .zip, too, to be unpacked on a memory stick (skipped without 7za: Debian\'s p7zip-full)', () => {
    const zip = readdirSync(path.join(project, 'release')).find((name) => name.endsWith('.zip'))
    const listed = spawnSync(String(sevenZip), ['l', path.join(project, 'release', String(zip))], { encoding: 'utf8' }).stdout
    for (const name of ['Rembuk.exe', 'app.asar', 'win32-x64.node']) expect(listed).toContain(name)
  })
})
