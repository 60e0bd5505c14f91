import { type FormEvent, useState } from 'react'
import { dateWithWeekday, number, rupiah } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { goTo } from '../../ui/route.ts'
import { useCommand } from '../../ui/use-command.ts'
import { leaveStage } from './full-screen.ts'
import type { MeetingView } from './types.ts'

const STAGES = { desa: 'rembuk', kelurahan: 'musrenbangkel', regency: 'ranwal' } as const

/** The first thing on the wall: what is at stake, and in words how the money is divided (model §5). */
export function SlideOpening({ meeting }: { readonly meeting: MeetingView }) {
  const { t, language } = useTranslator()
  const { after, money, items, heldOn, place, leader } = meeting
  const available = money.reduce((sum, one) => sum + one.available, 0)
  const rest = money.filter(({ left }) => left > 0)
  const said = [dateWithWeekday(heldOn, language), place, leader === '' ? '' : t('meeting.record.led', { leader })].filter((part) => part !== '')
  const figures = [[t('meeting.opening.need'), rupiah(after.need, language)], [t('meeting.opening.money'), rupiah(available, language)], [t('meeting.opening.gap'), rupiah(after.gap, language)]] as const
  return (
    <section className="slide opening">
      <div className="asked"><h1>{t('meeting.stage.title', { place: t(`meeting.stage.place.${meeting.kind}`, { name: meeting.village }), year: meeting.fiscalYear })}</h1><p className="stands soft">{said.join(' · ')}</p></div>
      <dl className="stakes">{figures.map(([name, figure]) => <div key={name}><dt>{name}</dt><dd>{figure}</dd></div>)}<div><dt>{t('meeting.stage.agenda')}</dt><dd>{t('meeting.opening.points', { count: items.length })}</dd></div></dl>
      <section className="rules" aria-labelledby="stage-rules">
        <h2 id="stage-rules">{t('meeting.opening.how')}</h2>
        <ol>
          <li>{t('meeting.opening.rules.tiers')}</li>
          <li>{t('meeting.opening.rules.rest')}</li>
          <li>{t('meeting.opening.rules.order')}</li>
          {rest.length > 0 && <li>{t('meeting.opening.rules.left', { what: rest.map(({ label, left }) => `${label} ${rupiah(left, language)}`).join(', ') })}</li>}
        </ol>
      </section>
    </section>
  )
}

/** The end: how many points were decided, what became of the plan, and the step that ends the meeting. */
export function SlideClosing({ meeting }: { readonly meeting: MeetingView }) {
  const translator = useTranslator()
  const { t, find, language } = translator
  const api = useApi()
  const finish = useCommand(['meeting', 'finish'], api.meeting.finish.call)
  const [by, setBy] = useState('')
  const { items, before, after, finishedAt } = meeting
  const count = (wanted: 'agreed' | 'deferred' | null) => items.filter(({ outcome }) => outcome === wanted).length
  const counts = [[count('agreed'), 'agreed'], [count('deferred'), 'deferred'], [count(null), 'open']] as const
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (by.trim() !== '' && !finish.isPending) finish.mutate({ by: by.trim() })
  }
  const stage = STAGES[meeting.kind]
  return (
    <section className="slide closing">
      <div className="asked"><h1>{finishedAt === null ? t('meeting.closing.title') : t('meeting.closing.done')}</h1></div>
      <dl className="stakes">{counts.map(([many, name]) => <div key={name}><dt>{t(`meeting.closing.${name}`)}</dt><dd>{number(many, language)}</dd></div>)}</dl>
      <div className="effects">
        <table>
          <thead><tr><td /><th scope="col">{t('meeting.record.before')}</th><th scope="col">{t('meeting.record.after')}</th></tr></thead>
          <tbody>
            {(['need', 'funded', 'gap'] as const).map((key) => <tr key={key}><th scope="row">{t(`meeting.record.${key}`)}</th><td>{rupiah(before[key], language)}</td><td><b>{rupiah(after[key], language)}</b></td></tr>)}
          </tbody>
        </table>
      </div>
      {finishedAt === null ? (
        <form onSubmit={submit} className="finish">
          <label className="field"><span>{t('meeting.closing.by')}</span><input type="text" value={by} maxLength={200} placeholder={t('meeting.closing.byHint')} onChange={(event) => setBy(event.target.value)} /></label>
          <button type="submit" className="primary" disabled={by.trim() === '' || finish.isPending}>{t('meeting.closing.finish')}</button>
          <p className="soft">{t('meeting.closing.finishHint', { stage: find(`terms.stages.${stage}`) ?? stage })}</p>
          {finish.error && <p className="alarm" role="alert">▲ {errorText(finish.error, translator)}</p>}
        </form>
      ) : (
        <p className="finish">{meeting.version === null ? t('meeting.record.noVersion') : t('meeting.record.version', { number: meeting.version, stage: find(`terms.stages.${stage}`) ?? stage })} <button type="button" className="primary" onClick={() => { leaveStage(); goTo('rembuk') }}>{t('meeting.closing.toRecord')}</button></p>
      )}
    </section>
  )
}
