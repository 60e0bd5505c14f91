import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dateTime, number } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { ChangesTable } from './changes-table.tsx'
import { FileChoice } from './file-choice.tsx'
import type { Change, Returned } from './types.ts'
import { useFileJob } from './use-file-job.ts'

const isReady = ({ state, renamed }: Change): boolean => state === 'ready' && !renamed

/** A workbook that came back beside the plan, figure by figure; the chosen ones are taken over as one step. */
export function WorkbookView() {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const show = useNotices((state) => state.show)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<readonly Change[]>([])
  const look = async (file: File, signal: AbortSignal): Promise<Returned> => {
    const found = await api.entry.returned.call({ file }, { signal })
    setChosen(new Set(found.changes.filter(isReady).map(({ key }) => key)))
    return found
  }
  const sheet = useQuery(api.entry.sheet.queryOptions({ input: {} }))
  const job = useFileJob(look, sheet.dataUpdatedAt)
  const taking = useCommand(['entry', 'takeOver'], (input: { file: File; keys: { key: string; now: number }[] }) => api.entry.takeOver.call(input))
  const { answer, file } = job
  const take = async () => {
    if (!file || !answer) return
    const keys = answer.changes.flatMap(({ key, now }) => (chosen.has(key) && now !== null ? [{ key, now }] : []))
    try {
      const done = await taking.mutateAsync({ file, keys })
      setRefused(done.refused)
      if (done.taken > 0) show({ alarm: false, text: t('entry.taken', { count: done.taken, before: number(done.before.funded, language), after: number(done.after.funded, language) }) })
    } catch {
      // said in a notice by the command
    }
  }
  const takeable = answer?.changes.some(({ state }) => state === 'ready' || state === 'conflict') ?? false
  return (
    <>
      <div className="entry-bar">
        <h2>{t('entry.workbookTitle')}</h2>
        <FileChoice label={t(answer ? 'entry.another' : 'entry.choose')} accept=".xlsx,.xlsm,.ods,.xls" reading={job.reading} primary={!answer} take={(picked) => { setRefused([]); job.read(picked) }} stop={job.stop} />
        {answer && takeable && <span className="end"><button type="button" className="primary" disabled={chosen.size === 0 || taking.isPending} onClick={() => void take()}>{t('entry.take', { count: chosen.size })}</button></span>}
      </div>
      {job.error !== null && <p className="entry-none alarm" role="alert"><span aria-hidden="true">▲ </span>{errorText(job.error, translator)}</p>}
      {!answer && job.error === null && <p className="entry-none soft">{t('entry.workbookHint')}</p>}
      {answer && (
        <>
          <p className="entry-hint" role="status">
            {answer.changes.length === 0 && <strong className="good">{answer.rows === 0 ? t('entry.noRows') : `✓ ${t('entry.nothing')}`} </strong>}
            {answer.now.funded !== answer.after.funded && <strong>{t('entry.afterAll', { before: `Rp${number(answer.now.funded, language)}`, after: `Rp${number(answer.after.funded, language)}` })} </strong>}
            <span className="soft">{[
              answer.file, t('entry.exportedAt', { at: dateTime(answer.madeAt, language), version: answer.version }), answer.stepsSince > 0 ? t('entry.stepsSince', { count: answer.stepsSince }) : '',
              answer.deleted > 0 ? t('entry.deleted', { count: answer.deleted }) : '',
            ].filter((part) => part !== '').join(' · ')}</span>
          </p>
          {refused.length > 0 && <p className="entry-none alarm" role="alert">▲ {t('entry.notTaken')} {refused.map(({ label, problem, amounts }) => `${label}${problem ? ` (${t(`entry.problem.${problem}`, amounts)})` : ''}`).join('; ')}</p>}
          {answer.changes.length > 0 && <div className="entry-scroll" role="region" aria-label={t('entry.workbookTitle')} tabIndex={0}><ChangesTable changes={answer.changes} chosen={chosen} choose={setChosen} /></div>}
        </>
      )}
    </>
  )
}
