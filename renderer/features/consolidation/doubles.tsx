import { useState } from 'react'
import type { Consolidation } from '#shared/contract/consolidation.ts'
import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import { goTo } from '../../ui/route.ts'

type Double = Consolidation['doubles'][number]

interface Group {
  readonly key: string
  readonly first: Double
  readonly rows: readonly Double[]
}

function groupsOf(doubles: readonly Double[]): Group[] {
  return [...Map.groupBy(doubles, ({ kind, label, with: other, group }) => `${kind}/${label}/${other}/${group}`)].flatMap(([key, rows]) => (rows[0] ? [{ key, first: rows[0], rows }] : []))
    .toSorted((a, b) => Number(a.first.kind === 'activity') - Number(b.first.kind === 'activity') || b.rows.length - a.rows.length)
}

/** What may be funded twice: the same pair of activities once, with how many villages have it; its villages one click further. */
export function Doubles({ data }: { readonly data: Consolidation }) {
  const { t, find, language } = useTranslator()
  const [open, setOpen] = useState<string>()
  const groups = groupsOf(data.doubles)
  const chosen = groups.find(({ key }) => key === open)
  const text = ({ kind, label, with: other, group }: Double) => t(`consolidation.doubles.${kind}`, { label, with: other, group: group === null ? '' : (find(`terms.groups.${group}`) ?? group) })
  return (
    <section aria-labelledby="doubles-title">
      <h2 id="doubles-title">{t('consolidation.doubles.title')} <span className="soft">{number(groups.length, language)}</span></h2>
      <p className="soft fine">{chosen ? <><button type="button" className="quiet-action" onClick={() => setOpen(undefined)}>← {t('consolidation.doubles.back')}</button> {text(chosen.first)}</> : t('consolidation.doubles.hint')}</p>
      <div className="held">
        {chosen
          ? <LongTable
              label={t('consolidation.doubles.villages')} rows={chosen.rows} rowKey={({ village }) => village}
              columns={[
                { key: 'village', label: t('consolidation.outliers.value'), head: true, renderCell: ({ village, villageName }) => <button type="button" className="link" onClick={() => goTo('kiriman', village)}>{villageName}</button> },
                { key: 'district', label: t('consolidation.by.district'), renderCell: ({ district }) => district },
              ]}
            />
          : <LongTable
              label={t('consolidation.doubles.title')} rows={groups} rowKey={({ key }) => key} empty={t('consolidation.doubles.none')}
              columns={[
                { key: 'villages', label: t('consolidation.columns.villages'), width: 120, renderCell: ({ key, rows }) => <button type="button" className="link" onClick={() => setOpen(key)}>{t('consolidation.doubles.count', { count: rows.length })}</button> },
                { key: 'text', label: t('consolidation.outliers.what'), head: true, renderCell: ({ first }) => <span title={text(first)}>{text(first)}</span> },
              ]}
            />}
      </div>
    </section>
  )
}
