import type { ComponentType } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { hrefOf, useRoute } from '../../ui/route.ts'
import { CashView } from './cash-view.tsx'
import { CompareView } from './compare-view.tsx'
import { CurveView } from './curve-view.tsx'
import { VersionsView } from './versions-view.tsx'
import './scenarios.css'

/** The views by the place in the address; the first stands at the bare address. */
const VIEWS: readonly { readonly path: string; readonly name: 'compare' | 'curve' | 'cash' | 'versions'; readonly component: ComponentType }[] = [
  { path: '', name: 'compare', component: CompareView },
  { path: 'kepekaan', name: 'curve', component: CurveView },
  { path: 'arus-kas', name: 'cash', component: CashView },
  { path: 'versi', name: 'versions', component: VersionsView },
]

/** Skenario: what if, side by side with the plan. */
export function ScenariosScreen() {
  const { t } = useTranslator()
  const { place } = useRoute()
  const view = VIEWS.find(({ path }) => path === place) ?? VIEWS[0]
  if (!view) return null
  const Content = view.component
  return (
    <section className="scenarios-root" id="isi" aria-labelledby="scenarios-title" tabIndex={0}>
      <header>
        <h1 id="scenarios-title">{t('scenarios.title')}</h1>
        {VIEWS.length > 1 && (
          <nav className="tabs" aria-label={t('scenarios.views.label')}>
            {VIEWS.map(({ path, name }) => <a key={path} href={hrefOf('skenario', path)} aria-current={path === view.path ? 'page' : undefined}>{t(`scenarios.views.${name}`)}</a>)}
          </nav>
        )}
      </header>
      <Content />
    </section>
  )
}
