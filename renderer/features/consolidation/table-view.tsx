import { useState } from 'react'
import type { Consolidation, GroupTableRow } from '#shared/contract/consolidation.ts'
import { number, percent, tableFigure } from '#shared/i18n/format.ts'
import { ratioBp } from '#shared/domain/money.ts'
import { useTranslator } from '../../ui/language.tsx'
import { LongTable } from '../../ui/long-table.tsx'

const BY = ['district', 'opd', 'source', 'activity', 'subKegiatan', 'tier'] as const
type By = (typeof BY)[number]

/** The sums, put together by kecamatan, OPD, source, activity, sub kegiatan or tier. */
export function TableView({ data }: { readonly data: Consolidation }) {
  const { t } = useTranslator()
  const [by, setBy] = useState<By>('district')
  return (
    <>
      <div className="by" role="group" aria-label={t('consolidation.by.label')}>
        <span className="soft">{t('consolidation.by.label')}</span>
        {BY.map((one) => <button type="button" key={one} className="choice" aria-pressed={by === one} onClick={() => setBy(one)}>{t(`consolidation.by.${one}`)}</button>)}
        {(by === 'opd' || by === 'subKegiatan') && <span className="soft fine">{t('consolidation.opdHint')}</span>}
      </div>
      <div className="held">{by === 'source' ? <Sources data={data} /> : <Groups key={by} by={by} rows={data.tables[by]} />}</div>
    </>
  )
}

function Groups({ by, rows }: { readonly by: Exclude<By, 'source'>; readonly rows: readonly GroupTableRow[] }) {
  const { t, find, language } = useTranslator()
  const nameOf = ({ key, name }: GroupTableRow): string => {
    if (key === '') return t(by === 'opd' ? 'consolidation.noOpd' : 'consolidation.noCode')
    return by === 'tier' ? (find(`terms.tiers.${key}`) ?? name) : name
  }
  const total = (what: 'need' | 'funded' | 'gap' | 'direct') => rows.reduce((sum, row) => sum + row[what], 0)
  const share = (funded: number, need: number) => percent(ratioBp(funded, need), language)
  return (
    <LongTable
      label={t(`consolidation.by.${by}`)} rows={rows} rowKey={({ key }) => key}
      columns={[
        ...(by === 'subKegiatan' ? [{ key: 'code', label: t('consolidation.columns.code'), width: 150, renderCell: ({ key }: GroupTableRow) => key }] : []),
        { key: 'name', label: t('consolidation.columns.name'), head: true, renderCell: (row) => <span title={nameOf(row)}>{nameOf(row)}</span> },
        { key: 'villages', label: t('consolidation.columns.villages'), width: 70, num: true, renderCell: ({ villages }) => number(villages, language) },
        { key: 'need', label: t('consolidation.columns.need'), width: 140, num: true, renderCell: ({ need }) => tableFigure(need, language) },
        { key: 'funded', label: t('consolidation.columns.funded'), width: 140, num: true, renderCell: ({ funded }) => tableFigure(funded, language) },
        { key: 'gap', label: t('consolidation.columns.gap'), width: 150, num: true, renderCell: ({ gap }) => tableFigure(gap, language) },
        { key: 'direct', label: t('consolidation.columns.direct'), width: 140, num: true, renderCell: ({ direct }) => tableFigure(direct, language) },
        { key: 'share', label: t('consolidation.columns.share'), width: 84, num: true, renderCell: ({ funded, need }) => share(funded, need) },
      ]}
      foot={(
        <tr>
          {by === 'subKegiatan' && <td />}<th scope="row">{t('consolidation.total')}</th><td />
          {(['need', 'funded', 'gap', 'direct'] as const).map((what) => <td key={what} className="num">{tableFigure(total(what), language)}</td>)}<td className="num">{share(total('funded'), total('need'))}</td>
        </tr>
      )}
    />
  )
}

function Sources({ data }: { readonly data: Consolidation }) {
  const { t, language } = useTranslator()
  return (
    <LongTable
      label={t('consolidation.by.source')} rows={data.sources} rowKey={({ key }) => key}
      columns={[
        { key: 'name', label: t('consolidation.by.source'), head: true, renderCell: ({ key }) => key },
        { key: 'villages', label: t('consolidation.columns.villages'), width: 80, num: true, renderCell: ({ villages }) => number(villages, language) },
        { key: 'withCeiling', label: t('consolidation.columns.withCeiling'), width: 130, num: true, renderCell: ({ withCeiling }) => number(withCeiling, language) },
        { key: 'ceiling', label: t('consolidation.columns.ceiling'), width: 170, num: true, renderCell: ({ ceiling, withCeiling }) => (withCeiling === 0 ? t('consolidation.unknown') : tableFigure(ceiling, language)) },
        { key: 'spent', label: t('consolidation.columns.spent'), width: 170, num: true, renderCell: ({ spent }) => tableFigure(spent, language) },
      ]}
      foot={<tr><th scope="row">{t('consolidation.total')}</th><td /><td /><td className="num">{tableFigure(data.sources.reduce((sum, { ceiling }) => sum + ceiling, 0), language)}</td><td className="num">{tableFigure(data.sources.reduce((sum, { spent }) => sum + spent, 0), language)}</td></tr>}
    />
  )
}
