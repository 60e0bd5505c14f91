import path from 'node:path'
import { _electron as electron, type Page } from '@playwright/test'
import { electronObstacle, findElectron, thisMachine } from '../../../build/scripts/find-electron.ts'

const ROOT = path.join(import.meta.dirname, '../../..')

/** Where the journeys run: in Chromium over the browser host, or with `APP_HOST=electron` in the application's own window. */
export const HOST = process.env['APP_HOST'] === 'electron' ? 'electron' : 'browser'

/** Why the journeys cannot run in Electron on this machine; `undefined` where they can. */
export function whyNoElectron(): string | undefined {
  if (!findElectron(ROOT, process.env)) return 'Electron\'s binary is not installed on this machine'
  const obstacle = electronObstacle(thisMachine())
  return obstacle === undefined ? undefined : `Electron cannot show a window here: ${obstacle}`
}

/** Starts the application's own window from the built bundles. @param open as `REMBUK_OPEN` */
export async function startElectron(home: string, open: string): Promise<{ readonly address: string; readonly home: string; readonly window: Page; stop(): Promise<void> }> {
  const env = Object.fromEntries(Object.entries({ ...process.env, REMBUK_HOME: home, REMBUK_OPEN: open }).filter((pair): pair is [string, string] => pair[1] !== undefined))
  const app = await electron.launch({ executablePath: String(findElectron(ROOT, process.env)), args: [ROOT], env })
  return { address: 'app://rembuk/', home, window: await app.firstWindow(), stop: () => app.close() }
}
