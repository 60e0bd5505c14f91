import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createApp } from '#core/app.ts'
import { buildSampleVillage } from '#core/samples/build.ts'
import { keepBackups } from '#core/services/backup.ts'
import { openSession } from '#core/session.ts'

/** Name of the sample village's workspace in the home folder. */
export const SAMPLE_FILE = 'contoh-kalipucung.rembuk'

/** Folder where a host keeps its workspaces: `REMBUK_HOME`, else `Rembuk` in the user's own folder. */
export function homeFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(env['REMBUK_HOME'] || path.join(os.homedir(), 'Rembuk'))
}

/**
 * The sample village's workspace in a folder, made by `make` if it is not there yet: under another name first, so that a start
 * that was interrupted leaves no half-made sample. An existing file is never touched. @returns its path
 */
export async function ensureSample(folder: string, make: (file: string) => Promise<void>): Promise<string> {
  const file = path.join(folder, SAMPLE_FILE)
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  const unfinished = path.join(folder, `.${process.pid}-${SAMPLE_FILE}`)
  try {
    await make(unfinished)
    renameSync(unfinished, file)
  } finally {
    for (const leftover of [unfinished, `${unfinished}-journal`]) rmSync(leftover, { force: true })
  }
  return file
}

/** Opens a workspace file for a host and keeps backups of it; closing the answer backs up what changed and closes the file. @throws AppError workspace_*, migration_failed */
export async function openBackend(file: string) {
  const session = await openSession(file)
  const keeper = keepBackups(session)
  return {
    ...createApp(session),
    async close() {
      await keeper.stop()
      session.close()
    },
  }
}

/** Opens the sample village's workspace in the home folder, made beforehand where it is missing. @throws as `openBackend` */
export async function openHome() {
  return openBackend(await ensureSample(homeFolder(), createSampleWorkspace))
}

async function createSampleWorkspace(file: string): Promise<void> {
  const session = await buildSampleVillage(file)
  session.close()
}
