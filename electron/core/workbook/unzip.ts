import { crc32, inflateRawSync } from 'node:zlib'
import { AppError } from '#core/app-error.ts'
import type { ReadLimits } from './read-limits.ts'
import { throughGate } from './zlib-gate.ts'

interface Part {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const END = 0x06_05_4b_50
const CENTRAL = 0x02_01_4b_50
const LOCAL = 0x04_03_4b_50
const WIDE = 0xff_ff_ff_ff

/** Sizes of 64 bits stand in the extra field (id 1), each only where its short form is full. */
function wideSizes(view: Buffer, at: number, length: number, short: readonly number[]): number[] {
  let position = at
  while (position + 4 <= at + length) {
    const id = view.readUInt16LE(position)
    const bytes = view.readUInt16LE(position + 2)
    if (id === 1) {
      let field = position + 4
      return short.map((value) => {
        if (value !== WIDE) return value
        field += 8
        return Number(view.readBigUInt64LE(field - 8))
      })
    }
    position += 4 + bytes
  }
  return [...short]
}

/** The central directory, the only list of parts that is believed. */
function directory(view: Buffer, file: string, limits: ReadLimits): Part[] {
  const damaged = (): AppError => new AppError('file_damaged', { file })
  let end = -1
  for (let at = view.length - 22; at >= Math.max(0, view.length - 22 - 65_535); at--) {
    if (view.readUInt32LE(at) === END) {
      end = at
      break
    }
  }
  if (end === -1) throw damaged()
  const count = view.readUInt16LE(end + 10)
  if (count > limits.packedParts) throw new AppError('file_expands_too_far', { file, limit: limits.expandedBytes })
  let at = view.readUInt32LE(end + 16)
  const parts: Part[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== CENTRAL) throw damaged()
    const nameLength = view.readUInt16LE(at + 28)
    const extraLength = view.readUInt16LE(at + 30)
    const [size = 0, packed = 0, offset = 0] = wideSizes(view, at + 46 + nameLength, extraLength, [
      view.readUInt32LE(at + 24), view.readUInt32LE(at + 20), view.readUInt32LE(at + 42),
    ])
    const name = view.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/').replace(/^\/+/, '')
    parts.push({ name, method: view.readUInt16LE(at + 10), flags: view.readUInt16LE(at + 8), crc: view.readUInt32LE(at + 16), packed, size, offset })
    at += 46 + nameLength + extraLength + view.readUInt16LE(at + 32)
  }
  return parts
}

/** Unpacks one part; what it really unpacks to is bounded, whatever its header says. */
function unpack(view: Buffer, part: Part, room: number, file: string, limits: ReadLimits): Buffer {
  const damaged = (): AppError => new AppError('file_damaged', { file })
  const tooFar = (): AppError => new AppError('file_expands_too_far', { file, limit: limits.expandedBytes })
  if (part.flags & 1) throw new AppError('file_encrypted', { file })
  if (part.offset + 30 > view.length || view.readUInt32LE(part.offset) !== LOCAL) throw damaged()
  const from = part.offset + 30 + view.readUInt16LE(part.offset + 26) + view.readUInt16LE(part.offset + 28)
  if (from + part.packed > view.length) throw damaged()
  const data = view.subarray(from, from + part.packed)
  const ceiling = Math.min(room, Math.max(limits.ratioFromBytes, part.packed * limits.expansionRatio))
  let content: Buffer
  if (part.method === 0) content = data
  else if (part.method === 8) {
    try {
      content = throughGate(() => inflateRawSync(data, { maxOutputLength: Math.max(1, ceiling) }))
    } catch (error) {
      throw error instanceof RangeError ? tooFar() : damaged()
    }
  } else throw damaged()
  if (content.length > ceiling) throw tooFar()
  if (content.length !== part.size || crc32(content) !== part.crc) throw damaged()
  return content
}

/**
 * Parts of a zip file that `wanted` asks for, unpacked, by name. Refuses what would unpack too far: first by the sizes that the
 * file declares, then by what really comes out. Every part is checked against its checksum.
 * @throws AppError `file_damaged`, `file_encrypted`, `file_expands_too_far`
 */
export function unzip(bytes: Uint8Array, file: string, limits: ReadLimits, wanted: (name: string) => boolean): { readonly names: string[]; readonly parts: Map<string, Buffer> } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const list = directory(view, file, limits)
  const tooFar = list.some(({ size, packed }) => size > limits.ratioFromBytes && size > packed * limits.expansionRatio)
  if (tooFar || list.reduce((sum, { size }) => sum + size, 0) > limits.expandedBytes) throw new AppError('file_expands_too_far', { file, limit: limits.expandedBytes })
  const parts = new Map<string, Buffer>()
  let room = limits.expandedBytes
  for (const part of list) {
    if (part.name.endsWith('/') || parts.has(part.name) || !wanted(part.name)) continue
    const content = unpack(view, part, room, file, limits)
    room -= content.length
    parts.set(part.name, content)
  }
  return { names: list.map(({ name }) => name), parts }
}
