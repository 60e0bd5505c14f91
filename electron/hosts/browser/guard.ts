import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is refused; `undefined` from a check means that it may pass. */
export type Refusal = 'host' | 'origin' | 'secret'

/** A secret of 256 random bits, safe in addresses and cookies. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares without telling by its duration how much was right. */
export function sameSecret(given: string, wanted: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(wanted)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Cookies are shared by all ports of a machine, so the name carries the port: two running copies do not log each other out. */
export function cookieName(port: number): string {
  return `rembuk-${port}`
}

/** The value of a cookie, or `''`. */
export function readCookie(header: string | undefined, name: string): string {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return ''
}

/**
 * Checks where a request comes from: `Host` must be this address itself (a foreign name that was made to point here is DNS
 * rebinding), and `Origin`, which browsers send along with everything that can change something, must be this address too.
 */
export function checkOrigin(headers: IncomingHttpHeaders, authority: string, originNeeded: boolean): Refusal | undefined {
  if (headers.host !== authority) return 'host'
  const { origin } = headers
  if (origin === undefined) return originNeeded ? 'origin' : undefined
  return origin === `http://${authority}` ? undefined : 'origin'
}
