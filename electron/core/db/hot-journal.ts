import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'

const MAGIC = 'd9d505f920a163d7'

/** The rollback journal that SQLite keeps beside a file while a change is being written. */
export function journalName(file: string): string {
  return `${file}-journal`
}

/** SQLite's check sum of a page in the journal: its start value, and every 200th byte from the end. */
function pageSum(page: Buffer, start: number): number {
  let sum = start
  for (let at = page.length - 200; at > 0; at -= 200) sum = (sum + (page[at] ?? 0)) >>> 0
  return sum
}

/**
 * What is wrong with a rollback journal that a killed program left; `undefined` where there is none or it is in order. SQLite
 * stops playing back at the first faulty page and calls that success, which would mix old and new figures: better not to begin.
 * @see https://www.sqlite.org/fileformat.html#the_rollback_journal
 */
export function journalFault(file: string): string | undefined {
  const name = journalName(file)
  if (!existsSync(name)) return undefined
  const handle = openSync(name, 'r')
  try {
    const { size } = fstatSync(handle)
    const read = (at: number, length: number) => {
      const bytes = Buffer.alloc(length)
      return readSync(handle, bytes, 0, length, at) === length ? bytes : undefined
    }
    for (let at = 0; at < size;) {
      const header = read(at, 28)
      if (!header) return undefined
      // SQLite writes the magic number last: without it the journal was not yet safe, and the file not yet changed
      if (header.subarray(0, 8).every((byte) => byte === 0)) return undefined
      if (header.toString('hex', 0, 8) !== MAGIC) return at === 0 ? 'journal: header' : undefined
      const [records, start, sector, pageSize] = [header.readUInt32BE(8), header.readUInt32BE(12), header.readUInt32BE(20), header.readUInt32BE(24)]
      // 0: its pages were not yet safe, so the file was not yet changed
      if (records === 0) return undefined
      if (sector < 32 || pageSize < 512 || pageSize > 65_536) return 'journal: header'
      const first = at + sector
      const count = records === 0xffffffff ? Math.floor((size - first) / (pageSize + 8)) : records
      for (let index = 0; index < count; index += 1) {
        const record = read(first + index * (pageSize + 8), pageSize + 8)
        if (!record || record.readUInt32BE(pageSize + 4) !== pageSum(record.subarray(4, pageSize + 4), start)) return `journal: page ${index + 1} of ${count}`
      }
      at = Math.ceil((first + count * (pageSize + 8)) / sector) * sector
    }
    return undefined
  } finally {
    closeSync(handle)
  }
}
