import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useApi } from '../../../ui/api.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import { Message } from '../../../ui/message.tsx'
import type { SeriesSummary } from '../../../ui/trend.ts'
import { GrowthDialog } from '../growth/growth-dialog.tsx'
import { RevealButton, RevealNote } from '../reveal-button.tsx'
import { KEPT, type Reveal } from '../use-children.ts'
import { FlowBlock } from './flow-block.tsx'
import { FlowChildren } from './flow-children.tsx'
import type { FlowPartName } from './flow-parts.ts'
import { FlowTable } from './flow-table.tsx'

/** What became of the stunted children from one by-name round to a later one: as a flow, per posyandu, child by child. */
export function RoundsView({ series }: { readonly series: readonly SeriesSummary[] }) {
  const { t } = useTranslator()
  const rounds = series.filter(({ kind }) => kind === 'by-name').toSorted((a, b) => (a.measuredOn < b.measuredOn ? -1 : 1))
  if (rounds.length < 2) return <p className="nothing soft">{t('truth.rounds.need')}</p>
  return <TwoRounds rounds={rounds} />
}

function TwoRounds({ rounds }: { readonly rounds: readonly SeriesSummary[] }) {
  const { t } = useTranslator()
  const api = useApi()
  const id = useId()
  const [picked, setPicked] = useState<{ readonly from?: string; readonly to?: string }>({})
  const [place, setPlace] = useState<{ readonly village: string; readonly posyandu: string }>()
  const [part, setPart] = useState<FlowPartName>()
  const [reveal, setReveal] = useState<Reveal>('nothing')
  const [child, setChild] = useState<{ readonly series: string; readonly child: number }>()
  const later = rounds.slice(1)
  const to = later.find((one) => one.id === picked.to) ?? later.at(-1)
  const earlier = rounds.filter(({ measuredOn, id: own }) => to !== undefined && measuredOn <= to.measuredOn && own !== to.id)
  const from = earlier.find((one) => one.id === picked.from) ?? earlier.at(-1)
  const input = { from: from?.id ?? '', to: to?.id ?? '', reveal }
  const { data, error, refetch } = useQuery({ ...api.caseload.rounds.queryOptions({ input }), placeholderData: keepPreviousData, gcTime: reveal === 'nothing' ? KEPT : 0 })
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (!data || !from || !to) return <Message title={t('window.states.loading')} />
  const narrowed = place && data.places.find(({ village, posyandu }) => village === place.village && posyandu === place.posyandu)
  return (
    <div className="truth">
      <div className="filters">
        <label htmlFor={`${id}-from`}>{t('truth.rounds.from')}</label>
        <select id={`${id}-from`} value={from.id} onChange={(event) => setPicked({ ...picked, from: event.target.value })}>{earlier.map(({ id: of, name }) => <option key={of} value={of}>{name}</option>)}</select>
        <label htmlFor={`${id}-to`}>{t('truth.rounds.to')}</label>
        <select id={`${id}-to`} value={to.id} onChange={(event) => setPicked({ ...picked, to: event.target.value })}>{later.map(({ id: of, name }) => <option key={of} value={of}>{name}</option>)}</select>
        <RevealButton reveal={reveal} set={setReveal} />
      </div>
      <div className="list rounds" tabIndex={0} role="region" aria-label={t('caseload.views.rounds')}>
        <FlowBlock rounds={data} flow={narrowed?.flow ?? data.whole} place={narrowed?.posyandu} part={part} choose={setPart} />
        <FlowTable rounds={data} at={narrowed} choose={setPlace} />
        <FlowChildren rounds={data} at={narrowed} part={part} choose={setPart} open={setChild} />
      </div>
      <RevealNote reveal={reveal} />
      {child && <GrowthDialog {...child} reveal={reveal} close={() => setChild(undefined)} />}
    </div>
  )
}
