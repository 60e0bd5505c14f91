import { number } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import type { Change } from './types.ts'

const TONES = { ready: 'good', conflict: 'attention', same: 'faint', gone: 'faint', refused: 'alarm' } as const
const SIGNS = { ready: '✓', conflict: '▲', same: '=', gone: '−', refused: '▲' } as const

interface ChangesTableProps {
  readonly changes: readonly Change[]
  readonly chosen: ReadonlySet<string>
  choose(keys: ReadonlySet<string>): void
}

const canTake = ({ state }: Change): boolean => state === 'ready' || state === 'conflict'

/** Each changed figure as it was exported, as it came back and as it is now; those that can be taken have a box. */
export function ChangesTable({ changes, chosen, choose }: ChangesTableProps) {
  const { t, language } = useTranslator()
  const figure = (value: number | null): string => (value === null ? '–' : number(value, language))
  const ready = changes.filter(({ state, renamed }) => state === 'ready' && !renamed)
  const all = ready.every(({ key }) => chosen.has(key))
  const toggle = (key: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(key)
    else next.delete(key)
    choose(next)
  }
  return (
    <table className="ledger entry-table">
      <thead>
        <tr>
          <th scope="col" className="tick">{ready.length > 0 && <input type="checkbox" aria-label={t('entry.chooseAll')} title={t('entry.chooseAll')} checked={all} onChange={(event) => choose(new Set(event.target.checked ? ready.map(({ key }) => key) : []))} />}</th>
          <th scope="col">{t('entry.line')}</th><th scope="col">{t('entry.figure')}</th><th scope="col" className="num">{t('entry.exportedShort')}</th><th scope="col" className="num">{t('entry.returnedShort')}</th>
          <th scope="col" className="num">{t('entry.nowShort')}</th><th scope="col">{t('entry.state')}</th><th scope="col">{t('entry.cell')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => {
          const what = t(`entry.what.${change.what}`)
          return (
            <tr key={change.key}>
              <td className="tick">{canTake(change) && <input type="checkbox" checked={chosen.has(change.key)} aria-label={t('entry.chooseOne', { what, label: change.label })} onChange={(event) => toggle(change.key, event.target.checked)} />}</td>
              <th scope="row" className="description">{change.label}{change.activity !== '' && <small>{change.activity}</small>}</th>
              <td>{what}{change.what !== 'price' && <small>{change.source}</small>}</td>
              <td className="num">{figure(change.exported)}</td><td className="num strong">{change.returned === null ? change.text : figure(change.returned)}</td><td className="num">{figure(change.now)}</td>
              <td className={TONES[change.state]}>
                <span aria-hidden="true">{SIGNS[change.state]} </span>{t(`entry.states.${change.state}`)}
                {change.problem !== null && <small>{t(`entry.problem.${change.problem}`, Object.fromEntries(Object.entries(change.amounts).map(([name, value]) => [name, number(value, language)])))}</small>}
                {change.renamed && <small className="attention">{t('entry.renamed')}</small>}
              </td>
              <td className="soft">{change.at}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
