import { type Context, frame, signatoriesOf } from './input.ts'
import { remeasureSheet } from './remeasure.ts'
import type { SheetDocument } from './sheet.ts'

/**
 * The list of whom the kader measures again, as a paper of the office: its letterhead and signatures around the same tables, one posyandu after the other. With
 * names it says over itself and across each page for whom it is; it is in no workbook and no package.
 */
export function remeasurePaper(context: Context): SheetDocument {
  const { remeasure, paper, language, madeAt } = context
  const list = remeasureSheet({ series: '', measuredOn: madeAt.slice(0, 10), places: [], named: false, ...remeasure, paper, language, madeAt })
  const own = frame(context, 'remeasure', { title: list.title, columns: list.columns, sections: list.sections, textSize: list.textSize })
  const last = own.sections.length - 1
  const people = signatoriesOf(context, 'remeasure')
  return {
    ...own, draft: list.draft, footer: { ...own.footer, left: list.footer.left },
    sections: own.sections.map((section, index) => (index === last ? { ...section, signatories: people } : section)),
  }
}
