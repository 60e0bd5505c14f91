/** Sources that have a colour of their own in the tokens, by code. */
const CODES: ReadonlySet<string> = new Set([
  'DDS', 'ADD', 'PBH', 'PAD', 'SWD', 'PDL', 'PBP', 'PBK', 'BK-PROV', 'DAU', 'DBH', 'PAD-D', 'BLUD', 'BOK', 'BOKB', 'BOP-PAUD', 'DAK-F', 'GENTING', 'CSR', 'ZAKAT',
])

/** Colour of a source by its code, as a CSS value: the same in every chart and column. */
export function sourceColour(code: string): string {
  return `var(--source-${CODES.has(code) ? code.toLowerCase() : 'other'})`
}

/** The hatch of what no source pays. */
export const UNFUNDED = 'var(--source-none)'
