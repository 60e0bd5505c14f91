import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { number, tableFigure } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { localTime } from './local-time.ts'
import { NextYear } from './next-year.tsx'
import { VersionCompare } from './version-compare.tsx'
import { MakeVersion, SayWho } from './version-forms.tsx'

/** Versi: the plan as it stood at its stages, two of them compared, and the plan of the year after. */
export function VersionsView() {
  const { t, find, language } = useTranslator()
  const api = useApi()
  const show = useNotices((state) => state.show)
  const { data, error, refetch } = useQuery(api.version.list.queryOptions({ input: {} }))
  const lock = useCommand(['version', 'lock'], api.version.lock.call)
  const [locking, setLocking] = useState<string | null>(null)
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (!data) return <Message title={t('window.states.loading')} />
  const { versions, stages } = data
  const stageName = (stage: string) => find(`terms.stages.${stage}`) ?? stage
  return (
    <div className="versions">
      <section className="block wide">
        <p className="soft">{t('scenarios.versions.about')}</p>
        <ol className="stages" aria-label={t('scenarios.versions.stage')}>
          {stages.map(({ stage, state }) => <li key={stage} className={state}>{state === 'locked' ? '■ ' : state === 'made' ? '● ' : '○ '}{stageName(stage)}</li>)}
        </ol>
        {versions.length === 0 ? <p className="soft">{t('scenarios.versions.none')}</p> : (
          <div className="scroll" tabIndex={0} role="region" aria-label={t('scenarios.views.versions')}>
            <table className="ledger">
              <thead>
                <tr>
                  <th scope="col">{t('scenarios.versions.number')}</th><th scope="col">{t('scenarios.versions.stage')}</th><th scope="col">{t('scenarios.versions.madeAt')}</th><th scope="col">{t('scenarios.versions.by')}</th>
                  <th scope="col">{t('scenarios.versions.why')}</th>
                  {(['need', 'funded', 'gap'] as const).map((key) => <th key={key} scope="col" className="num">{t(`scenarios.versions.${key}`)}</th>)}
                  <th scope="col">{t('scenarios.versions.lock')}</th>
                </tr>
              </thead>
              <tbody>
                {versions.map(({ id, number: at, stage, madeAt, madeBy, why, need, funded, gap, lockedBy, lockedAt }) => (
                  <tr key={id}>
                    <th scope="row">{number(at, language)}</th>
                    <td>{stageName(stage)}</td>
                    <td>{localTime(madeAt, language)}</td>
                    <td>{madeBy}</td>
                    <td className="why">{why}</td>
                    {[need, funded, gap].map((amount, index) => <td key={['need', 'funded', 'gap'][index]} className="num">{tableFigure(amount, language)}</td>)}
                    <td>
                      {lockedBy !== null ? <span className="soft">{t('scenarios.versions.locked', { by: lockedBy, at: localTime(lockedAt ?? '', language) })}</span>
                        : locking === id ? (
                          <SayWho
                            busy={lock.isPending} cancel={() => setLocking(null)}
                            done={(by) => lock.mutate({ version: id, by }, { onSuccess: () => { setLocking(null); show({ text: t('scenarios.versions.lockDone', { number: at }), alarm: false }) } })}
                          />
                        ) : <><span className="fine soft">{t('scenarios.versions.open')}</span> <button type="button" className="quiet-action" aria-label={t('scenarios.versions.lockNamed', { number: at })} onClick={() => setLocking(id)}>{t('scenarios.versions.lock')}</button></>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <MakeVersion stages={stages.filter(({ state }) => state === 'open' || state === 'made').map(({ stage }) => stage)} />
      </section>
      {versions.length > 0 && <VersionCompare versions={versions} />}
      <NextYear />
    </div>
  )
}
