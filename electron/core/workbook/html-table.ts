import type { ReadLimits } from './read-limits.ts'

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', middot: '·', ndash: '–', mdash: '—', rsquo: '’', lsquo: '‘' }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
  })
}

function textOf(markup: string): string {
  const text = markup.includes('<') ? markup.replace(/<br\s*\/?>/gi, ' ').replace(/<[^<>]*>/g, '') : markup
  return decodeEntities(text).replace(/\s+/g, ' ').trim()
}

/** The text without what stands between two marks, marks included; a part that is never closed ends the text. */
function without(text: string, open: string, close: string): string {
  const lower = text.toLowerCase()
  const kept: string[] = []
  let from = 0
  for (let at = lower.indexOf(open); at !== -1; at = lower.indexOf(open, from)) {
    kept.push(text.slice(from, at))
    const end = lower.indexOf(close, at + open.length)
    if (end === -1) return kept.join('')
    from = end + close.length
  }
  return kept.length === 0 ? text : kept.join('') + text.slice(from)
}

function span(tag: string, name: string): number {
  const value = Number(new RegExp(String.raw`\b${name}\s*=\s*["']?(\d{1,5})`, 'i').exec(tag)?.[1] ?? 1)
  return Math.min(Math.max(value, 1), 1000)
}

/**
 * Tables of an HTML page, as cells of text: many offices' programs save such a page under the name `.xls`. A cell that spans
 * columns or rows stands in its first one only. Tables inside tables are read as rows of the outer one. Reads every character once.
 */
export function readHtmlTables(html: string, limits: ReadLimits): string[][][] {
  const source = ['<!--|-->', '<script|</script', '<style|</style'].reduce((rest, marks) => without(rest, ...(marks.split('|') as [string, string])), html)
  const token = /<(\/?)(table|tr|td|th)\b([^<>]*)>/gi
  const tables: string[][][] = []
  let rows: string[][] | null = null
  let row: string[] = []
  let below: number[] = []
  let cell: { from: number; column: number } | null = null
  let depth = 0
  let column = 0
  const closeCell = (end: number): void => {
    if (cell && cell.column < limits.columns) row[cell.column] = textOf(source.slice(cell.from, end))
    cell = null
  }
  const openRow = (): void => {
    row = []
    rows?.push(row)
    column = 0
    below = below.map((left) => Math.max(0, left - 1))
  }
  for (const match of source.matchAll(token)) {
    const [whole, slash, tag = '', rest = ''] = match
    const name = tag.toLowerCase()
    closeCell(match.index)
    if (name === 'table') {
      depth += slash ? -1 : 1
      if (!slash && depth === 1) {
        rows = []
        tables.push(rows)
        below = []
      }
      if (depth <= 0) {
        rows = null
        depth = 0
      }
    } else if (rows && name === 'tr' && !slash) {
      if (rows.length > limits.rows + 1_000) break
      openRow()
    } else if (rows && !slash && (name === 'td' || name === 'th')) {
      if (rows.length === 0) openRow()
      while ((below[column] ?? 0) > 0) column++
      const width = Math.min(span(rest, 'colspan'), limits.columns)
      const height = span(rest, 'rowspan')
      cell = { from: match.index + whole.length, column }
      if (height > 1) for (let index = column; index < Math.min(column + width, limits.columns); index++) below[index] = height
      column += width
    }
  }
  return tables.map((table) => table.map((cells) => Array.from(cells, (value) => value ?? '')))
}
