import { ORPCError } from '@orpc/client'
import { type ChangeEvent, useRef } from 'react'
import type { WorkspaceItem } from '#shared/contract/home.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { FailureNote } from './failure-note.tsx'
import { Progress } from './progress.tsx'
import type { Opening } from './use-opening.ts'

interface FileListProps {
  readonly folder: string
  /** Missing until they are read. */
  readonly workspaces: readonly WorkspaceItem[] | undefined
  readonly opening: Opening
  open(id: string): void
  bring(file: File): void
}

/** Workspace files, the latest first, each with whose it is and how it looks; a refusal stands under its file. */
export function FileList({ folder, workspaces, opening, open, bring }: FileListProps) {
  const { t } = useTranslator()
  const picker = useRef<HTMLInputElement>(null)
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (file) bring(file)
  }
  // An address may name a file that is no longer in the list.
  const { failure } = opening
  const unlisted = failure && isMissing(failure.error) && workspaces?.every(({ id }) => id !== failure.at) ? failure.at : undefined
  return (
    <section className="files" aria-labelledby="files-title">
      <header>
        <h2 id="files-title">{t('home.files.title')}</h2>
        <button type="button" disabled={opening.busy !== undefined} onClick={() => picker.current?.click()}>{t('home.files.pick')}</button>
        <input ref={picker} type="file" accept=".rembuk" data-workspace hidden onChange={pick} />
      </header>
      <p className="fine soft">{t('home.files.about', { folder })}</p>
      <Progress at="drop" opening={opening} />
      <FailureNote at="drop" opening={opening} />
      {unlisted !== undefined && <FailureNote at={unlisted} opening={opening} />}
      {!workspaces && <Loading />}
      {workspaces?.length === 0 && <p className="none soft">{t('home.files.none')}</p>}
      {workspaces && workspaces.length > 0 && (
        <ul>
          {workspaces.map((item) => (
            <li key={item.id}>
              <FileRow item={item} disabled={opening.busy !== undefined} open={() => open(item.id)} />
              <Progress at={item.id} opening={opening} />
              <FailureNote at={item.id} item={item} opening={opening} />
              {OFF.has(item.state) && <Forget item={item} />}
            </li>
          ))}
        </ul>
      )}
      <p className="fine soft drop-hint">{t('home.files.drop')}</p>
    </section>
  )
}

function isMissing(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'workspace_not_found'
}

/** Files that are not opened as they are: they may be taken off the list. */
const OFF: ReadonlySet<WorkspaceItem['state']> = new Set(['damaged', 'foreign', 'missing'])

function Forget({ item: { id, name } }: { readonly item: WorkspaceItem }) {
  const { t } = useTranslator()
  const api = useApi()
  const show = useNotices((state) => state.show)
  const forget = useCommand(['home', 'forget'], () => api.home.forget.call({ id }), () => show({ text: t('home.files.forgotten', { name }), alarm: false }))
  return <button type="button" className="plain fine forget" disabled={forget.isPending} aria-label={t('home.files.forgetOf', { name })} onClick={() => forget.mutate()}>{t('home.files.forget')}</button>
}

function FileRow({ item, disabled, open }: { readonly item: WorkspaceItem; readonly disabled: boolean; open(): void }) {
  const { t, language } = useTranslator()
  const whose = [item.regionName, item.kind && t(`home.files.kind.${item.kind}`), item.folder && t('home.files.where', { folder: item.folder })].filter(Boolean).join(', ')
  const when = new Date(item.modifiedAt).toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })
  return (
    <button type="button" className="file-row" disabled={disabled} onClick={open}>
      <span className="file-name">{item.name.replace(/\.rembuk$/, '')}</span>
      <span className="file-marks">
        {item.sample && <span className="mark">{t('home.files.sample')}</span>}
        {item.open && <span className="mark good">{t('home.files.open')}</span>}
        {item.state !== 'ok' && <span className={OFF.has(item.state) ? 'mark alarm' : 'mark attention'}>{t(`home.files.state.${item.state}`)}</span>}
      </span>
      <span className="fine soft">{whose || '–'}</span>
      <time className="fine soft" dateTime={item.modifiedAt}>{when}</time>
    </button>
  )
}
