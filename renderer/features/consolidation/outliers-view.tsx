import { useState } from 'react'
import type { Consolidation } from '#shared/contract/consolidation.ts'
import { number, rupiah } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import { goTo } from '../../ui/route.ts'
import { Doubles } from './doubles.tsx'

type Kind = Consolidation['outliers'][number]['kind']
const KINDS: readonly Kind[] = ['price', 'per_child', 'cadres']

/** How many times more or less than usual. */
function farness({ value, usual }: Consolidation['outliers'][number]): number {
  return value === 0 || usual === 0 ? Infinity : Math.max(value / usual, usual / value)
}

/** What stands out, and what may be funded twice; each opens the village that it is of. */
export function OutliersView({ data }: { readonly data: Consolidation }) {
  const { t, language } = useTranslator()
  const [kind, setKind] = useState<Kind | 'all'>('all')
  const figure = (of: Kind, value: number) => (of === 'cadres' ? (value / 100).toLocaleString(language === 'id' ? 'id-ID' : 'en-GB') : rupiah(value, language))
  const village = (code: string, name: string, line: string | null) => <button type="button" className="link" onClick={() => goTo('kiriman', line === null ? code : `${code}/${line}`)}>{name}</button>
  // The farthest from what is usual first, whichever way.
  const rows = data.outliers.filter((row) => kind === 'all' || row.kind === kind).toSorted((a, b) => farness(b) - farness(a))
  return (
    <div className="halves">
      <section aria-labelledby="outliers-title">
        <h2 id="outliers-title">{t('consolidation.outliers.title')} <span className="soft">{number(data.outliers.length, language)}</span></h2>
        <div className="by" role="group" aria-label={t('consolidation.outliers.what')}>
          {(['all', ...KINDS] as const).map((one) => (
            <button type="button" key={one} className="choice" aria-pressed={kind === one} onClick={() => setKind(one)}>
              {one === 'all' ? t('consolidation.outliers.all') : t(`consolidation.outliers.${one}`)} <span className="soft">{number(one === 'all' ? data.outliers.length : data.outliers.filter((row) => row.kind === one).length, language)}</span>
            </button>
          ))}
          <span className="soft fine">{t('consolidation.outliers.hint')}</span>
        </div>
        <div className="held">
          <LongTable
            label={t('consolidation.outliers.title')} rows={rows} rowKey={({ village: code, kind: of, lineId }) => `${code}/${of}/${lineId}`} empty={t('consolidation.outliers.none')}
            columns={[
              { key: 'village', label: t('consolidation.outliers.value'), head: true, width: 170, renderCell: (row) => village(row.village, row.villageName, row.lineId) },
              { key: 'kind', label: t('consolidation.outliers.what'), width: 150, renderCell: (row) => t(`consolidation.outliers.${row.kind}`) },
              { key: 'label', label: t('consolidation.outliers.line'), renderCell: ({ label }) => <span title={label}>{label}</span> },
              { key: 'value', label: t('consolidation.outliers.figure'), width: 130, num: true, renderCell: ({ kind: of, value, usual }) => <b className="attention">{value > usual ? '▲' : '▼'} {figure(of, value)}</b> },
              { key: 'usual', label: t('consolidation.outliers.usual'), width: 130, num: true, renderCell: ({ kind: of, usual }) => figure(of, usual) },
            ]}
          />
        </div>
      </section>
      <Doubles data={data} />
    </div>
  )
}
