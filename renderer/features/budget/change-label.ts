import type { FigureChange } from '#shared/contract/history.ts'
import type { Language } from '#shared/i18n/format.ts'
import { unitWord } from '#shared/i18n/units.ts'

/** Figures that are counted in a unit of the line; what others are called is a name. */
const COUNTED: ReadonlySet<FigureChange['figure']> = new Set(['quantity', 'driver'])

/** What a changed figure is of: a unit in the language of the window, as many as there are now; else the name that it has. */
export function changeLabel({ figure, label, to }: FigureChange, language: Language): string {
  return COUNTED.has(figure) ? unitWord(label, language, typeof to === 'number' ? to : null) : label
}
