import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark.tsx'
import { useTranslator } from './language.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { hrefOf } from './route.ts'

interface FrameProps {
  /** The open workspace; missing while it is not known yet. */
  readonly workspace?: { readonly name: string; readonly regionName: string; readonly sample: boolean } | undefined
  readonly picks?: readonly { readonly label: string; readonly value: string }[]
  readonly screens?: readonly { readonly path: string; readonly name: string; readonly current: boolean }[]
  readonly notes?: { readonly count: number; readonly open: boolean; toggle(): void } | undefined
  readonly strip?: ReactNode
  readonly children: ReactNode
}

/** What stands around every screen: rail, top bar, strip. */
export function Frame({ workspace, screens, picks, notes, strip, children }: FrameProps) {
  const { t } = useTranslator()
  return (
    <div className="frame">
      <button type="button" className="skip" onClick={() => document.getElementById('isi')?.focus()}>{t('window.nav.skip')}</button>
      <div className="brand">
        <BrandMark />
        {t('window.brand')}
      </div>
      <header className="top">
        {picks?.map(({ label, value }) => (
          <div className="pick" key={label}>
            <span>{label}</span>
            <span title={value}>{value}</span>
          </div>
        ))}
        <div className="end">
          {workspace?.sample && <span className="mark" title={t('window.sampleHint')}>{t('window.sample')}</span>}
          {notes && <button type="button" className="badge" aria-expanded={notes.open} onClick={() => notes.toggle()}>{t('window.notesCount', { count: notes.count })}</button>}
        </div>
      </header>
      <nav className="rail" aria-label={t('window.nav.label')}>
        {screens?.map(({ path, name, current }) => (
          <a href={hrefOf(path)} key={path} aria-current={current ? 'page' : undefined}>{name}</a>
        ))}
        <div className="foot">
          {workspace && <a className="file" href={hrefOf('berkas')} title={t('home.railHint')}><span>{t('home.title')}</span> {workspace.name}</a>}
          <LanguageSwitch />
        </div>
      </nav>
      {strip}
      <main>{children}</main>
    </div>
  )
}
