import { useQuery } from '@tanstack/react-query'
import { tableFigure } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Loading } from '../../ui/loading.tsx'
import { hrefOf } from '../../ui/route.ts'
import type { Source } from './types.ts'

/** What the source pays in this plan, line by line; the parts sum to "planned". */
export function PaysFor({ source }: { readonly source: Source }) {
  const { t, language } = useTranslator()
  const api = useApi()
  const lines = useQuery(api.plan.lines.queryOptions({ input: {} }))
  const paid = (lines.data ?? []).filter((line) => (line.bySource[source.label] ?? 0) > 0)
  return (
    <div className="sub">
      <h3>{t('sources.detail.paysFor')}</h3>
      {lines.isPending && <Loading />}
      {lines.data && paid.length === 0 && <p className="fine soft">{t('sources.detail.paysNothing')}</p>}
      <ul className="parts">
        {paid.map((line) => (
          <li key={line.id}><a href={hrefOf('anggaran', line.id)}>{line.description}</a> <span className="num">{tableFigure(line.bySource[source.label] ?? 0, language)}</span></li>
        ))}
      </ul>
    </div>
  )
}
