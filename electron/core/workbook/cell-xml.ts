import { type Address, formulaText } from '#shared/sheets/formula.ts'
import type { Cell } from '#shared/sheets/sheet.ts'
import { escapeXml } from './xml.ts'

/** A cell may hold so many characters; a file with more is called damaged. */
const MOST_CHARACTERS = 32_767
/** Day 0 of the file format. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

function day(iso: string): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - DAY_ZERO) / DAY_MS)
}

/** Text that never becomes a formula or a number. `_x0041_` would be read as a letter: its underscore is written so itself. */
export function textXml(at: string, style: number, text: string): string {
  const plain = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text
  const safe = plain.includes('_x') ? plain.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_') : plain
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(safe)}</t></is></c>`
}

export function numberXml(at: string, style: number, value: number): string {
  return `<c r="${at}" s="${style}"><v>${value}</v></c>`
}

/** A formula without its equals sign, with the result that it gives. */
export function formulaXml(at: string, style: number, formula: string, result: string | number): string {
  const type = typeof result === 'string' ? ' t="str"' : ''
  return `<c r="${at}" s="${style}"${type}><f>${escapeXml(formula)}</f><v>${typeof result === 'string' ? escapeXml(result) : result}</v></c>`
}

/** A cell of a paper in its place. */
export function cellXml(at: string, style: number, cell: Cell | null, sheet: string, address: Address): string {
  if (cell === null || (cell.kind === 'text' && cell.text === '')) return `<c r="${at}" s="${style}"/>`
  switch (cell.kind) {
    case 'text':
      return textXml(at, style, cell.text)
    case 'number':
      return numberXml(at, style, cell.value)
    case 'date':
      return numberXml(at, style, day(cell.iso))
    case 'formula':
      return formulaXml(at, style, formulaText(cell.formula, sheet, address), cell.result)
  }
}
