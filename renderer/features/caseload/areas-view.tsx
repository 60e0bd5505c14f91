import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import type { SeriesSummary } from '../../ui/trend.ts'
import { Shown } from './counts-cell.tsx'
import { groupName } from './group-name.ts'
import { IN_ORDER } from './rows.ts'

/** One series by place: villages, and under each its posyandu as far as the series has them. */
export function AreasView({ series }: { readonly series: SeriesSummary }) {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const { data, error, refetch } = useQuery(api.caseload.areas.queryOptions({ input: { series: series.id } }))
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (!data) return <Message title={t('window.states.loading')} />
  if (data.every(({ posyandu }) => posyandu === '') && new Set(data.map(({ village }) => village)).size < 2) return <p className="nothing soft">{t('caseload.areas.none', { series: series.name })}</p>
  const villagesOnly = data.every(({ posyandu }) => posyandu === '')
  const known = IN_ORDER.filter((group) => data.some(({ counts }) => counts[group] !== undefined))
  return (
    <table className="counts areas" aria-label={t('caseload.views.areas')}>
      <thead>
        <tr>
          <th scope="col" className="name">{t(villagesOnly ? 'caseload.areas.village' : 'caseload.areas.place')}</th>
          {known.map((group) => <th key={group} scope="col" className="num">{groupName(group, translator)}</th>)}
        </tr>
      </thead>
      <tbody>
        {data.map((area) => (
          <tr key={`${area.village}/${area.posyandu}`} className={area.posyandu === '' && !villagesOnly ? 'main' : undefined}>
            <th scope="row" className="name">{area.posyandu || (villagesOnly ? area.villageName : t('caseload.areas.whole', { village: area.villageName }))}</th>
            {known.map((group) => <td key={group} className="num"><Shown series={area} group={group} /></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
