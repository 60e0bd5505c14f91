import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planFigures } from '#shared/domain/figures.ts'
import { sum } from '#shared/domain/money.ts'
import { ALL_MONTHS } from '#shared/domain/period.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { DOCUMENTS, documentSheets, villageWorkbook } from '#shared/sheets/documents.ts'
import { refsOf } from '#shared/sheets/formula.ts'
import type { DocumentInput } from '#shared/sheets/input.ts'
import { rowsOf } from '#shared/sheets/sheet.ts'
import { longPlan, makeActivity, makeLine, makeSource, sampleInput, samplePlan } from '#tests/support/sample-plan.ts'
import { figureOf, sheetOf } from '#tests/support/sheet-cells.ts'

describe('the RKPD of a village plan', () => {
  const [rkpd] = documentSheets('rkpd', sampleInput())

  it('shows the activities under their codes, without village money, and those without a code at the end', () => {
    if (!rkpd) throw new Error('no sheet')
    expect(rkpd.title).toEqual([
      'SUB KEGIATAN PENDUKUNG PERCEPATAN PENURUNAN STUNTING', 'DALAM RENCANA KERJA PEMERINTAH DAERAH (RKPD) KABUPATEN BLITAR TAHUN 2027',
    ])
    expect(figureOf(rkpd, 'total', 'ceiling')).toBe(0)
    const keys = rowsOf(rkpd).map((row) => row.key)
    expect(keys.slice(0, 6)).toEqual([
      'urusan:1', 'bidang_urusan:1.02', 'programme:1.02.02', 'kegiatan:1.02.02.2.02', 'sub_kegiatan:1.02.02.2.02.0001', 'rkpd:a3',
    ])
    expect(keys.slice(-4)).toEqual(['uncoded', 'rkpd:a5', 'rkpd:a10', 'total'])
    expect(rkpd.sections[0]?.notes.join(' ')).toContain('di luar RKPD')
    expect(rkpd.sections[0]?.notes.join(' ')).toContain('2028')
  })
})

describe('papers that stand alone', () => {
  it('name no other sheet and keep their own totals live', () => {
    for (const name of DOCUMENTS) {
      const sheets = documentSheets(name, longPlan(12))
      const names = new Set(sheets.map((sheet) => sheet.name))
      const formulas = sheets.flatMap(
        (sheet) => rowsOf(sheet).flatMap((row) => Object.values(row.cells).flatMap((cell) => (cell.kind === 'formula' ? [cell] : [])))
      )
      // A list to be signed and a list of children have no sums.
      expect({ name, sums: formulas.length > 0 }).toEqual({ name, sums: name !== 'daftar-hadir' && name !== 'ukur-ulang' })
      const elsewhere = formulas.flatMap((cell) => refsOf(cell.formula).filter((ref) => ref.sheet !== undefined && !names.has(ref.sheet)))
      expect({ name, elsewhere }).toEqual({ name, elsewhere: [] })
    }
  })

  it('say that there is nothing rather than break on an empty plan', () => {
    const empty: DocumentInput = sampleInput({
      plan: { ...samplePlan(), activities: [], lines: [], cells: [], sources: [], commitments: [], series: {} }, counts: new Map(),
      series: [],
    })
    const sheets = villageWorkbook(empty)
    expect(figureOf(sheetOf(sheets, 'Ringkasan'), 'need', 'c')).toBe(0)
    expect(sheetOf(sheets, 'RAB').sections[0]?.notes).toEqual(['Belum ada rincian belanja yang terdanai.'])
  })
})

const GROUPS = ['stunted', 'cadre', 'pregnant'] as const

const anyPlan: fc.Arbitrary<DocumentInput> = fc.record({
  kind: fc.constantFrom('desa' as const, 'kelurahan' as const, 'regency' as const),
  codes: fc.array(fc.constantFrom('1.4.02', '2.2.02', '2.2.09', '4.2.03', null), { minLength: 1, maxLength: 6 }),
  lines: fc.array(fc.record({
    activity: fc.nat(5), price: fc.integer({ min: 0, max: 9_999_999 }), first: fc.integer({ min: 0, max: 400 }),
    group: fc.option(fc.constantFrom(...GROUPS)), months: fc.integer({ min: 1, max: 12 }),
    cut: fc.constantFrom(null, 0, 1), account: fc.constantFrom(null, '5.2.7.01', '5.2.2.03'), splittable: fc.boolean(),
    pays: fc.array(fc.record({ source: fc.nat(3), units: fc.nat(12), amount: fc.nat(50_000_000) }), { maxLength: 3 }),
  }), { maxLength: 10 }),
  ceilings: fc.array(fc.option(fc.nat(2_000_000_000)), { minLength: 4, maxLength: 4 }),
  commitments: fc.array(
    fc.record({ source: fc.nat(3), amount: fc.nat(100_000_000), bidang: fc.constantFrom(1, 2, 3, 4, 5, null) }), { maxLength: 3 },
  ),
}).map(({ kind, codes, lines, ceilings, commitments }) => {
  const ids = ['dds', 'add', 'dau', 'csr'] as const
  const types = ['DDS', 'ADD', 'DAU', 'CSR'] as const
  const base = samplePlan()
  const plan: Plan = {
    ...base, kind,
    activities: codes.map((code, index) => makeActivity({
      id: `a${index}`, name: `Kegiatan ${index}`, villageCode: code, regencyCode: index % 2 === 0 ? '1.02.02.2.02.0015' : null,
      months: ALL_MONTHS,
    })),
    lines: lines.map((line, index) => makeLine({
      id: `l${index}`, activityId: `a${line.activity % codes.length}`, description: `Rincian ${index}`, accountCode: line.account,
      unitPrice: line.price, cutBy: line.cut, splittable: line.splittable,
      quantities: [
        line.group === null ? { n: line.first, unit: 'orang' } : {
          driver: line.group, unit: 'orang', shareBp: 10_000, served: [], lastN: null,
        },
        { n: line.months, unit: 'bulan' },
      ],
    })),
    sources: ids.map((source, index) => makeSource({
      id: source, code: types[index] ?? 'DDS', ceiling: ceilings[index] ?? null, onBudget: source !== 'csr',
    })),
    commitments: commitments.map(({ source, amount, bidang }) => ({
      sourceId: ids[source] ?? 'dds', class: 'other', amount, bidang: bidang as 1 | 2 | 3 | 4 | 5 | null,
    })),
    cells: lines.flatMap((line, index) => [...new Map(line.pays.map((pay) => [pay.source, pay])).values()].map((pay) => ({
      lineId: `l${index}`, sourceId: ids[pay.source] ?? 'dds', units: line.splittable ? 0 : pay.units,
      amount: line.splittable ? pay.amount : null, locked: false,
    }))),
  }
  const counts = new Map([['stunted', 16], ['cadre', 25]] as const)
  return sampleInput({ plan, counts, figures: planFigures(plan, counts, sampleInput().rules) })
})

describe('parts and wholes', () => {
  it('holds for any plan: what the sheets sum up to is what the plan comes to', () => {
    fc.assert(fc.property(anyPlan, (input) => {
      const { figures, plan } = input
      const sheets = villageWorkbook(input)
      const summary = sheetOf(sheets, 'Ringkasan')
      expect([
        figureOf(summary, 'need', 'c'), figureOf(summary, 'funded', 'c'), figureOf(summary, 'unfunded', 'c'),
      ]).toEqual([figures.need, figures.funded, figures.gap])
      expect(figureOf(summary, 'direct', 'c')).toBe(figures.shareOfFunded.direct)
      const rab = sheetOf(sheets, 'RAB')
      const parts = rowsOf(rab).filter((row) => row.key.startsWith('part:'))
      expect(sum(parts.map((row) => figureOf(rab, row.key, 'amount') as number))).toBe(figures.funded)
      for (const line of figures.lines) {
        for (const cell of line.cells.filter((one) => one.amount > 0)) expect(figureOf(
          rab, `part:${line.line.id}:${cell.sourceId}`, 'amount',
        )).toBe(cell.amount)
      }
      const sources = sheetOf(sheets, 'Sumber Dana')
      for (const { source, available, spent, left } of figures.sources) {
        expect(['available', 'used', 'left'].map((column) => figureOf(
          sources, `source:${source.id}`, column,
        ))).toEqual([available, spent, left])
      }
      const paidBy = (ids: readonly string[]): number => sum(
        figures.sources.filter(({ source }) => ids.includes(source.id)).map((source) => source.spent)
      )
      const papers = plan.kind === 'desa'
        ? [figureOf(sheetOf(sheets, 'RKP Desa'), 'total', 'amount') ?? 0, figureOf(sheetOf(sheets, 'Tabel 5'), 'total', 'part')]
        : [figureOf(sheetOf(sheets, 'RKPD'), 'total', 'ceiling')]
      expect(papers).toEqual(plan.kind === 'desa' ? [paidBy(['dds', 'add', 'dau']), paidBy(['dds'])] : [paidBy(['dau'])])
    }), { numRuns: 150 })
  })
})
