import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { useDivision } from '../../ui/division-note.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { CompareTable } from './compare-table.tsx'
import { Conflict } from './conflict.tsx'
import { ScenarioEditor } from './editor.tsx'
import { Presets } from './presets.tsx'
import { BESIDE, type ScenarioItem, type ScenarioOverrides } from './types.ts'
import { useRuns } from './use-runs.ts'

/** A name that no scenario has yet. */
function freeName(name: string, taken: readonly ScenarioItem[]): string {
  const names = new Set(taken.map((one) => one.name.toLowerCase()))
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? name : `${name} (${count})`
    if (!names.has(tried.toLowerCase())) return tried
  }
}

/** Up to four scenarios beside the plan, and making, running and adopting them. */
export function CompareView() {
  const { t } = useTranslator()
  const api = useApi()
  const [list, sources, lines] = useQueries({
    queries: [api.scenario.list.queryOptions({ input: {} }), api.plan.sources.queryOptions({ input: {} }), api.plan.lines.queryOptions({ input: {} })],
  })
  const runner = useRuns()
  const strategy = useDivision()?.strategy ?? 'tiered'
  const [editing, setEditing] = useState<ScenarioItem | 'new' | null>(null)
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const save = useCommand(['scenario', 'save'], api.scenario.save.call)
  const failed = list.error ?? sources.error ?? lines.error
  if (failed) return <Failure error={failed} again={() => { void list.refetch(); void sources.refetch(); void lines.refetch() }} />
  if (!list.data || !sources.data || !lines.data) return <Message title={t('window.states.loading')} />
  const scenarios = list.data
  const shown = scenarios.filter(({ id }) => !hidden.has(id)).slice(-BESIDE)
  const keep = (input: { readonly id?: string; readonly name: string; readonly overrides: ScenarioOverrides }, kept?: () => void) => {
    save.mutate(input, { onSuccess: ({ id }) => { kept?.(); runner.run(id) } })
  }
  const toggle = (id: string) => setHidden(new Set(scenarios.filter((one) => (one.id === id ? shown.includes(one) : !shown.includes(one))).map((one) => one.id)))
  return (
    <>
      {scenarios.length === 0 ? (
        <div className="empty">
          <h2>{t('scenarios.empty.title')}</h2>
          <p className="soft">{t('scenarios.empty.text')}</p>
          <Presets sources={sources.data} start={(name, overrides) => keep({ name, overrides: { ...overrides, strategy } })} />
          <button type="button" onClick={() => setEditing('new')}>{t('scenarios.own')}</button>
        </div>
      ) : (
        <>
          <div className="bar">
            <button type="button" className="primary" onClick={() => setEditing('new')}>{t('scenarios.new')}</button>
            <Presets short sources={sources.data} start={(name, overrides) => keep({ name: freeName(name, scenarios), overrides: { ...overrides, strategy } })} />
            {scenarios.length > BESIDE && (
              <fieldset className="shown">
                <legend className="hidden">{t('scenarios.shown')}</legend>
                {scenarios.map((one) => (
                  <label key={one.id} className="check">
                    <input type="checkbox" checked={shown.includes(one)} disabled={!shown.includes(one) && shown.length === BESIDE} onChange={() => toggle(one.id)} /> {one.name}
                  </label>
                ))}
              </fieldset>
            )}
          </div>
          {shown.filter(({ id, impossible }) => impossible && runner.runs.get(id) !== 'running' && !runner.folded.has(id)).map((one) => (
            <Conflict key={one.id} scenario={one} lines={lines.data} repair={(overrides) => keep({ id: one.id, name: one.name, overrides })} close={() => runner.fold(one.id, true)} />
          ))}
          {shown.length === 0 ? <p className="empty soft">{t('scenarios.noneShown')}</p> : <CompareTable scenarios={shown} lines={lines.data} runner={runner} edit={setEditing} />}
        </>
      )}
      {editing !== null && (
        <ScenarioEditor
          scenario={editing === 'new' ? null : editing} strategy={strategy} taken={scenarios} sources={sources.data} lines={lines.data} busy={save.isPending} close={() => setEditing(null)}
          save={(input) => keep(input, () => setEditing(null))}
        />
      )}
    </>
  )
}
