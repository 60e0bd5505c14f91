import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { AppError } from '#core/app-error.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'brave-browser', 'chrome', 'msedge']
const PLACES: Partial<Readonly<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((folder) => {
    const root = process.env[folder]
    return root === undefined ? [] : ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe'].map((program) => path.join(root, program))
  }),
}
/** A browser that has not printed after so long hangs. */
const PATIENCE_MS = 120_000

/** A browser of the Chromium family on this machine: `CHROMIUM_PATH`, then the programs that the path finds, then the usual places. */
export function findBrowser(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string | undefined {
  if (env['CHROMIUM_PATH']) return existsSync(env['CHROMIUM_PATH']) ? env['CHROMIUM_PATH'] : undefined
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, platform === 'win32' ? `${name}.exe` : name)))
  return [...onPath, ...(PLACES[platform] ?? [])].find((program) => existsSync(program))
}

/**
 * The PDF of a page of HTML that needs nothing beside itself, printed by the machine's own browser without a window, a network or its
 * user's profile. @throws AppError `pdf_no_browser` where there is none, `pdf_failed` where it does not print, `stopped`
 */
export async function printToPdf(html: string, file: string, signal: AbortSignal): Promise<Uint8Array> {
  const browser = findBrowser(process.env)
  if (browser === undefined) throw new AppError('pdf_no_browser', { file })
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-pdf-'))
  try {
    const page = path.join(folder, 'halaman.html')
    const target = path.join(folder, 'halaman.pdf')
    writeFileSync(page, html)
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const said = await run(browser, [
      '--headless', ...root, '--disable-gpu', '--disable-extensions', '--no-first-run', '--no-default-browser-check', '--disable-background-networking', `--user-data-dir=${path.join(folder, 'profil')}`,
      '--no-pdf-header-footer', '--print-to-pdf-no-header', `--print-to-pdf=${target}`, pathToFileURL(page).href,
    ], signal)
    if (!existsSync(target)) throw new AppError('pdf_failed', { file, browser, detail: said.slice(-300) })
    return new Uint8Array(readFileSync(target))
  } finally {
    // Its last processes may still hold files for a moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** @returns what it said on standard error. @throws AppError stopped */
function run(program: string, args: readonly string[], signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: PATIENCE_MS, signal })
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
    child.once('error', (error) => (signal.aborted ? reject(new AppError('stopped', {})) : resolve(`${said}\n${error.message}`)))
    child.once('close', () => resolve(said))
  })
}
