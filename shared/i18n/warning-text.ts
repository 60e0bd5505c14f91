import type { ImportReport } from '../contract/caseload.ts'
import { number } from './format.ts'
import type { Translator } from './index.ts'

type Warning = ImportReport['warnings'][number]

/** A warning of an import as a sentence: how many, which groups, and the first values as they stand in the file. `areas` names regions by code. */
export function warningText({ code, count, words, values }: Warning, { t, find, language }: Translator, areas: Readonly<Record<string, string>> = {}): string {
  const group = words['group'] === undefined ? {} : { group: find(`terms.groups.${words['group']}`) ?? find(`terms.denominators.${words['group']}`) ?? words['group'] }
  const area = words['area'] === undefined ? {} : { area: areas[words['area']] ?? words['area'] }
  const listed = values.map(({ row, column, value }) => t('import.value', { row: number(row, language), column, value })).join(', ')
  return find(`import.warning.${code}`, { count, ...words, ...group, ...area, values: count > values.length ? `${listed} …` : `${listed}.` }) ?? `${code}: ${count}`
}

/** What a file says of the village that its rows are of, where that is not the one whose workspace this is (`area`, its name); `undefined`: nothing of the kind. */
export function otherVillageText({ warnings, accepted }: Pick<ImportReport, 'warnings' | 'accepted'>, area: string, { t, language }: Translator): string | undefined {
  const found = warnings.find(({ code }) => code === 'other_village')
  return found && t('import.otherVillage', { count: found.count, named: number(found.count, language), rows: number(accepted, language), names: found.words['names'] ?? '', area })
}
