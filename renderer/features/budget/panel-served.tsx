import { type FormEvent, useState } from 'react'
import type { PlanLine } from '#shared/contract/plan.ts'
import { number } from '#shared/i18n/format.ts'
import { parseAmount } from '#shared/i18n/parse.ts'
import { unitWord } from '#shared/i18n/units.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useCommand } from '../../ui/use-command.ts'

type Served = { by: string; units: number; basis: string; date: string }

/** Who serves part of a driven number already (BOK, MBG, GENTING, an OPD): that part is no need of this plan. */
export function ServedPart({ line }: { readonly line: PlanLine }) {
  const { t, language } = useTranslator()
  const api = useApi()
  const save = useCommand(['plan', 'setLine'], (input: { line: string; served: Served[] }) => api.plan.setLine.call(input))
  const [adding, setAdding] = useState(false)
  const [fault, setFault] = useState(false)
  const driven = line.quantities.find((quantity) => 'driver' in quantity)
  if (!driven || !('driver' in driven)) return null
  const { served } = driven
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const [by, basis] = [String(data.get('by')).trim(), String(data.get('basis')).trim()]
    const units = parseAmount(String(data.get('units')), language)
    setFault(!units || by === '')
    if (!units || by === '') return
    setAdding(false)
    save.mutate({ line: line.id, served: [...served, { by, units: units.value, basis, date: '' }] })
  }
  return (
    <section>
      <h3>{t('budget.panel.served')}</h3>
      {served.length === 0 && !adding && <p className="soft">{t('budget.panel.servedNone')}</p>}
      <ul>
        {served.map((entry, index) => (
          <li className="served" key={`${entry.by}/${entry.units}/${entry.basis}`}>
            <span>{entry.by}: {number(entry.units, language)} {unitWord(driven.unit, language, entry.units)}{entry.basis && <span className="soft"> ({entry.basis})</span>}</span>
            <button type="button" className="plain" aria-label={t('budget.panel.servedRemove', { by: entry.by })} onClick={() => save.mutate({ line: line.id, served: served.filter((_, at) => at !== index) })}>×</button>
          </li>
        ))}
      </ul>
      {adding ? (
        <form className="small-form" onSubmit={submit}>
          <label>{t('budget.panel.servedName')}<input name="by" maxLength={100} placeholder="BOK, MBG, GENTING" autoComplete="off" /></label>
          <label>{t('budget.panel.servedUnits')} ({unitWord(driven.unit, language, null)})<input name="units" className="num" autoComplete="off" aria-invalid={fault} /></label>
          <label>{t('budget.panel.servedBasis')}<input name="basis" maxLength={300} autoComplete="off" /></label>
          {fault && <p className="alarm fine" role="alert">{t('fields.amount.not_a_number')}</p>}
          <button type="submit">{t('budget.panel.servedSave')}</button>
        </form>
      ) : <button type="button" onClick={() => setAdding(true)}>{t('budget.panel.servedAdd')}</button>}
    </section>
  )
}
