import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../ui/api.tsx'
import { Failure } from '../../../ui/failure.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import { Message } from '../../../ui/message.tsx'
import type { SeriesSummary } from '../../../ui/trend.ts'
import type { Typing } from '../grid/use-typing.ts'
import { isTyped } from '../rows.ts'
import type { Place } from './area-rows.ts'
import { AreasTable } from './areas-table.tsx'
import { NewPlace } from './new-place.tsx'

/** One series by place: villages, and under each its posyandu; a typed series takes counts here. */
export function AreasView({ series, typing }: { readonly series: SeriesSummary; readonly typing: Typing }) {
  const { t } = useTranslator()
  const api = useApi()
  const [added, setAdded] = useState<readonly Place[]>([])
  const [areas, places] = useQueries({ queries: [api.caseload.areas.queryOptions({ input: { series: series.id } }), api.caseload.places.queryOptions({ input: {} })] })
  const error = areas.error ?? places.error
  if (error) return <Failure error={error} again={() => { void areas.refetch(); void places.refetch() }} />
  if (!areas.data || !places.data) return <Message title={t('window.states.loading')} />
  const typed = isTyped(series)
  const villages = places.data.filter(({ posyandu }) => posyandu === '')
  if (!typed && areas.data.every(({ posyandu }) => posyandu === '') && new Set(areas.data.map(({ village }) => village)).size < 2) return <p className="nothing soft">{t('caseload.areas.none', { series: series.name })}</p>
  const [home, ...others] = villages
  const here = [...added, ...waiting(typing.marked, series.id, villages)]
  // Of many villages the posyandu of all would be too long a list to type into.
  const known = others.length === 0 ? [...places.data, ...here] : [...villages, ...here]
  // Names that are pasted say of which village they are only where there is one.
  const addNamed = (names: readonly string[]) => {
    if (home) setAdded((before) => [...before, ...names.map((posyandu) => ({ ...home, posyandu }))])
  }
  return (
    <>
      <div className="table-scroll"><AreasTable series={series} areas={areas.data} known={known} newest={added.at(-1)} typing={typing} add={home && others.length === 0 ? addNamed : undefined} /></div>
      {typed && (
        <div className="foot soft fine">
          {home && <NewPlace villages={villages} known={[...places.data, ...here]} add={(place) => setAdded((before) => [...before, place])} />}
          <span>{t('caseload.areas.hint')}</span>
        </div>
      )}
    </>
  )
}

/** Places that stand here only because of a text that was not understood: the row stays as long as the text. */
function waiting(marked: Typing['marked'], series: string, villages: readonly Place[]): Place[] {
  return Object.keys(marked).flatMap((key) => {
    const [id, , code, ...posyandu] = key.split('/')
    const village = id === series && posyandu.join('/') !== '' ? villages.find((one) => one.village === code) : undefined
    return village ? [{ ...village, posyandu: posyandu.join('/') }] : []
  })
}
