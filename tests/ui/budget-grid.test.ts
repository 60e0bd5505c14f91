import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillable, placeBlock } from '#renderer/features/budget/clipboard.ts'
import { readBlock, writeBlock } from '#renderer/ui/clipboard-block.ts'
import { gridColumns, reuseColumns, trackStyle } from '#renderer/features/budget/columns.ts'
import { cellText, editText, fillText } from '#renderer/features/budget/cells.ts'
import { empties, readCell } from '#renderer/features/budget/edits.ts'
import { problemText } from '#renderer/features/budget/problem-text.ts'
import { moved, tabbed } from '#renderer/ui/grid-moves.ts'
import { gridRows, reuseRows } from '#renderer/features/budget/rows.ts'
import { dropAt } from '#renderer/features/budget/use-grid-pointer.ts'
import { neighbour } from '#renderer/features/budget/use-activities.ts'
import type { Source } from '#renderer/features/budget/types.ts'
import type { PlanLine } from '#shared/contract/plan.ts'
import { createTranslator } from '#shared/i18n/index.ts'

function line(id: string, activityId: string, tier: 1 | 2 | 3, bySource: Record<string, number> = {}): PlanLine {
  const funded = Object.values(bySource).reduce((sum, amount) => sum + amount, 0)
  return {
    id, activityId, activity: `kegiatan ${activityId}`, description: `rincian ${id}`, tier, weight: 1, code: '2.2.02', accountCode: '5.2.7.01', spendingClass: 'food',
    quantities: [{ unit: 'anak', driver: 'stunted', shareBp: 10_000, served: [], lastN: 16, now: 16, stale: false }, { unit: 'bulan', n: 12, now: 12, stale: false }],
    cutBy: 1, unitPrice: 150_000, priceBasis: null, units: 12, unitCost: 2_400_000, need: 28_800_000, stale: false, fundedUnits: 0, funded, gap: 28_800_000 - funded,
    coverageTargetBp: null, splittable: false, bySource, locked: [], typed: {}, override: null,
  }
}

function source(label: string, onBudget: boolean): Source {
  return {
    id: label, code: label, label, name: label, ceiling: 1, total: null, estimated: false, reserve: null, committed: 0, available: 1, spent: 0, left: 1, onBudget, certainty: 'certain',
    origin: 'current', spendingOrder: 1, reservedFor: [], directBp: null, stages: [], commitments: [],
  } as unknown as Source
}

const lines = [line('a1', 'A', 1, { DDS: 2_400_000 }), line('b1', 'B', 1), line('b2', 'B', 1), line('c1', 'C', 2), line('d1', 'D', 3)]
const rows = gridRows(lines, new Set())
const columns = gridColumns([source('DDS', true), source('CSR', false)], false)
const keys = rows.map(({ key }) => key)
const [volume, price, need, dds] = ['volume', 'price', 'need', 'source:DDS'].map((key) => columns.find((column) => column.key === key))
const [tierRow, foodRow, bundleRow] = rows

describe('the rows in sight', () => {
  test('one line makes one row, several stand under their activity, folded ones do not', () => {
    expect(keys).toEqual(['tier-1', 'A', 'B', 'b1', 'b2', 'tier-2', 'C', 'tier-3', 'D'])
    expect(gridRows(lines, new Set(['B', 'tier-3'])).map(({ key }) => key)).toEqual(['tier-1', 'A', 'B', 'tier-2', 'C', 'tier-3'])
    expect(rows.map(({ level }) => level)).toEqual([1, 2, 2, 3, 3, 1, 2, 1, 2])
  })

  test('what did not change stays the same object', () => {
    const changed = lines.map((one) => (one.id === 'c1' ? { ...one, need: 1 } : one))
    const after = reuseRows(rows, gridRows(changed, new Set()))
    expect(after.flatMap((row, index) => (row === rows[index] ? [] : [row.key]))).toEqual(['tier-2', 'C'])
  })

  test('columns that did not change stay the same objects, and the list of them the same list', () => {
    const shown = (left: number) => gridColumns([source('DDS', true), { ...source('CSR', false), left }], false, {}, { name: 40, code: 7 }, 900)
    const before = shown(1)
    const after = reuseColumns(before, shown(2))
    expect(after.flatMap((column, index) => (column === before[index] ? [] : [column.key]))).toEqual(['source:DDS', 'source:CSR'])
    expect(reuseColumns(columns, gridColumns(columns.flatMap((column) => column.source ?? []), false))).toBe(columns)
  })

  test('sources stand in the order in which the core lists them', () => {
    expect(columns.flatMap((column) => column.source?.label ?? [])).toEqual(['DDS', 'CSR'])
  })
})

describe('moving', () => {
  const size = { rows: 5, columns: 4 }
  const nothing = () => false

  test.each([
    ['ArrowDown', false, { row: 3, col: 1 }], ['ArrowUp', false, { row: 1, col: 1 }], ['Home', false, { row: 2, col: 0 }], ['End', false, { row: 2, col: 3 }], ['Home', true, { row: 0, col: 0 }],
    ['End', true, { row: 4, col: 3 }], ['PageDown', false, { row: 4, col: 1 }], ['PageUp', false, { row: 0, col: 1 }], ['ArrowDown', true, { row: 4, col: 1 }],
  ])('%s (Ctrl: %s)', (key, ctrl, target) => {
    expect(moved(key, ctrl, { row: 2, col: 1 }, size, 3, nothing)).toEqual(target)
  })

  test('Ctrl with an arrow stops at the edge of what is filled', () => {
    const filled = ({ row }: { row: number }) => row !== 2
    expect(moved('ArrowDown', true, { row: 0, col: 0 }, size, 3, filled)).toEqual({ row: 1, col: 0 })
    expect(moved('ArrowDown', true, { row: 1, col: 0 }, size, 3, filled)).toEqual({ row: 3, col: 0 })
  })

  test('no key ever leaves the table, and Tab walks through all of it', () => {
    fc.assert(fc.property(fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'), fc.boolean(), fc.nat(4), fc.nat(3), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (key, ctrl, row, col, full) => {
      const to = moved(key, ctrl, { row, col }, size, 2, (place) => full[place.row * 4 + place.col] ?? false)
      expect(to && to.row >= 0 && to.row < 5 && to.col >= 0 && to.col < 4).toBe(true)
    }))
    expect(tabbed({ row: 0, col: 3 }, 1, size)).toEqual({ row: 1, col: 0 })
    expect(tabbed({ row: 4, col: 3 }, 1, size)).toBeUndefined()
    expect(tabbed({ row: 0, col: 0 }, -1, size)).toBeUndefined()
  })
})

describe('a block of the clipboard', () => {
  test('is read as it was written, whatever its cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '1', '.') })
    const block = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }))
    fc.assert(fc.property(block.filter((all) => all.every((row) => row.join('') !== '')), (all) => {
      // A quote inside a plain cell is written in quotes, so it is read back too.
      expect(readBlock(writeBlock(all))).toEqual(all)
    }))
  })

  test('one value fills the selection; what is outside the table is a problem of its own cell', () => {
    const area = { top: 1, left: 3, bottom: 2, right: 3 }
    expect(placeBlock([['1']], area, rows, columns, 'id').map(({ row, col }) => [row, col])).toEqual([[1, 3], [2, 3]])
    const outside = placeBlock([['1', '2']], { top: 1, left: columns.length - 1, bottom: 1, right: columns.length - 1 }, rows, columns, 'id')
    expect(outside[1]?.reading).toEqual({ kind: 'problem', reason: 'outside' })
  })
})

describe('what a text means in a cell', () => {
  const read = (row: typeof foodRow, column: typeof price, text: string) => (row && column ? readCell(row, column, text, 'id') : undefined)

  test.each([
    ['20', [{ what: 'quantity', line: 'a1', index: 0, n: 20 }]], ['20 × 10', [{ what: 'quantity', line: 'a1', index: 0, n: 20 }, { what: 'quantity', line: 'a1', index: 1, n: 10 }]],
    ['16 anak x 9 bulan', [{ what: 'quantity', line: 'a1', index: 1, n: 9 }]], ['9 bulan', [{ what: 'quantity', line: 'a1', index: 1, n: 9 }]],
  ])('volume %s', (text, edits) => {
    expect(read(foodRow, volume, text)).toEqual({ kind: 'edits', edits })
  })

  test('volume: what is there already is nothing new; other units and other shapes are problems', () => {
    expect(read(foodRow, volume, '16 anak × 12 bulan')).toEqual({ kind: 'same' })
    expect(read(foodRow, volume, '16 sapi × 12 bulan')).toMatchObject({ reason: 'unit', values: { unit: 'anak' } })
    expect(read(foodRow, volume, '1 × 2 × 3')).toMatchObject({ reason: 'quantities' })
    expect(read(foodRow, volume, 'banyak')).toMatchObject({ reason: 'not_a_number' })
    expect(read(foodRow, volume, '')).toMatchObject({ reason: 'empty' })
  })

  test('a price keeps the arithmetic that it was typed as', () => {
    expect(read(foodRow, price, '150.000')).toEqual({ kind: 'same' })
    expect(read(foodRow, price, '1,5 jt')).toEqual({ kind: 'edits', edits: [{ what: 'price', line: 'a1', value: 1_500_000 }] })
    expect(read(foodRow, price, '=5*30rb')).toEqual({ kind: 'edits', edits: [{ what: 'price', line: 'a1', value: 150_000, basis: '=5*30rb' }] })
  })

  test('a number in the other writing is no number, and says what it was meant as perhaps', () => {
    expect(read(foodRow, price, '150.00')).toEqual({ kind: 'problem', reason: 'unclearTwo', values: { first: 150_000, second: 150 } })
    expect(read(foodRow, dds, '1,500,000')).toEqual({ kind: 'problem', reason: 'unclear', values: { first: 1_500_000 } })
    expect(read(foodRow, volume, '1,500 × 12')).toMatchObject({ reason: 'unclear', values: { first: 1_500 } })
    expect(read(foodRow, price, '1 500 000')).toEqual({ kind: 'edits', edits: [{ what: 'price', line: 'a1', value: 1_500_000 }] })
  })

  test('a number that can be read but not taken says what is wrong with it', () => {
    const why = (column: typeof price, ...texts: string[]) => texts.map((text) => read(foodRow, column, text)).map((reading) => reading?.kind === 'problem' && reading.reason)
    expect(why(price, '-5', '−1.500', '– 5', '(1.500.000)', 'Rp (1.500)', 'Rp -5', '5-8')).toEqual(Array.from({ length: 7 }, () => 'negative'))
    expect(why(price, '1,5', '7/2', '9.007.199.254.740.992')).toEqual(['not_whole', 'not_whole', 'too_large'])
    expect(why(dds, '-5 bulan', '-1,5 jt', '(9)')).toEqual(['negative', 'negative', 'negative'])
    expect(why(volume, '-5', '20 × -12', '1,5 anak')).toEqual(['negative', 'negative', 'not_whole'])
    // A unit of the line is none of its words; another word beside rupiah is.
    expect(why(dds, '9 bulan', '9 anak', '150 rbu', '15 mln', '1,5 jta', '1,5 bulan')).toEqual([false, 'unit', 'wordLike', 'word', 'wordLike', 'not_whole'])
    expect(why(price, 'seratus', '1..5', '-')).toEqual(['not_a_number', 'not_a_number', false])
  })

  test('the reason of a text is in the language of the moment, with its numbers and units', () => {
    const reason = (text: string, column: typeof price, language: 'id' | 'en') => {
      const reading = read(foodRow, column, text)
      return reading?.kind === 'problem' ? problemText(reading, createTranslator(language)) : ''
    }
    expect(['id', 'en'].map((language) => reason('150.00', price, language as 'id'))).toEqual(['tidak jelas; maksudnya 150.000 atau 150?', 'unclear; was 150,000 or 150 meant?'])
    expect(['id', 'en'].map((language) => reason('9 anak', dds, language as 'id'))).toEqual(['satuannya bulan', 'its unit is months'])
    expect(['id', 'en'].map((language) => reason('1 × 2 × 3', volume, language as 'id'))).toEqual(['ketik semua bilangannya, misalnya 16 anak × 12 bulan', 'type all its numbers, for example 16 children × 12 months'])
  })

  test('money keeps the arithmetic that it was typed as, shows it again and copies as its figure', () => {
    expect(read(foodRow, dds, '2*2,4 jt')).toEqual({ kind: 'edits', edits: [{ what: 'cell', line: 'a1', source: 'DDS', amount: 4_800_000, basis: '=2*2,4 jt' }] })
    expect(read(foodRow, dds, '=3*3 bulan')).toEqual({ kind: 'edits', edits: [{ what: 'cell', line: 'a1', source: 'DDS', units: 9, basis: '=3*3 bulan' }] })
    const [typed] = gridRows([{ ...line('a1', 'A', 1, { DDS: 2_400_000 }), typed: { DDS: { text: '=2*1,2jt', date: '2026-11-22' } } }], new Set()).slice(1)
    expect(typed && dds && [editText(typed, dds, 'id'), cellText(typed, dds, 'id', String), readCell(typed, dds, '=2*1,2jt', 'id')]).toEqual(['=2*1,2jt', '2.400.000', { kind: 'same' }])
    // A fill keeps it, as long as it comes to the figure.
    const [, , other] = gridRows([line('a1', 'A', 1), line('a2', 'A', 1)], new Set())
    const filled = typed && dds && fillText(typed, dds, 'id', String)
    expect(other && dds && readCell(other, dds, filled ?? '', 'id')).toEqual({ kind: 'edits', edits: [{ what: 'cell', line: 'a1', source: 'DDS', amount: 2_400_000, basis: '=2*1,2jt' }] })
    const [, stale] = gridRows([{ ...line('a1', 'A', 1, { DDS: 2_400_000 }), typed: { DDS: { text: '=2*1,1jt', date: '2026-11-22' } } }], new Set())
    expect(stale && dds && fillText(stale, dds, 'id', String)).toBe('2.400.000')
  })

  test('money of a source is rupiah, or units by their word; empty is none', () => {
    expect(read(foodRow, dds, '4,8 jt')).toEqual({ kind: 'edits', edits: [{ what: 'cell', line: 'a1', source: 'DDS', amount: 4_800_000 }] })
    expect(read(foodRow, dds, '9 bulan')).toEqual({ kind: 'edits', edits: [{ what: 'cell', line: 'a1', source: 'DDS', units: 9 }] })
    expect(read(foodRow, dds, '')).toEqual({ kind: 'edits', edits: [{ what: 'cell', line: 'a1', source: 'DDS', amount: 0 }] })
    expect(read(foodRow, dds, '9 anak')).toMatchObject({ reason: 'unit' })
    expect(read(foodRow, dds, '2.400.000')).toEqual({ kind: 'same' })
  })

  test('a reading that takes all money from a cell is told apart from one that has none to take', () => {
    const taking = (text: string) => {
      const reading = read(foodRow, dds, text)
      return reading && empties(reading)
    }
    expect([taking(''), taking('–'), taking('0'), taking('4,8 jt')]).toEqual([true, true, true, false])
    const none = placeBlock([['']], { top: 2, left: 5, bottom: 5, right: columns.length - 1 }, rows, columns, 'id')
    expect(none.some(({ reading }) => empties(reading))).toBe(false)
  })

  test('sums cannot be typed over, but may be pasted as they are', () => {
    expect(read(foodRow, need, '28.800.000')).toEqual({ kind: 'same' })
    expect(read(foodRow, need, '28,800,000')).toEqual({ kind: 'same' })
    expect(read(foodRow, price, '150,000')).toMatchObject({ reason: 'unclearTwo', values: { first: 150_000, second: 150 } })
    expect(read(foodRow, need, '1')).toMatchObject({ reason: 'computed' })
    expect(read(bundleRow, price, '1')).toMatchObject({ reason: 'computed' })
    expect(read(tierRow, dds, '')).toEqual({ kind: 'same' })
  })
})

describe('what a name takes, and what a fill passes over', () => {
  test('a name is kept whole or not taken', () => {
    const name = columns.find(({ kind }) => kind === 'name')
    const taken = (letters: number) => foodRow && name && readCell(foodRow, name, 'x'.repeat(letters), 'id')
    expect(taken(300)).toMatchObject({ kind: 'edits' })
    expect(taken(301)).toMatchObject({ kind: 'problem', reason: 'too_long' })
  })

  test('a heading between filled cells is passed over; alone it says why nothing was filled', () => {
    const fill = (top: number, bottom: number) => fillable(placeBlock([['170.000']], { top, left: 3, bottom, right: 3 }, rows, columns, 'id'))
    expect(fill(4, 6).map(({ row, reading }) => [row, reading.kind])).toEqual([[4, 'edits'], [6, 'edits']])
    expect(fill(5, 5)).toMatchObject([{ row: 5, reading: { kind: 'problem', reason: 'computed' } }])
  })
})

describe('the place next to an activity', () => {
  test.each([
    ['B', -1, { before: 'A', tier: 1 }], ['A', 1, { before: null, tier: 1 }], ['B', 1, { before: 'C', tier: 2 }], ['C', -1, { before: null, tier: 1 }], ['D', 1, undefined], ['A', -1, undefined],
    ['C', 1, { before: 'D', tier: 3 }],
  ] as const)('%s by %i', (id, step, target) => {
    expect(neighbour(rows, id, step)).toEqual(target)
  })
})

describe('where a dragged activity lands', () => {
  test.each([
    ['A', false, { before: 'A', tier: 1 }], ['A', true, { before: 'B', tier: 1 }], ['B', true, { before: 'B', tier: 1 }], ['b1', true, { before: 'B', tier: 1 }], ['b2', true, { before: null, tier: 1 }],
    ['tier-2', true, { before: 'C', tier: 2 }], ['D', true, { before: null, tier: 3 }],
  ] as const)('on %s, lower half: %s', (key, lower, target) => {
    expect(dropAt(keys.indexOf(key), lower, rows)).toEqual(target)
  })
})

describe('columns where not all of them fit', () => {
  const sources = ['DDS', 'PBH', 'ADD', 'GENTING'].map((label) => source(label, label !== 'GENTING'))
  const sum = (list: readonly { readonly least: number }[]) => list.reduce((all, { least }) => all + least, 0)

  test.each([1366 - 176 - 320, 800, 760])('the last one in sight is whole at %s px', (room) => {
    const fitted = gridColumns(sources, false, {}, { name: 40, code: 7 }, room)
    const stays = fitted.filter(({ kind, stays: kept }) => kind === 'gap' || kept)
    const ends = fitted.filter((column) => !stays.includes(column) && column.kind !== 'perChild').map((_, index, list) => sum(list.slice(0, index + 1)))
    expect(ends).toContain(room - sum(stays))
  })

  test('what is funded stays in sight beside what is missing, unless that leaves no room for a source', () => {
    const right = (room: number) => trackStyle(gridColumns(sources, false, {}, { name: 40, code: 7 }, room))
    expect(right(1000)).toMatchObject({ '--funded': '92px', '--right': '192px' })
    expect(right(760)).toMatchObject({ '--funded': 'auto', '--right': '92px' })
  })

  test('sums of a regency have room beside each other', () => {
    const least = (kind: string) => gridColumns(sources, false, {}, { name: 40, code: 7, sum: 50_165_240_000 }).find((column) => column.kind === kind)?.least
    for (const kind of ['need', 'funded', 'gap']) expect(least(kind)).toBeGreaterThanOrEqual(112)
  })

  test('one long name takes more lines and pushes no source out of sight', () => {
    const fitted = gridColumns(sources, false, {}, { name: 140, code: 7 }, 1366 - 176)
    expect(sum(fitted.filter(({ kind }) => kind !== 'perChild'))).toBeLessThanOrEqual(1366 - 176)
    expect(fitted.find(({ kind }) => kind === 'name')?.least).toBeGreaterThan(142)
  })

  test('at 1366 px all of them fit beside the rail and a scroll bar, with room for the figure of what is funded', () => {
    const shown = gridColumns(sources, false, {}, { name: 40, code: 7 })
    expect(sum(shown)).toBeLessThanOrEqual(1366 - 176 - 15)
    expect(shown.find(({ kind }) => kind === 'funded')?.least).toBeGreaterThanOrEqual(94)
  })

  test('where all of them fit, nothing is changed', () => {
    expect(gridColumns(sources, false, {}, { name: 40, code: 7 }, 1366 - 176)).toEqual(gridColumns(sources, false, {}, { name: 40, code: 7 }))
  })

  test('a width that was given to a source stays', () => {
    expect(gridColumns(sources, false, { 'source:DDS': 90 }, { name: 40, code: 7 }, 870).find(({ key }) => key === 'source:DDS')).toMatchObject({ least: 90, track: '90px' })
  })
})

test('units stand and are typed in the language of the window; the stored word is understood in both', () => {
  const read = (text: string, language: 'id' | 'en') => (foodRow && volume ? readCell(foodRow, volume, text, language) : undefined)
  const edits = { kind: 'edits', edits: [{ what: 'quantity', line: 'a1', index: 0, n: 20 }] }
  for (const typed of ['20 children × 12 months', '20 anak × 12 bulan', '20 Child', '20']) expect(read(typed, 'en')).toMatchObject(edits)
  expect(read('16 children × 12 months', 'en')).toEqual({ kind: 'same' })
  expect(read('20 children', 'id')).toMatchObject({ kind: 'problem', reason: 'unit', values: { unit: 'anak' } })
  expect(read('20 kader', 'en')).toMatchObject({ kind: 'problem', reason: 'unit', values: { unit: 'anak' } })
})
