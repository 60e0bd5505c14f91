import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { Family } from '#shared/domain/target-group.ts'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import { useNotices } from '../../ui/notices.tsx'
import type { SeriesSummary } from '../../ui/trend.ts'
import './caseload.css'
import './counts.css'
import './children.css'
import './import/import.css'
import './truth.css'
import { CaseloadViews } from './caseload-views.tsx'
import { ChooseDialog } from './choose-dialog.tsx'
import { DropZone } from './drop-zone.tsx'
import { EmptyCaseload } from './empty-caseload.tsx'
import { FileButton } from './file-button.tsx'
import { ImportView } from './import/import-view.tsx'
import { counts, familyRows } from './rows.ts'
import { SeriesDialog } from './series-dialog.tsx'
import { Tabs, type View } from './tabs.tsx'

type Followed = Readonly<Partial<Record<Family, string>>>

/** Names of the series that the current plan follows. */
const followedBy = (plans: readonly { readonly current: boolean; readonly series: Followed }[]): Followed => plans.find(({ current }) => current)?.series ?? {}

/** Sasaran: the series beside each other, by place, by name and over time; and the way in for files. */
export function CaseloadScreen() {
  const { t } = useTranslator()
  const api = useApi()
  const show = useNotices((state) => state.show)
  const [view, setView] = useState<View>('counts')
  const [file, setFile] = useState<File>()
  const [choosing, setChoosing] = useState<{ readonly series: SeriesSummary; readonly family: Family }>()
  const [changing, setChanging] = useState<SeriesSummary | 'new'>()
  const [list, plans] = useQueries({ queries: [api.caseload.list.queryOptions({ input: {} }), api.plan.list.queryOptions({ input: {} })] })
  const error = list.error ?? plans.error
  if (error) return <Failure error={error} again={() => { void list.refetch(); void plans.refetch() }} />
  if (!list.data || !plans.data) return <Message title={t('window.states.loading')} />
  const series = list.data
  const leaveImport = async (imported?: string) => {
    setFile(undefined)
    if (imported !== undefined) await offer(imported)
    requestAnimationFrame(() => document.getElementById('isi')?.focus())
  }
  const followed = followedBy(plans.data)
  // An import moves no plan that has data; what it could be used for is offered, and shown before it is adopted. A plan may follow it already since.
  const offer = async (imported: string) => {
    const [now, then] = await Promise.all([list.refetch(), plans.refetch()])
    const one = now.data?.find(({ name }) => name === imported)
    const rows = one && familyRows([one]).find((family) => counts(one, family) && followedBy(then.data ?? [])[family.family] !== one.name)
    if (one && rows) show({ text: t('caseload.choose.offer', { series: one.name }), alarm: false, action: { label: t('caseload.choose.look'), run: () => setChoosing({ series: one, family: rows.family }) } })
  }
  if (file) return <DropZone take={setFile}><ImportView key={`${file.name}/${file.lastModified}/${file.size}`} file={file} known={series} take={setFile} close={(imported) => void leaveImport(imported)} /></DropZone>
  return (
    <DropZone take={setFile}>
      <section className="caseload" id="isi" aria-labelledby="caseload-title" tabIndex={-1}>
        <header className="screen-bar">
          <h1 id="caseload-title">{t('caseload.title')}</h1>
          {series.length > 0 && (
            <>
              <Tabs view={view} choose={setView} />
              <span className="end">
                <button type="button" onClick={() => setChanging('new')}>{t('caseload.actions.add')}</button>
                <FileButton className="primary" label={t('caseload.actions.import')} take={setFile} />
              </span>
            </>
          )}
        </header>
        {series.length === 0
          ? <EmptyCaseload take={setFile} />
          : <CaseloadViews view={view} series={series} followed={followed} choose={(one, family) => setChoosing({ series: one, family })} change={setChanging} />}
      </section>
      {choosing && <ChooseDialog {...choosing} close={() => setChoosing(undefined)} />}
      {changing && <SeriesDialog series={changing === 'new' ? undefined : changing} close={() => setChanging(undefined)} />}
    </DropZone>
  )
}
