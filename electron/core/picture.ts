import { AppError } from './app-error.ts'
import type { Logo } from '#shared/sheets/sheet.ts'

/** Most that an emblem may take in the workspace, which carries it in every copy and backup. */
const LOGO_LIMITS = { bytes: 200_000, pixels: 2_000 } as const

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const

/** Size in pixels of a PNG, from its first block; null where it is none. */
function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes.length < 33 || PNG.some((byte, index) => bytes[index] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Size in pixels of a JPEG, from its frame header, wherever that stands among the blocks; null where it is none. */
function jpegSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    // Start of frame: C0 … CF but for the tables C4, C8 and CC.
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else at += 2 + view.getUint16(at + 2)
  }
  return null
}

/**
 * A picture that a user supplied as an emblem: PNG or JPEG by its bytes, whatever its name says.
 * @throws AppError `logo_not_a_picture` where it is neither or has no size, `logo_too_big` beyond the limits
 */
export function logoOf(name: string, bytes: Uint8Array): Logo {
  const png = pngSize(bytes)
  const size = png ?? jpegSize(bytes)
  if (size === null || size.width === 0 || size.height === 0) throw new AppError('logo_not_a_picture', { file: name })
  if (bytes.length > LOGO_LIMITS.bytes || Math.max(size.width, size.height) > LOGO_LIMITS.pixels) {
    throw new AppError('logo_too_big', { file: name, bytes: bytes.length, limit: LOGO_LIMITS.bytes, pixels: Math.max(size.width, size.height), most: LOGO_LIMITS.pixels })
  }
  return { type: png ? 'png' : 'jpeg', base64: Buffer.from(bytes).toString('base64'), ...size }
}
