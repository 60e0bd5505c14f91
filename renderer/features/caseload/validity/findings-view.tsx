import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../ui/api.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import { Message } from '../../../ui/message.tsx'
import { KEPT, type Reveal } from '../use-children.ts'
import { grouped } from './grouped.ts'
import { RuleList } from './rule-list.tsx'
import { RuleRows } from './rule-rows.tsx'
import { keyOf, ScoreSum, ScoreTable } from './score-table.tsx'

interface FindingsViewProps {
  readonly series: string
  readonly reveal: Reveal
  open(child: number): void
}

/** The score with its parts per place, and what lowers it: rule by rule, down to the rows and their children. */
export function FindingsView({ series, reveal, open }: FindingsViewProps) {
  const { t } = useTranslator()
  const api = useApi()
  const [place, setPlace] = useState<{ readonly village: string; readonly posyandu: string }>()
  const [rule, setRule] = useState<string>()
  const narrowed = place ? { village: place.village, ...(place.posyandu === '' ? {} : { posyandu: place.posyandu }) } : {}
  const { data, error, refetch } = useQuery({ ...api.caseload.validity.queryOptions({ input: { series, reveal, ...narrowed } }), placeholderData: keepPreviousData, gcTime: reveal === 'nothing' ? KEPT : 0 })
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (!data) return <Message title={t('window.states.loading')} />
  const found = grouped(data.findings)
  const chosen = found.find((one) => one.rule === rule) ?? found[0]
  const at = place && data.places.find((one) => keyOf(one) === keyOf(place))
  return (
    <div className="findings-view">
      <div className="score-part">
        <ScoreTable report={data} at={place ? keyOf(place) : ''} choose={(one) => setPlace(one === data.whole || (place && keyOf(one) === keyOf(place)) ? undefined : one)} />
        <p className="foot fine soft">
          <ScoreSum score={at ?? data.whole} />
          <span>{data.previous === null ? t('truth.score.notCompared') : t('truth.score.compared', { series: data.previous })}</span>
          <span>{t('truth.score.own')}</span>
        </p>
      </div>
      {found.length === 0 ? <p className="nothing soft">{t('truth.findings.none')}</p> : (
        <div className="drill">
          <div className="list"><RuleList found={found} chosen={chosen} choose={(one) => setRule(one.rule)} /></div>
          <div className="list" tabIndex={0} role="region" aria-label={t('truth.findings.detail')}>{chosen && <RuleRows key={chosen.rule} found={chosen} open={open} />}</div>
        </div>
      )}
    </div>
  )
}
