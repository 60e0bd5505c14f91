import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark.tsx'
import { useTranslator } from './language.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { hrefOf } from './route.ts'

interface FrameProps {
  /** The open workspace; missing while it is not known yet. */
  readonly workspace?: { readonly name: string; readonly regionName: string; readonly sample: boolean } | undefined
  /** The plan's own pick, which opens. */
  readonly plan?: ReactNode
  readonly picks?: readonly { readonly label: string; readonly value: string; readonly href?: string }[]
  search?(): void
  readonly screens?: readonly { readonly path: string; readonly name: string; readonly current: boolean }[]
  readonly notes?: { readonly count: number; readonly broken: boolean; readonly open: boolean; toggle(): void } | undefined
  readonly strip?: ReactNode
  /** Bottom of the rail: saved state, undo and redo, settings. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** Where a part of the window scrolls, what Tab reaches stands whole: a browser leaves what is half in sight where it is. */
function intoSight({ target }: { readonly target: Element }): void {
  if (target.matches(':is(a, button, input, select, summary):focus-visible')) target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** What stands around every screen: rail, top bar, strip. */
export function Frame({ workspace, screens, plan, picks, search, notes, strip, foot, children }: FrameProps) {
  const { t } = useTranslator()
  return (
    <div className="frame">
      <button type="button" className="skip" onClick={() => document.getElementById('isi')?.focus()}>{t('window.nav.skip')}</button>
      <section className="brand" aria-label={t('window.brand')}>
        <BrandMark />
        {t('window.brand')}
      </section>
      <header className="top">
        {plan}
        {picks?.map(({ label, value, href }) => {
          const text = <><span>{label}</span><span title={value}>{value}</span></>
          return href === undefined ? <div className="pick" key={label}>{text}</div> : <a className="pick" key={label} href={href}>{text}</a>
        })}
        <div className="end">
          {search && <button type="button" className="search" aria-keyshortcuts="Control+K" onClick={() => search()}><span>{t('frame.search')}</span> <kbd>Ctrl K</kbd></button>}
          {workspace?.sample && <span className="mark" title={t('window.sampleHint')}>{t('window.sample')}</span>}
          {notes && <button type="button" className={notes.broken ? 'badge alarm' : 'badge'} aria-expanded={notes.open} aria-keyshortcuts="F8" title="F8" onClick={() => notes.toggle()}>{t('window.notesCount', { count: notes.count })}</button>}
        </div>
      </header>
      <nav className="rail" aria-label={t('window.nav.label')} onFocus={intoSight}>
        {screens?.map(({ path, name, current }) => (
          <a href={hrefOf(path)} key={path} aria-current={current ? 'page' : undefined}>{name}</a>
        ))}
        <div className="foot">
          {workspace && <a className="file" href={hrefOf('berkas')} title={t('home.railHint')}><span>{t('home.title')}</span> {workspace.name}</a>}
          {foot ?? <LanguageSwitch />}
        </div>
      </nav>
      {strip}
      <main onFocus={intoSight}>{children}</main>
    </div>
  )
}
