import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'
import { throughGate } from './zlib-gate.ts'

/** A part of a zip file; its content may be made while it is packed. */
export interface ZipPart {
  readonly name: string
  readonly content: string | Uint8Array | Iterable<string>
}

const LOCAL = 0x04_03_4b_50
const CENTRAL = 0x02_01_4b_50
const END = 0x06_05_4b_50
/** Names are UTF-8. */
const FLAGS = 0x08_00
const DEFLATED = 8
/** Version of the format that knows folders and deflate. */
const VERSION = 20
/** Packing in steps of this size keeps a few steps of the content in memory. */
const STEP = 65_536

interface Packed {
  readonly name: Buffer
  readonly crc: number
  readonly size: number
  readonly data: readonly Buffer[]
  readonly packed: number
}

function* steps(content: Iterable<string>): Generator<Buffer> {
  let text = ''
  for (const piece of content) {
    text += piece
    if (text.length < STEP) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

async function pack({ name, content }: ZipPart): Promise<Packed> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    const whole = Buffer.from(content)
    const data = throughGate(() => deflateRawSync(whole))
    return { name: Buffer.from(name), crc: crc32(whole), size: whole.length, data: [data], packed: data.length }
  }
  const deflate = throughGate(() => createDeflateRaw())
  const data: Buffer[] = []
  let packed = 0
  const done = new Promise<void>((resolve, reject) => {
    deflate.on('data', (chunk: Buffer) => {
      data.push(chunk)
      packed += chunk.length
    }).on('end', resolve).on('error', reject)
  })
  let [crc, size] = [0, 0]
  for (const step of steps(content)) {
    crc = crc32(step, crc)
    size += step.length
    if (!deflate.write(step)) await new Promise((resolve) => { deflate.once('drain', resolve) })
  }
  deflate.end()
  await done
  return { name: Buffer.from(name), crc, size, data, packed }
}

/** Date and time as zip files have them, in steps of two seconds. */
function stamp(at: Date): { readonly time: number; readonly date: number } {
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: ((Math.max(1980, at.getUTCFullYear()) - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  }
}

/** The fields that stand alike before a part and in the list of parts. */
function fieldsOf(part: Packed, at: Date): Buffer {
  const fields = Buffer.alloc(26)
  const { time, date } = stamp(at)
  for (const [index, value] of [VERSION, FLAGS, DEFLATED, time, date].entries()) fields.writeUInt16LE(value, index * 2)
  for (const [index, value] of [part.crc, part.packed, part.size].entries()) fields.writeUInt32LE(value, 10 + index * 4)
  fields.writeUInt16LE(part.name.length, 22)
  return fields
}

function headed(signature: number, ...rest: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(signature)
  return Buffer.concat([head, ...rest])
}

/**
 * A zip file of these parts in their order, under 4 GB; the same parts and time give the same bytes. Content that is made piece by piece is
 * packed meanwhile, so that only its packed form is ever whole in memory.
 */
export async function zipFile(parts: Iterable<ZipPart>, at: Date): Promise<Uint8Array> {
  const body: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const packed = await pack(part)
    const fields = fieldsOf(packed, at)
    const head = headed(LOCAL, fields, packed.name)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const version = Buffer.from([VERSION, 0])
    list.push(headed(CENTRAL, version, fields, tail, packed.name))
    body.push(head, ...packed.data)
    offset += head.length + packed.packed
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(list.length, 4)
  end.writeUInt16LE(list.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...body, directory, headed(END, end)]))
}
