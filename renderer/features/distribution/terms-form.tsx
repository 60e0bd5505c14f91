import { useId, useState } from 'react'
import type { DistributionTerms } from '#shared/contract/distribution.ts'
import { number } from '#shared/i18n/format.ts'
import { readLastYear } from '#shared/sheets/read/last-year.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { useTranslator } from '../../ui/language.tsx'
import type { Start } from './types.ts'

interface TermsFormProps {
  readonly terms: DistributionTerms
  readonly start: Start
  set(part: Partial<DistributionTerms>): void
}

/** What the envelope is divided by; everything typed shows its effect at once. */
export function TermsForm({ terms, start, set }: TermsFormProps) {
  const { t, find, language } = useTranslator()
  const id = useId()
  const [bad, setBad] = useState<string | null>(null)
  const nameOf = (key: string) => find(`terms.groups.${key}`) ?? find(`terms.denominators.${key}`) ?? key
  const sum = terms.measures.reduce((total, { weight }) => total + weight, 0)
  const unused = start.measures.filter(({ key }) => !terms.measures.some((measure) => measure.key === key))
  const known = Object.keys(terms.last).length
  const knownOf = (key: string) => start.measures.find((measure) => measure.key === key)?.villages ?? 0
  return (
    <form className="terms" aria-label={t('distribution.terms.label')} onSubmit={(event) => event.preventDefault()}>
      <AmountField label={t('distribution.terms.envelope')} value={terms.envelope === 0 ? null : terms.envelope} save={(value) => set({ envelope: value ?? 0 })} clearable placeholder={number(15_000_000_000, language)} />
      <div className="field">
        <label htmlFor={`${id}-villages`}>{t('distribution.terms.villages')}</label>
        <select id={`${id}-villages`} value={terms.villages} onChange={({ target: { value } }) => set({ villages: value === 'desa' || value === 'kelurahan' ? value : 'all' })}>
          {(['all', 'desa', 'kelurahan'] as const).map((one) => <option key={one} value={one}>{t(`distribution.terms.${one}`)}</option>)}
        </select>
      </div>
      <fieldset>
        <legend>{t('distribution.terms.weights')}</legend>
        {terms.measures.map(({ key, weight }) => (
          <div className="measure" key={key}>
            <span>{nameOf(key)} <span className={knownOf(key) < start.villages ? 'attention fine' : 'soft fine'}>{t('distribution.terms.known', { villages: knownOf(key), all: start.villages })}</span></span>
            <AmountField quiet label={t('distribution.terms.weight', { measure: nameOf(key) })} value={weight} save={(value) => set({ measures: terms.measures.map((measure) => (measure.key === key ? { ...measure, weight: Math.min(100, value ?? 0) } : measure)) })} />
            <button type="button" className="quiet-action" aria-label={t('distribution.terms.removeMeasure', { measure: nameOf(key) })} disabled={terms.measures.length === 1} onClick={() => set({ measures: terms.measures.filter((measure) => measure.key !== key) })}>×</button>
          </div>
        ))}
        <p className={sum === 100 ? 'soft fine' : 'alarm fine'}>{sum === 100 ? '' : '▲ '}{t('distribution.terms.sum', { sum })}</p>
        {unused.length > 0 && (
          <select aria-label={t('distribution.terms.addMeasure')} value="" onChange={({ target: { value } }) => { const found = unused.find(({ key }) => key === value); if (found) set({ measures: [...terms.measures, { key: found.key, weight: Math.max(0, 100 - sum) }] }) }}>
            <option value="">{t('distribution.terms.addMeasure')}</option>
            {unused.map(({ key, villages }) => <option key={key} value={key}>{nameOf(key)} ({number(villages, language)})</option>)}
          </select>
        )}
      </fieldset>
      <AmountField label={t('distribution.terms.base')} value={terms.base} save={(value) => set({ base: value ?? 0 })} />
      <AmountField label={t('distribution.terms.floor')} value={terms.floor} clearable placeholder={t('distribution.terms.none')} save={(value) => set({ floor: value })} />
      <AmountField label={t('distribution.terms.cap')} value={terms.cap} clearable placeholder={t('distribution.terms.none')} save={(value) => set({ cap: value })} />
      <AmountField label={t('distribution.terms.unit')} value={terms.unit} save={(value) => set({ unit: Math.max(1, value ?? 1) })} />
      <AmountField label={t('distribution.terms.hold')} value={terms.holdBp === null ? null : terms.holdBp / 100} clearable placeholder={t('distribution.terms.none')} save={(value) => set({ holdBp: value === null ? null : Math.min(200, value) * 100 })} />
      <div className="field">
        <label htmlFor={`${id}-last`}>{t('distribution.terms.last')}</label>
        <textarea
          id={`${id}-last`} rows={3} placeholder={t('distribution.terms.lastHint')} aria-describedby={`${id}-known`}
          onBlur={({ target: { value } }) => { if (value.trim() === '') return; const read = readLastYear(value, language); setBad(read.bad); set({ last: read.last }) }}
        />
        <p id={`${id}-known`} className={bad === null ? 'soft fine' : 'alarm fine'}>{bad === null ? t('distribution.terms.lastKnown', { count: known }) : `▲ ${t('distribution.terms.lastBad', { line: bad })}`}</p>
      </div>
    </form>
  )
}
