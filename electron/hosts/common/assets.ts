import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
}

export interface Asset {
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
  /** True for files whose name carries a hash of their content: they never change. */
  readonly immutable: boolean
}

/**
 * The file under `root` that a URL path names; `/` is `index.html`. `undefined` for anything else: other kinds of file, folders,
 * source maps, paths that lead out of the folder (also encoded, by backslash or by a link), and paths that cannot be decoded.
 */
export async function readAsset(root: string, urlPath: string): Promise<Asset | undefined> {
  const relative = decodePath(urlPath)
  if (relative === undefined) return undefined
  const type = TYPES[path.extname(relative)]
  if (type === undefined) return undefined
  try {
    const folder = await realpath(root)
    const file = await realpath(path.join(folder, relative))
    if (!file.startsWith(folder + path.sep)) return undefined
    return { type, body: await readFile(file), immutable: relative.startsWith('assets/') }
  } catch {
    return undefined
  }
}

/** The path below the root, or `undefined` where a part of it is empty, hidden, a step upwards, or not plain. */
function decodePath(urlPath: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return undefined
  }
  const relative = decoded === '/' ? 'index.html' : decoded.replace(/^\//, '')
  const plain = relative.split('/').every((part) => /^[\w@-][\w.@-]*$/.test(part))
  return plain ? relative : undefined
}
