import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { date } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { ChangeFacts } from './change-facts.tsx'
import { enterStage } from './full-screen.ts'
import { Record } from './record.tsx'
import type { MeetingView } from './types.ts'

/** A meeting that goes on, or the record of the last one, with those before it. */
export function Running({ meeting, again }: { readonly meeting: MeetingView; again(): void }) {
  const { t, language } = useTranslator()
  const api = useApi()
  const { data: all = [] } = useQuery(api.meeting.list.queryOptions({ input: {} }))
  const { items, number, finishedAt } = meeting
  const [changing, setChanging] = useState(false)
  const past = all.filter((one) => one.id !== meeting.id)
  return (
    <div className="running">
      {finishedAt === null ? (
        <section className="now" aria-labelledby="meeting-now">
          <h2 id="meeting-now">{t('meeting.running.title', { number })}</h2>
          <p>{t('meeting.running.progress', { done: items.filter(({ outcome }) => outcome !== null).length, all: items.length })}</p>
          <button type="button" className="primary" onClick={enterStage}>{t('meeting.running.resume')}</button>
        </section>
      ) : <p className="now"><button type="button" onClick={again}>{t('meeting.running.again')}</button></p>}
      <Record meeting={meeting} change={() => setChanging(true)} />
      {changing && <ChangeFacts meeting={meeting} close={() => setChanging(false)} />}
      {past.length > 0 && (
        <section aria-labelledby="meeting-past">
          <h2 id="meeting-past">{t('meeting.running.past')}</h2>
          <ul className="points">
            {past.toReversed().map(({ id, number: at, heldOn, agreed, deferred, items: count }) => (
              <li key={id}><span>{t('meeting.running.row', { number: at, date: date(heldOn, language) })}</span><span className="fine soft">{t('meeting.running.counts', { agreed, deferred, items: count })}</span></li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
