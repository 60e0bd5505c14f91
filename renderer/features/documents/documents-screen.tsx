import { useQueries, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PlanSummary } from '#shared/contract/plan.ts'
import type { VersionItem } from '#shared/contract/version.ts'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { PaperSheet } from '../../ui/paper.tsx'
import { useRoute } from '../../ui/route.ts'
import { useCommand } from '../../ui/use-command.ts'
import { useZoom, type Zoom } from '../../ui/use-zoom.ts'
import { BesideThePapers, DocumentList } from './document-list.tsx'
import { EmptyPaper } from './empty-paper.tsx'
import { Signatories } from './signatories.tsx'
import { Tools } from './tools.tsx'
import type { Choice, DocumentName, Listed, PreviewSheet } from './types.ts'
import { useExport } from './use-export.ts'
import '../../styles/print.css'
import './documents.css'

/** Dokumen: each paper of the plan as it will print, who signs it, and the ways out of the window. */
export function DocumentsScreen() {
  const { t } = useTranslator()
  const api = useApi()
  const [settings, summary] = useQueries({ queries: [api.workspace.settings.queryOptions({ input: {} }), api.plan.summary.queryOptions({ input: {} })] })
  const paper = settings.data?.['paper'] === 'A4' ? 'A4' : 'F4'
  const [version, setVersion] = useState<string>()
  const versions = useQuery(api.version.list.queryOptions({ input: {} }))
  const locked = (versions.data?.versions ?? []).filter(({ lockedAt }) => lockedAt !== null)
  // Another plan has other versions.
  const of = locked.find(({ id }) => id === version)
  const documents = useQuery(api.document.list.queryOptions({ input: { paper, ...(of && { version: of.id }) }, placeholderData: (previous) => previous }))
  const failed = settings.error ?? summary.error ?? documents.error ?? versions.error
  if (failed) return <Failure error={failed} again={() => { void settings.refetch(); void summary.refetch(); void documents.refetch(); void versions.refetch() }} />
  if (!settings.data || !summary.data || !documents.data || !versions.data) return <Message title={t('window.states.loading')} />
  return <Papers documents={documents.data} summary={summary.data} versions={locked} version={of} setVersion={setVersion} paper={paper} signedOn={settings.data['signed-on'] ?? ''} />
}

interface PapersProps {
  readonly documents: readonly Listed[]
  readonly summary: PlanSummary
  /** The locked ones. */
  readonly versions: readonly VersionItem[]
  /** The one that the papers are of; the plan as it stands where there is none. */
  readonly version: VersionItem | undefined
  setVersion(id: string | undefined): void
  readonly paper: 'F4' | 'A4'
  readonly signedOn: string
}

function Papers({ documents, summary, versions, version, setVersion, paper, signedOn }: PapersProps) {
  const { t } = useTranslator()
  const api = useApi()
  const { place } = useRoute()
  const setPaper = useCommand(['workspace', 'setSetting'], (value: 'F4' | 'A4') => api.workspace.setSetting.call({ key: 'paper', value }))
  const [own, setOwn] = useState<Omit<Choice, 'paper' | 'version'>>({ language: 'id', findings: false, names: false })
  const [zoom, setZoom] = useState<Zoom>('fit')
  const holder = useRef<HTMLDivElement>(null)
  const current: DocumentName = documents.find(({ document }) => document === place)?.document ?? 'workbook'
  const choice: Choice = { ...own, paper, findings: own.findings && current === 'workbook', names: own.names && current === 'ukur-ulang', ...(version && { version: version.id }) }
  const nothing = documents.find(({ document }) => document === current)?.pages === 0
  const preview = useQuery(api.document.preview.queryOptions({ input: { document: current, ...choice }, enabled: !nothing, placeholderData: (previous) => previous }))
  // All papers, while they are printed together.
  const [all, setAll] = useState<readonly PreviewSheet[]>()
  const sheets = all ?? (nothing ? undefined : preview.data) ?? []
  const factor = useZoom(holder, Math.max(...sheets.map(({ width }) => width), 210), zoom)
  const { exporting, run, pdf, pdfAll, stop } = useExport({ id: summary.plan.id, name: summary.plan.name, need: summary.need, funded: summary.funded }, choice)
  const change = ({ paper: changed, ...rest }: Omit<Partial<Choice>, 'version'>) => {
    if (changed !== undefined) setPaper.mutate(changed)
    else setOwn({ ...own, ...rest })
  }
  const written = documents.filter(({ document, state }) => state !== 'empty' && document !== 'ukur-ulang').map(({ document }) => document)
  return (
    <section className="papers" id="isi" aria-labelledby="papers-title" tabIndex={-1}>
      <aside className="papers-side">
        <h1 id="papers-title">{t('papers.title')}</h1>
        <DocumentList documents={documents} current={current} />
        <BesideThePapers documents={documents} sends={summary.plan.kind !== 'regency'} />
        <div className="paper-all">
          {exporting ? (
            <>
              <progress value={exporting.done} max={exporting.total} aria-label={t('papers.exportAll')} />
              <p className="fine soft" role="status">{t('papers.exporting', { name: t(`papers.names.${exporting.document}`), done: exporting.done, total: exporting.total })}</p>
              <button type="button" onClick={stop}>{t('papers.stop')}</button>
            </>
          ) : (
            <>
              <button type="button" title={t('papers.exportAllHint')} onClick={() => void run(written, 'xlsx')}>{t('papers.exportAll')}</button>
              <button type="button" title={t('papers.pdfAllHint')} onClick={() => void pdfAll(written, setAll)}>{t('papers.pdfAll')}</button>
            </>
          )}
        </div>
        <Signatories sheets={sheets} signedOn={signedOn} />
      </aside>
      <div className="papers-main">
        <Tools versions={versions} setVersion={setVersion} document={current} choice={choice} zoom={zoom} busy={exporting !== undefined} change={change} setZoom={setZoom} write={(format) => void run([current], format)} pdf={() => void pdf(current)} />
        <div className="papers-desk" ref={holder} role="region" aria-label={t('papers.preview', { name: t(`papers.names.${current}`) })} tabIndex={0} aria-busy={preview.isFetching}>
          {nothing ? <EmptyPaper document={current} /> : preview.error ? <Failure error={preview.error} again={() => void preview.refetch()} /> : (
            <div className="papers-pages" style={{ zoom: factor }}>
              {preview.isPending && <Message title={t('window.states.loading')} />}
              {sheets.map((sheet) => <PaperSheet key={sheet.name} sheet={sheet} />)}
            </div>
          )}
        </div>
      </div>
    </section>
  )
}
