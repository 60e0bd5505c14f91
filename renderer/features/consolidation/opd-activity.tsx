import { type FormEvent, useId, useState } from 'react'
import type { OpdActivities } from '#shared/contract/consolidation.ts'
import { number, tableFigure } from '#shared/i18n/format.ts'
import { parseAmount } from '#shared/i18n/parse.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useCommand } from '../../ui/use-command.ts'

type Activity = OpdActivities['activities'][number]

interface PanelProps {
  readonly activity: Activity
  readonly year: number
  close(): void
}

/** One activity: its code, indicator and targets for the RKPD, its percent against stunting, and which of its lines reach the target directly. */
export function OpdActivityPanel({ activity, year, close }: PanelProps) {
  const { t } = useTranslator()
  return (
    <aside aria-labelledby="opd-activity-title">
      <header>
        <h2 id="opd-activity-title">{activity.name}</h2>
        <button type="button" className="plain" aria-label={t('consolidation.opd.edit.close')} onClick={close}>×</button>
      </header>
      {/* What was changed elsewhere, or taken back, is shown anew; a mark on a line leaves what is typed alone. */}
      <ActivityForm key={JSON.stringify([activity.regencyCode, activity.indicator, activity.indicatorUnit, activity.target, activity.targetNext, activity.percent])} activity={activity} year={year} />
      <Lines activity={activity} />
    </aside>
  )
}

function ActivityForm({ activity, year }: Omit<PanelProps, 'close'>) {
  const { t, language } = useTranslator()
  const api = useApi()
  const id = useId()
  const shown = (value: number | null) => (value === null ? '' : number(value, language))
  const [typed, setTyped] = useState({
    code: activity.regencyCode ?? '', indicator: activity.indicator, unit: activity.indicatorUnit, target: shown(activity.target), targetNext: shown(activity.targetNext), percent: String(activity.percent),
  })
  const [wrong, setWrong] = useState<keyof typeof typed>()
  const save = useCommand(['consolidation', 'setOpd'], (input: Parameters<typeof api.consolidation.setOpd.call>[0]) => api.consolidation.setOpd.call(input))
  const whole = (text: string) => (text.trim() === '' ? null : parseAmount(text, language)?.value)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const [target, targetNext, percent] = [whole(typed.target), whole(typed.targetNext), whole(typed.percent.replace('%', ''))]
    const code = typed.code.trim()
    const bad = code !== '' && !/^\d\.\d{2}\.\d{2}\.\d\.\d{2}\.\d{4}$/.test(code) ? 'code' : target === undefined ? 'target' : targetNext === undefined ? 'targetNext' : percent === undefined || percent === null || percent > 100 ? 'percent' : undefined
    setWrong(bad)
    if (bad !== undefined || target === undefined || targetNext === undefined || percent === undefined || percent === null) return
    // Only what was changed is written: an indicator that the catalogue gives stays the catalogue's.
    const [now, was] = [{ regencyCode: code === '' ? null : code, indicator: typed.indicator, indicatorUnit: typed.unit, target, targetNext, percent }, activity]
    const changed = Object.fromEntries(Object.entries(now).filter(([key, value]) => value !== was[key as keyof typeof now]))
    if (Object.keys(changed).length > 0) await save.mutateAsync({ activity: activity.id, ...changed }).catch(() => undefined)
  }
  const field = (key: keyof typeof typed, label: string, hint?: string) => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{label}</label>
      <input id={`${id}-${key}`} type="text" autoComplete="off" value={typed[key]} placeholder={hint} aria-invalid={wrong === key} onChange={(event) => setTyped({ ...typed, [key]: event.target.value })} />
    </div>
  )
  return (
    <form onSubmit={(event) => void submit(event)} aria-label={t('consolidation.opd.edit.title')}>
      {field('code', t('consolidation.opd.edit.code'), t('consolidation.opd.edit.codeHint'))}
      {wrong === 'code' && <p className="alarm fine" role="alert">▲ {t('consolidation.opd.edit.badCode')}</p>}
      {field('indicator', t('consolidation.opd.edit.indicator'))}
      <div className="row">
        {field('target', t('consolidation.opd.edit.target', { year }))}
        {field('targetNext', t('consolidation.opd.edit.targetNext', { year: year + 1 }))}
        {field('unit', t('consolidation.opd.edit.unit'))}
      </div>
      {field('percent', t('consolidation.opd.edit.percent'))}
      {wrong !== undefined && wrong !== 'code' && <p className="alarm fine" role="alert">▲ {t('consolidation.opd.edit.bad')}</p>}
      <button type="submit" className="primary" disabled={save.isPending}>{t('consolidation.opd.edit.save')}</button>
    </form>
  )
}

function Lines({ activity }: { readonly activity: Activity }) {
  const { t, language } = useTranslator()
  const api = useApi()
  const mark = useCommand(['consolidation', 'setTags'], ({ line, direct }: { line: string; direct: boolean | null }) => api.consolidation.setTags.call({ direct: { [line]: direct } }))
  // What was just marked shows at once.
  const shown = (line: string, direct: boolean, usual: boolean) => (mark.isPending && mark.variables.line === line ? (mark.variables.direct ?? usual) : direct)
  return (
    <>
      <h3>{t('consolidation.opd.edit.lines')}</h3>
      <ul className="plain-list direct-lines">
        {activity.lines.map(({ id, description, amount, direct, usual }) => (
          <li key={id}>
            <label className="check"><input type="checkbox" checked={shown(id, direct, usual)} disabled={mark.isPending} onChange={() => mark.mutate({ line: id, direct: !direct === usual ? null : !direct })} /> {description}</label>
            <span className="num">{tableFigure(amount, language)}</span> <span className={direct === usual ? 'soft fine' : 'attention fine'}>{t(direct === usual ? 'consolidation.opd.edit.usual' : 'consolidation.opd.edit.changed')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
