/**
 * Where the tables of a damaged database begin, read from its bytes without SQLite, which gives up on the first fault in the
 * schema; and a first page that names a single table, so that each can be read by itself.
 * @see https://www.sqlite.org/fileformat.html
 */

/** A number of one to nine bytes, and the place behind it. */
function varint(bytes: Buffer, at: number): [value: number, next: number] {
  let value = 0
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index] ?? 0
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return [value, at + index + 1]
  }
  return [value, at + 9]
}

function sizeOfType(type: number): number {
  return type >= 12 ? Math.floor((type - 12) / 2) : ([0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type] ?? 0)
}

/** type, name and root page of one row of the schema; its SQL, which may lie on other pages, is not needed. */
function schemaRow(page: Buffer, cell: number): { type: string; name: string; root: number } | undefined {
  const [, afterSize] = varint(page, cell)
  const [, body] = varint(page, afterSize)
  const [headerSize, firstType] = varint(page, body)
  const types: number[] = []
  for (let at = firstType; types.length < 4 && at < body + headerSize;) {
    const [type, next] = varint(page, at)
    types.push(type)
    at = next
  }
  let at = body + headerSize
  const values = types.map((type) => {
    const value = page.subarray(at, at + sizeOfType(type))
    at += value.length
    return value
  })
  const [type, name, , root] = values
  if (!type || !name || !root || root.length === 0 || root.length > 6) return undefined
  return { type: type.toString('utf8'), name: name.toString('utf8'), root: root.readUIntBE(0, root.length) }
}

/** Root pages of the tables by name, as far as the pages of the schema can be read. */
export function tableRoots(bytes: Buffer, pageSize: number): Map<string, number> {
  const roots = new Map<string, number>()
  const pages = Math.floor(bytes.length / pageSize)
  const waiting = [1]
  for (const number of waiting) {
    if (number < 1 || number > pages || waiting.length > pages) continue
    const page = bytes.subarray((number - 1) * pageSize, number * pageSize)
    const head = number === 1 ? 100 : 0
    const isLeaf = page[head] === 13
    if (!isLeaf && page[head] !== 5) continue
    const cells = page.readUInt16BE(head + 3)
    for (let index = 0; index < cells; index += 1) {
      const pointer = head + (isLeaf ? 8 : 12) + index * 2
      if (pointer + 2 > pageSize) break
      const cell = page.readUInt16BE(pointer)
      if (cell + 4 > pageSize) continue
      if (!isLeaf) waiting.push(page.readUInt32BE(cell))
      else {
        const row = schemaRow(page, cell)
        if (row?.type === 'table' && row.root >= 2 && row.root <= pages) roots.set(row.name, row.root)
      }
    }
    if (!isLeaf) waiting.push(page.readUInt32BE(head + 8))
  }
  return roots
}

/** Writes a length as SQLite does, up to 16,383. */
function short(value: number): number[] {
  return value < 128 ? [value] : [0x80 | (value >> 7), value & 0x7f]
}

/** Makes the first page say that the database is this one table. `sql` must fit on the page. */
export function leaveOneTable(bytes: Buffer, pageSize: number, table: { readonly name: string; readonly root: number; readonly sql: string }): void {
  const texts = ['table', table.name, table.name].map((text) => Buffer.from(text))
  const sql = Buffer.from(table.sql)
  const root = Buffer.alloc(4)
  root.writeUInt32BE(table.root)
  const types = [...texts.flatMap((text) => short(13 + 2 * text.length)), 4, ...short(13 + 2 * sql.length)]
  const record = Buffer.concat([Buffer.from([types.length + 1, ...types]), ...texts, root, sql])
  const cell = Buffer.concat([Buffer.from([...short(record.length), 1]), record])
  bytes.fill(0, 100, pageSize)
  const at = pageSize - cell.length
  bytes[100] = 13
  bytes.writeUInt16BE(1, 103)
  bytes.writeUInt16BE(at, 105)
  bytes.writeUInt16BE(at, 108)
  cell.copy(bytes, at)
}
