import type { AllocationReport } from '#shared/contract/allocation.ts'
import type { PlanLine } from '#shared/contract/plan.ts'
import { number, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'

type Proposed = AllocationReport['lines'][number]

interface ProposedChangesProps {
  readonly changes: readonly Proposed[]
  /** The lines as they stand, by id. */
  readonly now: ReadonlyMap<string, PlanLine>
}

/** What a proposal changes, line by line: first the lines that get another amount, then those that only others pay. */
export function ProposedChanges({ changes, now }: ProposedChangesProps) {
  const { t } = useTranslator()
  const before = ({ id }: Proposed) => now.get(id)?.funded ?? 0
  const others = changes.filter((line) => line.funded === before(line))
  return (
    <div className="scroll-box" tabIndex={0} role="region" aria-label={t('budget.allocate.difference')}>
      <table className="plain-table">
        <thead>
          <tr><th scope="col">{t('budget.allocate.line')}</th><th scope="col" className="num">{t('budget.allocate.before')}</th><th scope="col" className="num">{t('budget.allocate.after')}</th><th scope="col" className="num">{t('budget.allocate.difference')}</th><th scope="col">{t('budget.panel.source')}</th></tr>
        </thead>
        <tbody>{changes.filter((line) => line.funded !== before(line)).map((line) => <Change key={line.id} line={line} before={before(line)} />)}</tbody>
        {others.length > 0 && (
          <tbody>
            <tr><th scope="rowgroup" colSpan={5} className="soft">{t('budget.allocate.otherPayers', { count: others.length })}</th></tr>
            {others.map((line) => <Change key={line.id} line={line} before={line.funded} />)}
          </tbody>
        )}
      </table>
    </div>
  )
}

function Change({ line: { description, funded, bySource }, before }: { readonly line: Proposed; readonly before: number }) {
  const { language } = useTranslator()
  return (
    <tr>
      <td>{description}</td>
      <td className="num">{tableFigure(before, language)}</td>
      <td className="num">{tableFigure(funded, language)}</td>
      <td className={funded < before ? 'num alarm' : 'num good'}>{funded > before ? '+' : ''}{tableFigure(funded - before, language)}</td>
      <td className="soft">{Object.entries(bySource).map(([source, amount]) => `${source} ${number(amount, language)}`).join(', ')}</td>
    </tr>
  )
}
