import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test as base } from '@playwright/test'
import { OverviewPage } from './overview-page.ts'

const ROOT = path.join(import.meta.dirname, '../../..')

export interface Rembuk {
  /** The address that `npm start` printed. */
  readonly address: string
  /** Folder of the workspaces of this start. */
  readonly home: string
  /** Asks it to end, as Ctrl-C does, and waits until nothing of it is left. */
  stop(): Promise<void>
}

/**
 * Starts Rembuk as its user would, through `npm start`, with a home folder of its own and without opening a browser.
 * @param open what it begins with: a file, `sample` for the sample village, or nothing: then the first screen shows
 */
export async function startRembuk(home: string, open: string): Promise<Rembuk> {
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
  copyFileSync(path.join(home, 'contoh-kalipucung.rembuk'), file)
  return JSON.parse(execFileSync(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), 'summary', file, '--json'], { cwd: ROOT, encoding: 'utf8' })) as Summary
}

/** A test with Rembuk running and the sample village open (one start for all tests of a file), and its first page. */
export const test = base.extend<{ overview: OverviewPage }, { rembuk: Rembuk }>({
  rembuk: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are needed from this pattern
    async ({}, use) => {
      const home = mkdtempSync(path.join(os.tmpdir(), 'rembuk-home-'))
      const rembuk = await startRembuk(home, 'sample')
      await use(rembuk)
      await rembuk.stop()
      rmSync(home, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  overview: async ({ page }, use) => use(new OverviewPage(page)),
})
