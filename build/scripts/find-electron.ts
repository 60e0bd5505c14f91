import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }

/**
 * Path of Electron's program, or `undefined` where it is not installed. Looks at files only: importing the package `electron`
 * would start a download.
 * @param root folder that holds `node_modules`
 */
export function findElectron(root: string, env: NodeJS.ProcessEnv): string | undefined {
  const folder = path.join(root, 'node_modules/electron')
  if (!existsSync(path.join(folder, 'package.json'))) return undefined
  const pathFile = path.join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : (EXECUTABLES[process.platform] ?? 'electron')
  const program = path.join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(folder, 'dist'), name)
  return existsSync(program) ? program : undefined
}

export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  /** Numeric user id; `undefined` on Windows. */
  readonly uid: number | undefined
}

export function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, uid: process.getuid?.() }
}

/** True where a window can be shown. */
export function hasDisplay({ platform, env }: Machine): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/** Why Electron cannot be used here even if it is installed; `undefined` where it can. Electron refuses to run as root on Linux. */
export function electronObstacle(machine: Machine): 'no_display' | 'root' | undefined {
  if (!hasDisplay(machine)) return 'no_display'
  return machine.platform === 'linux' && machine.uid === 0 ? 'root' : undefined
}
