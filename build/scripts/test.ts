import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { findChromium } from './find-chromium.ts'
import { electronObstacle, findElectron, thisMachine } from './find-electron.ts'
import { closingLines, NOTHING, readPlaywright, readVitest, type RunnerReport, totalLine } from './test-report.ts'

const root = path.join(import.meta.dirname, '../..')
const cache = path.join(root, 'node_modules/.cache/rembuk')
const vitestJson = path.join(cache, 'vitest.json')
const playwrightJson = path.join(cache, 'playwright.json')

interface Stage {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  readonly env?: Readonly<Record<string, string>>
}

const STAGES: readonly Stage[] = [
  { name: 'type check', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint', '--config', '.oxlintrc.json', '--deny-warnings', '.'] },
  { name: 'tests', command: ['vitest', 'run', '--config', 'build/vitest.config.ts', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitestJson}`] },
  { name: 'build', command: ['vite', 'build', '--config', 'build/vite.config.ts', '--logLevel', 'warn'] },
  {
    name: 'browser journeys',
    command: ['playwright', 'test', '--config', 'build/playwright.config.ts', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightJson },
  },
]

const outcomes: string[] = []
const closing: string[] = []
let failed = false

mkdirSync(cache, { recursive: true })
rmSync(vitestJson, { force: true })
rmSync(playwrightJson, { force: true })

const browser = ensureChromium()
for (const stage of STAGES) {
  if (failed) {
    outcomes.push(`not run  ${stage.name}: an earlier stage failed`)
  } else if (stage.name === 'browser journeys' && !browser.ready) {
    outcomes.push(`FAILED   ${stage.name}: ${browser.how}`)
    failed = true
  } else {
    const started = Date.now()
    const { ok, output } = await run(stage)
    outcomes.push(`${ok ? 'passed ' : 'FAILED '}  ${stage.name}, ${Math.round((Date.now() - started) / 1000)} s`)
    closing.push(...closingLines(output).map((line) => `${stage.name}: ${line}`))
    failed ||= !ok
  }
}
summarise()
process.exitCode = failed ? 1 : 0

/** Runs a stage with what it prints shown as it comes, and keeps that as well. */
async function run({ name, command: [program, ...args], env }: Stage): Promise<{ ok: boolean; output: string }> {
  console.log(`\n── ${name}: ${program} ${args.join(' ')}`)
  // The programs' own files, started with this Node: no shell, no search path, and the same on Windows.
  const child = spawn(process.execPath, [binFile(program), ...args], {
    cwd: root,
    // Tests start the same programs hundreds of times: Node keeps what it made of their sources.
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(cache, 'compiled'), ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    process.stdout.write(chunk)
  })
  child.stderr.on('data', (chunk: Buffer) => process.stderr.write(chunk))
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null))
    child.on('close', resolve)
  })
  return { ok: code === 0, output: Buffer.concat(chunks).toString('utf8') }
}

/** The script behind a command of an installed package. */
function binFile(program: string): string {
  const packages: Record<string, string> = { tsc: 'typescript', playwright: '@playwright/test' }
  const folder = path.join(root, 'node_modules', packages[program] ?? program)
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { bin: string | Record<string, string> }
  return path.join(folder, typeof bin === 'string' ? bin : (bin[program] ?? ''))
}

/** Makes sure that there is a Chromium: the machine's, else Debian's package as root, else Playwright's download. */
function ensureChromium(): { ready: boolean; how: string } {
  const found = findChromium(process.env)
  if (found) return { ready: existsSync(found), how: existsSync(found) ? found : `CHROMIUM_PATH names ${found}, which does not exist` }
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('── Chromium is missing: apt-get update && apt-get install -y chromium')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update'], { stdio: ['ignore', 'inherit', 'inherit'], env })
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: ['ignore', 'inherit', 'inherit'], env })
    const installed = findChromium(process.env)
    if (installed) return { ready: true, how: installed }
  }
  console.log('── Chromium is missing: npx playwright install chromium')
  const { status } = spawnSync(process.execPath, [binFile('playwright'), 'install', 'chromium'], { stdio: ['ignore', 'inherit', 'inherit'], cwd: root })
  if (status === 0) return { ready: true, how: 'downloaded by Playwright' }
  return { ready: false, how: 'no Chromium: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH' }
}

function readReport<T>(file: string, read: (report: T) => RunnerReport): RunnerReport {
  return existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8')) as T) : NOTHING
}

/** Says what ran, what was skipped and why; the runners' own closing lines and the total come last. */
function summarise(): void {
  const reports = [readReport(vitestJson, readVitest), readReport(playwrightJson, readPlaywright)]
  // A stage that is no test runner counts as one failure; so does a runner that ended before it could report.
  const counted = reports.reduce((total, report) => total + report.counts.failed, 0)
  if (failed && counted === 0) reports.push({ ...NOTHING, counts: { ...NOTHING.counts, failed: 1 } })
  console.log('\n── what ran')
  for (const line of outcomes) console.log(line)
  const machineLacks = missing()
  const skipped = reports.flatMap((report) => report.skipped)
  if (machineLacks.length > 0 || skipped.length > 0) console.log('\n── what was skipped, and why')
  for (const line of machineLacks) console.log(line)
  for (const { name, reason } of skipped) console.log(`skipped  ${name}${reason ? `: ${reason}` : ''}`)
  console.log('')
  for (const line of closing) console.log(line)
  console.log(totalLine(reports))
}

/** What this machine lacks, and what therefore could not be shown on it. */
function missing(): string[] {
  const lines: string[] = []
  const soffice = ['soffice', 'libreoffice'].some((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0)
  if (!soffice) lines.push('LibreOffice is missing: workbooks were not recalculated by a second program (Debian: apt-get install libreoffice-calc)')
  const electron = findElectron(root, process.env)
  const obstacle = electronObstacle(thisMachine())
  if (!electron) lines.push("Electron's binary is missing: the journeys run in Chromium over the browser host only (node node_modules/electron/install.js)")
  else if (obstacle) lines.push(`Electron cannot show a window here (${obstacle === 'root' ? 'it refuses to run as root' : 'no display'})`)
  return lines
}
