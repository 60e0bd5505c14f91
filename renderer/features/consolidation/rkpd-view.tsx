import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RkpdOverview } from '#shared/contract/consolidation.ts'
import { NOTHING, rupiah, tableFigure } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import { Message } from '../../ui/message.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { goTo } from '../../ui/route.ts'
import { saveFile } from '../../ui/save-file.ts'
import { RkpdLists } from './rkpd-lists.tsx'

/** The RKPD of the regency and its kelurahan: what does not agree before it is typed into SIPD. */
export function RkpdView() {
  const { t } = useTranslator()
  const api = useApi()
  const rkpd = useQuery(api.consolidation.rkpd.queryOptions({ input: {} }))
  if (rkpd.error) return <Failure error={rkpd.error} again={() => void rkpd.refetch()} />
  if (!rkpd.data) return <Message title={t('window.states.loading')} />
  return <Rkpd data={rkpd.data} />
}

function Rkpd({ data }: { readonly data: RkpdOverview }) {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const show = useNotices((state) => state.show)
  const [busy, setBusy] = useState(false)
  const [by, setBy] = useState<'opd' | 'programme'>('opd')
  const write = async () => {
    setBusy(true)
    try {
      saveFile(await api.consolidation.exportRkpd.call({ language }))
    } catch (error) {
      show({ text: errorText(error, translator), alarm: true })
    } finally {
      setBusy(false)
    }
  }
  const detail = ({ code, words, amount, ceiling }: RkpdOverview['notes'][number]): string =>
    code === 'over_ceiling' ? t('consolidation.rkpd.over', { amount: rupiah(amount ?? 0, language), ceiling: rupiah(ceiling ?? 0, language) }) : code === 'programme_empty' ? '' : words
  return (
    <div className="rkpd">
      <div className="notes-part">
        <p className="by"><span>{t('consolidation.rkpd.summary', { activities: data.activities, amount: rupiah(data.amount, language) })}</span> <button type="button" disabled={busy} onClick={() => void write()}>{busy ? t('consolidation.exporting') : t('consolidation.rkpd.export')}</button></p>
        <h2>{t('consolidation.rkpd.notes')} <span className="soft">{data.notes.length}</span></h2>
        <div className="held">
          <LongTable
            label={t('consolidation.rkpd.notes')} rows={data.notes} rowKey={({ code, words, activity, village }) => `${code}/${words}/${activity}/${village}`} empty={t('consolidation.rkpd.none')}
            columns={[
              { key: 'what', label: t('consolidation.rkpd.what'), width: 244, renderCell: ({ code }) => <span className="attention">▲ {t(`consolidation.rkpd.codes.${code}`)}</span> },
              { key: 'where', label: t('consolidation.rkpd.where'), head: true, renderCell: ({ activity, village, words }) => (activity === null ? <span title={words}>{words}</span> : village === null ? <button type="button" className="link" title={activity} onClick={() => goTo('konsolidasi', 'opd')}>{activity}</button> : <span title={activity}>{activity} <span className="soft">{village}</span></span>) },
              { key: 'detail', label: t('consolidation.rkpd.detail'), width: 284, renderCell: (note) => <span title={detail(note)}>{detail(note)}</span> },
            ]}
          />
        </div>
      </div>
      <aside aria-label={t('consolidation.rkpd.lists')}>
        <div className="by" role="group" aria-label={t('consolidation.by.label')}>
          <button type="button" className="choice" aria-pressed={by === 'opd'} onClick={() => setBy('opd')}>{t('consolidation.by.opd')}</button>
          <button type="button" className="choice" aria-pressed={by === 'programme'} onClick={() => setBy('programme')}>{t('consolidation.rkpd.programme')}</button>
        </div>
        {by === 'programme' && <Programmes data={data} />}
        {by === 'opd' && <table className="ledger" aria-label={t('consolidation.rkpd.opd')}>
          <thead><tr><th scope="col">{t('consolidation.rkpd.opd')}</th><th scope="col" className="num">{t('consolidation.rkpd.amount')}</th><th scope="col" className="num">{t('consolidation.rkpd.ceiling')}</th></tr></thead>
          <tbody>
            {data.opd.map(({ opd, amount, ceiling }) => (
              <tr key={opd}><th scope="row">{opd === '' ? t('consolidation.rkpd.noOpd') : opd}</th><td className={ceiling !== null && amount > ceiling ? 'num alarm' : 'num'}>{tableFigure(amount, language)}</td><td className="num">{ceiling === null ? NOTHING : tableFigure(ceiling, language)}</td></tr>
            ))}
          </tbody>
        </table>}
        <RkpdLists key={JSON.stringify([data.programmes, data.ceilings])} data={data} />
      </aside>
    </div>
  )
}

function Programmes({ data }: { readonly data: RkpdOverview }) {
  const { t, language } = useTranslator()
  return (
    <table className="ledger" aria-label={t('consolidation.rkpd.programme')}>
      <thead><tr><th scope="col">{t('consolidation.rkpd.programme')}</th><th scope="col" className="num">{t('consolidation.rkpd.amount')}</th></tr></thead>
      <tbody>{data.byProgramme.map(({ code, name, amount }) => <tr key={code}><th scope="row">{code === '' ? t('consolidation.noCode') : code} <span className="soft fine">{name}</span></th><td className="num">{tableFigure(amount, language)}</td></tr>)}</tbody>
    </table>
  )
}
