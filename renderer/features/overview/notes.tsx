import type { PlanSummary } from '#shared/contract/plan.ts'
import { findingText } from '#shared/i18n/finding-text.ts'
import { useTranslator } from '../../ui/language.tsx'

type Finding = PlanSummary['findings'][number]

const SIGNS = { error: '▲', warning: '●', info: '○' } as const
const TONES = { error: 'alarm', warning: 'attention', info: 'soft' } as const

/** The plan's notes, worst first; each says in a word how much it weighs. */
export function Notes({ findings }: { readonly findings: readonly Finding[] }) {
  const { t, language } = useTranslator()
  const ordered = (['error', 'warning', 'info'] as const).flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  return (
    <section className="notes" id="catatan" aria-labelledby="notes-title" tabIndex={-1}>
      <h2 id="notes-title">
        {t('window.notes.title')} <span className="faint">{findings.length}</span>
      </h2>
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
                <span>
                  {text} <span className="soft">{fix}</span>
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
