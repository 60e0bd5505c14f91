import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OpdActivities } from '#shared/contract/consolidation.ts'
import { ratioBp } from '#shared/domain/money.ts'
import { percent as percentText, quantities, rupiah, tableFigure } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { OpdActivityPanel } from './opd-activity.tsx'

type Row = OpdActivities['activities'][number]

const COLUMNS = ['activity', 'opd', 'indicator', 'target', 'source', 'ceiling', 'percent', 'tagged', 'direct'] as const
/** What the panel says beside the table. */
const IN_PANEL: ReadonlySet<string> = new Set(['indicator', 'source', 'percent'])

/** The regency's own activities: what each is called in SIPD, who does it, from which money, and how much of it is against stunting and reaches the target. */
export function OpdView() {
  const { t } = useTranslator()
  const api = useApi()
  const opd = useQuery(api.consolidation.opd.queryOptions({ input: {} }))
  if (opd.error) return <Failure error={opd.error} again={() => void opd.refetch()} />
  if (!opd.data) return <Message title={t('window.states.loading')} />
  if (opd.data.activities.length === 0) return <Message title={t('consolidation.opd.empty.title')} text={t('consolidation.opd.empty.text')} />
  return <Opd data={opd.data} />
}

function Opd({ data }: { readonly data: OpdActivities }) {
  const { t, language } = useTranslator()
  const [open, setOpen] = useState<string>()
  const chosen = data.activities.find(({ id }) => id === open)
  return (
    <div className={chosen ? 'opd beside' : 'opd'}>
      <div className="opd-list">
        <div className="by">
          <b>{t('consolidation.opd.summary', { activities: data.activities.length, subKegiatan: data.subKegiatan })}</b>
          {(['ceiling', 'tagged', 'direct'] as const).map((what) => <span key={what}><span className="soft">{t(`consolidation.opd.${what}`)}</span> <b>{rupiah(data.total[what], language)}</b></span>)}
          <span className="soft">{t('consolidation.opd.of', { percent: percentText(ratioBp(data.total.direct, data.total.tagged), language) })}</span>
        </div>
        <div className="scroll" role="region" aria-label={t('consolidation.views.opd')} tabIndex={0}>
          <p className="soft fine">{t('consolidation.opd.hint')}</p>
          <table className="ledger opd-table">
            <thead><tr>{COLUMNS.filter((key) => !chosen || !IN_PANEL.has(key)).map((key) => <th scope="col" key={key} className={['target', 'ceiling', 'percent', 'tagged', 'direct'].includes(key) ? 'num' : undefined}>{t(`consolidation.opd.columns.${key}`)}</th>)}</tr></thead>
            <tbody>{data.activities.map((row) => <ActivityRow key={row.id} row={row} narrow={chosen !== undefined} current={row.id === open} open={() => setOpen(row.id)} />)}</tbody>
          </table>
        </div>
      </div>
      {chosen && <OpdActivityPanel key={chosen.id} activity={chosen} year={data.fiscalYear} close={() => setOpen(undefined)} />}
    </div>
  )
}

function ActivityRow({ row, narrow, current, open }: { readonly row: Row; readonly narrow: boolean; readonly current: boolean; open(): void }) {
  const { t, language } = useTranslator()
  return (
    <tr aria-current={current ? 'true' : undefined}>
      <th scope="row"><button type="button" className="link" onClick={open}>{row.name}</button><span className="under">{row.regencyCode ?? <span className="attention">▲ {t('consolidation.opd.noCode')}</span>} {row.subKegiatan}</span></th>
      <td>{row.opd}</td>
      {!narrow && <td>{row.indicator === '' ? <span className="attention">▲ {t('consolidation.opd.none')}</span> : row.indicator}</td>}
      <td className="num">{row.target === null ? <span className="attention">▲ {t('consolidation.opd.none')}</span> : quantities([{ n: row.target, unit: row.indicatorUnit }], language)}</td>
      {!narrow && <td>{row.sources.length === 0 ? <span className="soft">{t('consolidation.opd.noMoney')}</span> : row.sources.map(({ label }) => label).join(', ')}</td>}
      <td className="num">{tableFigure(row.ceiling, language)}</td>
      {!narrow && <td className="num">{row.percent}%</td>}
      <td className="num">{tableFigure(row.tagged, language)}</td>
      <td className="num"><b>{tableFigure(row.direct, language)}</b></td>
    </tr>
  )
}
