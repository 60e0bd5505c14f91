import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compute, detach, formulaText } from '#shared/sheets/formula.ts'
import { section } from '#shared/sheets/input.ts'
import { columnLetter, layOut } from '#shared/sheets/layout.ts'
import { type Cell, formula, integer, type Ref, type Row, rowsOf, type SheetDocument, sumOf, text } from '#shared/sheets/sheet.ts'
import { textWidth, wrappedLines } from '#shared/sheets/text-width.ts'

function sheet(name: string, rows: readonly Row[], parts: Partial<SheetDocument> = {}): SheetDocument {
  return {
    name, letterhead: [], title: ['Judul'], columns: [{ key: 'a', share: 60, align: 'left' }, { key: 'b', share: 40, align: 'right' }],
    sections: [section({ key: 's', header: [], rows })], paper: 'F4',
    textSize: 9, orientation: 'landscape', placeDate: '', footer: { left: '', right: '', page: '' }, draft: null, language: 'id', ...parts,
  }
}

function row(key: string, b: Cell, a: Cell = text(key)): Row {
  return { key, role: 'line', cells: { a, b } }
}

const b = (key: string): Ref => ({ row: key, column: 'b' })

function resultOf(sheets: readonly SheetDocument[], name: string, key: string): unknown {
  const found = sheets.find((one) => one.name === name)
  const cell = found && rowsOf(found).find((one) => one.key === key)?.cells['b']
  return cell?.kind === 'formula' ? cell.result : cell
}

describe('formulas', () => {
  const book = [
    sheet('Satu', [
      row('x', integer(600)), row('y', integer(7)), row('sum', sumOf([b('x'), b('y')])),
      row('product', formula({ op: 'product', of: [b('x'), b('y')] })),
      row('ratio', formula({ op: 'ratio', part: b('y'), whole: b('x') })),
      row('none', formula({ op: 'ratio', part: b('y'), whole: b('zero') })), row('zero', sumOf([])),
    ]),
    sheet(
      'Dua',
      [
        row(
          'total', formula({ op: 'balance', plus: [{ sheet: 'Satu', ...b('product') }, b('own')], minus: [{ sheet: 'Satu', ...b('y') }] }),
        ),
        row('own', integer(1)), row('same', formula({ op: 'same', as: b('total') })),
      ],
    ),
  ]

  it('are reckoned from the cells that they name, also over sheets and in any order', () => {
    const done = compute(book)
    expect(['sum', 'product', 'ratio', 'none', 'zero'].map((key) => resultOf(done, 'Satu', key))).toEqual([607, 4200, 0.0117, 0, 0])
    expect(['total', 'same'].map((key) => resultOf(done, 'Dua', key))).toEqual([4194, 4194])
  })

  it('become figures where the sheet that they name is left behind, and stay live otherwise', () => {
    const alone = detach(compute(book).slice(1))
    expect(resultOf(alone, 'Dua', 'total')).toEqual({ kind: 'number', value: 4194, format: 'integer' })
    expect(resultOf(alone, 'Dua', 'same')).toBe(4194)
  })

  it('refuse to reckon from themselves, from text and from nothing', () => {
    expect(() => compute([sheet('S', [row('p', sumOf([b('q')])), row('q', sumOf([b('p')]))])])).toThrow(/reckons from itself/)
    expect(() => compute([sheet('S', [row('p', sumOf([b('gone')]))])])).toThrow(/no figure stands/)
    expect(() => compute([sheet('S', [row('p', sumOf([{ row: 'p', column: 'a' }]))])])).toThrow(/no figure stands/)
  })

  it('are written as spreadsheet programs write them, neighbours as ranges', () => {
    const at = (_: string, ref: Ref): { column: string; row: number } => ({ column: ref.column.toUpperCase(), row: Number(ref.row) })
    const refs = (rows: readonly number[], other?: string): Ref[] => rows.map((one) => ({
      ...(other === undefined ? {} : { sheet: other }), row: String(one), column: 'b',
    }))
    expect(formulaText({ op: 'sum', of: refs([3, 4, 5, 9, 11, 12]) }, 'S', at)).toBe('SUM(B3:B5,B9,B11:B12)')
    expect(formulaText({ op: 'sum', of: refs([3, 4], "Desa's RAB") }, 'S', at)).toBe("SUM('Desa''s RAB'!B3:B4)")
    expect(formulaText({ op: 'balance', plus: refs([1, 2]), minus: refs([7, 9]) }, 'S', at)).toBe('B1+B2-B7-B9')
    expect(formulaText({ op: 'product', of: refs([1, 2]) }, 'S', at)).toBe('B1*B2')
    expect(formulaText({ op: 'ratio', part: b('1'), whole: b('2') }, 'S', at)).toBe('IF(B2=0,0,ROUND(B1/B2,4))')
    expect(formulaText({ op: 'same', as: { sheet: 'RAB', ...b('4') } }, 'S', at)).toBe("'RAB'!B4")
    const long = formulaText({ op: 'sum', of: refs(Array.from({ length: 600 }, (_, index) => index * 2 + 1)) }, 'S', at)
    expect(long.match(/SUM/g)).toHaveLength(3)
    expect(Math.max(...long.split('SUM').map((part) => part.split(',').length))).toBeLessThanOrEqual(250)
  })

  it('letters columns past Z', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

describe('the layout', () => {
  it('counts enough lines for any text: never fewer than its width asks for', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 20, max: 400 }), fc.boolean(), (content, width, bold) => {
      const plain = content.replaceAll('\n', ' ')
      const lines = wrappedLines(plain, width, 9, bold)
      expect(lines * width).toBeGreaterThanOrEqual(textWidth(plain.replaceAll(' ', ''), 9, bold) - 1e-6)
      expect(wrappedLines(`${plain}\nx`, width, 9, bold)).toBe(lines + 1)
    }))
  })

  it('reckons bold with its own widths: capitals are hardly wider, small letters a tenth', () => {
    const ratio = (word: string): number => textWidth(word, 7, true) / textWidth(word, 7, false)
    expect(ratio('PROGRAM GIZI')).toBeCloseTo(7445 / 7390, 4)
    expect(ratio('1.02.02.2.02')).toBe(1)
    expect(ratio('pelayanan')).toBeCloseTo(4891 / 4614, 4)
  })

  it('gives long text the height that it needs and fills the paper from margin to margin', () => {
    const layout = layOut(sheet('S', [row('short', integer(1)), row('long', integer(1), text('kata '.repeat(60)))]))
    const height = (key: string): number => layout.rows.find((one) => one.key === key)?.height ?? 0
    expect(height('long')).toBeGreaterThan(height('short') * 1.5)
    expect(layout.widths.reduce((total, width) => total + width, 0)).toBeCloseTo(301, 6)
  })

  it('turns the page before a run that does not fit, and keeps the signature with the last rows', () => {
    const rows = Array.from({ length: 120 }, (_, index) => row(`r${index}`, integer(index)))
    const signed = { lead: 'Mengetahui,', role: 'Kepala Desa', name: null, nip: null }
    const layout = layOut(sheet(
      'S', [],
      { sections: [section({ key: 's', header: [[{ text: 'A', column: 'a', columns: 2, rows: 1 }]], rows, signatories: [signed] })] },
    ))
    expect(layout.breaks.length).toBeGreaterThan(2)
    const lastPage = layout.rows.slice(layout.breaks.at(-1))
    expect(lastPage.filter((one) => one.kind === 'body').length).toBeGreaterThanOrEqual(3)
    expect(lastPage.some((one) => one.kind === 'sign-name')).toBe(true)
    expect(layout.repeat).toEqual({ from: 3, to: 3 })
  })

  it('sets the header again where a sheet has several tables', () => {
    const rows = (key: string): Row[] => Array.from({ length: 60 }, (_, index) => row(`${key}${index}`, integer(index)))
    const header = [[{ text: 'A', column: 'a', columns: 2, rows: 1 }]]
    const layout = layOut(sheet(
      'S', [], { sections: [section({ key: 'p', header, rows: rows('p') }), section({ key: 'q', header, rows: rows('q') })] },
    ))
    expect(layout.repeat).toBeNull()
    for (const after of layout.breaks) expect(layout.rows[after]?.kind).toBe('header')
  })
})
