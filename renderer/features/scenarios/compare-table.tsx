import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { ChartPngButton } from '../../ui/chart-png-button.tsx'
import { DivisionNote } from '../../ui/division-note.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { LineRows, SourceRows } from './money-rows.tsx'
import { GroupRows } from './people-rows.tsx'
import { ScenarioHead } from './scenario-head.tsx'
import { TotalRows } from './total-rows.tsx'
import type { PlanLine, ScenarioItem } from './types.ts'
import type { useRuns } from './use-runs.ts'

interface CompareTableProps {
  readonly scenarios: readonly ScenarioItem[]
  readonly lines: readonly PlanLine[]
  readonly runner: ReturnType<typeof useRuns>
  edit(scenario: ScenarioItem): void
}

/** The plan and the scenarios in columns: totals, who pays, who is reached, each source, each line. */
export function CompareTable({ scenarios, lines, runner, edit }: CompareTableProps) {
  const { t } = useTranslator()
  const api = useApi()
  const [allLines, setAllLines] = useState(false)
  const { data, error, refetch } = useQuery({ ...api.scenario.compare.queryOptions({ input: { variants: ['-', ...scenarios.map(({ id }) => id)], all: true } }), placeholderData: (before) => before })
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (!data || data.variants.length !== scenarios.length + 1) return <Message title={t('scenarios.comparing')} />
  const names = [t('scenarios.base'), ...scenarios.map(({ name }) => name)]
  return (
    <div className="scroll" role="region" aria-label={t('scenarios.table')} tabIndex={0}>
      <table className="ledger beside">
        <thead>
          <tr>
            <th scope="col" className="name">
              <span className="hidden">{t('scenarios.what')}</span>
              <ChartPngButton title={t('scenarios.table')} parts={(button) => [...(button.closest('table')?.querySelectorAll(':scope > thead, :scope > .totals') ?? [])]} />
            </th>
            <th scope="col"><b>{t('scenarios.base')}</b><span className="says fine soft">{data.variants[0]?.name}</span><DivisionNote lines={lines} /></th>
            {scenarios.map((one) => <ScenarioHead key={one.id} scenario={one} lines={lines} runner={runner} edit={() => edit(one)} />)}
          </tr>
        </thead>
        <TotalRows report={data} />
        <Section title={t('scenarios.parts.groups')} names={names} />
        <GroupRows report={data} kind="direct" />
        <Section title={t('scenarios.parts.cadres')} names={names} />
        <GroupRows report={data} kind="incentive" />
        <Section title={t('scenarios.parts.sources')} names={names} />
        <SourceRows report={data} />
        <Section title={t('scenarios.parts.lines')} names={names} note={<label className="check"><input type="checkbox" checked={allLines} onChange={(event) => setAllLines(event.target.checked)} /> {t('scenarios.allLines')}</label>} />
        <LineRows report={data} all={allLines} />
      </table>
    </div>
  )
}

/** A part of the table; the names of the columns stand here again, because their heads are out of sight further down. */
function Section({ title, names, note }: { readonly title: string; readonly names: readonly string[]; readonly note?: ReactNode }) {
  return (
    <tbody className="section">
      <tr>
        <th scope="rowgroup"><span>{title}</span> {note}</th>
        {/* oxlint-disable-next-line react/no-array-index-key -- the place of a column is what it is */}
        {names.map((name, index) => <td key={index} className="num fine soft" aria-hidden="true">{name}</td>)}
      </tr>
    </tbody>
  )
}
