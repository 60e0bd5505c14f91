import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { questionText } from '#shared/i18n/meeting-text.ts'
import type { AgendaItem } from '#shared/domain/meeting.ts'
import { useApi } from '../../ui/api.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { goTo } from '../../ui/route.ts'
import { useCommand } from '../../ui/use-command.ts'
import { enterStage } from './full-screen.ts'
import { Questions } from './questions.tsx'
import type { AgendaItemView } from './types.ts'

/** The calendar day on this machine, ISO. */
function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

const keyOf = ({ kind, subject }: Pick<AgendaItemView, 'kind' | 'subject'>) => `${kind} ${subject}`

/** Before the meeting: which of the open points will be decided, and where and under whom. */
export function Prepare({ started }: { started(): void }) {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const { data, error, refetch } = useQuery(api.meeting.agenda.queryOptions({ input: {} }))
  const start = useCommand(['meeting', 'start'], api.meeting.start.call)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [questions, setQuestions] = useState<readonly string[]>([])
  const [facts, setFacts] = useState({ heldOn: today(), place: '', leader: '', attended: '' })
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (!data) return <Message title={t('window.states.loading')} />
  if (data.lines === 0) return <Message title={t('meeting.prepare.none')} text={t('meeting.prepare.noLines')} action={{ label: t('meeting.prepare.toBudget'), run: () => goTo('anggaran') }} />
  const chosen = data.items.filter((item) => !left.has(keyOf(item)))
  const heads = facts.attended.trim() === '' ? null : /^\d{1,5}$/.test(facts.attended.trim()) ? Number(facts.attended.trim()) : undefined
  const ready = heads !== undefined && chosen.length + questions.length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || start.isPending) return
    // the browser gives the full screen only to a click, not to what is answered later
    enterStage()
    start.mutate({ heldOn: facts.heldOn, place: facts.place, leader: facts.leader, attended: heads, points: chosen.map(({ kind, subject }) => ({ kind, subject })), questions: [...questions] }, { onSuccess: started })
  }
  const toggle = (key: string) => setLeft((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]))
  const field = (key: 'place' | 'leader' | 'attended', hint?: string) => (
    <label className="field"><span className="fine soft">{t(`meeting.prepare.${key}`)}</span><input type="text" value={facts[key]} maxLength={200} placeholder={hint} aria-invalid={key === 'attended' && heads === undefined} onChange={(event) => setFacts({ ...facts, [key]: event.target.value })} /></label>
  )
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
          <ul className="points">
            {data.items.map((item) => (
              <li key={keyOf(item)}>
                <label><input type="checkbox" checked={!left.has(keyOf(item))} onChange={() => toggle(keyOf(item))} /> <span>{questionText(item as AgendaItem, translator)}</span></label>
                <span className="fine soft">{t(`meeting.why.${item.words.why}`)}</span>
              </li>
            ))}
          </ul>
          <Questions questions={questions} change={setQuestions} />
        </section>
        <section aria-labelledby="meeting-facts" className="facts">
          <h2 id="meeting-facts">{t('meeting.prepare.facts')}</h2>
          <DateField label={t('meeting.prepare.heldOn')} value={facts.heldOn} save={(heldOn) => setFacts({ ...facts, heldOn })} />
          {field('place', t('meeting.prepare.placeHint'))}
          {field('leader', t('meeting.prepare.leaderHint'))}
          {field('attended')}
          {heads === undefined && <p className="fine alarm" role="alert">▲ {t('meeting.prepare.wrongHeads')}</p>}
          <p className="fine soft">{t('meeting.prepare.redivide')}</p>
          <button type="submit" className="primary" disabled={!ready || start.isPending}>{t('meeting.prepare.start')}</button>
          <p className="fine soft">{t(chosen.length + questions.length === 0 ? 'meeting.prepare.emptyAgenda' : 'meeting.prepare.startHint')}</p>
        </section>
      </div>
    </form>
  )
}
