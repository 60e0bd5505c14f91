import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { VersionItem } from '#shared/contract/version.ts'
import { tableFigure } from '#shared/i18n/format.ts'
import { stepText } from '#shared/i18n/step-text.ts'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Delta } from './cells.tsx'

/** What differs between two versions, or a version and the plan as it stands, each with the steps that changed it and their reasons. */
export function VersionCompare({ versions }: { readonly versions: readonly VersionItem[] }) {
  const translator = useTranslator()
  const { t, find, language } = translator
  const api = useApi()
  const [from, setFrom] = useState(versions.at(-1)?.id ?? '')
  const [to, setTo] = useState('-')
  const known = versions.some(({ id }) => id === from) ? from : (versions.at(-1)?.id ?? '')
  const { data, error, refetch } = useQuery({ ...api.version.compare.queryOptions({ input: { from: known, to } }), placeholderData: (before) => before })
  const options = versions.map(({ id, number: at, stage }) => <option key={id} value={id}>{at} · {find(`terms.stages.${stage}`) ?? stage}</option>)
  const steps = new Map((data?.steps ?? []).map((step) => [step.id, step]))
  const reasons = (id: string): ReactNode => (data?.causes[id] ?? []).flatMap((step) => steps.get(step) ?? []).map((step) => (
    <span key={step.id} className="says fine">{stepText(step, translator)}: {step.reason ?? <span className="faint">{t('scenarios.versions.noReason')}</span>}</span>
  ))
  const row = (key: string, name: string, before: number | null, after: number | null, why: ReactNode, good: 'more' | 'less' | 'none' = 'none') => (before === after ? [] : [(
    <tr key={key}>
      <th scope="row">{name}</th>
      <td className="num">{before === null ? '–' : tableFigure(before, language)}</td>
      <td className="num">{after === null ? '–' : tableFigure(after, language)}</td>
      <td className="num"><Delta before={before ?? 0} after={after ?? 0} good={good} /></td>
      <td>{why}</td>
    </tr>
  )])
  const rows = data === undefined ? [] : [
    ...(['need', 'funded', 'gap'] as const).flatMap((key) => row(key, t(`scenarios.versions.${key}`), data.totals.before[key], data.totals.after[key], null, key === 'gap' ? 'less' : key === 'funded' ? 'more' : 'none')),
    ...data.sources.flatMap(({ id, label, before, after }) => row(`s${id}`, t('scenarios.versions.sourceOf', { source: label }), before?.ceiling ?? null, after?.ceiling ?? null, reasons(id))),
    ...data.groups.flatMap(({ group, before, after }) => row(`g${group}`, t('scenarios.versions.people', { group: find(`terms.groups.${group}`) ?? group }), before?.covered ?? null, after?.covered ?? null, null, 'more')),
    ...data.lines.flatMap(({ id, description, before, after }) => [
      ...row(`n${id}`, t('scenarios.versions.lineNeed', { line: description }), before?.need ?? null, after?.need ?? null, reasons(id)),
      ...row(`f${id}`, t('scenarios.versions.lineFunded', { line: description }), before?.funded ?? null, after?.funded ?? null, reasons(id), 'more'),
    ]),
  ]
  return (
    <section className="block wide">
      <header><h2>{t('scenarios.versions.compare')}</h2></header>
      <div className="row-form">
        <label className="pick-one">{t('scenarios.versions.from')} <select value={known} onChange={(event) => setFrom(event.target.value)}>{options}</select></label>
        <label className="pick-one">{t('scenarios.versions.to')} <select value={to} onChange={(event) => setTo(event.target.value)}><option value="-">{t('scenarios.versions.now')}</option>{options}</select></label>
      </div>
      {error ? <Failure error={error} again={() => void refetch()} /> : data === undefined ? <Loading /> : (rows.length === 0 ? <p className="soft">{t('scenarios.versions.same')}</p> : (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('scenarios.versions.compare')}>
          <table className="ledger" aria-label={t('scenarios.versions.compare')}>
            <thead>
              <tr><th scope="col">{t('scenarios.versions.item')}</th><th scope="col" className="num">{t('scenarios.versions.before')}</th><th scope="col" className="num">{t('scenarios.versions.after')}</th><th scope="col" className="num">{t('scenarios.versions.difference')}</th><th scope="col">{t('scenarios.versions.reason')}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
          </table>
        </div>
      ))}
      {data?.complete === false && <p className="fine attention">{t('scenarios.versions.incomplete')}</p>}
    </section>
  )
}
