import { ChartBlock } from '../../ui/chart-table.tsx'
import { useExported } from '../../ui/exported.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotesPanel } from '../../ui/notes-panel.ts'
import { stepsOf } from './steps.ts'
import type { PlanOverview } from './types.ts'

const SIGNS = { done: '✓', open: '', attention: '!', broken: '▲' } as const

/** Langkah berikutnya: the way from the caseload to the papers, each step with its state and its screen. */
export function NextBlock({ overview, planId }: { readonly overview: PlanOverview; readonly planId: string }) {
  const translator = useTranslator()
  const { t } = translator
  const exported = useExported(({ byPlan }) => byPlan[planId])
  const openNotes = useNotesPanel(({ show }) => show)
  return (
    <ChartBlock title={t('summary.next.title')}>
      <ol className="next">
        {stepsOf(overview, exported, translator).map(({ key, state, text, href, to }) => (
          <li key={key}>
            <i className={state} aria-hidden="true">{SIGNS[state]}</i>
            <span className={state === 'broken' ? 'alarm' : undefined}>{text}<span className="hidden">, {t(state === 'broken' ? 'summary.next.attention' : `summary.next.${state}`)}</span></span>
            {href === null ? <button type="button" onClick={openNotes}>{t(to)}</button> : <a className="go" href={href}>{t(to)}</a>}
          </li>
        ))}
      </ol>
    </ChartBlock>
  )
}
