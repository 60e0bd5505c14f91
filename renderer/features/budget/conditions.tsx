import { useEffect, useRef } from 'react'
import type { PlanEditInput, PlanLine } from '#shared/contract/plan.ts'
import { number, rupiah } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { shareText } from '../../ui/percent.ts'
import { hrefOf } from '../../ui/route.ts'
import { lockableGroups, lockEdits, type LockState, lockState } from './locks.ts'
import { readTarget, SavedField, type Send, useOneEdit } from './panel-line-fields.tsx'
import type { Source } from './types.ts'

interface ConditionsProps {
  readonly lines: readonly PlanLine[]
  readonly sources: readonly Source[]
  readonly send: Send
  readonly open: boolean
  setOpen(open: boolean): void
  /** Something was changed: a proposal that is shown no longer fits. */
  changed(): void
}

/** What an allocation has to keep, and can be changed before it is run again: locks on children, lines and cells, the least coverage of lines, the order of the sources. */
export function Conditions({ lines, sources, send, open, setOpen, changed }: ConditionsProps) {
  const { t, find, language } = useTranslator()
  const { fault, run, setFault } = useOneEdit(send)
  const cells = lines.flatMap((line) => line.locked.map((source) => line.bySource[source] ?? 0))
  const targets = lines.filter(({ coverageTargetBp }) => coverageTargetBp !== null)
  const groups = lockableGroups(lines)
  const order = sources.filter(({ available }) => available > 0).toSorted((a, b) => a.spendingOrder - b.spendingOrder).map(({ label }) => label)
  const lock = (of: readonly PlanLine[], locked: boolean) => {
    const edits = lockEdits(of, locked)
    if (edits.length === 0) return
    setFault('')
    changed()
    void send(edits)
  }
  const edit = (one: PlanEditInput) => {
    changed()
    run(one)
  }
  const setTarget = (line: PlanLine, text: string) => {
    const bp = readTarget(text)
    if (bp === undefined) setFault(t('budget.panel.targetFault'))
    else edit({ what: 'target', line: line.id, bp })
  }
  return (
    <details className="conditions" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {cells.length === 0 ? t('budget.conditions.noLocks') : t('budget.conditions.locks', { count: cells.length, amount: rupiah(cells.reduce((sum, amount) => sum + amount, 0), language) })}
        {' · '}{targets.length === 0 ? t('budget.conditions.noTargets') : t('budget.conditions.targets', { count: targets.length })}
        {order.length > 0 && <>{' · '}{t('budget.conditions.order', { order: order.join(' → ') })}</>}
      </summary>
      <p className="soft fine">{t('budget.conditions.about')} <a href={hrefOf('sumber')}>{t('budget.conditions.toSources')}</a></p>
      {groups.length > 0 && (
        <fieldset className="lock-groups">
          <legend>{t('budget.conditions.groups')}</legend>
          {groups.map(([group, own]) => <Lock key={group} state={lockState(own)} name={find(`terms.groups.${group}`) ?? group} set={(locked) => lock(own, locked)} />)}
        </fieldset>
      )}
      <div className="scroll-box" tabIndex={0} role="region" aria-label={t('budget.conditions.lines')}>
        <table className="plain-table">
          <thead><tr><th scope="col">{t('budget.allocate.line')}</th><th scope="col" className="num">{t('budget.conditions.pays')}</th><th scope="col">{t('budget.conditions.lock')}</th><th scope="col">{t('budget.panel.target')}</th></tr></thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <td>{line.description}</td>
                <td className="num soft">{Object.entries(line.bySource).filter(([, amount]) => amount > 0).map(([source, amount]) => `${source} ${number(amount, language)}`).join(', ') || '–'}</td>
                <td>{line.funded > 0 || line.locked.length > 0 ? <Lock state={lockState([line])} name={t('budget.conditions.lockOf', { line: line.description })} quiet set={(locked) => lock([line], locked)} /> : <span className="faint">–</span>}</td>
                <td className="target"><SavedField key={`${line.coverageTargetBp}`} quiet label={t('budget.conditions.targetOf', { line: line.description })} most={8} placeholder={t('budget.panel.targetNone')} value={line.coverageTargetBp === null ? '' : shareText(line.coverageTargetBp, language)} save={(text) => setTarget(line, text)} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {fault && <p className="alarm fine" role="alert">{fault}</p>}
    </details>
  )
}

/** A box that is half set where only part of what it stands for is locked; setting it locks the rest. */
function Lock({ state, name, quiet = false, set }: { readonly state: LockState; readonly name: string; readonly quiet?: boolean; set(locked: boolean): void }) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'some'
  }, [state])
  return (
    <label className="check">
      <input ref={box} type="checkbox" checked={state === 'all'} onChange={() => set(state !== 'all')} />
      <span className={quiet ? 'hidden' : undefined}>{name}</span>
    </label>
  )
}
