import { globSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * True where the built window is missing or older than a file that it is made of.
 * @param root the project's folder
 */
export function isStale(root: string, built: string, sources: readonly string[]): boolean {
  const made = modified(path.join(root, built))
  return made === undefined || globSync([...sources], { cwd: root }).some((file) => (modified(path.join(root, file)) ?? 0) > made)
}

const WINDOW_SOURCES = ['renderer/**/*', 'shared/**/*', 'build/vite.config.ts', 'package-lock.json']
const NODE_SOURCES = [...WINDOW_SOURCES, 'electron/**/*']

/** Builds what a start needs, if it is not up to date: the window for the browser host, all three parts for Electron. */
export async function buildIfStale(root: string, forElectron: boolean): Promise<boolean> {
  const stale = isStale(root, 'dist/renderer/index.html', WINDOW_SOURCES) || (forElectron && isStale(root, 'dist/electron/main.js', NODE_SOURCES))
  if (!stale) return false
  const { createBuilder } = await import('vite')
  const builder = await createBuilder({ configFile: path.join(root, 'build/vite.config.ts'), logLevel: 'warn' })
  const { client } = builder.environments
  if (forElectron || !client) await builder.buildApp()
  else await builder.build(client)
  return true
}

function modified(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs
}
