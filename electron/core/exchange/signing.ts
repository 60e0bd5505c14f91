import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'

/** DER before the 32 bytes of an Ed25519 public key (RFC 8410). */
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

export interface Signature {
  /** The 32 bytes of the public key, base64url. */
  readonly key: string
  readonly value: string
}

/** A new Ed25519 key, as PKCS 8 in base64. */
export function newSecret(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
}

function privateKey(secret: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(secret, 'base64'), format: 'der', type: 'pkcs8' })
}

/** The public half of a secret, as it stands in a package. */
export function publicKeyOf(secret: string): string {
  return createPublicKey(privateKey(secret)).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length).toString('base64url')
}

/** Signs bytes. The same bytes and key always give the same signature. */
export function signBytes(bytes: Uint8Array, secret: string): Signature {
  return { key: publicKeyOf(secret), value: sign(null, bytes, privateKey(secret)).toString('base64url') }
}

/** Whether a signature is of these bytes by the key that it names; a malformed one is of none. */
export function isSignedBy(bytes: Uint8Array, { key, value }: Signature): boolean {
  const raw = Buffer.from(key, 'base64url')
  if (raw.length !== 32) return false
  try {
    return verify(null, bytes, createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' }), Buffer.from(value, 'base64url'))
  } catch {
    return false
  }
}

/** What people compare a key by: 16 hexadecimal digits of it in groups of four. */
export function fingerprint(key: string): string {
  return Buffer.from(key, 'base64url').toString('hex').slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ')
}
