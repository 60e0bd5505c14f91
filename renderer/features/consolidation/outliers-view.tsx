import type { Consolidation } from '#shared/contract/consolidation.ts'
import { number, rupiah } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import { goTo } from '../../ui/route.ts'

/** What stands out, and what may be funded twice; each opens the village that it is of. */
export function OutliersView({ data }: { readonly data: Consolidation }) {
  const { t, find, language } = useTranslator()
  const figure = (kind: string, value: number) => (kind === 'cadres' ? (value / 100).toLocaleString(language === 'id' ? 'id-ID' : 'en-GB') : rupiah(value, language))
  const village = (code: string, name: string) => <button type="button" className="link" onClick={() => goTo('kiriman', code)}>{name}</button>
  return (
    <div className="halves">
      <section aria-labelledby="outliers-title">
        <h2 id="outliers-title">{t('consolidation.outliers.title')} <span className="soft">{number(data.outliers.length, language)}</span></h2>
        <p className="soft fine">{t('consolidation.outliers.hint')}</p>
        <div className="held">
          <LongTable
            label={t('consolidation.outliers.title')} rows={data.outliers} rowKey={({ village: code, kind, lineId }) => `${code}/${kind}/${lineId}`} empty={t('consolidation.outliers.none')}
            columns={[
              { key: 'village', label: t('consolidation.outliers.value'), head: true, width: 170, renderCell: (row) => village(row.village, row.villageName) },
              { key: 'kind', label: t('consolidation.outliers.what'), width: 150, renderCell: ({ kind }) => t(`consolidation.outliers.${kind}`) },
              { key: 'label', label: t('consolidation.outliers.line'), renderCell: ({ label }) => <span title={label}>{label}</span> },
              { key: 'value', label: t('consolidation.outliers.figure'), width: 130, num: true, renderCell: ({ kind, value, usual }) => <b className="attention">{value > usual ? '▲' : '▼'} {figure(kind, value)}</b> },
              { key: 'usual', label: t('consolidation.outliers.usual'), width: 130, num: true, renderCell: ({ kind, usual }) => figure(kind, usual) },
            ]}
          />
        </div>
      </section>
      <section aria-labelledby="doubles-title">
        <h2 id="doubles-title">{t('consolidation.doubles.title')} <span className="soft">{number(data.doubles.length, language)}</span></h2>
        <p className="soft fine">{t('consolidation.doubles.hint')}</p>
        <div className="held">
          <LongTable
            label={t('consolidation.doubles.title')} rows={data.doubles} rowKey={({ village: code, kind, label }) => `${code}/${kind}/${label}`} empty={t('consolidation.doubles.none')}
            columns={[
              { key: 'village', label: t('consolidation.outliers.value'), head: true, width: 170, renderCell: (row) => village(row.village, row.villageName) },
              {
                key: 'text', label: t('consolidation.outliers.what'),
                renderCell: ({ kind, label, with: other, group }) => { const text = t(`consolidation.doubles.${kind}`, { label, with: other, group: group === null ? '' : (find(`terms.groups.${group}`) ?? group) }); return <span title={text}>{text}</span> },
              },
            ]}
          />
        </div>
      </section>
    </div>
  )
}
