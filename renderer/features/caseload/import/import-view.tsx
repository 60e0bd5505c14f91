import { useEffect, useRef } from 'react'
import { number } from '#shared/i18n/format.ts'
import { errorText } from '../../../ui/error-text.ts'
import { useTranslator } from '../../../ui/language.tsx'
import { useNotices } from '../../../ui/notices.tsx'
import type { SeriesSummary } from '../../../ui/trend.ts'
import { FileButton } from '../file-button.tsx'
import { ImportColumns } from './import-columns.tsx'
import { ImportCounts } from './import-counts.tsx'
import { ImportFaults } from './import-faults.tsx'
import { ImportHead } from './import-head.tsx'
import { ImportProgressBar } from './import-progress.tsx'
import { ImportRemarks } from './import-remarks.tsx'
import { ImportValidity } from './import-validity.tsx'
import { OtherVillage } from './other-village.tsx'
import { headerFault, useImport } from './use-import.ts'

interface ImportViewProps {
  readonly file: File
  readonly known: readonly SeriesSummary[]
  /** Another file in its place. */
  take(file: File): void
  /** `imported`: the series that now holds the file; missing where nothing was written. */
  close(imported?: string): void
}

/** A data file before it is accepted: what was recognised and counted, what is wrong with it, and where that is put right. */
export function ImportView({ file, known, take, close }: ImportViewProps) {
  const translator = useTranslator()
  const { t, language } = translator
  const show = useNotices((state) => state.show)
  const work = useImport(file, (done) => {
    show({ text: done ? t('caseload.import.done', { series: done.series, rows: number(done.accepted, language) }) : t('caseload.import.stopped'), alarm: false })
    // Stopped before anything was read, there is nothing to go back to.
    if (done || !work.report) close(done?.series)
  })
  const root = useRef<HTMLElement>(null)
  useEffect(() => root.current?.focus(), [])
  const { report, error, progress, decisions } = work
  const fault = headerFault(error)
  const columns = report && !error ? { headers: report.heading.headers, columns: report.heading.columns } : fault && { headers: fault.found, columns: fault.columns ?? {} }
  const rejected = report ? report.rows - report.accepted : 0
  const usable = report !== undefined && !error && report.accepted > 0
  const foreign = usable && report.warnings.some(({ code }) => code === 'other_village')
  return (
    <section className="import" data-import ref={root} tabIndex={-1} aria-label={t('caseload.import.title', { file: file.name })}>
      <header className="screen-bar">
        <h1>{t('caseload.import.title', { file: file.name })}</h1>
        {progress ? <ImportProgressBar progress={progress} file={file.name} /> : <span className="soft fine" role="status">{t('caseload.import.nothingYet')}</span>}
        <span className="end">
          <button type="button" disabled={progress?.phase === 'writing'} onClick={progress ? work.stop : () => close()}>{t(progress ? 'caseload.actions.stop' : 'caseload.actions.cancel')}</button>
          {usable && !foreign && (
            <button type="button" className="primary" disabled={progress !== undefined} onClick={() => void work.accept()}>
              {rejected === 0 ? t('caseload.import.accept') : t('caseload.import.acceptAnyway', { count: rejected })}
            </button>
          )}
        </span>
      </header>
      {error !== undefined && (
        <div className="problem" role="alert">
          <p className="alarm"><span aria-hidden="true">▲ </span>{errorText(error, translator)}</p>
          {!fault && <FileButton label={t('caseload.import.otherFile')} take={take} />}
          {!fault && <button type="button" className="plain" onClick={work.again}>{t('window.states.again')}</button>}
        </div>
      )}
      {foreign && <OtherVillage report={report} busy={progress !== undefined} accept={() => void work.accept()} take={take} />}
      <div className="import-parts" aria-busy={progress !== undefined}>
        <div className="wide">
          {report && !error && <ImportFaults report={report} decisions={decisions} decide={work.decide} />}
          {columns && (
            <ImportColumns
              key={JSON.stringify([columns, decisions.layout])} {...columns} decisions={decisions} decide={work.decide} missing={fault}
              kind={report && !error ? report.kind : decisions.layout === 'aggregate' ? 'aggregate' : 'by-name'} heading={report && !error ? report.heading : undefined}
            />
          )}
          {report?.validity && !error && <ImportValidity validity={report.validity} />}
        </div>
        {report && !error && (
          <div className="side">
            <ImportHead report={report} decisions={decisions} decide={work.decide} />
            <ImportCounts report={report} before={known.find(({ name }) => name.toLowerCase() === report.series.toLowerCase())} />
            <ImportRemarks report={report} />
          </div>
        )}
      </div>
    </section>
  )
}
