import type { Divided } from '#shared/contract/distribution.ts'
import { NOTHING, number, rupiah, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import type { DividedVillage } from './types.ts'

interface ResultProps {
  readonly divided: Divided
  readonly base: number
  readonly busy: boolean
  open(village: DividedVillage): void
}

/** The amounts with their formula beside each, and what they do to the gaps of the villages that have sent a plan. */
export function Result({ divided, base, busy, open }: ResultProps) {
  const { t, language } = useTranslator()
  const { villages, total, rounds } = divided
  const known = villages.filter(({ gapBefore }) => gapBefore !== null)
  const gap = known.reduce((sum, { gapBefore }) => sum + (gapBefore ?? 0), 0)
  const after = known.reduce((sum, { gapAfter }) => sum + (gapAfter ?? 0), 0)
  const unknown = villages.filter((village) => village.unknown).length
  const money = (amount: number | null) => (amount === null ? NOTHING : tableFigure(amount, language))
  const formula = ({ steps }: DividedVillage): string => {
    const last = steps.findLast((step) => step.step === 'formula' || step.step === 'bound')
    if (last?.step === 'bound') return t('distribution.bounded', { by: t(`distribution.bounds.${last.by}`), amount: tableFigure(last.amount, language) })
    if (last?.step !== 'formula') return ''
    const words = { base: tableFigure(base, language), rest: tableFigure(last.rest, language), points: number(Number(last.points), language), all: number(Number(last.allPoints), language) }
    return base === 0 ? t('distribution.formulaNoBase', words) : t('distribution.formula', words)
  }
  return (
    <>
      <div className="figures" aria-busy={busy} role="status">
        <p><b>{t('distribution.summary', { amount: rupiah(total, language), villages: villages.length })}</b> <span className="soft">{t('distribution.rounds', { count: rounds })}</span></p>
        {known.length > 0 && <p>{t('distribution.effect', { closed: rupiah(gap - after, language), gap: rupiah(gap, language), villages: known.length })}</p>}
        <p className="soft fine">{t('distribution.intro')}</p>
        {unknown > 0 && <p className="attention">▲ {t('distribution.unknown', { count: unknown })}</p>}
      </div>
      <div className="held">
        <LongTable
          label={t('distribution.title')} rows={villages} rowKey={({ code }) => code}
          columns={[
            { key: 'name', label: t('distribution.columns.village'), head: true, width: 214, renderCell: (village) => <button type="button" className="link" onClick={() => open(village)}>{village.name}<span className="soft"> {village.kind === 'kelurahan' && '(kel.) '}· {village.district}</span>{village.unknown && <span className="attention"> ▲</span>}</button> },
            { key: 'formula', label: t('distribution.columns.formula'), renderCell: (village) => <span className="soft fine" title={formula(village)}>{formula(village)}</span> },
            { key: 'amount', label: t('distribution.columns.amount'), width: 108, num: true, renderCell: ({ amount }) => <b>{money(amount)}</b> },
            ...(villages.some(({ last }) => last !== null) ? [{ key: 'last', label: t('distribution.columns.last'), width: 116, num: true, renderCell: ({ last }: DividedVillage) => money(last) }] : []),
            { key: 'before', label: t('distribution.columns.before'), width: 134, num: true, renderCell: ({ gapBefore }) => money(gapBefore) },
            { key: 'after', label: t('distribution.columns.after'), width: 104, num: true, renderCell: ({ gapAfter }) => <span className={gapAfter === 0 ? 'good' : undefined}>{money(gapAfter)}</span> },
          ]}
        />
      </div>
    </>
  )
}
