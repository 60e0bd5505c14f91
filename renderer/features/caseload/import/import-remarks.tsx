import { useQuery } from '@tanstack/react-query'
import type { ImportReport } from '#shared/contract/caseload.ts'
import { number } from '#shared/i18n/format.ts'
import { warningText } from '#shared/i18n/warning-text.ts'
import { useApi } from '../../../ui/api.tsx'
import { useTranslator } from '../../../ui/language.tsx'

const ROWS = 12
type Warning = ImportReport['warnings'][number]

/** What to know about the counts, repeated rows, and what became of each sheet. */
export function ImportRemarks({ report }: { readonly report: ImportReport }) {
  const translator = useTranslator()
  const { t, find, language } = translator
  const info = useQuery(useApi().workspace.info.queryOptions({ input: {} })).data
  // Where every value is shown with its row, the rows are said.
  const rows = ({ rows: list, values }: Warning) => (list.length <= values.length ? '' : t('caseload.import.warningRows', { rows: `${list.slice(0, ROWS).map((row) => number(row, language)).join(', ')}${list.length > ROWS ? ' …' : ''}` }))
  // The reader of files knows its own area by code only.
  const areas = info ? { [info.region]: info.regionName } : {}
  return (
    <>
      {report.warnings.length > 0 && (
        <section>
          <h2>{t('caseload.import.warnings')}</h2>
          <ul className="remarks">
            {report.warnings.map((warning) => (
              <li key={`${warning.code}/${String(warning.words['group'] ?? '')}`}>{warningText(warning, translator, areas)} <span className="faint fine">{rows(warning)}</span></li>
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
