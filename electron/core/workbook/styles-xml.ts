import type { Look } from './write-styles.ts'
import { escapeXml, XML_HEAD } from './xml.ts'

const FONT = '<name val="Arial"/><family val="2"/>'
/** The first font is the one whose digits widths are counted in. */
const PLAIN_FONT = `<font><sz val="10"/>${FONT}</font>`
const NO_BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>'
/** Formats that the file format has numbers for; all others begin behind. */
const KNOWN_FORMATS: Readonly<Record<string, number>> = { General: 0, '@': 49 }
const FIRST_FORMAT = 164
const VERTICAL = { top: 'top', middle: 'center', bottom: 'bottom' } as const
const LINES = {
  none: {}, box: { left: 'thin', right: 'thin', top: 'thin', bottom: 'thin' }, under: { bottom: 'double' }, total: { left: 'thin', right: 'thin', top: 'medium', bottom: 'thin' },
} as const satisfies Record<Look['border'], Partial<Record<Side, string>>>
const SIDES = ['left', 'right', 'top', 'bottom'] as const
type Side = (typeof SIDES)[number]

function fontXml({ bold, italic, underline, size, grey }: Look): string {
  return `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${underline ? '<u/>' : ''}<sz val="${size}"/>${grey ? '<color rgb="FF555555"/>' : ''}${FONT}</font>`
}

function borderXml(border: Look['border']): string {
  const lines: Partial<Record<Side, string>> = LINES[border]
  return `<border>${SIDES.map((side) => (lines[side] === undefined ? `<${side}/>` : `<${side} style="${lines[side]}"><color rgb="FF000000"/></${side}>`)).join('')}<diagonal/></border>`
}

function alignmentXml({ horizontal, vertical, figure, indent }: Look): string {
  return `<alignment horizontal="${horizontal}" vertical="${VERTICAL[vertical]}"${figure ? ' shrinkToFit="1"' : ' wrapText="1"'}${indent > 0 ? ` indent="${indent}"` : ''}/>`
}

/** Numbers things in the order in which they first come. */
function numbered(first: readonly string[]): { readonly all: string[]; readonly of: (one: string) => number } {
  const all = [...first]
  const known = new Map(all.map((one, index) => [one, index]))
  return {
    all,
    of: (one) => {
      const found = known.get(one)
      if (found !== undefined) return found
      known.set(one, all.push(one) - 1)
      return all.length - 1
    },
  }
}

export interface StyleSheet {
  /** Number of the style of a look; 0 is that of plain cells. */
  readonly numberOf: (look: Look) => number
  /** Number of the style of plain text, which never becomes a figure when it is typed over. */
  readonly plainText: number
  /** All styles that were asked for. */
  readonly xml: () => string
}

/** Collects the styles of a workbook while its sheets are written. */
export function createStyleSheet(): StyleSheet {
  const fonts = numbered([PLAIN_FONT])
  const borders = numbered([NO_BORDER])
  const formats = numbered([])
  const formatOf = (format: string): number => KNOWN_FORMATS[format] ?? FIRST_FORMAT + formats.of(format)
  const cells = numbered(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'])
  const plainText = cells.of(`<xf numFmtId="${formatOf('@')}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
  const list = (name: string, all: readonly string[]): string => (all.length === 0 ? '' : `<${name} count="${all.length}">${all.join('')}</${name}>`)
  return {
    plainText,
    numberOf: (look) => cells.of(`<xf numFmtId="${formatOf(look.format)}" fontId="${fonts.of(fontXml(look))}" fillId="0" borderId="${borders.of(borderXml(look.border))}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${alignmentXml(look)}</xf>`),
    xml: () => [
      `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
      list('numFmts', formats.all.map((format, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${escapeXml(format)}"/>`)),
      list('fonts', fonts.all), '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>', list('borders', borders.all),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>', list('cellXfs', cells.all),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ].join(''),
  }
}
