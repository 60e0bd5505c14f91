import { useQueries } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { showPlace } from '../../ui/place.ts'
import { useRoute } from '../../ui/route.ts'
import { AddSource } from './add-source.tsx'
import { Matrix } from './matrix.tsx'
import { Rules } from './rules.tsx'
import { SourceTable } from './source-table.tsx'
import './sources.css'

/** Sumber & Aturan: what each source has and who it is promised to, the year's rules, what each source may pay. The address names a source or a rule. */
export function SourcesScreen() {
  const { t } = useTranslator()
  const api = useApi()
  const { place } = useRoute()
  const [sources, rules, summary] = useQueries({
    queries: [api.plan.sources.queryOptions({ input: {} }), api.rules.list.queryOptions({ input: {} }), api.plan.summary.queryOptions({ input: {} })],
  })
  const known = sources.data !== undefined && rules.data !== undefined && summary.data !== undefined
  useEffect(() => {
    if (known && place !== '') showPlace(place)
  }, [known, place])
  const failed = sources.error ?? rules.error ?? summary.error
  if (failed) return <Failure error={failed} again={() => { void sources.refetch(); void rules.refetch(); void summary.refetch() }} />
  if (!sources.data || !rules.data || !summary.data) return <Message title={t('window.states.loading')} />
  const { kind } = summary.data.plan
  return (
    <section className="sources-screen" id="isi" aria-labelledby="sources-title" tabIndex={0}>
      <header>
        <h1 id="sources-title">{t('sources.title')}</h1>
        <span className="soft fine">{t('sources.about', { year: rules.data.year })}</span>
        <AddSource kind={kind} sources={sources.data} />
      </header>
      <h2 className="part" id="sources-part">{t('sources.sections.sources')}</h2>
      {sources.data.length === 0 ? <p className="nothing soft">{t('sources.empty')}</p> : <SourceTable sources={sources.data} kind={kind} place={place} />}
      <Rules rules={rules.data} kind={kind} place={place} />
      <h2 className="part" id="matrix-part">{t('sources.sections.matrix')}</h2>
      <Matrix kind={kind} />
    </section>
  )
}
