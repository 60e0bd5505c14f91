import { type FormEvent, useId, useState } from 'react'
import { readDecimal } from '#shared/sheets/read/numbers.ts'
import { percent } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { localDay } from '../../ui/local-day.ts'
import { useNotices } from '../../ui/notices.tsx'
import type { SeriesSummary } from '../../ui/trend.ts'
import { useCommand } from '../../ui/use-command.ts'
import { Dialog } from '../../ui/dialog.tsx'

type Kind = 'manual' | 'verified' | 'survey'
const KINDS = [['manual', 'caseload.series.kindManual'], ['verified', 'caseload.series.kindVerified'], ['survey', 'caseload.series.kindSurvey']] as const

/** Percent as people type it, in basis points; `undefined` for what is none. */
function basisPointsOf(text: string): number | undefined {
  const value = readDecimal(text.replace('%', ''))
  return value === null || value === undefined || value < 0 || value > 100 ? undefined : Math.round(value * 100)
}

/** Adds a column, or changes one and takes it out. */
export function SeriesDialog({ series, close }: { readonly series?: SeriesSummary | undefined; close(): void }) {
  const { t, language } = useTranslator()
  const api = useApi()
  const show = useNotices((state) => state.show)
  const [name, setName] = useState(series?.name ?? '')
  const [kind, setKind] = useState<Kind>(series?.kind === 'survey' ? 'survey' : 'manual')
  const [measuredOn, setMeasuredOn] = useState(series?.measuredOn ?? localDay())
  const [source, setSource] = useState(series?.source ?? '')
  const [share, setShare] = useState(series?.prevalenceBp === null || series === undefined ? '' : percent(series.prevalenceBp, language).replace('%', ''))
  const [wrong, setWrong] = useState<'name' | 'date' | 'share'>()
  const add = useCommand(['caseload', 'addSeries'], (input: Parameters<typeof api.caseload.addSeries.call>[0]) => api.caseload.addSeries.call(input))
  const survey = useCommand(['caseload', 'setSurvey'], (input: Parameters<typeof api.caseload.setSurvey.call>[0]) => api.caseload.setSurvey.call(input))
  const change = useCommand(['caseload', 'changeSeries'], (input: Parameters<typeof api.caseload.changeSeries.call>[0]) => api.caseload.changeSeries.call(input))
  const undo = useCommand(['history', 'undo'], () => api.history.undo.call({}))
  const remove = useCommand(['caseload', 'removeSeries'], (input: { series: string }) => api.caseload.removeSeries.call(input))
  const id = useId()
  const done = { onSuccess: close }

  const save = (event: FormEvent) => {
    event.preventDefault()
    const prevalenceBp = basisPointsOf(share)
    if (name.trim() === '') return setWrong('name')
    if (measuredOn === '') return setWrong('date')
    const head = { name: name.trim(), measuredOn, source: source.trim() }
    if (series) return change.mutate({ series: series.id, ...head }, done)
    if (kind !== 'survey') return add.mutate({ ...head, kind }, done)
    if (prevalenceBp === undefined) return setWrong('share')
    return survey.mutate({ series: head.name, measuredOn, source: head.source || head.name, prevalenceBp }, done)
  }
  const takeOut = () => series && remove.mutate({ series: series.id }, { onSuccess: () => { show({ text: t('caseload.series.removed', { series: series.name }), alarm: false, action: { label: t('caseload.series.bringBack'), run: () => undo.mutate(undefined) } }); close() } })
  const fault = (field: typeof wrong, text: string) => wrong === field && <small className="alarm" role="alert">{text}</small>

  return (
    <Dialog className="caseload-dialog" title={series ? t('caseload.series.change', { series: series.name }) : t('caseload.series.add')} close={close}>
      <form onSubmit={save} noValidate>
        <label htmlFor={`${id}-name`}>{t('caseload.series.name')}</label>
        <div><input id={`${id}-name`} value={name} maxLength={120} placeholder={t('caseload.series.namePlaceholder')} aria-invalid={wrong === 'name'} onChange={(event) => setName(event.target.value)} />{fault('name', t('caseload.series.nameNeeded'))}</div>
        {!series && (
          <>
            <label htmlFor={`${id}-kind`}>{t('caseload.series.kind')}</label>
            <select id={`${id}-kind`} value={kind} onChange={(event) => setKind(KINDS.find(([one]) => one === event.target.value)?.[0] ?? 'manual')}>
              {KINDS.map(([one, text]) => <option key={one} value={one}>{t(text)}</option>)}
            </select>
          </>
        )}
        <label htmlFor={`${id}-date`}>{t('caseload.series.measuredOn')}</label>
        <div><DateField label={t('caseload.series.measuredOn')} labelledFrom={`${id}-date`} value={measuredOn} save={setMeasuredOn} />{fault('date', t('caseload.series.dateNeeded'))}</div>
        <label htmlFor={`${id}-source`}>{t('caseload.series.source')}</label>
        <input id={`${id}-source`} value={source} maxLength={300} onChange={(event) => setSource(event.target.value)} />
        {!series && kind === 'survey' && (
          <>
            <label htmlFor={`${id}-share`}>{t('caseload.series.prevalence')}</label>
            <div><input id={`${id}-share`} className="num" inputMode="decimal" value={share} aria-invalid={wrong === 'share'} onChange={(event) => setShare(event.target.value)} />{fault('share', t('caseload.series.prevalenceWrong'))}</div>
            <p className="soft fine wide">{t('caseload.series.surveyNote')}</p>
          </>
        )}
        <div className="buttons wide">
          {series && <button type="button" className="apart" onClick={takeOut}>{t('caseload.series.remove')}</button>}
          <button type="button" onClick={close}>{t('caseload.actions.cancel')}</button>
          <button type="submit" className="primary">{t('caseload.actions.save')}</button>
        </div>
      </form>
    </Dialog>
  )
}
