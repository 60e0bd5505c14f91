import type { CountKey } from '#shared/domain/caseload.ts'
import type { Translator } from '#shared/i18n/index.ts'

/** What a group or denominator is called, as the beginning of a line. */
export function groupName(group: CountKey, { find }: Pick<Translator, 'find'>): string {
  const name = find(`terms.groups.${group}`) ?? find(`terms.denominators.${group}`) ?? group
  return name.charAt(0).toUpperCase() + name.slice(1)
}
