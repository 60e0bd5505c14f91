import type { ImportReport } from '#shared/contract/caseload.ts'
import { useTranslator } from '../../../ui/language.tsx'
import type { SeriesSummary } from '../../../ui/trend.ts'
import { Shown } from '../counts-cell.tsx'
import { groupName } from '../group-name.ts'
import { IN_ORDER } from '../rows.ts'

/** Counts that the file comes to; beside what the series held, where it replaces one. */
export function ImportCounts({ report, before }: { readonly report: ImportReport; readonly before: SeriesSummary | undefined }) {
  const translator = useTranslator()
  const { t } = translator
  const groups = IN_ORDER.filter((group) => report.counts[group] !== undefined || before?.counts[group] !== undefined)
  return (
    <section>
      <table className="counts found" aria-label={t('caseload.import.counts')}>
        <thead>
          <tr>
            <th scope="col" className="name">{t('caseload.import.counts')}</th>
            {before && <th scope="col" className="num">{t('caseload.choose.before')}</th>}
            <th scope="col" className="num">{t(before ? 'caseload.choose.after' : 'caseload.import.fields.count')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group} className={group === 'stunted' ? 'main' : undefined}>
              <th scope="row" className="name">{groupName(group, translator)}</th>
              {before && <td className="num soft"><Shown of={{ group, counts: before.counts }} /></td>}
              <td className="num"><Shown of={{ group, counts: report.counts }} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
