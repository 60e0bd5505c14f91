import { type FormEvent, useId, useState } from 'react'
import { sourcesFor } from '#shared/catalogue/sources.ts'
import type { PlanKind } from '#shared/domain/plan.ts'
import { nameBeside } from '#shared/domain/source-name.ts'
import { useTranslator } from '../../ui/language.tsx'
import { goTo } from '../../ui/route.ts'
import type { Source } from './types.ts'
import { useSourceCommands } from './use-source-commands.ts'

/** Carry-over is asked for where money stays over the year's end: budgets, not partners. */
function choices(kind: PlanKind, sources: readonly Source[]) {
  const taken = new Set(sources.map((source) => source.label))
  return sourcesFor(kind).flatMap((entry) => [
    { value: entry.code, name: entry.name, nameEn: entry.nameEn, carryOver: false, label: entry.code as string },
    ...(entry.group === 'partner' ? [] : [{ value: `SILPA-${entry.code}`, name: entry.name, nameEn: entry.nameEn, carryOver: true, label: `SILPA-${entry.code}` }]),
  ]).filter((choice) => !taken.has(choice.label))
}

/** Adds a source that a plan of this kind may hold, without a ceiling, and opens it. */
export function AddSource({ kind, sources }: { readonly kind: PlanKind; readonly sources: readonly Source[] }) {
  const { t, language } = useTranslator()
  const id = useId()
  const { setSource } = useSourceCommands()
  const [chosen, setChosen] = useState('')
  const open = choices(kind, sources)
  const choice = open.find(({ value }) => value === chosen) ?? open[0]
  const [fresh, carried] = [open.filter(({ carryOver }) => !carryOver), open.filter(({ carryOver }) => carryOver)]
  if (!choice) return null
  const add = (event: FormEvent) => {
    event.preventDefault()
    const source = choice.carryOver ? choice.value.slice('SILPA-'.length) : choice.value
    setSource.mutate({ source, carryOver: choice.carryOver }, { onSuccess: (added) => { setChosen(''); goTo('sumber', added.id) } })
  }
  const name = (one: (typeof open)[number]) => (language === 'id' ? one.name : one.nameEn)
  return (
    <form className="add-source" onSubmit={add}>
      <label className="hidden" htmlFor={id}>{t('sources.addLabel')}</label>
      <select id={id} value={choice.value} onChange={(event) => setChosen(event.target.value)}>
        {fresh.map((one) => <option key={one.value} value={one.value}>{[one.label, nameBeside(one.label, name(one))].filter((part) => part !== '').join(' · ')}</option>)}
        {carried.length > 0 && (
          <optgroup label="SiLPA">
            {carried.map((one) => <option key={one.value} value={one.value}>{t('sources.addCarryOver', { name: name(one) })}</option>)}
          </optgroup>
        )}
      </select>
      <button type="submit" disabled={setSource.isPending}>{t('sources.add')}</button>
    </form>
  )
}
