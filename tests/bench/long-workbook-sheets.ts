import { compute } from '#shared/sheets/formula.ts'
import { formula, integer, type Ref, type Row, type SheetDocument, sumOf, text } from '#shared/sheets/sheet.ts'
import { villageWorkbook } from '#shared/sheets/documents.ts'
import { longPlan } from '#tests/support/sample-plan.ts'

export const VILLAGES = 250
export const ROWS = 60

/** One table of a regency: its villages under each other, each with its lines and their sum; figures are formulas where a paper has them so. */
export function regencySheet(villages = VILLAGES, rows = ROWS): SheetDocument[] {
  const frame = villageWorkbook(longPlan(1)).find((sheet) => sheet.name === 'RKP Desa')
  if (!frame) throw new Error('no sheet to take the paper from')
  const keys = ['no', 'code', 'activity', 'place', 'volume', 'unit', 'price', 'amount', 'dds', 'add', 'pbh', 'partner', 'funded', 'gap', 'office'] as const
  const lines = Array.from({ length: villages }, (_, village) => {
    const own: Row[] = Array.from({ length: rows - 1 }, (__, index): Row => {
      const key = `${village}/${index}`
      const at = (column: string): Ref => ({ row: key, column })
      return {
        key, role: 'line',
        cells: {
          no: text(String(index + 1)), code: text('02.02.02'), activity: text(`Makanan tambahan balita, dusun ${index % 9}`), place: text(`Desa ${village}`), volume: integer(16 + (index % 7)), unit: text('anak-bulan'),
          price: integer(150_000 + village), amount: formula({ op: 'product', of: [at('volume'), at('price')] }), dds: integer(100_000 * (index + 1)), add: integer(20_000), pbh: integer(0), partner: integer(5_000),
          funded: sumOf(['dds', 'add', 'pbh', 'partner'].map(at)), gap: formula({ op: 'balance', plus: [at('amount')], minus: [at('funded')] }), office: text('Kasi Pelayanan'),
        },
      }
    })
    const total: Row = {
      key: `${village}/total`, role: 'subtotal',
      cells: { activity: text(`Jumlah Desa ${village}`), ...Object.fromEntries(['amount', 'dds', 'add', 'funded', 'gap'].map((column) => [column, sumOf(own.map((row) => ({ row: row.key, column })))])) },
    }
    return [...own, total]
  }).flat()
  const columns = keys.map((key) => ({ key, share: key === 'activity' ? 60 : 22, align: 'left' }) as const)
  return compute([{
    ...frame, name: 'Konsolidasi', title: ['KONSOLIDASI RENCANA DESA'], draft: null, columns,
    sections: [{
      key: 'all', newPage: false, heading: null, facts: [], numbering: null, notes: [], signatories: [], rows: lines,
      header: [keys.map((key) => ({ text: key, column: key, columns: 1, rows: 1 }))],
    }],
  }])
}
