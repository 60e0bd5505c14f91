import { shortDate } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { decimals } from '../figures.ts'

/** What the reason of a difference supposes: the other sex, date, posture, height or age that gives the file's value. */
export function supposedText(supposed: Readonly<Record<string, string | number>>, { t, find, language }: Translator): string {
  const { sex, what, date, posture, cm, months } = supposed
  if (sex === 'L' || sex === 'P') return t('truth.cross.supposed.sex', { sex: t(`truth.findings.sex.${sex}`) })
  if (typeof cm === 'number') return t('truth.cross.supposed.cm', { cm: decimals(cm, 1, language) })
  if (months !== undefined) return t('truth.cross.supposed.months', { months })
  if (posture !== undefined) return t('truth.cross.supposed.posture', { posture: find(`truth.cross.supposed.postures.${posture}`) ?? posture })
  if (typeof date !== 'string' || date === '') return ''
  return t(what === 'born' ? 'truth.cross.supposed.born' : what === 'measured' ? 'truth.cross.supposed.measured' : 'truth.cross.supposed.old', { date: shortDate(date, language) })
}
