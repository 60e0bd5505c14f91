import type { ComponentType } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { hrefOf, useRoute } from '../../ui/route.ts'
import { CompareView } from './compare-view.tsx'
import { SheetView } from './sheet-view.tsx'
import { WorkbookView } from './workbook-view.tsx'
import './entry.css'

/** The parts by their place in the address. */
const PARTS: readonly { readonly place: string; readonly name: 'sheet' | 'compare' | 'workbook'; readonly component: ComponentType }[] = [
  { place: 'entri', name: 'sheet', component: SheetView },
  { place: 'entri-banding', name: 'compare', component: CompareView },
  { place: 'entri-kembali', name: 'workbook', component: WorkbookView },
]

/** Typing the plan into Siskeudes or SIPD-RI, what was typed there, and workbooks that come back. */
export function EntryScreen() {
  const { t } = useTranslator()
  const { place } = useRoute()
  const part = PARTS.find((one) => one.place === place) ?? PARTS[0]
  if (!part) return null
  const Content = part.component
  return (
    <section className="entry-root" id="isi" aria-labelledby="entry-title" tabIndex={-1}>
      <header>
        <a href={hrefOf('dokumen')}>← {t('entry.back')}</a>
        <h1 id="entry-title" className="hidden">{t('entry.parts.label')}</h1>
        <nav className="tabs" aria-label={t('entry.parts.label')}>
          {PARTS.map(({ place: to, name }) => <a key={to} href={hrefOf('dokumen', to)} aria-current={to === part.place ? 'page' : undefined}>{t(`entry.parts.${name}`)}</a>)}
        </nav>
      </header>
      <Content />
    </section>
  )
}
