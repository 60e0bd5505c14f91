import { useTranslator } from '../../ui/language.tsx'
import { hrefOf } from '../../ui/route.ts'
import type { GridActions } from './use-grid-keys.ts'

interface ToolsProps {
  readonly activities: number
  readonly sources: number
  /** Sources that have money to plan. */
  readonly filled: number
  readonly actions: GridActions
  /** Missing where no column was resized. */
  readonly resetWidths: (() => void) | undefined
}

/** What can be done with the whole table. */
export function Tools({ activities, sources, filled, actions, resetWidths }: ToolsProps) {
  const { t } = useTranslator()
  return (
    <header className="tools">
      <h1 id="budget-title">{t('budget.title')}</h1>
      <button type="button" className={activities === 0 ? 'primary' : undefined} title={t('budget.tools.addHint')} aria-keyshortcuts="Alt+T" onClick={actions.add}>{t('budget.tools.add')}</button>
      {activities > 0 && <button type="button" className="primary" title={t('budget.tools.allocateHint')} aria-keyshortcuts="Alt+A" onClick={actions.allocate}>{t('budget.tools.allocate')}</button>}
      {resetWidths && <button type="button" title={t('budget.tools.widthsHint')} onClick={resetWidths}>{t('budget.tools.widths')}</button>}
      <span className="soft fine">{t('budget.about', { activities, sources, filled })}{filled < sources && <> <a href={hrefOf('sumber')}>{t('budget.aboutFill')}</a></>}</span>
    </header>
  )
}
