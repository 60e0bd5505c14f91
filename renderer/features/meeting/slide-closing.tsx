import { type FormEvent, useState } from 'react'
import type { AgendaItem } from '#shared/domain/meeting.ts'
import { number, rupiah } from '#shared/i18n/format.ts'
import { questionText } from '#shared/i18n/meeting-text.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { goTo } from '../../ui/route.ts'
import { useCommand } from '../../ui/use-command.ts'
import { leaveStage } from './full-screen.ts'
import { MoneyBars } from './money-bars.tsx'
import { SIGNS } from './signs.ts'
import { spokenChoice } from './spoken.ts'
import type { MeetingView } from './types.ts'

const STAGES = { desa: 'rembuk', kelurahan: 'musrenbangkel', regency: 'ranwal' } as const

/** The end: what was decided about each point, what became of the plan, and the step that ends the meeting. */
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
      <div className="halves">
        <div className="sum">
          <dl className="stakes">{counts.map(([many, name]) => <div key={name}><dt>{t(`meeting.closing.${name}`)}</dt><dd>{number(many, language)}</dd></div>)}</dl>
          <table className="money">
            <thead><tr><td /><th scope="col">{t('meeting.record.before')}</th><th scope="col">{t('meeting.record.after')}</th></tr></thead>
            <tbody>
              {(['need', 'funded', 'gap'] as const).map((key) => <tr key={key}><th scope="row">{t(`meeting.record.${key}`)}</th><td>{rupiah(before[key], language)}</td><td><b>{rupiah(after[key], language)}</b></td></tr>)}
            </tbody>
          </table>
          <MoneyBars title={t('meeting.chart.title')} sides={[{ name: t('meeting.record.before'), ...before }, { name: t('meeting.record.after'), ...after }]} />
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
        </div>
        <ol className="decided" aria-label={t('meeting.stage.agenda')} tabIndex={0}>
          {items.map((item) => {
            const says = item.choice ? spokenChoice(item, item.choice, item.effect, translator) : ''
            return (
              <li key={item.id} className={item.outcome ?? 'open'}>
                <span aria-hidden="true">{SIGNS[item.outcome ?? 'open']}</span>
                <span>{questionText(item as AgendaItem, translator)} {item.outcome === null ? <span className="hidden">{t('meeting.outcome.open')}</span> : <b>{[t(`meeting.outcome.${item.outcome}`), ...[says, item.note].filter((text) => text !== '').slice(0, 1)].join(': ')}</b>}</span>
              </li>
            )
          })}
        </ol>
      </div>
    </section>
  )
}
