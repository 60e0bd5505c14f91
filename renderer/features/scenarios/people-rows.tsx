import { number, outOf } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { NotYet } from './cells.tsx'
import { rangeText, signed } from './change.ts'
import { type CompareReport, isKnown, isOnlyCountedLess } from './report.ts'
import type { ComparisonReport } from './types.ts'

type Group = ComparisonReport['groups'][number]

interface GroupRowsProps {
  readonly report: CompareReport
  readonly kind: Group['kind']
}

/** Each target group (or those who are paid an incentive): how many have all of the help, how many person-months, and who is lost and gained. */
export function GroupRows({ report, kind }: GroupRowsProps) {
  const { t, language, find } = useTranslator()
  const format = (value: number) => number(value, language)
  const found = report.comparisons.map(({ groups }) => new Map(groups.filter((group) => group.kind === kind).map((group) => [group.group, group])))
  const names = [...new Set(found.flatMap((groups) => [...groups.keys()]))]
  if (names.length === 0) return <tbody><tr><td colSpan={report.variants.length + 1} className="soft">{t('scenarios.noGroups')}</td></tr></tbody>
  return (
    <tbody>
      {names.map((name) => (
        <tr key={name}>
          <th scope="row" className="name">{capital(find(`terms.groups.${name}`) ?? name)}</th>
          {report.variants.map(({ id }, index) => {
            const group = found[Math.max(0, index - 1)]?.get(name)
            if (!isKnown(report, index)) return <td key={id ?? '-'} className="num"><NotYet report={report} index={index} /></td>
            const state = index === 0 ? group?.before : group?.after
            if (!group || !state) return <td key={id ?? '-'} className="num faint">–</td>
            return (
              <td key={id ?? '-'} className="num">
                {state.covered === state.coveredAtMost ? outOf(state.covered, state.total, language) : `${number(state.covered, language)}–${outOf(state.coveredAtMost, state.total, language)}`}
                {state.time && <span className="delta soft">{t(`scenarios.time.${timeOf(name, state.time.unit)}`, { given: number(state.time.given, language), needed: number(state.time.needed, language) })}</span>}
                {index > 0 && <Change group={group} format={format} />}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}

function Change({ group, format }: { readonly group: Group; format(value: number): string }) {
  const { t } = useTranslator()
  const { gained, lost, reachedLost, time } = group
  const fewer = isOnlyCountedLess(group)
  const months = time === null ? '' : signed(time.after - time.before, format)
  return (
    <>
      {lost.to > 0 && !fewer && <span className="delta alarm">▼ {t('scenarios.lost', { count: rangeText(lost, format) })}</span>}
      {fewer && <span className="delta soft">{t('scenarios.uncounted', { count: rangeText(lost, format) })}</span>}
      {reachedLost > 0 && !fewer && <span className="delta alarm">{t('scenarios.nobody', { count: format(reachedLost) })}</span>}
      {gained.to > 0 && <span className="delta good">▲ {t('scenarios.gained', { count: rangeText(gained, format) })}</span>}
      {months !== '' && time !== null && <span className={`delta ${fewer ? 'soft' : time.after < time.before ? 'alarm' : 'good'}`}>{t(`scenarios.timeChange.${timeOf(group.group, time.unit)}`, { change: months })}</span>}
    </>
  )
}

/** A posyandu is no person. */
function timeOf(group: string, unit: 'month' | 'day'): 'month' | 'day' | 'posyandu' {
  return group === 'posyandu' && unit === 'month' ? 'posyandu' : unit
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
