import { useEffect, useRef } from 'react'
import type { PlanSummary } from '#shared/contract/plan.ts'
import { findingText } from '#shared/i18n/finding-text.ts'
import { useTranslator } from './language.tsx'
import { hrefOf } from './route.ts'

type Finding = PlanSummary['findings'][number]

const SIGNS = { error: '▲', warning: '●', info: '○' } as const
const TONES = { error: 'alarm', warning: 'attention', info: 'soft' } as const
/** The screen that a note leads to. */
const PLACES = { plan: 'sumber', source: 'sumber', rule: 'sumber', series: 'sasaran', activity: 'anggaran', line: 'anggaran' } as const

/** The plan's notes beside the screen, worst first; each says in a word how much it weighs, and leads to its place. */
export function Notes({ findings, close }: { readonly findings: readonly Finding[]; close(): void }) {
  const { t, language } = useTranslator()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  const ordered = (['error', 'warning', 'info'] as const).flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  return (
    <aside className="notes" ref={panel} aria-labelledby="notes-title" tabIndex={-1} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <header>
        <h2 id="notes-title">
          {t('window.notes.title')} <span className="faint">{findings.length}</span>
        </h2>
        <button type="button" className="plain" onClick={close} aria-label={t('window.notes.close')}>×</button>
      </header>
      {ordered.length === 0 ? (
        <p className="soft">{t('window.notes.none')}</p>
      ) : (
        <ul>
          {ordered.map((finding) => {
            const { text, fix } = findingText(finding, language)
            return (
              <li key={`${finding.code}/${finding.where.kind}/${finding.where.id}/${text}`}>
                <span className={`weight ${TONES[finding.severity]}`}>
                  <span aria-hidden="true">{SIGNS[finding.severity]}</span> {t(`window.notes.${finding.severity}`)}
                </span>
                <a href={hrefOf(PLACES[finding.where.kind], finding.where.id)}>
                  {text} <span className="soft">{fix}</span>
                </a>
              </li>
            )
          })}
        </ul>
      )}
    </aside>
  )
}
