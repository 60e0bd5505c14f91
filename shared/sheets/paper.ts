import type { Paper, SheetDocument } from './sheet.ts'

/** Paper sizes and margins in millimetres, lying. F4 is the folio of the offices, 215 × 330 (domain §10). */
const PAPERS = { F4: { width: 330, height: 215 }, A4: { width: 297, height: 210 } } as const satisfies Record<Paper, object>
export const MARGINS = { left: 14, right: 14, top: 13, bottom: 16, header: 6, footer: 7 } as const

export const POINTS_PER_MM = 72 / 25.4

/** Millimetres of a sheet's paper as it is printed. */
export function paperSize({ paper, orientation }: Pick<SheetDocument, 'paper' | 'orientation'>): { readonly width: number; readonly height: number } {
  const { width, height } = PAPERS[paper]
  return orientation === 'landscape' ? { width, height } : { width: height, height: width }
}
