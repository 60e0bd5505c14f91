import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { PlanKind } from '#shared/domain/plan.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'

interface ActivityChoiceProps {
  readonly label: string
  /** Catalogue keys. */
  readonly chosen: readonly string[]
  readonly kind: PlanKind
  set(chosen: readonly string[]): void
}

/** Single activities of the catalogue, chosen one by one: those of the plan first. Each can be let go again. */
export function ActivityChoice({ label, chosen, kind, set }: ActivityChoiceProps) {
  const { t } = useTranslator()
  const id = useId()
  const api = useApi()
  const catalogue = useQuery(api.plan.catalogue.queryOptions({ input: { kind } }))
  const activities = useQuery(api.plan.activities.queryOptions({ input: {} }))
  const all = catalogue.data ?? []
  const planned = new Set(activities.data?.map(({ name }) => name))
  const free = all.filter(({ key }) => !chosen.includes(key))
  const groups = [
    { name: t('sources.form.inPlan'), entries: free.filter(({ name }) => planned.has(name)) },
    { name: t('sources.form.inCatalogue'), entries: free.filter(({ name }) => !planned.has(name)) },
  ]
  const nameOf = (key: string) => all.find((entry) => entry.key === key)?.name ?? key
  return (
    <div className="activity-choice">
      <label className="fine soft" htmlFor={id}>{label}</label>
      {chosen.length > 0 && (
        <ul className="tags">
          {chosen.map((key) => (
            <li key={key}>
              {nameOf(key)}
              <button type="button" className="plain" aria-label={t('sources.detail.reservedRemove', { activity: nameOf(key) })} onClick={() => set(chosen.filter((other) => other !== key))}>×</button>
            </li>
          ))}
        </ul>
      )}
      <select id={id} value="" onChange={(event) => set([...chosen, event.target.value])}>
        <option value="" disabled>{t('sources.form.addActivity')}</option>
        {groups.map(({ name, entries }) => entries.length > 0 && (
          <optgroup label={name} key={name}>
            {entries.map((entry) => <option key={entry.key} value={entry.key}>{entry.name}</option>)}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
