import { useQuery } from '@tanstack/react-query'
import type { DivisionReport } from '#shared/contract/allocation.ts'
import type { PlanLine } from '#shared/contract/plan.ts'
import { date } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { useApi } from './api.tsx'
import { useTranslator } from './language.tsx'
import { localDay } from './local-day.ts'

type Line = Pick<PlanLine, 'id' | 'description'>

/** How the plan was last divided: null where nothing was taken over, undefined until it is known. */
export function useDivision(): DivisionReport | null | undefined {
  const api = useApi()
  return useQuery(api.allocation.division.queryOptions({ input: {} })).data
}

/** When the plan was last divided, by which strategy, and from which scenario where it was one. */
function dividedText({ strategy, scenario, at }: DivisionReport, { t, language }: Translator): string {
  return t(scenario === null ? 'explain.division.run' : 'explain.division.scenario', { date: date(localDay(new Date(at)), language), strategy: t(`budget.allocate.${strategy}`), scenario: scenario ?? '' })
}

/** What was protected and still is, by name; empty where nothing is. */
function heldText({ lines: held, cells }: DivisionReport, lines: readonly Line[]): string {
  const names = new Map(lines.map(({ id, description }) => [id, description]))
  const nameOf = (id: string) => names.get(id) ?? id
  return [...held.map(nameOf), ...cells.map(({ line, source }) => `${nameOf(line)} (${source})`)].join(', ')
}

function changedText({ changed, order }: DivisionReport, { t }: Translator): string {
  const what = [
    ...(changed.cells ? [t('explain.division.cells')] : []), ...(changed.sources ? [t('explain.division.sources')] : []), ...(changed.order ? [t('explain.division.order', { order: order.join(' → ') })] : []),
    ...(changed.basis && !changed.sources && !changed.order ? [t('explain.division.basis')] : []),
  ]
  return what.length === 0 ? '' : t('explain.division.changed', { what: what.join(', ') })
}

interface DivisionNoteProps {
  readonly lines: readonly Line[]
  /** A new run is about to be made, which holds nothing that was only protected. */
  readonly anew?: boolean
}

/** How the money was last divided, what is held of it, and what has changed since. */
export function DivisionNote({ lines, anew = false }: DivisionNoteProps) {
  const translator = useTranslator()
  const { t } = translator
  const division = useDivision()
  if (division === undefined) return null
  if (division === null) return anew ? null : <p className="fine soft">{t('explain.division.none', { strategy: t('budget.allocate.tiered') })}</p>
  const what = heldText(division, lines)
  return (
    <p className="fine soft">
      {[
        dividedText(division, translator), ...(what === '' ? [] : [t(anew ? 'explain.division.notAgain' : 'explain.division.held', { what })]),
        ...(division.released > 0 ? [t('explain.division.released', { count: division.released })] : []), changedText(division, translator),
      ].filter(Boolean).join(' ')}
    </p>
  )
}
