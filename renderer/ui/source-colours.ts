/** Token of each source's colour: the same in every chart and column. Kinds of money that behave alike share one. */
const TOKENS: Readonly<Record<string, string>> = {
  DDS: 'dds', ADD: 'add', PBH: 'pbh', PAD: 'pad', SWD: 'pad', PDL: 'pad', PBP: 'aid', PBK: 'aid', 'BK-PROV': 'aid',
  DAU: 'apbd', DBH: 'apbd', 'PAD-D': 'apbd', BLUD: 'apbd', BOK: 'bok', BOKB: 'bok', 'BOP-PAUD': 'bok', 'DAK-F': 'bok',
  GENTING: 'partner', CSR: 'partner', ZAKAT: 'partner',
}

/** Colour of a source by its code, as a CSS value. */
export function sourceColour(code: string): string {
  return `var(--source-${TOKENS[code] ?? 'apbd'})`
}

/** The hatch of what no source pays. */
export const UNFUNDED = 'var(--source-none)'
