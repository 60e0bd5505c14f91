import type { JointReport, JointStep, JointVillageReport } from '#shared/contract/joint.ts'
import { NOTHING, percent, rupiah, tableFigure } from '#shared/i18n/format.ts'
import { stepFigure } from '#shared/i18n/step-figure.ts'
import { useTranslator } from '../../../ui/language.tsx'
import { LongTable } from '../../../ui/long-table.tsx'

const bp = (share: number) => Math.round(share * 10_000)

/** What each step reached beside what none can exceed: shares in percent, sums as they are. */
function Steps({ steps }: { readonly steps: readonly JointStep[] }) {
  const { t, language } = useTranslator()
  const name = ({ step, tier }: JointStep) => (step === 'village' ? t('joint.steps.village') : t(`joint.steps.${step}`, { tier: tier ?? '' }))
  return (
    <table className="ledger" aria-label={t('joint.steps.label')}>
      <thead><tr><th scope="col">{t('joint.steps.step')}</th><th scope="col" className="num">{t('joint.steps.reached')}</th><th scope="col" className="num">{t('joint.steps.bound')}</th><th scope="col" className="num">{t('joint.steps.gap')}</th></tr></thead>
      <tbody>
        {steps.map((step) => (
          <tr key={`${step.step}-${step.tier ?? ''}`}>
            <th scope="row">{name(step)}</th><td className="num">{stepFigure(step, step.reached, language)}</td><td className="num">{stepFigure(step, step.bound, language)}</td>
            <td className="num">{step.gap === 0 ? <span className="good">✓ {t('joint.steps.exact')}</span> : percent(Math.ceil(step.gap * 10_000), language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The answer: what it reaches and how far that is from the best, step by step and village by village. */
export function Answer({ report }: { readonly report: JointReport }) {
  const { t, language } = useTranslator()
  const { villages, funds, gap } = report
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const money = (amount: number | null) => (amount === null ? NOTHING : tableFigure(amount, language))
  const share = (value: number | null) => (value === null ? NOTHING : percent(bp(value), language))
  const lowest = (values: readonly (number | null)[]) => { const known = values.filter((value) => value !== null); return known.length === 0 ? null : Math.min(...known) }
  const named = new Map(villages.map(({ code, name }) => [code, name]))
  return (
    <>
      <div className="figures" role="status">
        <p><b>{t('joint.summary', { spent: rupiah(sum(funds.map(({ spent }) => spent)), language), amount: rupiah(sum(funds.map(({ amount }) => amount)), language), villages: villages.length })}</b></p>
        <p>{t('joint.effect', { before: share(lowest(villages.map(({ before }) => before))), after: share(lowest(villages.map(({ coverage }) => coverage))) })} <span className={gap === 0 ? 'good' : 'soft'}>{gap === 0 ? `✓ ${t('joint.proven')}` : t('joint.within', { gap: percent(Math.ceil(gap * 10_000), language) })}</span></p>
        {report.aside.length > 0 && <p className="attention">▲ {t('joint.aside', { villages: report.aside.map((code) => named.get(code) ?? code).join(', ') })}</p>}
        <details>
          <summary>{t('joint.steps.label')}</summary>
          <Steps steps={report.steps} />
          <p className="soft fine">{t('joint.steps.note')} {t('joint.lowestHint')}</p>
        </details>
      </div>
      <div className="held">
        <LongTable
          label={t('joint.table.label')} rows={villages} rowKey={({ code }) => code}
          columns={[
            { key: 'name', label: t('joint.table.village'), head: true, renderCell: (village) => <span>{village.name}<span className="soft"> {village.kind === 'kelurahan' && '(kel.) '}· {village.district}</span></span> },
            { key: 'need', label: t('joint.table.need'), width: 112, num: true, renderCell: ({ need }) => money(need) },
            { key: 'own', label: t('joint.table.own'), width: 122, num: true, renderCell: ({ own }) => money(own) },
            { key: 'shared', label: t('joint.table.shared'), width: 130, num: true, renderCell: ({ shared }) => <b>{money(shared)}</b> },
            ...(villages.some(({ formula }) => formula !== null) ? [{ key: 'formula', label: t('joint.table.formula'), width: 112, num: true, renderCell: ({ formula }: JointVillageReport) => money(formula) }] : []),
            { key: 'before', label: t('joint.table.before'), width: 84, num: true, renderCell: ({ before }) => share(before) },
            { key: 'after', label: t('joint.table.after'), width: 82, num: true, renderCell: ({ before, coverage }) => <span className={coverage !== null && before !== null && coverage < before ? 'attention' : undefined}>{share(coverage)}</span> },
            { key: 'lowest', label: t('joint.table.lowest'), width: 84, num: true, renderCell: (village) => share(village.lowest) },
          ]}
        />
      </div>
    </>
  )
}
