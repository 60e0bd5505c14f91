import type { ReactNode } from 'react'
import { shortDate, number, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../../ui/language.tsx'
import type { Answer } from '../answers.ts'
import { signed } from '../figures.ts'
import { groupName } from '../group-name.ts'

type Compared = Answer<'compareSeries'>
type Choice = Compared['choices'][number]

/** Series as columns, newest first; need, children and lines as rows, each with its difference to what the plan follows now. */
export function CompareTable({ compared, choose }: { readonly compared: Compared; choose(id: string): void }) {
  const translator = useTranslator()
  const { t, language } = translator
  const choices = compared.choices.toSorted((a, b) => (a.measuredOn < b.measuredOn ? 1 : -1))
  const groups = (choices[0]?.groups ?? []).map(({ group }) => group).filter((group) => choices.some((one) => one.groups.some((count) => count.group === group && count.count !== null)))
  const lines = new Map(choices.flatMap((one) => one.lines.map((line) => [line.id, line] as const)))
  const money = (value: number) => tableFigure(value, language)
  const count = (value: number) => number(value, language)
  const row = (key: string, name: ReactNode, cell: (choice: Choice) => ReactNode, className?: string) => (
    <tr key={key} className={className}>
      <th scope="row" className="name">{name}</th>
      {choices.map((choice) => <td key={choice.id} className={choice.chosen ? 'num now' : 'num'}>{cell(choice)}</td>)}
    </tr>
  )
  const heading = (key: string, name: string) => (
    <tr className="family"><th scope="rowgroup" className="name">{name}</th>{choices.map(({ id }) => <td key={`${key}/${id}`} />)}</tr>
  )
  const differs = (by: number | null, text: (value: number) => string) => (by === null || by === 0 ? null : <small>{signed(by, text)}</small>)
  return (
    <table className="counts compare" aria-label={t('truth.compare.caption')}>
      <thead>
        <tr>
          <th scope="col" className="name">{t('truth.compare.what')}</th>
          {choices.map(({ id, series, measuredOn, chosen }) => (
            <th key={id} scope="col" className={chosen ? 'head now' : 'head'}>
              <b>{series}</b>
              <span>{shortDate(measuredOn, language)}</span>
              {chosen
                ? <span className="good"><span aria-hidden="true">● </span>{t('truth.compare.chosen')}</span>
                : <button type="button" className="follow" aria-label={t('truth.compare.adoptLabel', { series })} onClick={() => choose(id)}>{t('truth.compare.adopt')}</button>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row('need', t('truth.compare.need'), ({ need }) => money(need), 'main')}
        {row('difference', t('truth.compare.difference'), ({ difference, chosen }) => (chosen ? <span className="faint">–</span> : signed(difference, money)))}
        {row('gap', t('truth.compare.gap'), ({ gap }) => money(gap))}
      </tbody>
      <tbody>
        {heading('groups', t('truth.compare.groups'))}
        {groups.map((group) => row(group, groupName(group, translator), (choice) => {
          const found = choice.groups.find((one) => one.group === group)
          if (!found || found.count === null) return <span className="faint">{t('caseload.unknown')}</span>
          return <>{differs(found.difference, count)}{count(found.count)}</>
        }, group === 'stunted' ? 'main' : undefined))}
      </tbody>
      <tbody>
        {heading('lines', t('truth.compare.lines'))}
        {lines.size === 0 && row('none', <span className="soft">{t('truth.compare.noLines')}</span>, () => null)}
        {[...lines].map(([id, { description, activity, before }]) => row(id, <>{description}{description !== activity && <small>{activity}</small>}</>, (choice) => {
          const line = choice.lines.find((one) => one.id === id)
          const need = line ? line.after.need : before.need
          const by = line && line.after.need !== null && line.before.need !== null ? line.after.need - line.before.need : null
          return need === null ? <span className="faint">{t('caseload.unknown')}</span> : <>{differs(by, money)}{money(need)}</>
        }))}
      </tbody>
    </table>
  )
}
