/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'empty' | 'zip' | 'ole' | 'html' | 'xml-spreadsheet' | 'text' | `not:${string}`

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['bmp', [0x42, 0x4d]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['program', [0x4d, 0x5a]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
]

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte)

/** True where the bytes hold what no text holds: NUL (outside UTF-16) or many control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  let control = 0
  for (const byte of head) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) control++
  }
  return control * 20 > head.length
}

const isWide = (bytes: Uint8Array): boolean => starts(bytes, [0xff, 0xfe]) || starts(bytes, [0xfe, 0xff])

/** Kind of a file by its content. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole'
  const text = new TextDecoder(isWide(bytes) ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'latin1').decode(bytes.subarray(0, 8192))
  const image = SIGNATURES.find(([name, signature]) => starts(bytes, signature) && (name !== 'bmp' || isBinary(bytes)) && (name !== 'program' || isBinary(bytes)))
  if (image) return `not:${image[0]}`
  if (starts(bytes, [0x52, 0x49, 0x46, 0x46]) && text.slice(8, 12) === 'WEBP') return 'not:webp'
  if (text.slice(4, 8) === 'ftyp') return 'not:video'
  if (!isWide(bytes) && isBinary(bytes)) return 'not:unknown'
  if (/^[\s\u00ef\u00bb\u00bf]*$/.test(text) && bytes.length <= 8192) return 'empty'
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(text) && /<(\w+:)?Workbook/.test(text)) return 'xml-spreadsheet'
  if (/<(!doctype html|html|head|body|table|meta|style|div)[\s>]/i.test(text)) return 'html'
  return 'text'
}
