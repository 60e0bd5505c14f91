import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NextYearReport } from '#shared/contract/version.ts'
import { FAMILIES, type Family, FAMILY_NAMES } from '#shared/domain/target-group.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { parseChange } from './change.ts'
import { NextYearChanges } from './next-year-changes.tsx'

/** The plan of the year after: an index for prices, which series it follows, what becomes of the ceilings; a list of what changes before anything is made. */
export function NextYear() {
  const { t } = useTranslator()
  const api = useApi()
  const show = useNotices((state) => state.show)
  const [index, setIndex] = useState('')
  const [ceilings, setCeilings] = useState<'keep' | 'empty'>('keep')
  const [series, setSeries] = useState<Partial<Record<Family, string>>>({})
  const all = useQuery(api.caseload.list.queryOptions({ input: {} }))
  const [report, setReport] = useState<NextYearReport | null>(null)
  const call = useCommand(['version', 'nextYear'], api.version.nextYear.call)
  const change = index.trim() === '' ? 0 : parseChange(index)
  const input = { priceChangeBp: change ?? 0, ceilings, series }
  const counting = (family: Family) => (all.data ?? []).filter(({ kind, counts }) => kind !== 'survey' && FAMILIES[family].some((group) => counts[group] !== undefined))
  const choose = (family: Family, name: string) => {
    const { [family]: before, ...others } = series
    setSeries(name === '' ? others : { ...others, [family]: name })
    if (name !== (before ?? '')) setReport(null)
  }
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
        {FAMILY_NAMES.flatMap((family) => {
          const found = counting(family)
          return found.length < 2 ? [] : [(
            <label key={family} className="field"><span className="fine soft">{t('scenarios.versions.seriesOf', { family: t(`terms.families.${family}`) })}</span>
              <select value={series[family] ?? ''} onChange={(event) => choose(family, event.target.value)}>
                <option value="">{t('scenarios.versions.newest')}</option>
                {found.map(({ id, name }) => <option key={id} value={name}>{name}</option>)}
              </select>
            </label>
          )]
        })}
        <button type="submit" disabled={call.isPending || change === undefined}>{t('scenarios.versions.preview')}</button>
        {report && <button type="button" className="primary" disabled={call.isPending} onClick={make}>{t('scenarios.versions.create', { year: report.fiscalYear })}</button>}
      </form>
      {change === undefined && <p className="fine alarm" role="alert">▲ {t('scenarios.versions.wrongIndex')}</p>}
      {report && <NextYearChanges report={report} />}
    </section>
  )
}
