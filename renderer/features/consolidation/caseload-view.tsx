import type { Consolidation } from '#shared/contract/consolidation.ts'
import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { LongTable } from '../../ui/long-table.tsx'

/** The regency's caseload: the sum of what the villages' plans follow, with how many of them count each group. */
export function CaseloadView({ data }: { readonly data: Consolidation }) {
  const { t, find, language } = useTranslator()
  return (
    <div className="held">
      <LongTable
        label={t('consolidation.views.caseload')} rows={data.caseload} rowKey={({ group }) => group}
        columns={[
          { key: 'group', label: t('consolidation.columns.group'), head: true, renderCell: ({ group }) => find(`terms.groups.${group}`) ?? find(`terms.denominators.${group}`) ?? group },
          { key: 'count', label: t('consolidation.columns.count'), width: 160, num: true, renderCell: ({ count }) => (count === null ? <span className="soft">{t('consolidation.unknown')}</span> : <b>{number(count, language)}</b>) },
          { key: 'villages', label: t('consolidation.columns.counting'), width: 220, num: true, renderCell: ({ villages }) => <span className={villages < data.received ? 'attention' : undefined}>{t('consolidation.of', { part: number(villages, language), whole: number(data.received, language) })}</span> },
        ]}
      />
    </div>
  )
}
