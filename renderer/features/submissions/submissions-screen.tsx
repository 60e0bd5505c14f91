import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { SUBMISSION_STATES, type SubmissionState } from '#shared/domain/submissions.ts'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { useRoute } from '../../ui/route.ts'
import { useFilesDrop } from '../../ui/use-files-drop.ts'
import { MergeReportView } from './merge-report.tsx'
import { PickFiles } from './pick-files.tsx'
import type { Villages } from './types.ts'
import { useMerge } from './use-merge.ts'
import { VillageDetail } from './village-detail.tsx'
import { VillageTable } from './village-table.tsx'
import './submissions.css'

/** Kiriman: who has sent a plan, who has not, and the files that come in. */
export function SubmissionsScreen() {
  const { t } = useTranslator()
  const api = useApi()
  const villages = useQuery(api.exchange.villages.queryOptions({ input: {} }))
  if (villages.error) return <Failure error={villages.error} again={() => void villages.refetch()} />
  if (!villages.data) return <Message title={t('window.states.loading')} />
  return <Submissions data={villages.data} />
}

function Submissions({ data }: { readonly data: Villages }) {
  const { t } = useTranslator()
  const route = useRoute()
  // A village, and where something of it is meant, the line.
  const [place = '', line] = route.place.split('/')
  const [state, setState] = useState<SubmissionState | 'all'>('all')
  const [district, setDistrict] = useState('')
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim().toLowerCase())
  const id = useId()
  const { merging, report, take, stop, close } = useMerge()
  const over = useFilesDrop(take)
  const districts = [...new Set(data.villages.map((village) => village.district))]
  const rows = data.villages.filter((village) => (state === 'all' || village.state === state) && (district === '' || village.district === district)
    && (search === '' || village.name.toLowerCase().includes(search) || village.district.toLowerCase().includes(search) || village.code.startsWith(search)))
  const received = data.villages.filter((village) => village.state === 'received' || village.state === 'updated').length
  const open = data.villages.some(({ code }) => code === place)
  return (
    <section className={over ? 'submissions-root over' : 'submissions-root'} id="isi" aria-labelledby="submissions-title" tabIndex={-1}>
      <header>
        <h1 id="submissions-title">{t('submissions.title')}</h1>
        <p><b>{t('submissions.counts', { received, villages: data.villages.length })}</b> <span className="soft">{t('submissions.year', { year: data.fiscalYear })}</span></p>
        <span className="so-far" aria-hidden="true"><span style={{ width: `${(received * 100) / Math.max(1, data.villages.length)}%` }} /></span>
        <span className="soft fine hint">{over ? t('submissions.drop') : t('submissions.hint')}</span>
        <span className="end"><PickFiles disabled={merging !== undefined} take={take} /></span>
      </header>
      {merging && (
        <div className="merging" role="status">
          <progress {...(merging.phase === 'packages' ? { value: merging.done, max: merging.total } : {})} aria-label={t('submissions.progress.writing')} />
          <span>{merging.phase === 'packages' ? t('submissions.progress.reading', { done: merging.done, total: merging.total }) : t('submissions.progress.writing')}</span>
          <button type="button" onClick={stop}>{t('submissions.progress.stop')}</button>
        </div>
      )}
      {report && <MergeReportView report={report} close={close} />}
      <div className="filters" role="group" aria-label={t('submissions.filter.label')}>
        {(['all', ...SUBMISSION_STATES] as const).map((one) => (
          <button type="button" key={one} className="choice" aria-pressed={state === one} onClick={() => setState(one)}>
            {one === 'all' ? t('submissions.filter.all') : t(`submissions.states.${one}`)} <span className="soft">{one === 'all' ? data.villages.length : data.villages.filter((village) => village.state === one).length}</span>
          </button>
        ))}
        <label htmlFor={`${id}-district`}>{t('submissions.filter.district')}</label>
        <select id={`${id}-district`} value={district} onChange={(event) => setDistrict(event.target.value)}>
          <option value="">{t('submissions.filter.allDistricts')}</option>
          {districts.map((name) => <option key={name} value={name}>{name}</option>)}
        </select>
        <input type="search" aria-label={t('submissions.filter.search')} placeholder={t('submissions.filter.search')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      <div className={open ? 'beside open' : 'beside'}>
        <VillageTable rows={rows} current={place} narrow={open} />
        {open && <VillageDetail village={place} line={line} />}
      </div>
    </section>
  )
}
