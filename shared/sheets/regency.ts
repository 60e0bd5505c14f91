import type { Language } from '#shared/i18n/format.ts'
import { regency as en } from '#shared/i18n/en/regency.ts'
import { regency as id } from '#shared/i18n/id/regency.ts'
import type { HeaderCell, Paper, Ref, Row, Section, SheetDocument } from './sheet.ts'
import { fill } from './texts.ts'

type Texts<T> = T extends string ? string : { readonly [K in keyof T]: Texts<T[K]> }
export type RegencyTexts = Texts<typeof id>

const TEXTS: Readonly<Record<Language, RegencyTexts>> = { id, en }

export function regencyTexts(language: Language): RegencyTexts {
  return TEXTS[language]
}

/** What stands around every table of a regency's workbook. */
export interface RegencyPaper {
  readonly region: string
  readonly fiscalYear: number
  readonly villages: number
  readonly received: number
  /** Local time as it is printed. */
  readonly madeAt: string
  readonly paper: Paper
  readonly language: Language
}

interface Parts {
  readonly name: string
  readonly title: readonly string[]
  readonly columns: SheetDocument['columns']
  readonly header: readonly (readonly [column: string, text: string])[]
  readonly rows: readonly Row[]
  readonly notes?: readonly string[]
  readonly key: string
}

/** One table as a sheet. */
export function regencySheet(paper: RegencyPaper, { name, title, columns, header, rows, notes = [], key }: Parts): SheetDocument {
  const t = regencyTexts(paper.language)
  const cells = header.map(([column, text]): HeaderCell => ({ column, text, columns: 1, rows: 1 }))
  const section: Section = { key, newPage: false, heading: null, facts: [], header: [cells], numbering: null, rows, notes, signatories: [] }
  return {
    name, letterhead: [], title, columns, sections: [section], paper: paper.paper, orientation: 'landscape', textSize: 8, placeDate: '', draft: null, language: paper.language,
    footer: { left: fill(t.footer, { received: paper.received, villages: paper.villages, year: paper.fiscalYear }), right: fill(t.printed, { time: paper.madeAt }), page: t.page },
  }
}

/** From the first to the last row of a column, as a range. */
export function range(rows: readonly Row[], column: string, sheet?: string): (string | Ref)[] {
  const at = (row: string): Ref => ({ ...(sheet === undefined ? {} : { sheet }), row, column })
  return [at(rows[0]?.key ?? ''), ':', at(rows.at(-1)?.key ?? '')]
}
