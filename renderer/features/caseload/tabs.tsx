import type { KeyboardEvent } from 'react'
import { useTranslator } from '../../ui/language.tsx'

export const VIEWS = ['counts', 'areas', 'children', 'trend', 'rounds', 'validity', 'compare'] as const
export type View = (typeof VIEWS)[number]

/** The views of the screen as tabs: arrows go from one to the next. */
export function Tabs({ view, choose }: { readonly view: View; choose(view: View): void }) {
  const { t } = useTranslator()
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = by === 0 ? undefined : VIEWS[(VIEWS.indexOf(view) + by + VIEWS.length) % VIEWS.length]
    if (!next) return
    event.preventDefault()
    choose(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-view="${next}"]`)?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={t('caseload.views.label')} onKeyDown={onKeyDown}>
      {VIEWS.map((one) => (
        <button key={one} type="button" role="tab" data-view={one} id={`view-${one}`} aria-selected={one === view} aria-controls="caseload-view" tabIndex={one === view ? 0 : -1} onClick={() => choose(one)}>
          {t(`caseload.views.${one}`)}
        </button>
      ))}
    </div>
  )
}
