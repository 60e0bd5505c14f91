import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'

/**
 * Gives a finished file its name, never in place of another. A link cannot replace a file; memory sticks (FAT, exFAT) have no
 * links, so there the free name is checked once more and taken. @throws EEXIST where the name is taken
 */
export function giveName(part: string, target: string): void {
  try {
    linkSync(part, target)
    rmSync(part)
  } catch (error) {
    if (existsSync(target)) throw error
    renameSync(part, target)
  }
}
