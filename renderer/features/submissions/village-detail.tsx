import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { VillageSubmission } from '#shared/contract/exchange.ts'
import { isStrange } from '#shared/domain/submissions.ts'
import { NOTHING, number, rupiah, shortDate, tableFigure } from '#shared/i18n/format.ts'
import { findingText } from '#shared/i18n/finding-text.ts'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { localDay } from '../../ui/local-day.ts'
import { Message } from '../../ui/message.tsx'
import { goTo } from '../../ui/route.ts'
import { useCommand } from '../../ui/use-command.ts'
import { CorrectionForm, Corrections } from './corrections.tsx'
import { DifferenceTable } from './difference-table.tsx'

/** Whoever came for one line sees it at once. */
function bringIntoSight(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: 'center' })
}

/** One village beside the list: its packages, what the last one changed, its lines, and what was corrected here. */
export function VillageDetail({ village, line }: { readonly village: string; readonly line?: string | undefined }) {
  const { t } = useTranslator()
  const api = useApi()
  const found = useQuery(api.exchange.village.queryOptions({ input: { village } }))
  if (found.error) return <aside className="detail"><Failure error={found.error} again={() => void found.refetch()} /></aside>
  if (!found.data) return <aside className="detail"><Message title={t('window.states.loading')} /></aside>
  return <Detail key={village} data={found.data} meant={line} />
}

function Detail({ data, meant }: { readonly data: VillageSubmission; readonly meant: string | undefined }) {
  const translator = useTranslator()
  const { t, find, language } = translator
  const api = useApi()
  const [correcting, setCorrecting] = useState<{ readonly what: 'price' | 'count' | 'regency_code'; readonly subject: string; readonly label: string; readonly now: string }>()
  const remove = useCommand(['exchange', 'remove'], () => api.exchange.remove.call({ village: data.village }))
  const group = (key: string) => find(`terms.groups.${key}`) ?? find(`terms.denominators.${key}`) ?? key
  return (
    <aside className="detail" aria-labelledby="detail-title">
      <header>
        <h2 id="detail-title">{data.villageName} <span className="soft">{data.district} · {data.village}</span></h2>
        <button type="button" className="plain" aria-label={t('submissions.detail.close')} onClick={() => goTo('kiriman')}>×</button>
      </header>
      {data.plan === null ? (
        <p className={data.refusal ? 'alarm' : 'soft'}>{data.refusal ? `▲ ${data.refusal.file}: ${t(`submissions.refusalShort.${data.refusal.code}`)}` : t('submissions.detail.none')}</p>
      ) : (
        <>
          <p>{data.plan}<br /><b>{rupiah(data.need, language)}</b> {t('submissions.detail.need').toLowerCase()}, <b className="good">{rupiah(data.funded, language)}</b> {t('submissions.detail.funded').toLowerCase()}</p>
          <h3>{t('submissions.detail.revisions')}</h3>
          <ul className="plain-list">
            {data.revisions.map(({ sha256, revision, madeAt, receivedAt, key }) => (
              <li key={sha256}>{t('submissions.detail.revision', { revision })} · {shortDate(localDay(new Date(madeAt)), language)} <span className="soft">{t('submissions.detail.received', { date: shortDate(localDay(new Date(receivedAt)), language) })}{key && ` · ${key}`}</span></li>
            ))}
          </ul>
          {data.keyState && <p className={isStrange(data.keyState) ? 'attention' : 'soft'}>{isStrange(data.keyState) ? '▲ ' : ''}{t('submissions.columns.key')}: {t(`submissions.key.${data.keyState}`)}</p>}
          {data.difference && <DifferenceTable difference={data.difference} />}
          {data.corrections.length > 0 && <Corrections data={data} />}
          <h3>{t('submissions.detail.counts')}</h3>
          <ul className="plain-list counts">
            {data.counts.map(({ group: key, count }) => (
              <li key={key}><span>{group(key)}</span> <b>{number(count, language)}</b> {find(`terms.groups.${key}`) && <button type="button" className="quiet-action" aria-label={`${t('submissions.detail.correct')}: ${group(key)}`} onClick={() => setCorrecting({ what: 'count', subject: key, label: group(key), now: String(count) })}>✎</button>}</li>
            ))}
          </ul>
          <h3>{t('submissions.detail.lines')}</h3>
          <div className="wide" role="region" aria-label={t('submissions.detail.lines')} tabIndex={0}>
            <table className="ledger">
              <thead><tr><th scope="col">{t('submissions.detail.what')}</th><th scope="col" className="num">{t('submissions.detail.price')}</th><th scope="col" className="num">{t('submissions.detail.need')}</th><th scope="col" className="num">{t('submissions.detail.funded')}</th></tr></thead>
              <tbody>
                {data.lines.map((line, at) => {
                  const isFirst = data.lines[at - 1]?.activityId !== line.activityId
                  const isFar = line.book !== null && line.book > 0 && (line.unitPrice > line.book * 2 || line.unitPrice * 2 < line.book)
                  return (
                    <tr key={line.id} ref={line.id === meant ? bringIntoSight : undefined} aria-current={line.id === meant ? 'true' : undefined}>
                      <th scope="row">
                        {isFirst && <span className="activity">{line.activity} <span className="soft fine">{line.regencyCode ?? NOTHING}</span> <button type="button" className="quiet-action" aria-label={`${t('submissions.detail.correct')}: ${line.activity}`} onClick={() => setCorrecting({ what: 'regency_code', subject: line.activityId, label: line.activity, now: line.regencyCode ?? '' })}>✎</button></span>}
                        {line.description}
                      </th>
                      <td className="num"><span className={isFar ? 'attention' : undefined} title={line.book === null ? undefined : `${t('submissions.detail.book')}: ${rupiah(line.book, language)}`}>{isFar && '▲ '}{tableFigure(line.unitPrice, language)}</span> <button type="button" className="quiet-action" aria-label={`${t('submissions.detail.correct')}: ${line.description}`} onClick={() => setCorrecting({ what: 'price', subject: line.id, label: line.description, now: String(line.unitPrice) })}>✎</button></td>
                      <td className="num">{line.need === null ? NOTHING : tableFigure(line.need, language)}</td>
                      <td className="num">{tableFigure(line.funded, language)}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
          {data.notes.length > 0 && (
            <>
              <h3>{t('submissions.detail.notes')}</h3>
              <ul className="plain-list">
                {data.notes.map((note) => {
                  const { text } = findingText({ ...note, where: { ...note.where, kind: 'plan' } }, language)
                  return <li key={`${note.where.id}/${note.code}/${text}`} className={note.severity === 'error' ? 'alarm' : undefined}>{note.severity === 'info' ? '' : '▲ '}{note.where.label}: {text}</li>
                })}
              </ul>
            </>
          )}
          <p><button type="button" onClick={() => remove.mutate()}>{t('submissions.detail.remove')}</button></p>
        </>
      )}
      {correcting && <CorrectionForm village={data.village} {...correcting} close={() => setCorrecting(undefined)} />}
    </aside>
  )
}
