import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../../ui/language.tsx'
import type { Answer } from '../answers.ts'
import { Choice } from '../choice.tsx'
import { zText } from '../figures.ts'
import { type FlowChild, type FlowPartName, partOf, PARTS } from './flow-parts.ts'
import { SexMark } from '../sex-mark.tsx'

interface FlowChildrenProps {
  readonly rounds: Answer<'rounds'>
  readonly at: { readonly village: string; readonly posyandu: string } | undefined
  readonly part: FlowPartName | undefined
  choose(part: FlowPartName | undefined): void
  open(child: { readonly series: string; readonly child: number }): void
}

/** The children behind the figures of the flow, narrowed to a part or a posyandu. */
export function FlowChildren({ rounds: { from, to, children }, at, part, choose, open }: FlowChildrenProps) {
  const { t, language } = useTranslator()
  const here = children.filter(({ village, posyandu, outcome }) => (!at || (at.village === village && at.posyandu === posyandu)) && (part === undefined || partOf(outcome) === part))
  const other = ({ outcome, otherPlace, reason }: FlowChild) => {
    if (otherPlace !== null) return t(outcome === 'arrived' ? 'truth.rounds.from_place' : 'truth.rounds.to_place', { place: otherPlace || t('truth.noPosyandu') })
    return reason === null ? '' : t(`validity.outcomeReason.${reason}`)
  }
  const toOpen = ({ from: before, to: now }: FlowChild) => (now !== null ? { series: to.id, child: now } : before !== null ? { series: from.id, child: before } : undefined)
  return (
    <section className="flow-children">
      <header className="filters">
        <h2>{t('truth.rounds.children')}</h2>
        <Choice
          label={t('truth.rounds.outcome')} value={part ?? ''} pick={(one) => choose(one === '' ? undefined : one)}
          options={[['', t('truth.rounds.allOutcomes')], ...PARTS.map((one) => [one, t(`truth.rounds.label.${one}`)] as const)]}
        />
        <span className="soft" role="status">{t('truth.findings.count', { count: here.length })}</span>
      </header>
      {here.length === 0 ? <p className="nothing soft">{t('truth.rounds.none')}</p> : (
        <table className="ledger" aria-label={t('truth.rounds.children')}>
          <thead>
            <tr>
              <th scope="col">{t('truth.child')}</th>
              <th scope="col">{t('caseload.children.columns.sex')}</th>
              <th scope="col" className="num">{t('truth.remeasure.age')}</th>
              <th scope="col">{t('truth.place')}</th>
              <th scope="col">{t('truth.rounds.outcome')}</th>
              <th scope="col">{t('truth.rounds.reason')}</th>
              <th scope="col" className="num">{t('truth.rounds.z')}</th>
            </tr>
          </thead>
          <tbody>
            {here.map((one) => {
              const { outcome, name, sex, ageMonths, posyandu, row, heightZ } = one
              const opened = toOpen(one)
              return (
                <tr key={`${outcome}/${one.from ?? ''}/${one.to ?? ''}`}>
                  <th scope="row">{opened ? <button type="button" className="plain to-child" title={t('truth.openChild', { name, row: number(row, language) })} onClick={() => open(opened)}>{name}</button> : name}</th>
                  <td><SexMark sex={sex} /></td>
                  <td className="num">{t('caseload.children.months', { months: ageMonths })}</td>
                  <td>{posyandu || <span className="faint">{t('truth.noPosyandu')}</span>}</td>
                  <td className={outcome === 'not_found' ? 'alarm' : outcome === 'recovered' ? 'good' : outcome === 'added' ? 'attention' : undefined}>{t(`truth.rounds.label.${partOf(outcome)}`)}</td>
                  <td className="soft">{other(one)}</td>
                  <td className="num">{t('truth.rounds.zPair', { from: zText(heightZ.from, language), to: zText(heightZ.to, language) })}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
