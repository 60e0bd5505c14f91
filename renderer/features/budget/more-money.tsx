import type { PlanLine } from '#shared/contract/plan.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useRuleNames } from '../../ui/rule-names.ts'
import { useStream } from '../../ui/use-stream.ts'
import { moreText, sameMore } from './more-text.ts'
import { changesText } from './panel-why.tsx'

interface MoreMoneyProps {
  readonly lines: readonly PlanLine[]
  readonly nameOf: (id: string) => string
}

/** What Rp10 million more in each source would fund of the proposal, and which rule, lock or target keeps a better plan away; reckoned when asked for. */
export function MoreMoney({ lines, nameOf }: MoreMoneyProps) {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const ruleOf = useRuleNames()
  const more = useStream((signal) => api.explain.more.call({ proposal: true }, { signal }))
  const holds = useStream((signal) => api.explain.holds.call({ proposal: true }, { signal }))
  const found = more.events.flatMap((event) => (event.event === 'source' ? [event.more] : []))
  const held = holds.events.flatMap((event) => (event.event === 'holding' ? [event.holding] : []))
  const [whole] = holds.events.flatMap((event) => (event.event === 'done' && !event.stopped ? [event] : []))
  const running = more.state === 'running' || holds.state === 'running'
  const failed = more.failed ?? holds.failed
  return (
    <section>
      <h3>{t('scenarios.more.title')}</h3>
      <ul className="leftovers">
        {sameMore(found).map(({ sources, amount, funded, unused, changes, status }) => (
          <li key={sources.join(' ')}>
            {moreText({ sources, amount, funded, unused, changes }, translator)}
            {changes.length > 0 && <span className="soft"> {t('scenarios.more.changes', { changes: changesText(changes, lines, translator) })}</span>}
            {status !== 'optimal' && <span className="attention"> {t('scenarios.more.unproven')}</span>}
          </li>
        ))}
        {held.map(({ kind, rule, line, source, changes }) => (
          <li key={`${kind}/${rule ?? ''}/${line ?? ''}/${source ?? ''}`}>
            {t(`explain.holds.${kind}`, { rule: ruleOf(rule), line: line === null ? '' : nameOf(line), source: source ?? '' })} {changes.length > 0 && <span className="soft">{t('scenarios.more.changes', { changes: changesText(changes, lines, translator) })}</span>}
          </li>
        ))}
        {whole && held.length === 0 && <li className="soft">{t(whole.together ? 'scenarios.more.holdsTogether' : whole.proven ? 'scenarios.more.holdsNone' : 'scenarios.more.holdsUnknown')}</li>}
      </ul>
      {failed !== null && <p className="alarm" role="alert">{errorText(failed, translator)}</p>}
      {running ? <p role="status"><progress aria-label={t('scenarios.more.asking')} /> {t('scenarios.more.asking')} <button type="button" onClick={() => { more.stop(); holds.stop() }}>{t('scenarios.stop')}</button></p>
        : <button type="button" onClick={() => { more.start(); holds.start() }}>{t('scenarios.more.ask')}</button>}
    </section>
  )
}
