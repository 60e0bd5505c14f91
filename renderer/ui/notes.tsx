import { useEffect, useRef } from 'react'
import { findingText } from '#shared/i18n/finding-text.ts'
import { useTranslator } from './language.tsx'
import { type Finding, noteKey, orderedNotes, placeOfNote } from './notes-order.ts'
import { showPlace } from './place.ts'
import { useNotesWalk, walkNotes } from './notes-walk.ts'

const SIGNS = { error: '▲', warning: '●', info: '○' } as const
const TONES = { error: 'alarm', warning: 'attention', info: 'soft' } as const
const SEVERITIES = ['error', 'warning', 'info'] as const

/** The plan's notes beside the screen, worst first and counted; each says in a word how much it weighs, and leads to its place. */
export function Notes({ findings, close }: { readonly findings: readonly Finding[]; close(): void }) {
  const { t, language } = useTranslator()
  const panel = useRef<HTMLElement>(null)
  const { at, stand } = useNotesWalk()
  useEffect(() => {
    // Whoever walks with F8 is led to the place, not to the panel.
    if (useNotesWalk.getState().at === null) panel.current?.focus()
  }, [])
  useEffect(() => {
    if (at !== null) panel.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const ordered = orderedNotes(findings)
  const goToNote = (finding: Finding) => {
    stand(noteKey(finding))
    // Where the address names the place already, nothing moves by itself.
    if (location.hash === placeOfNote(finding)) showPlace(finding.where.id)
  }
  const step = (by: 1 | -1) => walkNotes(findings, by, () => undefined)
  return (
    <aside className="notes" ref={panel} aria-labelledby="notes-title" tabIndex={-1} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <header>
        <h2 id="notes-title">
          {t('window.notes.title')} <span className="faint">{findings.length}</span>
        </h2>
        {ordered.length > 0 && (
          <span className="walk">
            <button type="button" className="plain" onClick={() => step(-1)} aria-label={t('frame.notes.previous')} title={`${t('frame.notes.previous')} (Shift+F8)`}>↑</button>
            <button type="button" className="plain" onClick={() => step(1)} aria-label={t('frame.notes.next')} title={`${t('frame.notes.next')} (F8)`}>↓</button>
          </span>
        )}
        <button type="button" className="plain" onClick={close} aria-label={t('window.notes.close')}>×</button>
        {ordered.length > 0 && (
          <p className="weights">
            {SEVERITIES.map((severity) => {
              const count = findings.filter((finding) => finding.severity === severity).length
              return count > 0 && <span key={severity} className={TONES[severity]}><span aria-hidden="true">{SIGNS[severity]}</span> {count} {t(`window.notes.${severity}`).toLowerCase()}</span>
            })}
          </p>
        )}
      </header>
      {ordered.length === 0 ? (
        <p className="soft">{t('window.notes.none')}</p>
      ) : (
        <ol>
          {ordered.map((finding) => {
            const { text, fix } = findingText(finding, language)
            const key = noteKey(finding)
            return (
              <li key={`${key}/${text}`} aria-current={key === at ? 'true' : undefined}>
                <span className={`weight ${TONES[finding.severity]}`}>
                  <span aria-hidden="true">{SIGNS[finding.severity]}</span> {t(`window.notes.${finding.severity}`)}
                </span>
                <a href={placeOfNote(finding)} onClick={() => goToNote(finding)}>
                  {text} <span className="soft">{fix}</span>
                </a>
              </li>
            )
          })}
        </ol>
      )}
    </aside>
  )
}
