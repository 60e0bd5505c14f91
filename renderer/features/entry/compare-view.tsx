import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { CompareTable } from './compare-table.tsx'
import { FileChoice } from './file-choice.tsx'
import { useFileJob } from './use-file-job.ts'

/** What was typed into Siskeudes beside the plan, from an export. Nothing is written. */
export function CompareView() {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const [stage, setStage] = useState<'initial' | 'amended'>('initial')
  const [onlyDifferent, setOnlyDifferent] = useState(true)
  const sheet = useQuery(api.entry.sheet.queryOptions({ input: {} }))
  const job = useFileJob((file, signal) => api.entry.compare.call({ file, stage }, { signal }), sheet.dataUpdatedAt)
  const info = useQuery(api.workspace.info.queryOptions({ input: {} })).data
  const [accepted, setAccepted] = useState<string>()
  const found = job.answer
  // A file of another village is compared only once its reader says so; read again after a change of the plan, it stays accepted.
  const foreign = found?.otherVillage === true && accepted !== found.file
  const answer = foreign ? undefined : found
  if (sheet.data?.target === 'sipd') return <p className="entry-none">{t('entry.compareNot')}</p>
  const choose = (value: 'initial' | 'amended') => {
    setStage(value)
    if (job.file) job.read(job.file, (file, signal) => api.entry.compare.call({ file, stage: value }, { signal }))
  }
  const different = answer ? Object.values(answer.differences).reduce((sum, count) => sum + count, 0) : 0
  return (
    <>
      <div className="entry-bar">
        <h2>{t('entry.compareTitle')}</h2>
        <FileChoice label={t(answer ? 'entry.another' : 'entry.choose')} accept=".zip,.csv,.txt" reading={job.reading} primary={!answer} take={(file) => { setAccepted(undefined); job.read(file) }} stop={job.stop} />
        {answer && (
          <span className="end">
            {answer.amended && (
              <label className="pick-one"><span>{t('entry.stage')}</span>
                <select value={stage} onChange={(event) => choose(event.target.value === 'amended' ? 'amended' : 'initial')}>
                  {(['initial', 'amended'] as const).map((one) => <option key={one} value={one}>{t(`entry.stages.${one}`)}</option>)}
                </select>
              </label>
            )}
            <label className="check"><input type="checkbox" checked={onlyDifferent} onChange={(event) => setOnlyDifferent(event.target.checked)} /> {t('entry.onlyDifferent')}</label>
          </span>
        )}
      </div>
      {job.error !== null && <p className="entry-none alarm" role="alert"><span aria-hidden="true">▲ </span>{errorText(job.error, translator)}</p>}
      {foreign && (
        <div className="entry-none" role="alert">
          <p className="attention"><span aria-hidden="true">▲ </span>{t('entry.otherVillage', { file: found.file, code: found.villages.join(', '), village: info ? `${info.regionName} (${info.region})` : '' })}</p>
          <button type="button" onClick={() => setAccepted(found.file)}>{t('entry.compareAnyway', { village: info?.regionName ?? '' })}</button>
        </div>
      )}
      {!found && job.error === null && <p className="entry-none soft">{t('entry.compareHint')}</p>}
      {answer && (
        <>
          <p className="entry-hint" role="status">
            <strong className={different === 0 ? 'good' : 'attention'}>{different === 0 ? `✓ ${t('entry.agrees', { count: answer.same })}` : `▲ ${t('entry.differs', { count: different, same: answer.same })}`}</strong>{' '}
            <span className="soft">{[
              answer.file, answer.villages.length === 1 ? t('entry.fileVillage', { code: answer.villages[0] ?? '' }) : '', answer.amended ? t('entry.amended') : '', answer.otherYears > 0 ? t('entry.otherYears', { count: answer.otherYears }) : '',
              answer.otherVillageRows > 0 ? t('entry.otherVillageRows', { count: answer.otherVillageRows }) : '',
              answer.rejected.length > 0 ? t('entry.rejected', { count: answer.rejected.length, rows: answer.rejected.slice(0, 12).map(({ row }) => row).join(', ') }) : '',
            ].filter((part) => part !== '').join(' · ')}</span>
          </p>
          <div className="entry-scroll" role="region" aria-label={t('entry.compareTitle')} tabIndex={0}><CompareTable found={answer} onlyDifferent={onlyDifferent} /></div>
        </>
      )}
    </>
  )
}
