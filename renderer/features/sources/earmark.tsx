import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import type { Source } from './types.ts'
import { useSourceCommands } from './use-source-commands.ts'

/** Activities that the giver bound the money to, by name; none: free within the rules. */
export function Earmark({ source }: { readonly source: Source }) {
  const { t } = useTranslator()
  const id = useId()
  const api = useApi()
  const summary = useQuery(api.plan.summary.queryOptions({ input: {} }))
  const catalogue = useQuery(api.plan.catalogue.queryOptions({ input: summary.data ? { kind: summary.data.plan.kind } : {}, enabled: summary.data !== undefined }))
  const { setSource } = useSourceCommands()
  const set = (reservedFor: readonly string[]) => setSource.mutate({ source: source.code, carryOver: source.origin === 'carry_over', reservedFor: [...reservedFor] })
  const nameOf = (key: string) => catalogue.data?.find((entry) => entry.key === key)?.name ?? key
  const free = (catalogue.data ?? []).filter((entry) => !source.reservedFor.includes(entry.key))
  return (
    <div className="sub">
      <h3>{t('sources.detail.reserved')}</h3>
      {source.reservedFor.length === 0 ? <p className="fine soft">{t('sources.detail.reservedNone')}</p> : (
        <ul className="tags">
          {source.reservedFor.map((key) => (
            <li key={key}>
              {nameOf(key)}
              <button type="button" className="plain" aria-label={t('sources.detail.reservedRemove', { activity: nameOf(key) })} onClick={() => set(source.reservedFor.filter((other) => other !== key))}>×</button>
            </li>
          ))}
        </ul>
      )}
      <label className="hidden" htmlFor={id}>{t('sources.detail.reservedAdd')}</label>
      <select id={id} value="" onChange={(event) => set([...source.reservedFor, event.target.value])}>
        <option value="" disabled>{t('sources.detail.reservedAdd')} …</option>
        {free.map((entry) => <option key={entry.key} value={entry.key}>{entry.name}</option>)}
      </select>
    </div>
  )
}
