import { Fragment } from 'react'
import type { PlanKind } from '#shared/domain/plan.ts'
import { nameBeside } from '#shared/domain/source-name.ts'
import { percent, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { hrefOf } from '../../ui/route.ts'
import { monthName } from './months.ts'
import { SourceDetail } from './source-detail.tsx'
import type { Source } from './types.ts'

const COLUMNS = ['ceiling', 'committed', 'available', 'planned', 'left'] as const

interface Amounts {
  readonly ceiling: number | null
  readonly committed: number
  readonly available: number
  readonly spent: number
  readonly left: number
}

function sums(sources: readonly Source[]): Amounts {
  const add = (pick: (source: Source) => number) => sources.reduce((total, source) => total + pick(source), 0)
  return {
    ceiling: add((source) => source.ceiling ?? 0), committed: add((source) => source.committed), available: add((source) => source.available),
    spent: add((source) => source.spent), left: add((source) => source.left),
  }
}

/** Sources in spending order, those outside the budget last and summed apart; the one that the address names is open. */
export function SourceTable({ sources, kind, place }: { readonly sources: readonly Source[]; readonly kind: PlanKind; readonly place: string }) {
  const { t } = useTranslator()
  const inside = sources.filter((source) => source.onBudget)
  const outside = sources.filter((source) => !source.onBudget)
  return (
    <table className="ledger source-table" aria-labelledby="sources-part">
      <thead>
        <tr>
          <th scope="col" className="name">{t('sources.columns.source')}</th>
          {COLUMNS.map((column) => <th scope="col" className="num" key={column}>{t(`sources.columns.${column}`)}</th>)}
          <th scope="col" className="word">{t('sources.columns.certainty')}</th>
          <th scope="col" className="word">{t('sources.columns.origin')}</th>
          <th scope="col" className="when">{t('sources.columns.months')}</th>
        </tr>
      </thead>
      {inside.length > 0 && <Group label={t('sources.total')} sources={inside} kind={kind} place={place} />}
      {outside.length > 0 && <Group label={t('sources.totalOff')} sources={outside} kind={kind} place={place} />}
    </table>
  )
}

/** Sources with their sum under them; money outside the budget is never added to what is in it. */
function Group({ label, sources, kind, place }: { readonly label: string; readonly sources: readonly Source[]; readonly kind: PlanKind; readonly place: string }) {
  return (
    <tbody>
      {sources.map((source) => <SourceRows key={source.id} source={source} kind={kind} open={source.id === place} />)}
      <tr className="total">
        <th scope="row" className="name">{label}</th>
        <Cells amounts={sums(sources)} />
        <td colSpan={3} />
      </tr>
    </tbody>
  )
}

function SourceRows({ source, kind, open }: { readonly source: Source; readonly kind: PlanKind; readonly open: boolean }) {
  const { t, language } = useTranslator()
  return (
    <Fragment>
      <tr className={open ? 'open' : undefined}>
        <th scope="row" className="name">
          <a href={open ? hrefOf('sumber') : hrefOf('sumber', source.id)} data-place={source.id} aria-expanded={open}>
            <span aria-hidden="true" className="turn">{open ? '▾' : '▸'}</span> <b>{source.label}</b> <span className="soft">{nameBeside(source.label, source.name)}</span>
          </a>
          {source.reservedFor.length > 0 && <span className="tag">{t('sources.reserved')}</span>}
        </th>
        <Cells amounts={source} estimated={source.estimated} />
        <td className="word">{t(`terms.certainty.${source.certainty}`)}</td>
        <td className="word">{t(`terms.origin.${source.origin}`)}</td>
        <td className="when">
          {source.stages.length === 0 ? <span className="faint" title={t('sources.detail.stagesNone')}>–</span>
            : source.stages.toSorted((a, b) => a.month - b.month).map(({ month, shareBp }) => `${monthName(month, language)} ${percent(shareBp, language)}`).join(', ')}
        </td>
      </tr>
      {open && (
        <tr className="detail">
          <td colSpan={9}><SourceDetail key={source.id} source={source} kind={kind} /></td>
        </tr>
      )}
    </Fragment>
  )
}

function Cells({ amounts, estimated = false }: { readonly amounts: Amounts; readonly estimated?: boolean }) {
  const { t, language } = useTranslator()
  return (
    <>
      <td className="num">
        {amounts.ceiling === null ? <span className="attention">{t('sources.notTyped')}</span> : tableFigure(amounts.ceiling, language)}
        {estimated && <small className="attention">{t('sources.estimate')}</small>}
      </td>
      <td className="num">{tableFigure(amounts.committed, language)}</td>
      <td className="num">{tableFigure(amounts.available, language)}</td>
      <td className="num good">{tableFigure(amounts.spent, language)}</td>
      <td className={amounts.left < 0 ? 'num alarm' : 'num'}>{amounts.left < 0 && <span aria-hidden="true">▲ </span>}{tableFigure(amounts.left, language)}</td>
    </>
  )
}
