import type { PlanRule } from '#shared/contract/rules.ts'
import { number, rupiah, tableFigure } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { hrefOf } from '../../ui/route.ts'
import { ruleAbout, ruleName, ruleSays } from '../../ui/rule-text.ts'

type Limit = PlanRule['limits'][number]

const SIGNS = { kept: '✓', breached: '▲', no_figure: '○', no_source: '○', unseen: '●' } as const

/** One rule. Where it binds several sources apart, each has its own line of figures. */
export function RuleRow({ rule, here, edit, putBack }: { readonly rule: PlanRule; readonly here: boolean; edit(): void; putBack(): void }) {
  const translator = useTranslator()
  const { t } = translator
  const name = ruleName(rule, translator)
  const breached = rule.state === 'breached'
  const tone = { kept: 'good', breached: rule.severity === 'error' ? 'alarm' : 'attention', no_figure: 'soft', no_source: 'soft', unseen: 'attention' }[rule.state]
  const about = ruleAbout(rule, translator)
  return (
    <tr data-place={rule.id} tabIndex={here ? -1 : undefined} className={here ? 'here' : undefined}>
      <th scope="row" className="name">
        <b>{name}</b> <span className="faint">{rule.source}</span>
        <span className="says">{ruleSays(rule, translator)}{about && <span className="soft"> · {about}</span>}</span>
      </th>
      <td className="cite">
        {rule.citation}
        <span className="fine soft">
          {t(`terms.confidence.${rule.confidence}`)}
          {rule.status === 'carried_over' && `, ${t('sources.rules.status.carried_over')}`}
          {rule.confidence === 'unverified' && `, ${t('sources.rules.warnOnly')}`}
        </span>
      </td>
      <td className={`state ${tone}`}>
        <span aria-hidden="true">{SIGNS[rule.state]}</span> {t(breached && rule.severity === 'warning' ? 'sources.rules.states.breachedWarning' : `sources.rules.states.${rule.state}`)}
        {rule.status === 'changed' && <span className="tag">{t(rule.own ? 'sources.rules.own' : 'sources.rules.status.changed')}</span>}
      </td>
      <td className="num">{rule.limits.map((limit) => <LimitFigure key={limit.source} rule={rule} limit={limit} several={rule.limits.length > 1} />)}</td>
      <td className="num">
        {rule.kind !== 'reserve' && rule.limits.map((limit) => <Booked key={limit.source} limit={limit} />)}
      </td>
      <td className="num">{rule.limits.map((limit) => <Room key={limit.source} rule={rule} limit={limit} />)}</td>
      <td className="actions">
        <button type="button" className="quiet-action" aria-label={t('sources.rules.editOf', { rule: name })} onClick={edit}>{t('sources.rules.edit')}</button>
        {rule.status === 'changed' && (
          <button type="button" className="quiet-action" aria-label={t(rule.own ? 'sources.rules.takeOutOf' : 'sources.rules.resetOf', { rule: name })} onClick={putBack}>
            {t(rule.own ? 'sources.rules.takeOut' : 'sources.rules.reset')}
          </button>
        )}
      </td>
    </tr>
  )
}

function LimitFigure({ rule, limit, several }: { readonly rule: PlanRule; readonly limit: Limit; readonly several: boolean }) {
  const { language } = useTranslator()
  const figure = limit.limit === null ? '–' : rule.kind === 'forbidden' ? number(0, language) : number(limit.limit, language)
  return (
    <span className="figure">
      {several && <span className="faint">{limit.source} </span>}
      {figure}
    </span>
  )
}

function Booked({ limit }: { readonly limit: Limit }) {
  const { t, language } = useTranslator()
  const parts = t('sources.rules.committed', { committed: rupiah(limit.committed, language), planned: rupiah(limit.planned, language) })
  const figure = tableFigure(limit.booked, language)
  if (limit.booked === 0 || limit.sourceId === null) return <span className="figure" title={parts}>{figure}</span>
  return <a className="figure" href={hrefOf('sumber', limit.sourceId)} title={parts}>{figure}</a>
}

function Room({ rule, limit }: { readonly rule: PlanRule; readonly limit: Limit }) {
  const { t, language } = useTranslator()
  if (limit.limit === null || rule.kind === 'reserve') return null
  const difference = limit.limit - limit.booked
  if (rule.kind === 'min_share') {
    return difference > 0 ? <span className="figure attention">{t('sources.rules.under', { amount: number(difference, language) })}</span> : <span className="figure soft">–</span>
  }
  if (difference < 0) return <span className={rule.severity === 'error' ? 'figure alarm' : 'figure attention'}>{t('sources.rules.over', { amount: number(-difference, language) })}</span>
  return <span className="figure soft">{rule.kind === 'forbidden' ? '–' : t('sources.rules.room', { amount: number(difference, language) })}</span>
}
