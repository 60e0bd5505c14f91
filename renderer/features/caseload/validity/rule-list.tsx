import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../../ui/language.tsx'
import type { RuleFound } from './grouped.ts'

const TONES = { error: 'alarm', warning: 'attention', info: 'soft' } as const
const SIGNS = { error: '▲', warning: '●', info: '○' } as const

export function Severity({ of }: { readonly of: RuleFound['severity'] }) {
  const { t } = useTranslator()
  return <span className={TONES[of]}><span aria-hidden="true">{SIGNS[of]} </span>{t(`truth.findings.severity.${of}`)}</span>
}

const COUNTED = { child: 'truth.findings.count', place: 'truth.findings.places', row: 'truth.findings.rows' } as const

/** How many children, places or rows a rule names. */
export function FoundCount({ of }: { readonly of: RuleFound }) {
  const { t } = useTranslator()
  return t(COUNTED[of.about], { count: of.count })
}

interface RuleListProps {
  readonly found: readonly RuleFound[]
  readonly chosen: RuleFound | undefined
  choose(rule: RuleFound): void
}

/** The rules that found something; each opens its rows. */
export function RuleList({ found, chosen, choose }: RuleListProps) {
  const { t, language } = useTranslator()
  return (
    <ul className="rule-list" aria-label={t('truth.findings.title')}>
      {found.map((one) => (
        <li key={one.rule}>
          <button type="button" aria-pressed={one === chosen} onClick={() => choose(one)}>
            <span className="rule">{t(`validity.rule.${one.rule}`)}</span>
            <span className="num">{number(one.count, language)}</span>
            <span className="fine soft"><Severity of={one.severity} /> · {t(`validity.group.${one.group}`)}</span>
            <span className="fine soft unit"><FoundCount of={one} /></span>
          </button>
        </li>
      ))}
    </ul>
  )
}
