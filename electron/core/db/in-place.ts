import { type BigIntStats, statSync } from 'node:fs'

function look(file: string): BigIntStats | undefined {
  return statSync(file, { bigint: true, throwIfNoEntry: false })
}

/**
 * Remembers which file stands at a path now. @returns whether it is still that one: what was moved, deleted or replaced while it is open would
 * take every further change with it, and SQLite looks only before its first one. On Windows an open file cannot be replaced, and the numbers
 * that shares give their files change there, so only whether there is one counts.
 */
export function watchPlace(file: string): () => boolean {
  const opened = look(file)
  return () => {
    const now = look(file)
    if (now === undefined || process.platform === 'win32') return now !== undefined
    return now.ino === opened?.ino && now.dev === opened.dev
  }
}
