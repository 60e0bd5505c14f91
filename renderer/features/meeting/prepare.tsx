import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { localDay } from '../../ui/local-day.ts'
import { Message } from '../../ui/message.tsx'
import { goTo } from '../../ui/route.ts'
import { useCommand } from '../../ui/use-command.ts'
import { AgendaPoints, type Point } from './agenda-points.tsx'
import { type Facts, FactsFields, headsOf } from './facts.tsx'
import { enterStage } from './full-screen.ts'
import type { AgendaItemView } from './types.ts'

/** The points that the plan leaves open now, as the chair has put them; what is new comes last. */
function pointsOf(items: readonly AgendaItemView[], arranged: readonly Point[] | null): Point[] {
  const fresh = new Map(items.map((item) => [`${item.kind} ${item.subject}`, item]))
  const known = (arranged ?? []).flatMap((point): Point[] => {
    if (point.item === null) return [point]
    const item = fresh.get(point.key)
    fresh.delete(point.key)
    return item ? [{ ...point, item }] : []
  })
  return [...known, ...[...fresh].map(([key, item]) => ({ key, item, text: '', chosen: true }))]
}

/** Before the meeting: which of the open points will be decided, and where and under whom. */
export function Prepare({ started }: { started(): void }) {
  const { t } = useTranslator()
  const api = useApi()
  const { data, error, refetch } = useQuery(api.meeting.agenda.queryOptions({ input: {} }))
  const start = useCommand(['meeting', 'start'], api.meeting.start.call)
  const [arranged, setArranged] = useState<readonly Point[] | null>(null)
  const [facts, setFacts] = useState<Facts>({ heldOn: localDay(), place: '', leader: '', attended: '' })
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (!data) return <Message title={t('window.states.loading')} />
  if (data.lines === 0) return <Message title={t('meeting.prepare.none')} text={t('meeting.prepare.noLines')} action={{ label: t('meeting.prepare.toBudget'), run: () => goTo('anggaran') }} />
  const points = pointsOf(data.items, arranged)
  const chosen = points.filter((point) => point.chosen)
  const heads = headsOf(facts)
  const ready = heads !== undefined && chosen.length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || start.isPending) return
    // the browser gives the full screen only to a click, not to what is answered later
    enterStage()
    start.mutate({ heldOn: facts.heldOn, place: facts.place, leader: facts.leader, attended: heads, points: chosen.map(({ item, text }) => (item ? { kind: item.kind, subject: item.subject } : { kind: 'question', subject: text })) }, { onSuccess: started })
  }
  return (
    <form className="prepare" onSubmit={submit}>
      <p className="soft intro">{t('meeting.prepare.intro')}</p>
      {data.ceilings === 0
        ? <p className="hint"><span aria-hidden="true" className="attention">▲</span> {t('meeting.prepare.noMoney')} <button type="button" className="quiet-action" onClick={() => goTo('sumber')}>{t('meeting.prepare.toSources')}</button></p>
        : data.funded === 0 && <p className="hint"><span aria-hidden="true" className="attention">▲</span> {t('meeting.prepare.notFunded')} <button type="button" className="quiet-action" onClick={() => goTo('anggaran')}>{t('meeting.prepare.toBudget')}</button></p>}
      <div className="columns">
        <section aria-labelledby="meeting-agenda">
          <h2 id="meeting-agenda">{t('meeting.prepare.agenda')}</h2>
          <p className="fine soft">{t(data.items.length === 0 ? 'meeting.prepare.noneHint' : 'meeting.prepare.agendaHint')}</p>
          <AgendaPoints points={points} change={setArranged} />
        </section>
        <section aria-labelledby="meeting-facts" className="facts">
          <h2 id="meeting-facts">{t('meeting.prepare.facts')}</h2>
          <FactsFields facts={facts} change={setFacts} />
          <p className="fine soft">{t('meeting.prepare.redivide')}</p>
          <button type="submit" className="primary" disabled={!ready || start.isPending}>{t('meeting.prepare.start')}</button>
          <p className="fine soft">{t(chosen.length === 0 ? 'meeting.prepare.emptyAgenda' : 'meeting.prepare.startHint')}</p>
        </section>
      </div>
    </form>
  )
}
