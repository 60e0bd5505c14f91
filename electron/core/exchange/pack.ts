import { hash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { PackageBody } from '#shared/contract/exchange-package.ts'
import { canonicalJson, type Json } from '#shared/domain/canonical-json.ts'
import { signBytes } from './signing.ts'

export interface PackedPackage {
  readonly bytes: Uint8Array
  /** Names the package: the sum over everything else in it. */
  readonly sha256: string
}

/** The bytes of a package: canonical JSON with its signature (where there is a key) and its sum, packed. Equal contents give equal bytes. */
export function packPackage(body: PackageBody, secret?: string): PackedPackage {
  const json = body as unknown as Record<string, Json>
  const signed = secret === undefined ? json : { ...json, signature: { ...signBytes(Buffer.from(canonicalJson(json)), secret) } }
  const sha256 = hash('sha256', canonicalJson(signed))
  return { bytes: gzipSync(canonicalJson({ ...signed, sha256 }), { level: 9 }), sha256 }
}
