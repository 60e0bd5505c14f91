import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../../ui/language.tsx'
import type { ImportProgress } from './use-import.ts'

/** Where in the whole each phase begins and how much of it it is, in percent; measured with lists of 60,000 rows. */
const SPANS: Readonly<Record<string, readonly [number, number]>> = { reading: [0, 40], recognising: [40, 35], counting: [75, 20], writing: [95, 5] }

/** How far a file is: a bar over all phases, and the rows of this one as figures. Without rows it only says that it goes on. */
export function ImportProgressBar({ progress: { phase, done, total }, file }: { readonly progress: ImportProgress; readonly file: string }) {
  const { t, find, language } = useTranslator()
  const [from, share] = SPANS[phase] ?? [0, 0]
  const known = done !== null && total !== null && total > 0
  const value = known ? from + (share * done) / total : from
  const label = find(`caseload.import.phases.${phase}`, { file }) ?? t('caseload.import.reading', { file })
  return (
    <>
      <span className="soft fine" role="status">{label}</span>
      {value > 0 ? <progress aria-label={t('caseload.import.reading', { file })} max={100} value={value} /> : <progress aria-label={t('caseload.import.reading', { file })} />}
      <span className="soft fine">
        {value > 0 && `${Math.round(value)}%`}
        {total !== null && ` ${done === null ? t('caseload.import.rowsTotal', { total: number(total, language) }) : t('caseload.import.rowsDone', { done: number(done, language), total: number(total, language) })}`}
      </span>
    </>
  )
}
