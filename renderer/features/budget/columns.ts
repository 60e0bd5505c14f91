import type { Source } from './types.ts'

export interface Column {
  readonly key: string
  readonly kind: 'code' | 'name' | 'volume' | 'price' | 'need' | 'source' | 'funded' | 'gap' | 'perChild'
  /** The source whose money stands in the column. */
  readonly source?: Source
  /** CSS track of the grid. Never `auto`: every row is a grid of its own and must come out the same. */
  readonly track: string
  /** Least width in px, which the table scrolls under. */
  readonly least: number
  /** What it can do with in px where there is no more room. */
  readonly lowest?: number
  /** Stays in sight at the right, beside what is missing, while the sources scroll. */
  readonly stays?: boolean
}

/** Sources that have or pay something, in their order, in which those outside the budget stand last. Where none has, all of the budget's. */
function sourceColumns(sources: readonly Source[]): Source[] {
  const used = sources.filter((source) => source.available > 0 || source.spent > 0)
  return used.length > 0 ? used : sources.filter((source) => source.onBudget)
}

/** Widths in px that its user gave to columns, by their keys. */
export type Widths = Readonly<Record<string, number>>

/** With less than this, what is funded would leave no source in sight: it then scrolls with them. */
const STAYS_PX = 824

export const WIDTHS_PX = { least: 44, most: 720 } as const

/** Room in px that a sum takes in the weight of a total, at the size of the grid. */
function sumWidth(amount: number): number {
  const digits = String(amount).length
  return digits * 8 + Math.floor((digits - 1) / 3) * 4 + 4
}

/** Room that a name of so many letters takes in two lines, or in three where it would take more than its share of the screen. */
function nameWidth(least: number, letters: number): number {
  return Math.max(least, Math.min(300, Math.ceil(letters * 3.7)))
}

/** One long name takes more lines rather than push a source out of sight, where all of them fit beside shorter ones. */
function nameRoom(columns: readonly Column[], room: number): Column[] {
  const others = columns.reduce((sum, { kind, least }) => (kind === 'name' || kind === 'perChild' ? sum : sum + least), 0)
  return columns.map((column) => {
    const least = column.kind === 'name' && column.lowest !== undefined && room - others >= column.lowest ? Math.min(column.least, room - others) : column.least
    return least === column.least ? column : { ...column, least, track: `minmax(${least}px, 3fr)` }
  })
}

/**
 * Where not all columns fit beside what stays in sight, those of the sources take so much that the last one in sight is whole: nobody reads half
 * of a sum as the sum. A source that was given a width keeps it.
 */
function fitted(columns: readonly Column[], room: number, widths: Widths): Column[] {
  const all = columns.reduce((sum, { least }) => sum + least, 0)
  if (room === 0 || all <= room) return [...columns]
  const scrolls = ({ kind, stays }: Column) => kind === 'source' || (kind === 'funded' && !stays)
  const middle = columns.filter(scrolls)
  const free = room - columns.reduce((sum, column) => (scrolls(column) || column.kind === 'perChild' ? sum : sum + column.least), 0)
  const ends = middle.map((_, index) => middle.slice(0, index + 1).reduce((sum, { least }) => sum + least, 0))
  const whole = ends.filter((end) => end <= free).length
  const grows = ({ key, kind }: Column) => kind === 'source' && widths[key] === undefined
  const growing = middle.slice(0, whole).filter(grows)
  if (growing.length === 0) return [...columns]
  const rest = free - (ends[whole - 1] ?? 0)
  const more = Math.floor(rest / growing.length)
  return columns.map((column) => {
    if (!grows(column)) return column
    // The first one takes what does not go round.
    const least = column.least + more + (column === growing[0] ? rest - more * growing.length : 0)
    return { ...column, least, track: `${least}px` }
  })
}

/**
 * The columns from left to right: what it is, how much of it, who pays, what is missing, what it comes to for one child. `longest`
 * counts the letters of the longest name and code and names the largest sum, `room` the width of the table in px, 0 while it is not known.
 */
export function gridColumns(sources: readonly Source[], wide: boolean, widths: Widths = {}, longest: { readonly name: number; readonly code: number; readonly sum?: number } = { name: 0, code: 0 }, room = 0): Column[] {
  // At 1366 and at 1920 px four sources stand beside everything else without scrolling.
  const most = Math.max(0, ...sources.map(({ available, spent }) => Math.max(available, spent)))
  const billions = most >= 1_000_000_000
  const money = (wide ? 112 : 96) + (billions ? 16 : most >= 100_000_000 && !wide ? 6 : 0)
  const sum = sumWidth(longest.sum ?? 0)
  const lowest = wide ? 196 : 142
  const fixed = (kind: Column['kind'], least: number, share = 0): Column => ({ key: kind, kind, least, track: share > 0 ? `minmax(${least}px, ${share}fr)` : `${least}px` })
  const columns = [
    fixed('code', (wide ? 72 : 62) + (longest.code > 9 ? 8 : 0)), { ...fixed('name', nameWidth(lowest, longest.name), 3), lowest }, fixed('volume', wide ? 176 : 142, 1), fixed('price', wide ? 88 : 77), fixed('need', wide ? Math.max(100, sum + 16) : Math.max(92, sum + 8)),
    ...sourceColumns(sources).map((source): Column => ({ key: `source:${source.label}`, kind: 'source', source, ...moneyTrack(money + (source.onBudget ? 0 : 8)) })),
    { ...fixed('funded', wide ? Math.max(150, sum + 62) : Math.max(100, sum + 12)), stays: room === 0 || room >= STAYS_PX }, fixed('gap', wide ? Math.max(100, sum + 16) : Math.max(92, sum + 8)), fixed('perChild', wide ? 96 : 70),
  ]
  const given = columns.map((column) => {
    const px = widths[column.key]
    return px === undefined ? column : { ...column, least: px, lowest: px, track: `${px}px` }
  })
  return fitted(room === 0 ? given : nameRoom(given, room), room, widths)
}

const FIELDS = ['key', 'kind', 'source', 'track', 'least', 'lowest', 'stays'] as const satisfies readonly (keyof Column)[]

/** Columns that show what they showed before stay the same objects, and all of them the same list where none changed, so that only changed cells are drawn again. */
export function reuseColumns(before: readonly Column[], after: readonly Column[]): readonly Column[] {
  const kept = after.map((column) => before.find((old) => FIELDS.every((field) => old[field] === column[field])) ?? column)
  return kept.length === before.length && kept.every((column, index) => column === before[index]) ? before : kept
}

function moneyTrack(least: number): Pick<Column, 'least' | 'track'> {
  return { least, track: `minmax(${least}px, 1fr)` }
}

/** Custom properties of the sheet that its rows take their columns from. */
export function trackStyle(columns: readonly Column[]): Readonly<Record<`--${string}`, string>> {
  const [funded, gap] = (['funded', 'gap'] as const).map((kind) => columns.find((column) => column.kind === kind))
  const right = gap?.least ?? 0
  return {
    '--tracks': columns.map((column) => column.track).join(' '), '--least': `${columns.reduce((sum, column) => sum + column.least, 0)}px`, '--code': `${columns[0]?.least ?? 0}px`,
    '--left': `${(columns[0]?.least ?? 0) + (columns[1]?.least ?? 0)}px`, '--funded': funded?.stays ? `${right}px` : 'auto', '--right': `${right + (funded?.stays ? funded.least : 0)}px`,
  }
}
