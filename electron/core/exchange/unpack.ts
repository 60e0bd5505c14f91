import { hash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { PACKAGE_FORMAT, PACKAGE_VERSION, type PackageBody, packageBody, packageSignature, packageSum } from '#shared/contract/exchange-package.ts'
import { canonicalJson, type Json } from '#shared/domain/canonical-json.ts'
import { isSignedBy } from './signing.ts'

/** Largest package as a file, and what it may unpack to: a hundred times a large village. */
export const MAX_PACKED_BYTES = 1024 * 1024
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024

/**
 * Why a file is no package that can be taken: not one at all, broken on the way, changed after it was made, of a newer program, unpacking
 * without end, or whole and yet saying what no program says.
 */
export type UnpackFault = 'not_a_package' | 'damaged' | 'altered' | 'newer_format' | 'too_big' | 'invalid'

export type Unpacked =
  | { readonly fault: UnpackFault }
  | { readonly fault: null; readonly body: PackageBody; readonly sha256: string; readonly key: string | null }

function isRecord(value: unknown): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** zlib says the same of a file that was cut and of one whose bytes were changed: broken on the way. */
function unzip(bytes: Uint8Array): string | UnpackFault {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return 'not_a_package'
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES }))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_big' : 'damaged'
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Reads a package: nothing in it is trusted before its size, its sum, its signature and its form are in order. Never throws for what a file holds. */
export function unpackPackage(bytes: Uint8Array): Unpacked {
  if (bytes.length === 0) return { fault: 'damaged' }
  if (bytes.length > MAX_PACKED_BYTES) return { fault: bytes[0] === 0x1f && bytes[1] === 0x8b ? 'too_big' : 'not_a_package' }
  const text = unzip(bytes)
  if (text === 'not_a_package' || text === 'damaged' || text === 'too_big') return { fault: text }
  const json = parse(text)
  // A gzip of something else is a whole file of another kind; one that began as ours was broken.
  if (!isRecord(json)) return { fault: text.includes(`"${PACKAGE_FORMAT}"`) ? 'damaged' : 'not_a_package' }
  if (json['format'] !== PACKAGE_FORMAT) return { fault: 'not_a_package' }
  const version = json['formatVersion']
  if (typeof version === 'number' && version > PACKAGE_VERSION) return { fault: 'newer_format' }
  const { sha256, ...signed } = json
  const { signature, ...rest } = signed
  if (!packageSum.safeParse(sha256).success) return { fault: 'altered' }
  let sum: string
  try {
    sum = hash('sha256', canonicalJson(signed))
  } catch {
    return { fault: 'invalid' }
  }
  if (sum !== sha256) return { fault: 'altered' }
  const key = signature === undefined ? null : packageSignature.safeParse(signature)
  if (key !== null && (!key.success || !isSignedBy(Buffer.from(canonicalJson(rest)), key.data))) return { fault: 'altered' }
  const body = packageBody.safeParse(rest)
  return body.success ? { fault: null, body: body.data, sha256: sum, key: key?.data?.key ?? null } : { fault: 'invalid' }
}
