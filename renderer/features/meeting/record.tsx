import { useQuery } from '@tanstack/react-query'
import { date, rupiah } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { ChartBlock } from '../../ui/chart-table.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { hrefOf } from '../../ui/route.ts'
import { MoneyBars } from './money-bars.tsx'
import { SIGNS } from './signs.ts'
import { SourceBars } from './source-bars.tsx'
import type { MeetingView } from './types.ts'

/** What the berita acara will say, point by point. */
export function Record({ meeting, change }: { readonly meeting: MeetingView; change(): void }) {
  const { t, language } = useTranslator()
  const api = useApi()
  const { data, error, refetch } = useQuery(api.meeting.record.queryOptions({ input: { meeting: meeting.id, language } }))
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (!data) return <Message title={t('window.states.loading')} />
  const { leader, attended, heldOn, place, before, after, decisions } = data
  const money = meeting.money.filter(({ available }) => available > 0)
  const facts = [place === '' ? date(heldOn, language) : t('meeting.record.held', { date: date(heldOn, language), place }), ...(leader === '' ? [] : [t('meeting.record.led', { leader })]), ...(attended === null ? [] : [t('meeting.record.attended', { count: attended })])]
  return (
    <section className="record" aria-labelledby="meeting-record">
      <h2 id="meeting-record">{t('meeting.record.title', { number: data.number })}</h2>
      <p className="soft">{facts.join(' · ')} <button type="button" className="quiet-action" onClick={change}>{t(attended === null ? 'meeting.running.addHeads' : 'meeting.running.changeFacts')}</button></p>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('meeting.running.agenda')}>
        <table className="ledger">
          <thead><tr><th scope="col">{t('meeting.running.number')}</th><th scope="col">{t('meeting.running.what')}</th><th scope="col">{t('meeting.running.decision')}</th></tr></thead>
          <tbody>
            {decisions.map(({ number, question, outcome, decision, effects, proposer, votes, note, opinions }) => (
              <tr key={number}>
                <td>{number}</td>
                <th scope="row">{question}</th>
                <td>
                  <p className={outcome === 'agreed' ? 'good' : 'soft'}><span aria-hidden="true">{SIGNS[outcome]}</span> {t(`meeting.outcome.${outcome}`)}{decision !== '' && <>: <span className="ink">{decision}</span></>}</p>
                  {note !== '' && <p>{t('meeting.record.note', { note })}</p>}
                  {outcome === 'agreed' && <p className="fine soft">{[...(proposer === '' ? [] : [t('meeting.record.proposer', { who: proposer })]), votes === null ? t('meeting.record.consensus') : t('meeting.record.votes', votes)].join(' · ')}</p>}
                  {effects.length > 0 && <p className="fine soft">{effects.join('. ')}</p>}
                  {opinions.map(({ by, text }) => <p className="fine" key={`${by}\n${text}`}>{by === '' ? t('meeting.record.opinionOf', { text }) : t('meeting.record.opinion', { who: by, text })}</p>)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ChartBlock
        title={t('meeting.chart.title')}
        table={{ head: [t('meeting.chart.head'), t('meeting.record.before'), t('meeting.record.after')], rows: (['need', 'funded', 'gap'] as const).map((key) => [t(`meeting.record.${key}`), rupiah(before[key], language), rupiah(after[key], language)]) }}
      >
        <MoneyBars sides={[{ name: t('meeting.record.before'), ...before }, { name: t('meeting.record.after'), ...after }]} />
      </ChartBlock>
      {money.length > 0 && (
        <ChartBlock
          title={t('meeting.chart.sources')}
          table={{
            head: [t('summary.money.source'), t('meeting.opening.money'), t('meeting.chart.left')],
            rows: money.map(({ label, available, left }) => [label, rupiah(available, language), rupiah(left, language)]),
          }}
        >
          <SourceBars money={money} />
        </ChartBlock>
      )}
      {meeting.finishedAt !== null && <p>{meeting.version === null ? t('meeting.record.noVersion') : <Kept meeting={meeting} />}</p>}
      <p className="papers-of">{t('meeting.record.papers')} <a href={hrefOf('dokumen', 'berita-acara')}>{t('meeting.record.minutes')}</a> · <a href={hrefOf('dokumen', 'daftar-hadir')}>{t('meeting.record.attendance')}</a></p>
    </section>
  )
}

/** Which version holds the result. */
function Kept({ meeting }: { readonly meeting: MeetingView }) {
  const { t, find } = useTranslator()
  const api = useApi()
  const { data } = useQuery(api.version.list.queryOptions({ input: {} }))
  const version = data?.versions.find(({ number }) => number === meeting.version)
  return <>{version ? t('meeting.record.version', { number: version.number, stage: find(`terms.stages.${version.stage}`) ?? version.stage }) : ''}</>
}
