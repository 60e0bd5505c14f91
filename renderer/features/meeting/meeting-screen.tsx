import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { useRoute } from '../../ui/route.ts'
import { Prepare } from './prepare.tsx'
import { Running } from './running.tsx'
import { Stage } from './stage.tsx'
import { STAGE } from './types.ts'
import './meeting.css'
import './stage.css'

/** Rembuk: what will be decided, the screen for the wall, and the record of what was. */
export function MeetingScreen() {
  const { t } = useTranslator()
  const api = useApi()
  const { place } = useRoute()
  const { data, error, refetch } = useQuery(api.meeting.show.queryOptions({ input: {} }))
  const [again, setAgain] = useState(false)
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (data === undefined) return <Message title={t('window.states.loading')} />
  const prepare = data === null || (again && data.finishedAt !== null)
  return (
    <section className="meeting-root screen" id="isi" aria-labelledby="meeting-title" tabIndex={0}>
      <header><h1 id="meeting-title">{t('meeting.heading')}</h1></header>
      {prepare ? <Prepare started={() => setAgain(false)} /> : <Running meeting={data} again={() => setAgain(true)} />}
      {place === STAGE && !prepare && <Stage key={data.id} meeting={data} />}
    </section>
  )
}
