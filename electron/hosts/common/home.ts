import os from 'node:os'
import path from 'node:path'
import { createHomeApp } from '#core/app.ts'
import { createHome, type Home } from '#core/services/home.ts'
import { forgetOpen, readOpen } from '#core/services/home-files.ts'
import { ensureSample } from '#core/services/home-open.ts'

/** Folder where a host keeps its workspaces: `REMBUK_HOME`, else `Rembuk` in the user's own folder. */
export function homeFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(env['REMBUK_HOME'] || path.join(os.homedir(), 'Rembuk'))
}

/**
 * The application over the home folder, with the workspace open that was open when it last ended; else the window begins with its first
 * screen. `file` is opened instead; without one `REMBUK_OPEN` may name a file, or `sample` for the sample village, made where it is missing.
 * Closing the answer backs up what changed and closes the open workspace; its answer is why that backup could not be made. @throws AppError workspace_*, migration_failed
 */
export async function openHome({ file, env = process.env }: { readonly file?: string | undefined; readonly env?: NodeJS.ProcessEnv } = {}) {
  const home = createHome(homeFolder(env))
  const wanted = file ?? env['REMBUK_OPEN']
  if (wanted) await home.openFile(wanted === 'sample' && file === undefined ? await ensureSample(home, 'village') : wanted)
  else await reopen(home)
  const files = { folder: home.folder, offer: home.offer, recent: home.recent, isOpen: () => home.current() !== null, backUp: home.backUp }
  const close = async (): Promise<unknown> => {
    await home.end()
    return home.backupFailure()?.error
  }
  return { ...createHomeApp(home), home, files, close }
}

/** Opens what was open when the program last ended. What cannot be opened keeps nobody out: the first screen lists it with its state. */
async function reopen(home: Home): Promise<void> {
  const last = readOpen(home.folder)
  if (last === undefined) return
  // A file that ends the program when it is opened does so once.
  forgetOpen(home.folder)
  await home.openFile(last).catch(() => undefined)
}
