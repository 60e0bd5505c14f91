import type { Cell } from '#shared/sheets/read/cell.ts'

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of an XML value: entities, and Excel's `_x000D_` for characters that XML cannot hold. */
function unescape(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, (_, name: string) => {
        if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? ''
        const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
        return code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
      })
    : text
  return plain.includes('_x') ? plain.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : plain
}

/** Column index of a reference such as `AB12`; −1 where there is none. */
function columnOf(xml: string, from: number): number {
  let column = 0
  for (let at = from; ; at++) {
    const letter = xml.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) return column - 1
    column = column * 26 + letter
  }
}

/** Content of the first `<tag …>…</tag>` between two places; `undefined` without one. */
function content(xml: string, tag: string, from: number, to: number): string | undefined {
  const start = xml.indexOf(`<${tag}`, from)
  if (start === -1 || start >= to) return undefined
  const open = xml.indexOf('>', start)
  if (open === -1 || open >= to || xml[open - 1] === '/') return undefined
  const end = xml.indexOf(`</${tag}>`, open)
  return end === -1 || end > to ? undefined : xml.slice(open + 1, end)
}

/** Text of an inline string: its runs joined, without the phonetic ones. */
function inlineText(markup: string): string {
  let text = ''
  for (const match of markup.replace(/<rPh[\s>].*?<\/rPh>/gs, '').matchAll(/<t(?:\s[^<>]*)?>([^<]*)<\/t>/g)) text += match[1] ?? ''
  return unescape(text)
}

function valueOf(type: string, xml: string, from: number, to: number, strings: readonly string[]): Cell {
  if (type === 'inlineStr') return inlineText(xml.slice(from, to))
  const value = content(xml, 'v', from, to)
  if (value === undefined || value === '') return null
  switch (type) {
    case 's':
      return strings[Number(value)] ?? null
    case 'b':
      return value === '1' || value === 'true'
    case 'e':
      return null
    case 'str':
    case 'd':
      return unescape(value)
    default: {
      const number = Number(value)
      return Number.isNaN(number) ? null : number
    }
  }
}

/** Rows of the largest worksheet that there is. */
const LAST_ROW = 1_048_576

const TYPE = /\st="(\w+)"/

/**
 * Values of a worksheet part (ECMA-376, 18.3.1), row by row, in one pass and without building cells: reading a list is mostly
 * this. Dates stay serial numbers (ISO dates, type `d`, text), errors nothing. `undefined` where the part is written in a way that
 * is rarely met (prefixed elements, comments, other quotes): the caller then takes the slow way.
 */
export function readWorksheet(part: Buffer, strings: readonly string[], maxColumns: number): (Cell[] | undefined)[] | undefined {
  if (part.includes('<!--') || part.includes('<![CDATA[') || part.includes("r='") || !part.includes('<sheetData')) return undefined
  const xml = part.toString('utf8')
  const end = xml.indexOf('</sheetData>')
  const rows: (Cell[] | undefined)[] = []
  let row: Cell[] = []
  let column = -1
  let at = xml.indexOf('<', xml.indexOf('<sheetData') + 1)
  while (at !== -1 && at < end) {
    const close = xml.indexOf('>', at)
    if (close === -1) return undefined
    let next = close
    if (xml.startsWith('<row', at)) {
      const number = /\sr="(\d{1,7})"/.exec(xml.slice(at, close))?.[1]
      row = []
      const index = number === undefined ? rows.length : Number(number) - 1
      if (index < 0 || index >= LAST_ROW || rows[index]) return undefined
      while (rows.length < index) rows.push(undefined)
      rows[index] = row
      column = -1
    } else if (xml.startsWith('<c ', at) || xml.startsWith('<c>', at) || xml.startsWith('<c/', at)) {
      const head = xml.slice(at, close)
      const reference = head.indexOf(' r="')
      if (reference === -1 && /\sr\s*=/.test(head)) return undefined
      column = reference === -1 ? column + 1 : columnOf(head, reference + 4)
      if (xml[close - 1] !== '/') {
        const stop = xml.indexOf('</c>', close)
        if (stop === -1 || column < 0) return undefined
        if (column < maxColumns) {
          while (row.length < column) row.push(null)
          row[column] = valueOf(TYPE.exec(head)?.[1] ?? 'n', xml, close, stop, strings)
        }
        next = stop + 3
      }
    }
    at = xml.indexOf('<', next)
  }
  return rows
}
