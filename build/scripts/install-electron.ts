import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const LIMIT_MS = 20_000

/**
 * Lets Electron's own installer fetch its program, once: success or not, a marker keeps later starts from trying again, so a
 * machine without a network does not wait each time. Says nothing and never throws; the caller looks for the program afterwards.
 * @param root folder that holds `node_modules`
 */
export async function installElectronOnce(root: string, limitMs = LIMIT_MS): Promise<void> {
  const installer = path.join(root, 'node_modules/electron/install.js')
  const cache = path.join(root, 'node_modules/.cache/rembuk')
  const marker = path.join(cache, 'electron-install-tried')
  if (existsSync(marker) || !existsSync(installer)) return
  mkdirSync(cache, { recursive: true })
  writeFileSync(marker, 'node node_modules/electron/install.js\n')
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: limitMs, killSignal: 'SIGKILL', windowsHide: true })
    child.on('error', () => resolve())
    child.on('close', () => resolve())
  })
}
