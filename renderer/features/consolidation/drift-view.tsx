import { useQuery } from '@tanstack/react-query'
import type { Consolidation, DriftOverview } from '#shared/contract/consolidation.ts'
import { MINUS, number, tableFigure } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import { Message } from '../../ui/message.tsx'
import { goTo } from '../../ui/route.ts'

type Row = DriftOverview['rows'][number]

/** Where RKP Desa, RKPD and APBDes say different money for one activity; a village's name opens it. */
export function DriftView({ data: all }: { readonly data: Consolidation }) {
  const { t } = useTranslator()
  const api = useApi()
  const drift = useQuery(api.consolidation.drift.queryOptions({ input: {} }))
  if (drift.error) return <Failure error={drift.error} again={() => void drift.refetch()} />
  if (!drift.data) return <Message title={t('window.states.loading')} />
  return <Drifted data={drift.data} received={{ desa: all.received - all.receivedKelurahan, kelurahan: all.receivedKelurahan }} />
}

function Drifted({ data, received }: { readonly data: DriftOverview; readonly received: Readonly<Record<'desa' | 'kelurahan', number>> }) {
  const { t, find, language } = useTranslator()
  const stage = (name: string) => (name === 'now' ? t('consolidation.drift.now') : (find(`terms.stages.${name}`) ?? name))
  const amount = (value: number | null) => (value === null ? <span className="soft">{t('consolidation.drift.absent')}</span> : tableFigure(value, language))
  const signed = (value: number) => `${value < 0 ? MINUS : '+'}${tableFigure(Math.abs(value), language)}`
  const documents = data.documents.map(({ kind, stage: name, villages }) => t('consolidation.drift.document', { stage: stage(name), villages: number(villages, language), all: number(received[kind], language) }))
  return (
    <>
      <div className="by drift-about">
        <b>{t('consolidation.drift.count', { rows: data.rows.length, villages: data.villages })}</b>
        {documents.length > 0 && <span>{t('consolidation.drift.documents', { list: documents.join(' · ') })}</span>}
        {data.withoutVersions > 0 && <span className="attention">▲ {t('consolidation.drift.noVersions', { count: data.withoutVersions })}</span>}
        <span className="soft fine">{t('consolidation.drift.hint')}</span>
      </div>
      <div className="held">
        <LongTable<Row>
          label={t('consolidation.drift.title')} rows={data.rows} rowKey={({ village, activity, from }) => `${village}/${activity}/${from}`} empty={t('consolidation.drift.none')}
          columns={[
            { key: 'where', label: t('consolidation.drift.where'), width: 226, renderCell: ({ village, villageName, district }) => (village === null ? t('consolidation.drift.own') : <><button type="button" className="link" onClick={() => goTo('kiriman', village)}>{villageName}</button> <span className="soft">{district}</span></>) },
            { key: 'activity', label: t('consolidation.drift.activity'), head: true, renderCell: ({ activity, regencyCode }) => <span title={activity}>{activity} <span className="soft fine">{regencyCode}</span></span> },
            { key: 'from', label: t('consolidation.drift.from'), width: 122, renderCell: ({ from }) => <span title={stage(from)}>{stage(from)}</span> },
            { key: 'before', label: t('consolidation.drift.before'), width: 116, num: true, renderCell: ({ before }) => amount(before) },
            { key: 'to', label: t('consolidation.drift.to'), width: 122, renderCell: ({ to }) => <span title={stage(to)}>{stage(to)}</span> },
            { key: 'after', label: t('consolidation.drift.after'), width: 116, num: true, renderCell: ({ after }) => amount(after) },
            { key: 'difference', label: t('consolidation.drift.difference'), width: 116, num: true, renderCell: ({ before, after }) => <b className="attention">{signed((after ?? 0) - (before ?? 0))}</b> },
          ]}
        />
      </div>
    </>
  )
}
