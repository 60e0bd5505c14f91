import { useId, useState } from 'react'
import { number } from '#shared/i18n/format.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { useTranslator } from '../../ui/language.tsx'
import type { Source } from './types.ts'
import { useSourceCommands } from './use-source-commands.ts'

const CERTAINTIES = ['certain', 'indicative', 'pledged'] as const

/** Ceiling, and for Dana Desa the whole pagu with what the year sets aside of it; certainty, order, on or off budget. */
export function CeilingFields({ source }: { readonly source: Source }) {
  const { t, language } = useTranslator()
  const id = useId()
  const { setSource } = useSourceCommands()
  const change = (values: Omit<Parameters<typeof setSource.mutate>[0], 'source'>) => ({ source: source.code, carryOver: source.origin === 'carry_over', ...values })
  const set = (values: Parameters<typeof change>[0]) => setSource.mutate(change(values))
  const keep = (values: Parameters<typeof change>[0]) => setSource.mutateAsync(change(values))
  const villageFund = source.code === 'DDS' && source.origin === 'current'
  const typed = source.estimated ? null : source.ceiling
  return (
    <div className="column">
      <h3>{t('sources.detail.ceiling')}</h3>
      {villageFund && (
        <>
          <AmountField label={t('sources.detail.total')} value={source.total} clearable save={(total) => keep({ total })} hint={t('sources.detail.totalHint')} />
          {source.reserve !== null && (
            <p className="pair"><span className="soft">{t('sources.detail.reserve')}</span> <span className="num">−{number(source.reserve, language)}</span></p>
          )}
          <AmountField
            label={t('sources.detail.regular')} value={typed} clearable save={(ceiling) => keep({ ceiling })} hint={t('sources.detail.regularHint')}
            {...(source.estimated && source.ceiling !== null ? { placeholder: `${number(source.ceiling, language)} (${t('sources.estimate')})` } : {})}
          />
        </>
      )}
      {!villageFund && <AmountField label={t('sources.detail.ceiling')} value={typed} clearable save={(ceiling) => keep({ ceiling })} hint={t('sources.detail.ceilingHint')} />}
      <div className="field">
        <label htmlFor={`${id}-certainty`}>{t('sources.detail.certainty')}</label>
        <select id={`${id}-certainty`} value={source.certainty} onChange={(event) => set({ certainty: CERTAINTIES.find((one) => one === event.target.value) })}>
          {CERTAINTIES.map((one) => <option key={one} value={one}>{t(`terms.certainty.${one}`)}</option>)}
        </select>
      </div>
      <OrderField value={source.spendingOrder} save={(spendingOrder) => set({ spendingOrder })} />
      <label className="check">
        <input type="checkbox" checked={source.onBudget} onChange={(event) => set({ onBudget: event.target.checked })} /> {t('sources.detail.onBudget')}
      </label>
    </div>
  )
}

/** 1–999; what is none stays in the field, marked. */
function OrderField({ value, save }: { readonly value: number; save(value: number): void }) {
  const { t } = useTranslator()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? String(value)
  const order = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  const wrong = typed !== null && order < 1
  const commit = () => {
    if (typed === null || wrong) return
    if (order !== value) save(order)
    setTyped(null)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{t('sources.detail.order')}</label>
      <input
        id={id} className="amount short" inputMode="numeric" value={text} aria-invalid={wrong} aria-describedby={`${id}-note`} onChange={(event) => setTyped(event.target.value)} onBlur={commit}
        onKeyDown={(event) => { if (event.key === 'Enter') commit(); if (event.key === 'Escape') setTyped(null) }}
      />
      <p id={`${id}-note`} className={wrong ? 'fine alarm' : 'fine soft'}>{wrong ? `▲ ${t('sources.invalid.order')}` : t('sources.detail.orderHint')}</p>
    </div>
  )
}
