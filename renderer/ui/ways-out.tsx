import { useEffect, useRef } from 'react'
import type { WayOut, WayStep } from '#shared/contract/explain.ts'
import type { PlanLine } from '#shared/contract/plan.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { conflictText, wayText } from '#shared/i18n/conflict-text.ts'
import type { ConflictPart } from '#shared/contract/allocation.ts'
import { useApi } from './api.tsx'
import { errorText } from './error-text.ts'
import { useTranslator } from './language.tsx'
import { useRuleNames } from './rule-names.ts'
import { useStream } from './use-stream.ts'
import './ways-out.css'

type Line = Pick<PlanLine, 'id' | 'description' | 'cutBy' | 'quantities'>

interface WaysOutProps {
  /** The plan itself where none is named. */
  readonly scenario?: string | undefined
  readonly lines: readonly Line[]
  /** What cannot hold together, where a run has named it already. */
  readonly known?: readonly ConflictPart[] | undefined
  /** What taking a way does, all its steps: at once, or a link to where it can be done. */
  act(way: WayOut): { run(): void } | { readonly href: string }
}

/** What the least is that a step takes, as a sentence. */
function stepText(way: WayStep, line: Line | undefined, nameOf: (id: string | null) => string, ruleOf: (id: string | null) => string, translator: Translator): string {
  const unit = line && line.cutBy !== null ? (line.quantities[line.cutBy]?.unit ?? '') : ''
  return wayText(way, { line: nameOf(way.line), rule: ruleOf(way.rule), unit }, translator)
}

function keyOf({ kind, line, source, rule }: WayStep): string {
  return `${kind}/${line ?? ''}/${source ?? ''}/${rule ?? ''}`
}

/** The smallest set that cannot hold together, in words, and the ways out as they are found; each with the least that it takes. */
export function WaysOut({ scenario, lines, known, act }: WaysOutProps) {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const ruleOf = useRuleNames()
  const { events, state, stale, failed, start, stop } = useStream((signal) => api.explain.waysOut.call(scenario === undefined ? {} : { scenario }, { signal }))
  const begin = useRef(start)
  useEffect(() => { begin.current = start })
  // Ways out of the plan as it was before are none of the plan as it is.
  useEffect(() => { if (state === 'idle' || stale) begin.current() }, [state, stale])
  const names = new Map(lines.map(({ id, description }) => [id, description]))
  const nameOf = (id: string | null | undefined) => names.get(id ?? '') ?? id ?? ''
  if (failed !== null) return <p className="alarm" role="alert">▲ {errorText(failed, translator)}</p>
  const conflict = events.findLast((event) => event.event === 'conflict' || event.event === 'done')?.conflict ?? known ?? []
  const ways = events.flatMap((event) => (event.event === 'way' ? [event.way] : []))
  const ordered = ways.toSorted((a, b) => Number(b.enough) - Number(a.enough))
  const done = events.find((event) => event.event === 'done')
  const at = events.findLast((event) => event.event === 'progress')
  return (
    <div className="ways-out">
      {conflict.length > 0 && (
        <>
          <p>{t(conflict.length === 1 ? 'scenarios.ways.alone' : 'scenarios.ways.together')}</p>
          <ul className="parts-of">
            {conflict.map((part) => (
              <li key={`${part.kind}/${part.line ?? ''}/${part.source ?? ''}/${part.cap ?? ''}`}>{conflictText(part, { ...part, line: nameOf(part.line), cap: ruleOf(part.cap) }, translator)}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('scenarios.ways.title')}</h3>
      <ul>
        {ordered.map((way) => {
          const action = act(way)
          const words = [way, ...way.along].map((step) => <span key={keyOf(step)}>{stepText(step, lines.find(({ id }) => id === step.line), nameOf, ruleOf, translator)} </span>)
          return (
            <li key={keyOf(way)}>
              {'run' in action ? <button type="button" onClick={() => action.run()}>{words}</button> : <a href={action.href}>{words}</a>}
              {!way.enough && <span className="fine soft">{t('explain.ways.notEnough')}</span>}
            </li>
          )
        })}
      </ul>
      <p role="status" className="fine soft">
        {state === 'running' && <><progress aria-label={t('scenarios.ways.searching')} value={at?.done ?? undefined} max={at?.total ?? undefined} /> {t('scenarios.ways.searching')} <button type="button" className="quiet-action" onClick={stop}>{t('scenarios.stop')}</button></>}
        {state === 'stopped' && t('scenarios.ways.stopped')}
        {state === 'done' && ways.length === 0 && t(done?.feasible === true ? 'scenarios.ways.solved' : 'scenarios.ways.none')}
      </p>
    </div>
  )
}
