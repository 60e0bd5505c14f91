import { useApi } from '../../ui/api.tsx'
import { rupiah } from '#shared/i18n/format.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useCommand } from '../../ui/use-command.ts'
import type { PlanLine, ScenarioItem } from './types.ts'
import type { useRuns } from './use-runs.ts'
import { ignoredWords, overrideWords } from './words.ts'

interface ScenarioHeadProps {
  readonly scenario: ScenarioItem
  readonly lines: readonly PlanLine[]
  readonly runner: ReturnType<typeof useRuns>
  edit(): void
}

/** Head of a scenario's column: what it says, how it stands, and what can be done with it. */
export function ScenarioHead({ scenario, lines, runner, edit }: ScenarioHeadProps) {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const show = useNotices((state) => state.show)
  const remove = useCommand(['scenario', 'remove'], api.scenario.remove.call)
  const adopt = useCommand(['scenario', 'adopt'], api.scenario.adopt.call)
  const undo = useCommand(['history', 'undo'], api.history.undo.call)
  const { id, name, allocation, overrides, estimates, impossible } = scenario
  const run = runner.runs.get(id)
  const back = { label: t('scenarios.undo'), run: () => undo.mutate({}) }
  const said = overrideWords(overrides, lines, translator)
  // The column goes with its scenario, and what was handed to `mutate` with it: a failure has its notice already.
  const after = (work: Promise<string>) => void work.then((text) => show({ text, alarm: false, action: back }), () => undefined)
  const take = () => after(adopt.mutateAsync({ scenario: id }).then(({ funded, gap }) => t('scenarios.adopted', { name, funded: rupiah(funded, language), gap: rupiah(gap, language) })))
  const drop = () => after(remove.mutateAsync({ scenario: id }).then(() => t('scenarios.removed', { name })))
  const ready = allocation !== null && allocation.current && run !== 'running'
  return (
    <th scope="col">
      <b>{name}</b>
      <ul className="says fine soft">{said.length === 0 ? <li>{t('scenarios.saysNothing')}</li> : said.map((words) => <li key={words}>{words}</li>)}</ul>
      {estimates.map(({ source, basis }) => <p key={source} className="fine attention">{t('scenarios.estimate', { source, basis: basis.source })}</p>)}
      {ignoredWords(scenario, lines, translator).map((words) => <p key={words} className="fine attention">▲ {words}</p>)}
      <p role="status" className="fine">
        {run === 'running' ? <><progress aria-label={t('scenarios.running')} /> {t('scenarios.running')}</>
          : impossible ? <span className="alarm">▲ {runner.folded.has(id) ? <>{t('scenarios.impossible')} <button type="button" className="quiet-action" onClick={() => runner.fold(id, false)}>{t('scenarios.showWays')}</button></> : t('scenarios.infeasible')}</span>
            : run === 'stopped' ? <span className="attention">{t('scenarios.stopped')}</span>
              : allocation === null ? <span className="attention">{t('scenarios.notRun')}</span>
                : !allocation.current ? <span className="attention">▲ {t('scenarios.outdated')}</span>
                  : <span className={allocation.status === 'optimal' ? 'good' : 'attention'}>{t(`scenarios.status.${allocation.status}`)}</span>}
      </p>
      <p className="acts">
        {run === 'running' ? <button type="button" onClick={() => runner.stop(id)}>{t('scenarios.stop')}</button>
          : ready ? <button type="button" disabled={adopt.isPending} onClick={take} title={t('scenarios.adoptHint')}>{t('scenarios.adopt')}</button>
            : <button type="button" onClick={() => runner.run(id)}>{t('scenarios.run')}</button>}
        <span className="together">
          <button type="button" className="quiet-action" disabled={run === 'running'} aria-label={t('scenarios.editNamed', { name })} onClick={edit}>{t('scenarios.edit')}</button>
          <button type="button" className="quiet-action" disabled={run === 'running'} aria-label={t('scenarios.removeNamed', { name })} onClick={drop}>{t('scenarios.remove')}</button>
        </span>
      </p>
    </th>
  )
}
