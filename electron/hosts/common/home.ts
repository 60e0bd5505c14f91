import os from 'node:os'
import path from 'node:path'
import { createHomeApp } from '#core/app.ts'
import { createHome } from '#core/services/home.ts'
import { ensureSample } from '#core/services/home-open.ts'

/** Folder where a host keeps its workspaces: `REMBUK_HOME`, else `Rembuk` in the user's own folder. */
export function homeFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(env['REMBUK_HOME'] || path.join(os.homedir(), 'Rembuk'))
}

/**
 * The application over the home folder, with nothing open: the window begins with its first screen. `file` is opened at once;
 * without one `REMBUK_OPEN` may name a file, or `sample` for the sample village, made where it is missing.
 * Closing the answer backs up what changed and closes the open workspace; its answer is why that backup could not be made. @throws AppError workspace_*, migration_failed
 */
export async function openHome({ file, env = process.env }: { readonly file?: string | undefined; readonly env?: NodeJS.ProcessEnv } = {}) {
  const home = createHome(homeFolder(env))
  const wanted = file ?? env['REMBUK_OPEN']
  if (wanted) await home.openFile(wanted === 'sample' && file === undefined ? await ensureSample(home, 'village') : wanted)
  const files = { folder: home.folder, offer: home.offer, recent: home.recent, isOpen: () => home.current() !== null, backUp: home.backUp }
  const close = async (): Promise<unknown> => {
    await home.close()
    return home.backupFailure()?.error
  }
  return { ...createHomeApp(home), home, files, close }
}
