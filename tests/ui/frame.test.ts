import { describe, expect, test } from 'vitest'
import type { PlanLine } from '#shared/contract/plan.ts'
import { type Command, findCommands } from '../../renderer/app/palette-find.ts'
import { rowsOf } from '../../renderer/features/settings/signatory-rows.ts'
import { parsePercent } from '../../renderer/ui/percent.ts'
import { type Finding, orderedNotes, placeOfNote } from '../../renderer/ui/notes-order.ts'
import { byActivity } from '../../renderer/ui/strip-parts.ts'

describe('a percentage as people type it', () => {
  test.each([['20', 2000], ['2,5', 250], ['58.03 %', 5803], ['0', 0], ['100%', 10_000], [' 3 ', 300]])('%s', (text, bp) => {
    expect(parsePercent(text)).toBe(bp)
  })
  test.each(['', 'lima', '-1', '101', '100,01', '2,555', '1.000'])('not %s', (text) => {
    expect(parsePercent(text)).toBeUndefined()
  })
})

describe('commands are found', () => {
  const command = (id: string, group: Command['group'], name: string, also?: string): Command => ({ id, group, name, ...(also === undefined ? {} : { also }), run: () => undefined })
  const all = [command('a', 'screens', 'Anggaran'), command('b', 'actions', 'Alokasikan otomatis', 'allocate'), command('c', 'activities', 'Kelas ibu hamil', 'konsumsi')]
  const found = (text: string) => findCommands(all, text).map(({ id }) => id)

  test('by every word, in any order and case, also beside the name', () => {
    expect(found('HAMIL kelas')).toEqual(['c'])
    expect(found('allocate')).toEqual(['b'])
    expect(found('kelas naga')).toEqual([])
  })

  test('screens and actions where nothing is typed', () => expect(found('  ')).toEqual(['a', 'b']))
})

test('signatories are kept a line each, trimmed', () => {
  expect(rowsOf([{ lead: ' Mengetahui, ', role: 'Kepala Desa', name: 'Sutrisno', nip: '' }, { lead: '', role: 'Tim', name: '', nip: '1' }])).toBe('Mengetahui,|Kepala Desa|Sutrisno|\n|Tim||1')
})

describe('notes', () => {
  const note = (severity: Finding['severity'], code: string, kind: Finding['where']['kind'] = 'source'): Finding => ({ severity, code, where: { kind, id: 'x y', label: '' }, amounts: {}, words: {} })

  test('stand worst first, else as they came', () => {
    expect(orderedNotes([note('info', '1'), note('error', '2'), note('warning', '3'), note('error', '4')]).map(({ code }) => code)).toEqual(['2', '4', '3', '1'])
  })

  test('lead to their place', () => {
    expect(placeOfNote(note('error', 'rule_over_share'))).toBe('#/sumber/x%20y')
    expect(placeOfNote(note('info', 'gap', 'line'))).toBe('#/anggaran/x%20y')
    expect(placeOfNote(note('warning', 'year_carried_over', 'plan'))).toBe('#/sumber/aturan')
    expect(placeOfNote(note('info', 'ceilings_missing', 'plan'))).toBe('#/sumber')
  })
})

test('the parts of a figure are summed by activity in plan order, without what has none', () => {
  const line = (activityId: string, need: number) => ({ id: `l${need}`, activityId, activity: activityId, need }) as PlanLine
  const parts = byActivity([line('a', 1), line('b', 0), line('a', 2), line('c', 4)], (one) => one.need ?? 0)
  expect(parts.map(({ key, amount }) => [key, amount])).toEqual([['a', 3], ['c', 4]])
})
