import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { number } from '#shared/i18n/format.ts'
import type { PlanKind } from '#shared/domain/plan.ts'
import { useApi } from '../../ui/api.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Loading } from '../../ui/loading.tsx'

interface CatalogueDialogProps {
  readonly kind: PlanKind
  add(key: string): void
  close(): void
}

/** Finds an activity of the catalogue by everyday words and adds it with its usual cost lines; all by keyboard where one likes. */
export function CatalogueDialog({ kind, add, close }: CatalogueDialogProps) {
  const { t, language } = useTranslator()
  const api = useApi()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const activities = useQuery(api.plan.activities.queryOptions({ input: {} }))
  const present = new Set(activities.data?.map((activity) => activity.catalogueKey))
  const found = useQuery({ ...api.plan.catalogue.queryOptions({ input: { text, kind } }), placeholderData: (before) => before })
  const entries = found.data ?? []
  const at = Math.min(chosen, Math.max(0, entries.length - 1))
  useEffect(() => {
    document.getElementById(`entry-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const late = found.isPlaceholderData
  /** Adds the first of the last word's list once it is there: Enter that comes before it means that list, not the one in sight. */
  const addFirst = async () => {
    const [first] = await client.fetchQuery(api.plan.catalogue.queryOptions({ input: { text, kind } }))
    if (first) add(first.key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setChosen(Math.max(0, Math.min(entries.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
    }
    const entry = entries[at]
    if (event.key === 'Enter' && late) {
      event.preventDefault()
      void addFirst()
    } else if (event.key === 'Enter' && entry) {
      event.preventDefault()
      add(entry.key)
    }
  }
  return (
    <Dialog title={t('budget.catalogue.title')} className="budget-dialog" close={close}>
      <label className="field">
        <span>{t('budget.catalogue.search')}</span>
        <input
          type="text" role="combobox" data-focus="" autoComplete="off" aria-expanded="true" aria-controls="entries" aria-autocomplete="list" aria-activedescendant={entries.length > 0 ? `entry-${at}` : undefined}
          value={text} placeholder={t('budget.catalogue.placeholder')} maxLength={100} onChange={(event) => { setText(event.target.value); setChosen(0) }} onKeyDown={onKeyDown}
        />
      </label>
      {found.isPending && <Loading />}
      <p className="hidden" role="status">{found.data && t('budget.catalogue.results', { count: number(entries.length, language) })}</p>
      {found.data && entries.length === 0 && <p className="soft">{t('budget.catalogue.none')}</p>}
      <ul id="entries" role="listbox" aria-label={t('budget.catalogue.title')} aria-busy={found.isFetching} className="entries" tabIndex={-1}>
        {entries.map((entry, index) => (
          // The list is worked by the keys of the search field; the mouse chooses and adds by a double click or the button.
          <li key={entry.key} id={`entry-${index}`} role="option" aria-selected={index === at} onClick={() => setChosen(index)} onDoubleClick={() => add(entry.key)}>
            <span>{entry.name}</span>
            <span className="soft fine">
              {[kind === 'desa' ? entry.villageCode : entry.regencyCode, t('budget.tier', { tier: entry.tier }), t('budget.catalogue.lines', { count: entry.lines }), present.has(entry.key) ? t('budget.catalogue.present') : null].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <footer>
        <span className="soft fine">{t('budget.catalogue.keys')}</span>
        <button type="button" onClick={close}>{t('budget.catalogue.close')}</button>
        <button type="button" className="primary" disabled={late || !entries[at]} onClick={() => { const entry = entries[at]; if (entry) add(entry.key) }}>{t('budget.catalogue.add')}</button>
      </footer>
    </Dialog>
  )
}
