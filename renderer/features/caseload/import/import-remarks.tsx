import { useQuery } from '@tanstack/react-query'
import type { ImportReport } from '#shared/contract/caseload.ts'
import { number } from '#shared/i18n/format.ts'
import { useApi } from '../../../ui/api.tsx'
import { useTranslator } from '../../../ui/language.tsx'

const ROWS = 12

/** What to know about the counts, repeated rows, and what became of each sheet. */
export function ImportRemarks({ report }: { readonly report: ImportReport }) {
  const { t, find, language } = useTranslator()
  const info = useQuery(useApi().workspace.info.queryOptions({ input: {} })).data
  const rows = (list: readonly number[]) => (list.length === 0 ? '' : t('caseload.import.warningRows', { rows: `${list.slice(0, ROWS).map((row) => number(row, language)).join(', ')}${list.length > ROWS ? ' …' : ''}` }))
  const groupWord = (group: string | number | undefined) => (group === undefined ? {} : { group: find(`terms.groups.${group}`) ?? find(`terms.denominators.${group}`) ?? group })
  // The reader of files knows its own area by code only.
  const areaWord = (area: string | number | undefined) => (info !== undefined && area === info.region ? { area: info.regionName } : {})
  return (
    <>
      {report.warnings.length > 0 && (
        <section>
          <h2>{t('caseload.import.warnings')}</h2>
          <ul className="remarks">
            {report.warnings.map(({ code, count, rows: where, words }) => (
              <li key={`${code}/${String(words.group ?? '')}`}>{find(`import.warning.${code}`, { count, ...words, ...groupWord(words.group), ...areaWord(words.area) }) ?? code} <span className="faint fine">{rows(where)}</span></li>
            ))}
          </ul>
        </section>
      )}
      {report.duplicateRows.length > 0 && (
        <details>
          <summary>{t('caseload.import.duplicates', { count: report.duplicates })}</summary>
          <ul className="remarks">
            {report.duplicateRows.slice(0, 200).map(({ code, rows: [row = 0, other = 0] }) => <li key={`${row}/${other}`}>{find(`import.duplicate.${code}`, { row, other })}</li>)}
          </ul>
        </details>
      )}
      <section>
        <h2>{t('caseload.import.sheets')}</h2>
        <ul className="remarks soft">{report.sheets.map(({ name, used, reason }) => <li key={name}>{find(`import.sheet.${used ? 'used' : (reason ?? 'empty')}`, { sheet: name })}</li>)}</ul>
      </section>
    </>
  )
}
