import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../ui/api.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import { Message } from '../../../ui/message.tsx'
import type { SeriesSummary } from '../../../ui/trend.ts'
import { Choice } from '../choice.tsx'
import { KEPT, type Reveal } from '../use-children.ts'
import { KaderSheet } from './kader-sheet.tsx'
import { RemeasureList } from './remeasure-list.tsx'

/** No posyandu is called so; one without a name is `''`. */
const ALL = '*'

interface RemeasureViewProps {
  readonly series: SeriesSummary
  readonly reveal: Reveal
  open(child: { readonly series: string; readonly child: number }): void
}

/** Whom to measure again, posyandu by posyandu; and the sheet that the kader takes along. */
export function RemeasureView({ series, reveal, open }: RemeasureViewProps) {
  const { t } = useTranslator()
  const [posyandu, setPosyandu] = useState<string>()
  const [asSheet, setAsSheet] = useState(false)
  const { data, error, refetch } = useQuery({ ...useApi().caseload.remeasure.queryOptions({ input: { series: series.id, reveal } }), gcTime: reveal === 'nothing' ? KEPT : 0 })
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (!data) return <Message title={t('window.states.loading')} />
  if (data.total === 0) return <p className="nothing soft">{t('truth.remeasure.none')}</p>
  const names = [...new Set(data.places.map((place) => place.posyandu))]
  const places = posyandu === undefined ? data.places : data.places.filter((place) => place.posyandu === posyandu)
  const count = places.reduce((sum, { children }) => sum + children.length, 0)
  return (
    <div className="remeasure">
      <div className="filters tools">
        <h2>{t('truth.remeasure.title')}</h2>
        <Choice
          label={t('truth.place')} value={posyandu ?? ALL} pick={(name) => setPosyandu(name === ALL ? undefined : name)}
          options={[[ALL, t('caseload.children.all')], ...names.map((name) => [name, name || t('truth.noPosyandu')] as const)]}
        />
        <span className="soft" role="status">{t('truth.remeasure.total', { count })}</span>
        <button type="button" className={asSheet ? 'end' : 'end primary'} onClick={() => setAsSheet(!asSheet)}>{t(asSheet ? 'truth.remeasure.list' : 'truth.remeasure.sheet')}</button>
      </div>
      {asSheet
        ? <KaderSheet series={series.id} posyandu={posyandu} count={count} places={places.length} />
        : <RemeasureList places={places} open={open} />}
    </div>
  )
}
