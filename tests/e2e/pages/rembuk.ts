import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Page, expect, test as base } from '@playwright/test'
import { HOST, startElectron, whyNoElectron } from './electron-host.ts'
import { type Faults, listenForFaults } from './faults.ts'
import { OverviewPage } from './overview-page.ts'

/** File of the sample village in the folder of a start. */
export const SAMPLE = 'contoh-kalipucung.rembuk'
const ROOT = path.join(import.meta.dirname, '../../..')

export interface Rembuk {
  /** The address that `npm start` printed. */
  readonly address: string
  /** Folder of the workspaces of this start. */
  readonly home: string
  /** The application's own window; in the browser host any tab is one. */
  readonly window?: Page
  /** Asks it to end, as Ctrl-C does, and waits until nothing of it is left. */
  stop(): Promise<void>
}

/**
 * Starts Rembuk as its user would, through `npm start`, with a home folder of its own and without opening a browser; with
 * `APP_HOST=electron` its own window.
 * @param open what it begins with: a file, `sample` for the sample village, or nothing: then the first screen shows
 */
export async function startRembuk(home: string, open: string): Promise<Rembuk> {
  if (HOST === 'electron') return startElectron(home, open)
  const child = spawn('npm', ['start', '--silent', '--', '--browser', '--no-open'], {
    cwd: ROOT,
    env: { ...process.env, REMBUK_HOME: home, REMBUK_OPEN: open },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that the signal reaches what npm started, as it does in a terminal.
    detached: true,
    shell: process.platform === 'win32',
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const address = await printedAddress(child, ended)
  return {
    address,
    home,
    async stop() {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGINT')
      // Closed when the last program that npm started has let go of its output.
      await ended
    },
  }
}

async function printedAddress(child: ChildProcess, ended: Promise<unknown>): Promise<string> {
  let printed = ''
  const found = new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8')
      const address = /^http:\/\/127\.0\.0\.1:\d+\/\S+$/m.exec(printed)?.[0]
      if (address) resolve(address)
    })
    child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')))
  })
  const failed = ended.then((code): string => {
    throw new Error(`Rembuk ended with ${String(code)} before it printed an address:\n${printed}`)
  })
  return Promise.race([found, failed])
}

export interface Summary {
  readonly need: number
  readonly funded: number
  readonly gap: number
  readonly directShareBp: number
  readonly findings: readonly unknown[]
}

/** What the command line says about the sample's workspace: about a copy, because a workspace is open in one program at a time. */
export function summaryOf({ home }: Rembuk): Summary {
  const file = path.join(home, 'salinan.rembuk')
  copyFileSync(path.join(home, SAMPLE), file)
  return JSON.parse(execFileSync(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), 'summary', file, '--json'], { cwd: ROOT, encoding: 'utf8' })) as Summary
}

/** A workbook that was exported from the plan of another village. */
export function otherVillagesWorkbook({ home }: Rembuk): Buffer {
  const [file, book] = [path.join(home, 'tetangga.rembuk'), path.join(home, 'tetangga.xlsx')]
  const run = (...words: string[]) => execFileSync(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), ...words], { cwd: ROOT })
  run('new', file, '--region', '35.05.07.2002', '--year', '2027')
  run('plan', file, '--template', 'desa')
  run('export', file, 'workbook', '--out', book)
  return readFileSync(book)
}

/** Stands for a host that cannot be started here; its tests are skipped. */
const NO_HOST: Rembuk = { address: '', home: '', stop: async () => undefined }

/** What a worker keeps running, and for which file of tests. */
interface Hosts {
  /** The running one of this file, started for it where it is not there; that of another file ends first: what was changed there must not be met here. */
  of(file: string): Promise<Rembuk>
}

async function withHosts(open: string | ((folder: string) => string), use: (hosts: Hosts) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-home-'))
  const sample = path.join(folder, SAMPLE)
  let running: { readonly file: string; readonly rembuk: Rembuk } | undefined
  let starts = 0

  async function start(): Promise<Rembuk> {
    starts += 1
    const own = path.join(folder, String(starts))
    const home = path.join(own, 'Rembuk')
    mkdirSync(own, { recursive: true })
    // Making it takes longer than all the rest of a start, so it is made once.
    if (open === 'sample' && existsSync(sample)) {
      mkdirSync(home)
      copyFileSync(sample, path.join(home, SAMPLE))
    }
    const rembuk = await startRembuk(home, typeof open === 'string' ? open : open(own))
    if (open === 'sample' && !existsSync(sample)) copyFileSync(path.join(home, SAMPLE), sample)
    return rembuk
  }

  await use({
    async of(file) {
      if (running?.file === file) return running.rembuk
      await running?.rembuk.stop()
      running = undefined
      running = { file, rembuk: await start() }
      return running.rembuk
    },
  })
  await running?.rembuk.stop()
  rmSync(folder, { recursive: true, force: true })
}

/**
 * A test with Rembuk running, one start for all tests of a file, in a home folder of its own, on either host.
 * @param open what it begins with, as in `startRembuk`; or what makes a file in the folder that it is given, and names it
 */
export function rembukTest(open: string | ((folder: string) => string)) {
  return base.extend<{ host: void; rembuk: Rembuk; overview: OverviewPage; faults: Faults }, { hosts: Hosts }>({
    hosts: [
      // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are needed from this pattern
      async ({}, use) => withHosts(open, use),
      // Where the window is stale, the first start of it draws it anew.
      { scope: 'worker', timeout: 180_000 },
    ],
    rembuk: async ({ hosts }, use, info) => use(HOST === 'electron' && whyNoElectron() ? NO_HOST : await hosts.of(info.file)),
    host: [
      // oxlint-disable-next-line no-empty-pattern -- see above
      async ({}, use, info) => {
        const missing = HOST === 'electron' ? whyNoElectron() : undefined
        info.skip(missing !== undefined, missing ?? '')
        await use()
      },
      { auto: true },
    ],
    page: async ({ page, rembuk }, use) => use(rembuk.window ?? page),
    overview: async ({ page }, use) => use(new OverviewPage(page)),
    faults: [
      async ({ page }, use) => {
        const faults = listenForFaults(page.context())
        await use(faults)
        expect(await faults.seen(), 'what nobody was told of').toEqual([])
      },
      { auto: true },
    ],
  })
}

/** A test with the sample village open. Tests that begin alike share this: another start would be another worker, browser and sample. */
export const test = rembukTest('sample')

/** A test that begins on the first screen, without a file. */
export const emptyTest = rembukTest('')
