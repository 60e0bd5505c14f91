import { describe, expect, it } from 'vitest'
import { readLastYear } from '#shared/sheets/read/last-year.ts'

const [A, B] = ['35.05.07.2001', '35.05.07.2002']

describe('last year’s amounts', () => {
  it.each([
    ['from a spreadsheet', `Desa\tJumlah\n${A}\t80.000.000\n${B}\tRp 30.000.000\n`], ['from a CSV of this country', `Kode;Desa;Jumlah\r\n${A};Kalipucung;80 jt\r\n${B};Bendosari;30.000.000\r\n`],
    ['from a CSV with commas', `code,amount\n${A},80000000\n${B},30000000`], ['with commas and thousands', `code,name,amount\n"${A}","Kalipucung","80.000.000"\n${B},Bendosari,30.000.000`],
    ['typed by hand', `${A} Kalipucung 80.000.000\n${B} 30.000.000,00`],
  ])('are read %s', (_, text) => expect(readLastYear(text, 'id')).toEqual({ last: { [A]: 80_000_000, [B]: 30_000_000 }, bad: null }))

  it.each([
    `${A};banyak`, `${A}`, `${A};-5`, '35.05.07;5', `${A},80,000,000`, `${B};1\n${B};2`,
  ])('are not guessed: %s', (text) => expect(readLastYear(text, 'id').bad).toBe(text.split('\n').at(-1)))

  it('may stand twice where they say the same', () => expect(readLastYear(`${A};5\n${A};5`, 'id')).toEqual({ last: { [A]: 5 }, bad: null }))
})
