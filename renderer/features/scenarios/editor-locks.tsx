import { useTranslator } from '../../ui/language.tsx'
import type { Draft } from './draft.ts'
import type { PlanLine, ScenarioOverrides } from './types.ts'
import { lockedText } from './words.ts'

type Lock = ScenarioOverrides['locks'][number]

interface LocksPartProps {
  readonly draft: Draft
  readonly lines: readonly PlanLine[]
  put(part: Partial<Draft>): void
}

/** Cells that the plan locks, and those that a way out has loosened: as in the plan, released, or at what was taken. */
export function LocksPart({ draft, lines, put }: LocksPartProps) {
  const { t, language } = useTranslator()
  const { locks } = draft
  const isOf = (line: PlanLine, source: string) => (lock: Lock) => lock.line === line.id && lock.source === source
  const cells = lines.flatMap((line) => [...new Set([...line.locked, ...locks.filter((lock) => lock.line === line.id).map(({ source }) => source)])].map((source) => ({ line, source })))
  if (cells.length === 0) return null
  const set = (line: PlanLine, source: string, kind: string) => {
    const others = locks.filter((lock) => !isOf(line, source)(lock))
    put({ locks: kind === 'released' ? [...others, { line: line.id, source, kind }] : others })
  }
  return (
    <div className="editor-part">
      <details>
        <summary>{t('scenarios.editor.locks', { count: locks.length })}</summary>
        <p className="fine soft">{t('scenarios.editor.locksHint')}</p>
        <div className="editor-lines" role="region" aria-label={t('scenarios.editor.locks', { count: locks.length })} tabIndex={0}>
          <table className="ledger">
            <tbody>
              {cells.map(({ line, source }) => {
                const lock = locks.find(isOf(line, source))
                return (
                  <tr key={`${line.id}/${source}`}>
                    <th scope="row">{line.description}</th>
                    <td>{source}</td>
                    <td>
                      <select aria-label={t('scenarios.editor.lockOf', { line: line.description, source })} value={lock?.kind ?? ''} onChange={(event) => set(line, source, event.target.value)}>
                        <option value="">{t('scenarios.editor.locked')}</option>
                        <option value="released">{t('scenarios.editor.released')}</option>
                        {lock && lock.kind !== 'released' && <option value={lock.kind}>{t('scenarios.editor.heldAt', { units: lockedText(lock, line, language) })}</option>}
                      </select>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  )
}
