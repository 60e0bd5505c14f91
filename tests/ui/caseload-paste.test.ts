import { describe, expect, it } from 'vitest'
import { blockOf, pastedCells } from '#renderer/features/caseload/paste.ts'
import { columnsOf, familyRows, IN_ORDER } from '#renderer/features/caseload/rows.ts'
import { placed, type SeriesSummary, surveysOf, trendPoints } from '#renderer/ui/trend.ts'
import { DENOMINATORS, TARGET_GROUPS } from '#shared/domain/target-group.ts'
import { initials, maskedNik } from '#shared/domain/mask.ts'
import { headerSignature } from '#shared/sheets/read/choices.ts'

function series(id: string, measuredOn: string, changes: Partial<SeriesSummary> = {}): SeriesSummary {
  return { id, name: id, kind: 'manual', measuredOn, source: id, prevalenceBp: null, countedBy: 'file', counts: {}, stuntedBp: null, measuredBp: null, byPosyandu: {}, ...changes }
}

describe('a pasted block', () => {
  it('is rows of cells; the last line end is none, quoted cells keep theirs', () => {
    expect(blockOf('1\t2\r\n3\t\r\n')).toEqual([['1', '2'], ['3', '']])
    expect(blockOf('"a\tb\n""c"""\t 4 ')).toEqual([['a\tb\n"c"', '4']])
    expect(blockOf('7')).toEqual([['7']])
  })

  it('falls to the right and down from its cell; empty cells are left aside, what lies outside has no place', () => {
    const columns = [series('a', '2026-01-01'), series('b', '2026-02-01')]
    const cells = pastedCells([['1', '2'], ['', '4'], ['5', '6']], ['targeted', 'weighed', 'measured'], columns, 1, 1)
    expect(cells.map(({ group, series: one, value }) => [group, one?.id, value])).toEqual([['weighed', 'b', '1'], ['weighed', undefined, '2'], ['measured', undefined, '4'], [undefined, 'b', '5'], [undefined, undefined, '6']])
  })

  it('goes by the names of groups where its first column holds them', () => {
    const cells = pastedCells([['Balita stunting', '16'], ['Kader posyandu', '25']], ['targeted'], [series('a', '2026-01-01')], 0, 0)
    expect(cells.map(({ group, value }) => [group, value])).toEqual([['stunted', '16'], ['cadre', '25']])
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
