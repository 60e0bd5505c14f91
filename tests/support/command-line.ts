import { spawn } from 'node:child_process'
import path from 'node:path'

const ROOT = path.join(import.meta.dirname, '../..')

export interface Ran {
  readonly exit: number | null
  readonly out: string
  readonly err: string
  /** Standard output as JSON. */
  json<T = unknown>(): T
  /** Standard error as JSON. */
  error(): { code: string; data: Record<string, unknown>; message: string }
}

/** Runs the command line as its user does: a program of its own, from source. Relative paths are read from `cwd`. */
export function rembuk(words: readonly string[], options: { readonly cwd?: string; readonly language?: 'id' | 'en'; readonly env?: Readonly<Record<string, string>> } = {}): Promise<Ran> {
  const child = spawn(process.execPath, [path.join(ROOT, 'electron/cli/main.ts'), ...words], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, INIT_CWD: options.cwd ?? ROOT, REMBUK_LANG: options.language ?? 'id', ...options.env },
  })
  const parts = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (parts.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (parts.err += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exit) => resolve({ exit, ...parts, json: <T>() => JSON.parse(parts.out) as T, error: () => JSON.parse(parts.err) as ReturnType<Ran['error']> }))
  })
}
