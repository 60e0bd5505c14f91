import type { PlanLine } from '#shared/contract/plan.ts'
import { number, percent, quantities, tableFigure } from '#shared/i18n/format.ts'
import { ratioBp } from '#shared/domain/money.ts'
import { useTranslator } from '../../ui/language.tsx'
import { type ActivityRows, budgetRows, type Figures, totals } from './rows.ts'
import type { Source } from './types.ts'

/** Read-only budget of a plan: activities by tier with what each source pays, and what is missing. Partner money stands last, apart. */
export function BudgetTable({ lines, sources }: { readonly lines: readonly PlanLine[]; readonly sources: readonly Source[] }) {
  const { t, language } = useTranslator()
  const columns = sourceColumns(sources)
  const width = 7 + columns.length
  return (
    <table className="budget">
      <caption className="hidden">{t('window.budget.title')}</caption>
      <thead>
        <tr>
          <th scope="col" className="code">{t('window.budget.code')}</th>
          <th scope="col" className="name">{t('window.budget.name')}</th>
          <th scope="col">{t('window.budget.volume')}</th>
          <th scope="col" className="num">{t('window.budget.price')}</th>
          <th scope="col" className="num">{t('window.budget.need')}</th>
          {columns.map((source) => (
            <th key={source.id} scope="col" className={`num src${source.onBudget ? '' : ' out'}`}>
              <abbr title={source.name}>{source.label}</abbr>
              <span className="full">{source.name}</span>
              {!source.onBudget && <small>{t('window.budget.offBudget')}</small>}
              <small>{t('window.budget.left', { amount: number(source.left, language) })}</small>
            </th>
          ))}
          <th scope="col" className="num src funded">{t('window.budget.funded')}</th>
          <th scope="col" className="num gap">{t('window.budget.gap')}</th>
        </tr>
      </thead>
      {budgetRows(lines).map(({ tier, activities }) => (
        <tbody key={tier}>
          <tr className="tier">
            <th scope="rowgroup" className="tier-name" colSpan={width}>{t('window.budget.tier', { tier })}</th>
          </tr>
          {activities.map((activity) => (
            <Activity key={activity.id} activity={activity} columns={columns} />
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr className="total">
          <td className="code" />
          <th scope="row" className="name">{t('window.budget.total')}</th>
          <td />
          <td />
          <Amounts figures={totals(lines)} columns={columns} />
        </tr>
      </tfoot>
    </table>
  )
}

/** Sources that have or pay something: those of the budget in the plan's order, then those outside it. */
function sourceColumns(sources: readonly Source[]): Source[] {
  const used = sources.filter((source) => source.available > 0 || source.spent > 0)
  return used.toSorted((a, b) => Number(b.onBudget) - Number(a.onBudget))
}

interface ActivityProps {
  readonly activity: ActivityRows
  readonly columns: readonly Source[]
}

/** An activity with one cost line is one row; with several, its sums stand above its lines. */
function Activity({ activity, columns }: ActivityProps) {
  const [first, second] = activity.lines
  const single = first !== undefined && second === undefined
  return (
    <>
      <tr>
        <td className="soft code">{activity.code}</td>
        <th scope="row" className="name">{activity.name}</th>
        {single ? <VolumeAndPrice line={first} /> : <><td /><td /></>}
        <Amounts figures={activity.figures} columns={columns} />
      </tr>
      {!single && activity.lines.map((line) => (
        <tr key={line.id} className="line">
          <td className="code" />
          <th scope="row" className="name">{line.description}</th>
          <VolumeAndPrice line={line} />
          <Amounts figures={totals([line])} columns={columns} />
        </tr>
      ))}
    </>
  )
}

function VolumeAndPrice({ line }: { readonly line: PlanLine }) {
  const { t, language } = useTranslator()
  const driven = line.quantities.some((quantity) => 'driver' in quantity)
  return (
    <>
      <td className={driven ? 'volume driven' : 'volume'} title={driven ? t('window.budget.driven') : undefined}>
        {quantities(line.quantities.map(({ now, unit }) => ({ n: now, unit })), language)}
        {driven && <span className="hidden">, {t('window.budget.driven')}</span>}
      </td>
      <td className="num">{tableFigure(line.unitPrice, language)}</td>
    </>
  )
}

function Amounts({ figures, columns }: { readonly figures: Figures; readonly columns: readonly Source[] }) {
  const { t, language } = useTranslator()
  const fundedBp = ratioBp(figures.funded, figures.need)
  return (
    <>
      <td className="num">{figures.known || figures.need > 0 ? <Amount value={figures.need} /> : <span className="attention">{t('window.budget.unknownNeed')}</span>}</td>
      {columns.map((source) => (
        <td key={source.id} className={`num src${source.onBudget ? '' : ' out'}`}>
          <Amount value={figures.bySource[source.label] ?? 0} />
        </td>
      ))}
      <td className="num src good">
        <div className="both" title={t('window.budget.fundedShare', { percent: percent(fundedBp, language) })}>
          <span className="cover" aria-hidden="true">
            <i style={{ width: `${Math.min(100, (fundedBp ?? 0) / 100)}%` }} />
          </span>
          <span className="amount">
            <Amount value={figures.funded} />
          </span>
        </div>
      </td>
      <td className={figures.gap > 0 ? 'num gap alarm' : 'num gap'}><Amount value={figures.gap} /></td>
    </>
  )
}

function Amount({ value }: { readonly value: number }) {
  const { language } = useTranslator()
  return value === 0 ? <span className="faint">{tableFigure(0, language)}</span> : tableFigure(value, language)
}
