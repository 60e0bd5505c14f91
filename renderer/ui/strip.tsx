import type { ReactNode } from 'react'
import type { PlanSummary } from '#shared/contract/plan.ts'
import { outOf, percent, rupiah } from '#shared/i18n/format.ts'
import { useTranslator } from './language.tsx'

/** The one line that always tells the truth about a plan; announced politely when a figure changes. */
export function Strip({ summary }: { readonly summary: PlanSummary }) {
  const { t, language } = useTranslator()
  const { children, cadres } = summary
  return (
    <section className="strip" aria-label={t('window.strip.label')} aria-live="polite">
      <dl>
        <Figure label={t('window.strip.need')} value={rupiah(summary.need, language)} />
        <Figure label={t('window.strip.funded')} value={rupiah(summary.funded, language)} tone="good" />
        <Figure label={t('window.strip.gap')} value={rupiah(summary.gap, language)} tone={summary.gap > 0 ? 'alarm' : undefined} />
        <Reached label={t('window.strip.children')} reached={children.covered} {...children} />
        <Figure label={t('window.strip.direct')} value={percent(summary.directShareBp, language)} tail={` ${t('window.strip.ofFunded')}`} />
        <Reached label={t('window.strip.cadres')} reached={cadres.receiving} {...cadres} />
      </dl>
    </section>
  )
}

interface ReachedProps {
  readonly label: string
  readonly reached: number
  readonly total: number | null
  readonly months: number | null
  readonly monthsNeeded: number | null
}

/** `16 dari 16`, and where it is not for all the months, for how many. */
function Reached({ label, reached, total, months, monthsNeeded }: ReachedProps) {
  const { t, language } = useTranslator()
  if (total === null) return <Figure label={label} value="–" tail={` ${t('window.strip.unknown')}`} />
  const tail = months !== null && monthsNeeded !== null ? `, ${t('window.strip.months', { months: outOf(months, monthsNeeded, language) })}` : undefined
  return <Figure label={label} value={outOf(reached, total, language)} tail={tail} />
}

function Figure({ label, value, tail, tone }: { readonly label: string; readonly value: ReactNode; readonly tail?: string | undefined; readonly tone?: string | undefined }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={tone}>
        {value}
        {tail && <small>{tail}</small>}
      </dd>
    </div>
  )
}
