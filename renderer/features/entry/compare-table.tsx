import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import type { Comparison } from './types.ts'

const TONES = { same: 'good', amount: 'alarm', placed: 'attention', missing_there: 'alarm', missing_here: 'attention' } as const
const SIGNS = { same: '✓', amount: '≠', placed: '⇄', missing_there: '−', missing_here: '+' } as const

/** Differences by activity and row: what the plan says, what Siskeudes has, and what is between them. */
export function CompareTable({ found, onlyDifferent }: { readonly found: Comparison; readonly onlyDifferent: boolean }) {
  const { t, language } = useTranslator()
  const figure = (value: number | undefined): string => (value === undefined ? '–' : number(value, language))
  const gap = (from: number, to: number): string => (from === to ? '–' : `${to > from ? '+' : ''}${number(to - from, language)}`)
  return (
    <table className="ledger entry-table">
      <thead>
        <tr>
          <th scope="col">{t('entry.columnsSipd.account')}</th><th scope="col">{t('entry.columnsSipd.description')}</th><th scope="col">{t('entry.columnsSipd.source')}</th>
          <th scope="col" className="num">{t('entry.plan')}</th><th scope="col" className="num">{t('entry.filed')}</th><th scope="col" className="num">{t('entry.gap')}</th><th scope="col">{t('entry.state')}</th>
        </tr>
      </thead>
      {found.activities.filter(({ differences }) => !onlyDifferent || differences > 0).map((activity) => (
        <tbody key={activity.code}>
          <tr className="entry-group">
            <th scope="rowgroup" colSpan={3}>{activity.code === '' ? t('entry.uncoded') : `${activity.code} ${activity.name}`}</th>
            <td className="num">{figure(activity.plan)}</td><td className="num">{figure(activity.filed)}</td><td className="num">{gap(activity.plan, activity.filed)}</td><td />
          </tr>
          {activity.rows.filter(({ state }) => !onlyDifferent || state !== 'same').map(({ state, plan, filed }) => {
            const own = plan ?? filed
            const other = plan && filed ? filed : null
            return (
              <tr key={`${own?.account}/${own?.description}/${own?.source}/${filed?.row ?? ''}`}>
                <td>{own?.account || '–'}{other && other.account !== own?.account && <small>{other.account}</small>}</td>
                <td className="description">{own?.description}{other && other.description !== own?.description && <small>{other.description}</small>}</td>
                <td>{own?.source}{other && other.source !== own?.source && <small>{other.source}</small>}</td>
                <td className="num">{figure(plan?.amount)}</td><td className="num">{figure(filed?.amount)}{filed && <small>{t('entry.fileRow', { row: filed.row })}</small>}</td>
                <td className="num">{gap(plan?.amount ?? 0, filed?.amount ?? 0)}</td>
                <td className={TONES[state]}><span aria-hidden="true">{SIGNS[state]} </span>{t(`entry.difference.${state}`)}</td>
              </tr>
            )
          })}
        </tbody>
      ))}
      <tfoot>
        <tr className="total"><th scope="row" colSpan={3}>{t('entry.total')}</th><td className="num">{figure(found.plan)}</td><td className="num">{figure(found.filed)}</td><td className="num">{gap(found.plan, found.filed)}</td><td /></tr>
        {found.others.length > 0 && <tr className="entry-group"><th scope="rowgroup" colSpan={7}>{t('entry.others')}</th></tr>}
        {found.others.map((other) => (
          <tr key={other.code} className="soft"><td>{other.code}</td><td>{other.name || '–'}</td><td>{t('entry.othersRows', { count: other.rows })}</td><td className="num">–</td><td className="num">{figure(other.filed)}</td><td /><td /></tr>
        ))}
      </tfoot>
    </table>
  )
}
