import { shortDate, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../../ui/language.tsx'
import type { Answer } from '../answers.ts'
import type { Flow } from './flow-parts.ts'

const COLUMNS = ['before', 'still', 'recovered', 'left', 'moved', 'notFound', 'added', 'arrived', 'after'] as const
type Place = Answer<'rounds'>['places'][number]

interface FlowTableProps {
  readonly rounds: Answer<'rounds'>
  /** The posyandu that is shown alone. */
  readonly at: Place | undefined
  choose(place: Place | undefined): void
}

/** The flow by posyandu; a posyandu narrows the chart and the list to itself. */
export function FlowTable({ rounds: { from, to, whole, places }, at, choose }: FlowTableProps) {
  const { t, language } = useTranslator()
  const many = new Set(places.map(({ village }) => village)).size > 1
  const date = (column: (typeof COLUMNS)[number]) => shortDate(column === 'before' ? from.measuredOn : to.measuredOn, language)
  const row = (key: string, name: string, flow: Flow, pressed: boolean, run: () => void, className: string) => (
    <tr key={key} className={`${className} ${pressed ? 'chosen' : ''}`}>
      <th scope="row" className="name"><button type="button" className="plain" aria-pressed={pressed} onClick={run}>{name}</button></th>
      {COLUMNS.map((column) => <td key={column} className={column === 'before' || column === 'after' ? 'num whole' : 'num'}>{tableFigure(flow[column], language)}</td>)}
    </tr>
  )
  return (
    <table className="counts flows" aria-label={t('truth.rounds.table')}>
      <thead>
        <tr>
          <th scope="col" className="name">{t('truth.place')}</th>
          {COLUMNS.map((column) => <th key={column} scope="col" className="num">{t(`truth.rounds.head.${column}`, { date: date(column) })}</th>)}
        </tr>
      </thead>
      <tbody>
        {row('', t('truth.rounds.whole'), whole, at === undefined, () => choose(undefined), 'main')}
        {places.map((place) => row(`${place.village}/${place.posyandu}`, `${place.posyandu || t('truth.noPosyandu')}${many ? `, ${place.villageName}` : ''}`, place.flow, at === place, () => choose(at === place ? undefined : place), ''))}
      </tbody>
    </table>
  )
}
