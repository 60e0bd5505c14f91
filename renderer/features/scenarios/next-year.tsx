import { useState } from 'react'
import type { NextYearReport } from '#shared/contract/version.ts'
import { number, rupiah, tableFigure } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { parseChange } from './change.ts'

/** The plan of the year after: an index for prices, what becomes of the ceilings; a list of what changes before anything is made. */
export function NextYear() {
  const { t, language } = useTranslator()
  const api = useApi()
  const show = useNotices((state) => state.show)
  const [index, setIndex] = useState('')
  const [ceilings, setCeilings] = useState<'keep' | 'empty'>('keep')
  const [report, setReport] = useState<NextYearReport | null>(null)
  const call = useCommand(['version', 'nextYear'], api.version.nextYear.call)
  const change = index.trim() === '' ? 0 : parseChange(index)
  const input = { priceChangeBp: change ?? 0, ceilings }
  const make = () => call.mutate(input, { onSuccess: ({ name }) => { setReport(null); show({ text: t('scenarios.versions.created', { name }), alarm: false }) } })
  return (
    <section className="block wide" aria-labelledby="next-year">
      <header><h2 id="next-year">{t('scenarios.versions.next')}</h2></header>
      <p className="soft">{t('scenarios.versions.nextAbout')}</p>
      <form className="row-form" onSubmit={(event) => { event.preventDefault(); if (change !== undefined) call.mutate({ ...input, dryRun: true }, { onSuccess: setReport }) }}>
        <label className="field"><span className="fine soft">{t('scenarios.versions.index')}</span><input className="amount" type="text" placeholder="+5%" value={index} aria-invalid={change === undefined} onChange={(event) => { setIndex(event.target.value); setReport(null) }} /></label>
        <label className="field"><span className="fine soft">{t('scenarios.versions.ceilings')}</span>
          <select value={ceilings} onChange={(event) => { setCeilings(event.target.value === 'empty' ? 'empty' : 'keep'); setReport(null) }}>
            <option value="keep">{t('scenarios.versions.keep')}</option>
            <option value="empty">{t('scenarios.versions.emptyCeilings')}</option>
          </select>
        </label>
        <button type="submit" disabled={call.isPending || change === undefined}>{t('scenarios.versions.preview')}</button>
        {report && <button type="button" className="primary" disabled={call.isPending} onClick={make}>{t('scenarios.versions.create', { year: report.fiscalYear })}</button>}
      </form>
      {change === undefined && <p className="fine alarm" role="alert">▲ {t('scenarios.versions.wrongIndex')}</p>}
      {report && <Changes report={report} language={language} />}
    </section>
  )
}

function Changes({ report, language }: { readonly report: NextYearReport; readonly language: 'id' | 'en' }) {
  const { t, find } = useTranslator()
  const known = (value: number | null) => (value === null ? t('scenarios.versions.unknown') : number(value, language))
  const counts = report.counts.filter(({ before, after }) => before !== after)
  const lines = report.lines.filter(({ reasons }) => reasons.length > 0)
  return (
    <div role="status" className="next-changes">
      <p><b>{report.name}.</b> {t('scenarios.versions.needChange', { before: rupiah(report.needBefore, language), after: rupiah(report.needAfter, language) })} {t('scenarios.versions.rulesFrom', { year: report.rulesFrom })}</p>
      {counts.length > 0 && <p>{t('scenarios.versions.counts')}: {counts.map(({ group, before, after }) => `${find(`terms.groups.${group}`) ?? group} ${known(before)} → ${known(after)}`).join('; ')}.</p>}
      {report.sources.length > 0 && <p>{t('scenarios.versions.sourcesTitle')}: {report.sources.map(({ label, what }) => `${label} ${t(`explain.nextYear.${what}`)}`).join('; ')}.</p>}
      {report.dropped.map(({ source, class: kind, amount }) => <p key={`${source}/${kind}`} className="attention">{t('scenarios.versions.dropped', { source, class: t(`terms.commitments.${kind}`), amount: rupiah(amount, language) })}</p>)}
      {lines.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('scenarios.versions.linesTitle')}>
          <table className="ledger" aria-label={t('scenarios.versions.linesTitle')}>
            <thead>
              <tr><th scope="col">{t('scenarios.versions.linesTitle')}</th><th scope="col" className="num">{t('scenarios.versions.price')}</th><th scope="col" className="num">{t('scenarios.versions.units')}</th><th scope="col" className="num">{t('scenarios.versions.need')}</th><th scope="col">{t('scenarios.versions.why')}</th></tr>
            </thead>
            <tbody>
              {lines.map(({ id, description, before, after, reasons }) => (
                <tr key={id}>
                  <th scope="row">{description}</th>
                  <td className="num">{tableFigure(before.unitPrice, language)} → {tableFigure(after.unitPrice, language)}</td>
                  <td className="num">{known(before.units)} → {known(after.units)}</td>
                  <td className="num">{known(before.need)} → {known(after.need)}</td>
                  <td className="soft">{reasons.map((reason) => t(`explain.nextYear.${reason}`)).join('; ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
