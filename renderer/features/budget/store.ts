import { create } from 'zustand'
import type { Translator } from '#shared/i18n/index.ts'
import type { Column } from './columns.ts'
import { type Area, areaBetween, type Place } from '../../ui/grid-moves.ts'
import type { GridRow } from './rows.ts'

/** A text that was not understood: it stays in its cell until it is corrected or let go. */
export interface Mark {
  readonly text: string
  /** Its reason in the language of the moment. */
  reason(translator: Translator): string
  /** The step that was the last one when it was typed; missing until the core has said so. */
  readonly after?: number
}

/** The text that the editor began with; `typed`: begun by typing, so that arrows leave it. */
export interface Editing {
  readonly text: string
  readonly typed: boolean
}

interface GridState {
  readonly rows: readonly GridRow[]
  readonly columns: readonly Column[]
  readonly active: Place
  /** The other corner of the selection. */
  readonly anchor: Place
  readonly editing: Editing | null
  readonly marks: ReadonlyMap<string, Mark>
  /** Texts on their way to the core: who opens such a cell again finds what was typed. */
  readonly pending: ReadonlyMap<string, string>
  readonly closed: ReadonlySet<string>
  /** After Esc, Tab leaves the table instead of going to the next cell. */
  readonly leaving: boolean
  readonly wanted: string | null
  /** What a cell that was just left did not take, for those who listen; `n` tells one saying from the next. */
  readonly said: { readonly text: string; readonly n: number }
  show(rows: readonly GridRow[], columns: readonly Column[]): void
  select(place: Place, extend?: boolean): void
  selectArea(anchor: Place, active: Place): void
  edit(text: string, typed: boolean): void
  leave(): void
  mark(key: string, mark: Mark | undefined): void
  /** Says after which step a mark was made, where it is still that one. */
  stamp(key: string, mark: Mark, after: number): void
  wait(key: string, text: string | undefined): void
  /** Says a refusal, also of a cell that is no longer the active one; an empty text says nothing more. */
  say(text: string): void
  fold(key: string, open: boolean): void
  setLeaving(leaving: boolean): void
  /** Selects a row now, or as soon as it is there. */
  seek(key: string): void
}

export function markKey(row: GridRow | undefined, column: Column | undefined): string {
  return `${row?.key ?? ''}|${column?.key ?? ''}`
}

/** The same place by what stands there; the nearest where it is gone. */
function follow(place: Place, before: GridState, rows: readonly GridRow[], columns: readonly Column[]): Place {
  const row = rows.findIndex(({ key }) => key === before.rows[place.row]?.key)
  const col = columns.findIndex(({ key }) => key === before.columns[place.col]?.key)
  const now = { row: Math.max(0, row >= 0 ? row : Math.min(place.row, rows.length - 1)), col: Math.max(0, col >= 0 ? col : Math.min(place.col, columns.length - 1)) }
  return now.row === place.row && now.col === place.col ? place : now
}

/** The selection, the editor and the marks of the budget grid. One grid is on screen at a time, and its place is kept while other screens are. */
export const useGrid = create<GridState>((set) => ({
  rows: [],
  columns: [],
  active: { row: 0, col: 1 },
  anchor: { row: 0, col: 1 },
  editing: null,
  marks: new Map(),
  pending: new Map(),
  wait: (key, text) => set((state) => {
    const pending = new Map(state.pending)
    if (text === undefined) pending.delete(key)
    else pending.set(key, text)
    return { pending }
  }),
  closed: new Set(),
  leaving: false,
  wanted: null,
  said: { text: '', n: 0 },
  say: (text) => set((state) => (text === '' && state.said.text === '' ? state : { said: { text, n: state.said.n + 1 } })),
  seek: (key) => set((state) => {
    const row = state.rows.findIndex((candidate) => candidate.key === key)
    return row < 0 ? { wanted: key } : { wanted: null, active: { row, col: 1 }, anchor: { row, col: 1 } }
  }),
  setLeaving: (leaving) => set({ leaving }),
  show: (rows, columns) => set((state) => {
    const wanted = rows.findIndex(({ key }) => key === state.wanted)
    if (wanted >= 0) return { rows, columns, wanted: null, active: { row: wanted, col: 1 }, anchor: { row: wanted, col: 1 } }
    if (state.rows.length === 0) return { rows, columns }
    return { rows, columns, active: follow(state.active, state, rows, columns), anchor: follow(state.anchor, state, rows, columns) }
  }),
  select: (place, extend = false) => set((state) => ({ active: place, anchor: extend ? state.anchor : place, leaving: false })),
  selectArea: (anchor, active) => set({ anchor, active }),
  edit: (text, typed) => set({ editing: { text, typed } }),
  leave: () => set({ editing: null }),
  mark: (key, mark) => set((state) => {
    if (!mark && !state.marks.has(key)) return state
    const marks = new Map(state.marks)
    // The newest stands last.
    marks.delete(key)
    if (mark) marks.set(key, mark)
    return { marks }
  }),
  stamp: (key, mark, after) => set((state) => (state.marks.get(key) === mark ? { marks: new Map(state.marks).set(key, { ...mark, after }) } : state)),
  fold: (key, open) => set((state) => {
    const closed = new Set(state.closed)
    if (open) closed.delete(key)
    else closed.add(key)
    return { closed }
  }),
}))

/** The grid as it stands now, for what happens outside of drawing. */
export function gridState(): GridState {
  return useGrid.getState()
}

export function areaOf({ active, anchor }: Pick<GridState, 'active' | 'anchor'>): Area {
  return areaBetween(active, anchor)
}

/** Marks in sight, the newest last, with their places; those of folded rows are not. */
export function marksInSight({ marks, rows, columns }: Pick<GridState, 'marks' | 'rows' | 'columns'>): readonly { readonly key: string; readonly mark: Mark; readonly place: Place }[] {
  if (marks.size === 0) return []
  const places = new Map(rows.flatMap((row, at) => columns.map((column, col): [string, Place] => [markKey(row, column), { row: at, col }])))
  return [...marks].flatMap(([key, mark]) => {
    const place = places.get(key)
    return place ? [{ key, mark, place }] : []
  })
}

/** What of a row is selected, as one value to compare: `active,from,to` by column, `-` where nothing is. */
export function rowSelection(state: GridState, index: number): string {
  const area = areaOf(state)
  if (index < area.top || index > area.bottom) return '-'
  return `${state.active.row === index ? state.active.col : -1},${area.left},${area.right}`
}
