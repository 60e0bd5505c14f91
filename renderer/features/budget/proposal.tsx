import type { AllocationReport } from '#shared/contract/allocation.ts'
import type { PlanLine } from '#shared/contract/plan.ts'
import { percent, rupiah } from '#shared/i18n/format.ts'
import { reachText } from '#shared/i18n/reach-text.ts'
import { tierText } from '#shared/i18n/tier-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { leftovers, uncountedLines } from './leftover-text.ts'
import { MoreMoney } from './more-money.tsx'
import { PlanWays } from './plan-ways.tsx'
import { ProposedChanges } from './proposed-changes.tsx'
import { totals } from './rows.ts'

interface ProposalProps {
  readonly report: AllocationReport
  /** Taking it over would change nothing at all. */
  readonly same: boolean
  /** The lines as they stand. */
  readonly lines: readonly PlanLine[]
  /** Reckons again, after a conflict was repaired. */
  again(): void
}

/** A proposed allocation in plain words: what it proves, what it changes line by line, what each source keeps and why. */
export function Proposal({ report, same, lines, again }: ProposalProps) {
  const translator = useTranslator()
  const { t, language } = translator
  const names = new Map(lines.map((line) => [line.id, line.description]))
  const nameOf = (id: string) => names.get(id) ?? id
  if (report.status === 'stopped') return <p><strong>{t('budget.allocate.stopped')}</strong>. {t('budget.allocate.stoppedText')}</p>
  if (report.status === 'infeasible') return <Infeasible report={report} lines={lines} again={again} />
  const now = new Map(lines.map((line) => [line.id, line]))
  const changes = changedLines(report, lines)
  const [before, after] = [totals(lines).funded, report.lines.reduce((sum, line) => sum + line.funded, 0)]
  const need = totals(lines).need
  const uncounted = uncountedLines(lines)
  const optimal = report.status === 'optimal'
  const money = leftovers(report.sources, uncounted, nameOf, translator)
  return (
    <>
      <p><strong className={optimal ? 'good' : 'attention'}>{t(optimal ? 'budget.allocate.optimal' : 'budget.allocate.feasible')}.</strong> {optimal ? t('budget.allocate.optimalText') : t('budget.allocate.feasibleText', { gap: percent(Math.ceil(report.gap * 10_000), language) })}</p>
      {report.children && <p>{reachText(report.children, optimal, translator)}</p>}
      {changes.length === 0 && <p><strong>{t(money.length === 0 ? 'budget.allocate.noMoney' : same ? 'budget.allocate.same' : 'budget.allocate.remember')}</strong></p>}
      {changes.length > 0 && <p>{t('budget.allocate.totals', { before: rupiah(before, language), after: rupiah(after, language), gap: rupiah(Math.max(0, need - after), language) })}</p>}
      {uncounted > 0 && <p className="attention"><span aria-hidden="true">● </span>{t('budget.allocate.uncounted', { count: uncounted })}</p>}
      <ul className="proof">
        {report.tiers.map((tier) => (
          <li key={tier.tier}>
            {tierText(tier, optimal, translator)}
            {tier.aside.length > 0 && <span className="attention"> {t(optimal ? 'budget.allocate.aside' : 'budget.allocate.asideYet', { lines: tier.aside.map(nameOf).join('; ') })}</span>}
          </li>
        ))}
      </ul>
      {changes.length > 0 && <ProposedChanges changes={changes} now={now} />}
      {money.length > 0 && <h3>{t('budget.allocate.leftover')}</h3>}
      <ul className="leftovers">
        {money.map(({ sources, text, next }) => (
          <li key={sources}><strong>{sources}</strong> {text}{next !== '' && <span className="soft">; {next}</span>}</li>
        ))}
      </ul>
      <MoreMoney lines={lines} nameOf={nameOf} />
    </>
  )
}

/** The lines that a proposal pays otherwise than they are paid now. */
function changedLines(report: AllocationReport, lines: readonly PlanLine[]): AllocationReport['lines'] {
  const now = new Map(lines.map((line) => [line.id, line]))
  return report.lines.filter((line) => line.funded !== now.get(line.id)?.funded || !sameMoney(line.bySource, now.get(line.id)?.bySource ?? {}))
}

function sameMoney(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => (a[key] ?? 0) === (b[key] ?? 0))
}

function Infeasible({ report, lines, again }: Omit<ProposalProps, 'same'>) {
  const { t } = useTranslator()
  return (
    <>
      <p><strong className="alarm"><span aria-hidden="true">▲ </span>{t('budget.allocate.infeasible')}.</strong></p>
      <PlanWays conflict={report.conflict} lines={lines} again={again} />
    </>
  )
}
