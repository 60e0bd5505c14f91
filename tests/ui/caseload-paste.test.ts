import { describe, expect, it } from 'vitest'
import { type Area, areaColumns, areaRows, type Place } from '#renderer/features/caseload/areas/area-rows.ts'
import { isName, placeBlock } from '#renderer/features/caseload/grid/place-block.ts'
import { columnsOf, familyRows, IN_ORDER } from '#renderer/features/caseload/rows.ts'
import { readBlock } from '#renderer/ui/clipboard-block.ts'
import { placed, type SeriesSummary, surveysOf } from '#renderer/ui/trend.ts'
import { DENOMINATORS, TARGET_GROUPS } from '#shared/domain/target-group.ts'
import { trendPoints } from '#shared/domain/trend.ts'
import { initials, maskedNik } from '#shared/domain/mask.ts'
import { headerSignature } from '#shared/sheets/read/choices.ts'

function series(id: string, measuredOn: string, changes: Partial<SeriesSummary> = {}): SeriesSummary {
  return { id, name: id, kind: 'manual', measuredOn, source: id, prevalenceBp: null, countedBy: 'file', counts: {}, stuntedBp: null, measuredBp: null, byPosyandu: {}, ...changes }
}

describe('a pasted block', () => {
  const names = ['Mawar', 'Melati', 'Kenanga']
  const groups = ['Sasaran', 'Diukur']
  const index = (list: readonly string[], text: string) => (list.includes(text) ? list.indexOf(text) : undefined)
  const table = { rows: 3, columns: 2, rowNamed: (text: string) => index(names, text), columnNamed: (text: string) => index(groups, text) }
  const at = (row: number, col: number, bottom = row, right = col) => ({ top: row, left: col, bottom, right })
  const place = (text: string, area = at(0, 0)) => placeBlock(readBlock(text), area, table).map(({ row, col, value }) => [row, col, value])

  it('falls to the right and down from its cell; empty cells are left aside, what lies outside has no place', () => {
    expect(place('1\t2\r\n\t4\r\n5\t6\r\n', at(1, 1))).toEqual([[1, 1, '1'], [1, undefined, '2'], [2, undefined, '4'], [undefined, 1, '5'], [undefined, undefined, '6']])
  })

  it('of one value fills the selection', () => {
    expect(place('7', at(1, 0, 2, 1))).toEqual([[1, 0, '7'], [1, 1, '7'], [2, 0, '7'], [2, 1, '7']])
    expect(place('', at(1, 0, 2, 1))).toEqual([])
  })

  it('goes by the names in its first column and in its first row', () => {
    expect(place('Kenanga\t3\t4\nMawar\t1\t2', at(2, 0))).toEqual([[2, 0, '3'], [2, 1, '4'], [0, 0, '1'], [0, 1, '2']])
    expect(place('Posyandu\tDiukur\tSasaran\nMelati\t9\t10')).toEqual([[1, 1, '9'], [1, 0, '10']])
    expect(place('Diukur\tSasaran\n9\t10', at(1, 0))).toEqual([[1, 1, '9'], [1, 0, '10']])
  })

  it('has names where there is text that is no number', () => {
    expect(['Mawar', 'Mawar 3', '3', '1.234', '-2', '2,5', '', '5 anak'].map(isName)).toEqual([true, true, false, false, false, false, false, false])
  })
})

describe('counts per place', () => {
  const place = (posyandu: string, village = 'v') => ({ village, villageName: 'Desa', posyandu })
  const rows = (areas: readonly Area[], known: readonly Place[] = [], changes: Partial<SeriesSummary> = {}) => areaRows(series('a', '2026-01-01', changes), areas, known, ['stunted', 'measured'])
    .map(({ posyandu, cells }) => [posyandu, ...cells.map(({ count, posyanduSum }) => [count, posyanduSum])])

  it('show the sum of the posyandu for a village without a figure of its own, and say where its own is another', () => {
    expect(rows([{ ...place('Mawar'), counts: { stunted: 3, measured: 40 } }, { ...place('Melati'), counts: { stunted: 2 } }, { ...place(''), counts: { measured: 90 } }])).toEqual([
      ['', [5, { sum: 5, own: false }], [90, { sum: 40, own: true }]], ['Mawar', [3, undefined], [40, undefined]], ['Melati', [2, undefined], [undefined, undefined]],
    ])
    expect(rows([{ ...place('Mawar'), counts: { stunted: 3 } }, { ...place(''), counts: { stunted: 3 } }])[0]).toEqual(['', [3, undefined], [undefined, undefined]])
  })

  it('are typed into for every posyandu that is known, each once; a file has only what it counts', () => {
    const known = [place(''), place('MAWAR'), place('Posyandu 10'), place('Posyandu 2')]
    const areas = [{ ...place('Mawar'), counts: { stunted: 3 } }]
    expect(rows(areas, known).map(([posyandu]) => posyandu)).toEqual(['', 'Mawar', 'Posyandu 2', 'Posyandu 10'])
    expect(rows(areas, known, { kind: 'by-name' }).map(([posyandu]) => posyandu)).toEqual(['Mawar'])
    expect(areaColumns(series('a', '2026-01-01', { kind: 'by-name' }), areas)).toEqual(['stunted'])
    expect(areaColumns(series('a', '2026-01-01'), areas)).toContain('cadre')
  })
})

describe('the table', () => {
  it('has the newest column first and surveys apart', () => {
    const { counted, surveys } = columnsOf([series('old', '2025-02-28'), series('ssgi', '2026-12-31', { kind: 'survey' }), series('new', '2026-08-20')])
    expect([counted.map(({ id }) => id), surveys.map(({ id }) => id)]).toEqual([['new', 'old'], ['ssgi']])
  })

  it('has every group once, the rarer denominators only where they are known', () => {
    const rows = familyRows([]).flatMap(({ groups }) => groups)
    expect(rows.toSorted()).toEqual([...TARGET_GROUPS, 'targeted', 'weighed', 'measured'].toSorted())
    expect(familyRows([series('a', '2026-01-01', { counts: { weight_status: 3 } })])[0]?.groups).toContain('weight_status')
    expect(IN_ORDER.toSorted()).toEqual([...TARGET_GROUPS, ...DENOMINATORS].toSorted())
  })
})

describe('the trend', () => {
  it('joins rounds that count stunted children, oldest first, and never a survey', () => {
    const all = [series('b', '2026-08-20', { counts: { stunted: 16, measured: 367 }, stuntedBp: 436 }), series('a', '2025-02-28', { counts: { stunted: 24 } }), series('c', '2026-01-01', { counts: { measured: 3 } }), series('s', '2025-12-31', { kind: 'survey', prevalenceBp: 1784 })]
    expect(trendPoints(all).map(({ id, count, whole }) => [id, count, whole])).toEqual([['a', 24, null], ['b', 16, 367]])
    expect(surveysOf(all).map(({ id }) => id)).toEqual(['s'])
    expect(trendPoints([series('d', '2026-09-01', { counts: { stunted: 9, measured: 3 }, stuntedBp: 30_000 }), series('e', '2026-10-01', { counts: { stunted: 3, measured: 3 }, stuntedBp: 10_000 })]).map(({ shareBp }) => shareBp)).toEqual([null, 10_000])
    expect(placed(trendPoints(all)).map(({ x, y }) => [x, y])).toEqual([[25, 1], [75, 16 / 24]])
  })
})

describe('identities', () => {
  it('are hidden but for what tells rows apart', () => {
    expect(maskedNik('3505075501240001')).toBe('350507••••••••01')
    expect(maskedNik('12345')).toBe('•••••')
    expect([initials('Ani Sri Wahyuni'), initials('  é-lan '), initials('')]).toEqual(['A. S. W.', 'É. L.', ''])
  })
})

it('files with the same headers have one signature, whatever their order and spelling', () => {
  expect(headerSignature(['NIK', 'Nama', 'Tgl Lahir'])).toBe(headerSignature(['nama', 'TGL. LAHIR', '', 'NIK']))
  expect(headerSignature(['NIK', 'Nama'])).not.toBe(headerSignature(['NIK', 'Nama', 'JK']))
  expect(headerSignature(['NIK'])).toMatch(/^[0-9a-f]{16}$/)
})
