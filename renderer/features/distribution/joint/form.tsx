import { useId } from 'react'
import { rupiah } from '#shared/i18n/format.ts'
import { AmountField } from '../../../ui/amount-field.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import type { Draft, JointStart } from './types.ts'

interface FormProps {
  readonly draft: Draft
  readonly start: JointStart
  readonly busy: boolean
  set(part: Partial<Draft>): void
}

/** What the villages share, and what comes first. */
export function Form({ draft, start, busy, set }: FormProps) {
  const { t, language } = useTranslator()
  const id = useId()
  const labelOf = (label: string) => (label === '' ? t('joint.form.envelope') : label)
  return (
    <form className="terms" aria-label={t('joint.form.label')} onSubmit={(event) => event.preventDefault()}>
      <fieldset disabled={busy}>
        <legend>{t('joint.form.strategy')}</legend>
        {(['equal', 'tiered'] as const).map((one) => (
          <label key={one} className="way">
            <input type="radio" name={`${id}-strategy`} checked={draft.strategy === one} onChange={() => set({ strategy: one })} />
            <span>{t(`joint.form.${one}`)} <span className="soft fine">{t(`joint.form.${one}Text`)}</span></span>
          </label>
        ))}
      </fieldset>
      <fieldset disabled={busy}>
        <legend>{t('joint.form.funds')}</legend>
        {start.funds.map((fund) => (
          <AmountField
            key={fund.id} label={labelOf(fund.label)} value={draft.amounts[fund.id] ?? null} clearable placeholder={fund.left === 0 ? t('joint.form.none') : rupiah(fund.left, language)}
            save={(value) => set({ amounts: Object.fromEntries([...Object.entries(draft.amounts).filter(([key]) => key !== fund.id), ...(value === null || value === 0 ? [] : [[fund.id, value] as const])]) })}
          />
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-villages`}>{t('joint.form.villages')}</label>
        <select id={`${id}-villages`} disabled={busy} value={draft.villages} onChange={({ target: { value } }) => set({ villages: value === 'desa' || value === 'kelurahan' ? value : 'all' })}>
          {(['all', 'desa', 'kelurahan'] as const).map((one) => <option key={one} value={one}>{t(`joint.form.${one}`)}</option>)}
        </select>
      </div>
      <p className={start.received < start.villages ? 'attention fine' : 'soft fine'}>{t('joint.form.received', { received: start.received, villages: start.villages })}</p>
    </form>
  )
}
