import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.join(import.meta.dirname, '../..')

export interface Import {
  /** Importing file, from the project's folder, with forward slashes. */
  readonly from: string
  /** What is imported: a file of the project (`electron/core/app.ts`), or a package (`zod`, `node:fs`). */
  readonly to: string
  readonly ours: boolean
}

/** Source files of the project that match the patterns, from the project's folder, with forward slashes, in order. */
export function sourceFiles(...patterns: readonly string[]): string[] {
  return globSync([...patterns], { cwd: ROOT }).map((file) => file.replaceAll(path.sep, '/')).toSorted()
}

export function readSource(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
}

const ALIASES: readonly (readonly [prefix: string, folder: string])[] = [
  ['#shared/', 'shared/'], ['#core/', 'electron/core/'], ['#electron/', 'electron/'], ['#renderer/', 'renderer/'], ['#tests/', 'tests/'],
]

/** Every static and dynamic import and re-export with a literal name; the file of a worker thread counts as one. */
export function importsOf(file: string): Import[] {
  const source = readSource(file)
  const names = [
    ...source.matchAll(/^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...source.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
    ...source.matchAll(/['"](\.{1,2}\/[^'"]+\.worker\.ts)['"]/g),
  ]
  return names.map(([, name = '']) => resolveImport(file, name))
}

function resolveImport(from: string, name: string): Import {
  if (name.startsWith('.')) return { from, to: path.posix.join(path.posix.dirname(from), name), ours: true }
  const alias = ALIASES.find(([prefix]) => name.startsWith(prefix))
  if (alias) return { from, to: alias[1] + name.slice(alias[0].length), ours: true }
  return { from, to: name, ours: false }
}

/** Name of the package that an import belongs to: `@orpc/server` of `@orpc/server/node`. */
export function packageOf(name: string): string {
  return name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')
}
