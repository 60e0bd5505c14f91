import { useQuery } from '@tanstack/react-query'
import type { Explanation } from '#shared/contract/explain.ts'
import type { PlanLine } from '#shared/contract/plan.ts'
import { conflictText } from '#shared/i18n/conflict-text.ts'
import { number, rupiah } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { unitWord } from '#shared/i18n/units.ts'
import { useApi } from '../../ui/api.tsx'
import { DivisionNote } from '../../ui/division-note.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useRuleNames } from '../../ui/rule-names.ts'
import { useStream } from '../../ui/use-stream.ts'

type Limit = Explanation['cells'][number]['limits'][number]

function limitText(limit: Limit, nameOf: (line: string) => string, ruleOf: (rule: string) => string, { t, language }: Translator): string {
  if (limit.kind === 'ceiling') return t('explain.limits.ceiling', { missing: rupiah(limit.missing, language) })
  if (limit.kind === 'rule') return t('explain.limits.rule', { rule: ruleOf(limit.rule), missing: rupiah(limit.missing, language) })
  if (limit.kind === 'bundle') return t('explain.limits.bundle', { line: nameOf(limit.line) })
  return t(`explain.limits.${limit.kind}`)
}

/** `Makanan 12 → 9 bulan; …`: what else would change, in the units that the lines are cut by. */
export function changesText(changes: Explanation['changes'], lines: readonly PlanLine[], { t, language }: Translator): string {
  const units = new Map(lines.map(({ id, cutBy, quantities }) => [id, cutBy === null ? '' : (quantities[cutBy]?.unit ?? '')]))
  return changes.map(({ line, description, before, after }) => t('scenarios.why.change', { line: description, before: number(before, language), after: `${number(after, language)} ${unitWord(units.get(line) ?? '', language, after)}`.trim() })).join('; ')
}

/** Why the line has this amount and not one unit more, found by trying it when it is asked for; and what keeps each of its sources. */
export function WhyPart({ line }: { readonly line: PlanLine }) {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const ruleOf = useRuleNames()
  const lines = useQuery(api.plan.lines.queryOptions({ input: {} }))
  const nameOf = (id: string) => lines.data?.find((one) => one.id === id)?.description ?? id
  const { events, state, stale, failed, start, stop } = useStream((signal) => api.explain.lines.call({ line: line.id }, { signal }))
  // What was found of the plan as it was before is no answer any more.
  const found = stale ? undefined : events.flatMap((event) => (event.event === 'line' ? [event.explanation] : [])).at(0)
  return (
    <section>
      <h3>{t('scenarios.why.title')}</h3>
      <div role="status">
        {found && (
          <>
            <DivisionNote lines={lines.data ?? []} />
            <p>{t(`explain.why.${found.why}`, { tier: found.tierLost ?? found.tier })}{found.children && found.children.before !== found.children.after ? ` ${t('explain.childrenFrom', { before: number(found.children.before, language), after: number(found.children.after, language) })}` : ''}</p>
            {found.conflict.length > 0 && (
              <ul>{found.conflict.map((part) => <li key={`${part.kind}/${part.line ?? ''}/${part.source ?? ''}/${part.cap ?? ''}`}>{conflictText(part, { ...part, line: nameOf(part.line ?? ''), cap: ruleOf(part.cap) }, translator)}</li>)}</ul>
            )}
            {found.changes.length > 0 && <p className="soft">{t('scenarios.why.instead', { changes: changesText(found.changes, lines.data ?? [], translator) })}</p>}
            <ul>
              {found.cells.map(({ source, limits }) => (
                <li key={source} className="fine">{t('scenarios.why.perSource', { source, words: limits.length === 0 ? t('explain.limits.none') : limits.map((limit) => limitText(limit, nameOf, ruleOf, translator)).join(' ') })}</li>
              ))}
            </ul>
          </>
        )}
        {state === 'running' && <p><progress aria-label={t('scenarios.why.asking')} /> {t('scenarios.why.asking')} <button type="button" className="quiet-action" onClick={stop}>{t('scenarios.stop')}</button></p>}
        {failed !== null && <p className="alarm">{errorText(failed, translator)}</p>}
      </div>
      {state !== 'running' && <button type="button" className="quiet-action" onClick={start}>{t('scenarios.why.ask')}</button>}
    </section>
  )
}
