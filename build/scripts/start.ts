import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { electronObstacle, findElectron, hasDisplay, thisMachine } from './find-electron.ts'
import { installElectronOnce } from './install-electron.ts'
import { openInBrowser } from './open-in-browser.ts'
import { buildIfStale } from './window-build.ts'

const root = path.join(import.meta.dirname, '../..')
/** Electron that ends with an error this early could not start (a missing library, no leave to use its sandbox). */
const EARLY_MS = 5_000

const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: 'string' }, browser: { type: 'boolean' }, 'no-open': { type: 'boolean' } } })
/** A workspace to open at once, named from where the user stands. */
const file = positionals[0] === undefined ? undefined : path.resolve(process.env['INIT_CWD'] ?? process.cwd(), positionals[0])
const machine = thisMachine()

const electron = values.browser ? undefined : await usableElectron()
if (!electron || !(await runElectron(electron))) await runInBrowser()

/** Electron where it can be used at all; its own installer is tried once. */
async function usableElectron(): Promise<string | undefined> {
  if (electronObstacle(machine)) return undefined
  const found = findElectron(root, process.env)
  if (found) return found
  console.log('Menyiapkan jendela aplikasi (Electron), paling lama 20 detik … / Fetching the application window, 20 seconds at most …')
  await installElectronOnce(root)
  return findElectron(root, process.env)
}

/** True when the window ran; false when it could not start and the browser is needed after all. */
async function runElectron(program: string): Promise<boolean> {
  await buildIfStale(root, true)
  const child = spawn(program, [root, ...(file === undefined ? [] : [file])], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  const ended = once(child, 'close').then(([code]) => code === 0, () => false)
  const early = await Promise.race([ended, delay(EARLY_MS, 'running' as const, { ref: false })])
  if (early === false) console.log('Electron tidak dapat dimulai; Rembuk dibuka di peramban. / Electron could not start; using the browser.')
  if (early === 'running') process.exitCode = (await ended) ? 0 : 1
  return early !== false
}

async function runInBrowser(): Promise<void> {
  // Read only here: Electron loads its own copy of the core.
  const [{ runBrowserHost }, { openHome }, { describeError }] = await Promise.all([
    import('#electron/hosts/browser/browser-host-run.ts'),
    import('#electron/hosts/common/home.ts'),
    import('#electron/hosts/common/describe-error.ts'),
  ])
  if (await buildIfStale(root, false)) console.log('Jendela dibangun. / The window is built.')
  const run = runBrowserHost({
    rendererDir: path.join(root, 'dist/renderer'),
    port: values.port === undefined ? undefined : Number(values.port),
    openBackend: () => openHome({ file }),
    print: (line) => console.log(line),
    onReady(host) {
      if (!values['no-open'] && hasDisplay(machine)) openInBrowser(host.singleUseAddress(), machine.platform)
    },
  })
  await run.catch((error: unknown) => {
    console.error(describeError(error))
    process.exitCode = 1
  })
}
