import type { ReadLimits } from './read-limits.ts'
import type { TellRows } from './read-worker-messages.ts'

/** Text of a file: UTF-8 or UTF-16 by its mark, UTF-8 where it is valid, otherwise Windows-1252 (Excel's "CSV" on Windows). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Excel's longest cell. A quote that is not closed by then never was one. */
const LONGEST_CELL = 32_767

/** End of a quoted field that starts at `from` (after the quote): index of the closing quote, or −1. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at !== -1 && at - from > LONGEST_CELL ? -1 : at
}

/** Rows of delimited text; stops after `maxRows` rows. Quotes as in RFC 4180; a quote that is never closed is a character. `rowRead` hears after every row how many there are. */
export function parseDelimited(text: string, delimiter: string, maxRows: number, maxColumns: number, rowRead: (rows: number) => void = () => undefined): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const put = (value: string): void => {
    if (row.length < maxColumns) row.push(value)
  }
  while (at < text.length && rows.length < maxRows) {
    let value = ''
    const quote = text[at] === '"' ? closingQuote(text, at + 1) : -1
    if (quote !== -1) {
      value = text.slice(at + 1, quote).replaceAll('""', '"')
      at = quote + 1
    }
    let end = at
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
    put(value + text.slice(at, end))
    if (text[end] === delimiter) {
      at = end + 1
      if (at === text.length) put('')
      continue
    }
    rows.push(row)
    rowRead(rows.length)
    row = []
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
  }
  if (row.length > 0 && rows.length < maxRows) rows.push(row)
  return rows
}

const DELIMITERS = [';', ',', '\t', '|'] as const

/**
 * The delimiter that makes the widest of the first rows, or the one that a first line `sep=;` names; `undefined` where no row has
 * two columns.
 */
export function findDelimiter(text: string): string | undefined {
  const named = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (named) return named
  const head = text.slice(0, 65_536)
  let found: string | undefined
  let widest = 1
  for (const delimiter of DELIMITERS) {
    const width = Math.max(0, ...parseDelimited(head, delimiter, 40, 1000).map((row) => row.length))
    if (width > widest) [found, widest] = [delimiter, width]
  }
  return found
}

/** Lines that hold text up to the last: as many rows as there are, unless a cell holds a line end. */
function lineCount(text: string): number {
  let lines = text.endsWith('\n') || text === '' ? 0 : 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** Rows of delimited text of unknown delimiter, or `undefined` where it is no table. The line `sep=` is no row. */
export function readDelimited(bytes: Uint8Array, limits: ReadLimits, tellRows: TellRows): string[][] | undefined {
  const text = decodeText(bytes)
  const delimiter = findDelimiter(text)
  if (delimiter === undefined) return undefined
  const lines = lineCount(text)
  const rowRead = (rows: number): void => { if (rows % 1_000 === 0) tellRows(Math.min(rows, lines), lines) }
  return parseDelimited(text.replace(/^sep=.\r?\n/i, ''), delimiter, limits.rows + 1_000, limits.columns, rowRead)
}
