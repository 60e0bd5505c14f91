import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A sheet of styles of the window: beside the bundle, or in the sources. */
function styles(name: string, source: string): string {
  const beside = path.join(import.meta.dirname, name)
  return readFileSync(existsSync(beside) ? beside : path.join(import.meta.dirname, '../../renderer', source), 'utf8')
}

/** What papers look like in the window, with the colours of print alone: the same rules for every face. */
export function paperStyles(): string {
  const colours = [...styles('tokens.css', 'styles/tokens.css').matchAll(/--print-[a-z-]+:[^;]+;/g)].map(([colour]) => colour)
  return `:root{${colours.join('')}}${styles('paper.css', 'ui/paper.css')}`
}
