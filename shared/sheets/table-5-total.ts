import type { Cell, SheetDocument } from './sheet.ts'
import { rowsOf } from './sheet.ts'

function figure(cell: Cell | undefined): number | null {
  if (cell?.kind === 'number') return cell.value
  return cell?.kind === 'formula' ? cell.result : null
}

/** Last line of a computed Tabel 5: money against stunting, all of Dana Desa and the share in basis points; the last two are null where the table says `belum lengkap`. */
export function table5Total(sheet: SheetDocument): { part: number; total: number | null; shareBp: number | null } {
  const cells = rowsOf(sheet).find(({ key }) => key === 'total')?.cells
  const share = figure(cells?.['percent'])
  return { part: figure(cells?.['part']) ?? 0, total: figure(cells?.['total']), shareBp: share === null ? null : Math.round(share * 10_000) }
}
