import { useTranslator } from '../../ui/language.tsx'
import type { GridActions } from './use-grid-keys.ts'

interface ToolsProps {
  readonly activities: number
  readonly sources: number
  readonly actions: GridActions
}

/** What can be done with the whole table. */
export function Tools({ activities, sources, actions }: ToolsProps) {
  const { t } = useTranslator()
  return (
    <header className="tools">
      <h1 id="budget-title">{t('budget.title')}</h1>
      <button type="button" title={t('budget.tools.addHint')} aria-keyshortcuts="Alt+T" onClick={actions.add}>{t('budget.tools.add')}</button>
      <button type="button" className="primary" title={t('budget.tools.allocateHint')} aria-keyshortcuts="Alt+A" onClick={actions.allocate}>{t('budget.tools.allocate')}</button>
      <span className="soft fine">{t('budget.about', { activities, sources })}</span>
    </header>
  )
}
