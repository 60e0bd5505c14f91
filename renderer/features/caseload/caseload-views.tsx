import { useState } from 'react'
import type { Family } from '#shared/domain/target-group.ts'
import { useTranslator } from '../../ui/language.tsx'
import type { SeriesSummary } from '../../ui/trend.ts'
import { AreasView } from './areas/areas-view.tsx'
import { ChildrenView } from './children-view.tsx'
import { CompareView } from './compare/compare-view.tsx'
import { CountsTable } from './counts-table.tsx'
import { PastePanel } from './grid/paste-panel.tsx'
import { useTyping } from './grid/use-typing.ts'
import { groupName } from './group-name.ts'
import { RoundsView } from './rounds/rounds-view.tsx'
import { columnsOf, firstCounts } from './rows.ts'
import type { View } from './tabs.tsx'
import { TrendView } from './trend-view.tsx'
import { ValidityView } from './validity/validity-view.tsx'

interface CaseloadViewsProps {
  readonly view: View
  readonly series: readonly SeriesSummary[]
  readonly followed: Partial<Readonly<Record<Family, string>>>
  choose(series: SeriesSummary, family: Family): void
  change(series: SeriesSummary): void
}

/** The view that is chosen; by place and by name it is of one series: the one that the plan's children come from, until another is chosen. */
export function CaseloadViews({ view, series, followed, choose, change }: CaseloadViewsProps) {
  const translator = useTranslator()
  const { t } = translator
  const first = firstCounts(series)
  const typing = useTyping()
  const [picked, setPicked] = useState<string>()
  const { counted } = columnsOf(series)
  const offered = view === 'children' || view === 'validity' ? counted.filter(({ kind }) => kind === 'by-name') : counted
  const one = offered.find(({ id }) => id === picked) ?? offered.find(({ name }) => name === followed.child) ?? offered[0]
  return (
    <div className="view" id="caseload-view" role="tabpanel" aria-labelledby={`view-${view}`}>
      {(view === 'areas' || view === 'children') && one && offered.length > 1 && (
        <div className="of">
          <label htmlFor="caseload-of">{t('caseload.areas.series')}</label>
          <select id="caseload-of" value={one.id} onChange={(event) => setPicked(event.target.value)}>{offered.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>
        </div>
      )}
      {view === 'counts' && (
        <>
          <div className="table-scroll"><CountsTable series={series} followed={followed} typing={typing} choose={choose} change={change} /></div>
          <p className="foot soft fine">
            {first.length > 0 && <strong className="attention">{t('caseload.table.firstHint', { groups: first.map((group) => groupName(group, translator)).join(', ') })} </strong>}
            {t('caseload.table.hint')}
          </p>
        </>
      )}
      {view === 'areas' && one && <AreasView key={one.id} series={one} typing={typing} />}
      {view === 'children' && (one ? <ChildrenView key={one.id} series={one.id} /> : <p className="nothing soft">{t('caseload.children.none')}</p>)}
      {view === 'trend' && <TrendView series={series} />}
      {view === 'rounds' && <RoundsView series={series} />}
      {view === 'validity' && (one ? <ValidityView series={one} offered={offered} pick={setPicked} /> : <p className="nothing soft">{t('truth.noList')}</p>)}
      {view === 'compare' && <CompareView series={series} choose={choose} />}
      <PastePanel typing={typing} />
    </div>
  )
}
