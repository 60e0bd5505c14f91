import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { BackupRow } from './backup-row.tsx'

/** Rows that show at first; the others are one click away. */
const SHOWN = 6

interface BackupsProps {
  /** The folder as it is set; empty: beside the workspace. */
  readonly folder: string
  setFolder(folder: string): void
  /** Called when another file is open. */
  restored(): void
}

/** Cadangan: where they go, making one now, which there are and whether each is whole, and opening one as a new file. */
export function Backups({ folder, setFolder, restored }: BackupsProps) {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const id = useId()
  const show = useNotices((state) => state.show)
  const list = useQuery({ ...api.backup.list.queryOptions({ input: {} }), staleTime: 0 })
  const make = useCommand(['backup', 'make'], () => api.backup.make.call({}))
  const [all, setAll] = useState(false)
  const found = list.data?.backups ?? []
  const shown = all ? found : found.slice(0, SHOWN)
  return (
    <section aria-labelledby={`${id}-title`} className="backups">
      <header>
        <h3 id={`${id}-title`}>{t('backups.title')}</h3>
        <button type="button" disabled={make.isPending} onClick={() => make.mutate(undefined, { onSuccess: () => show({ text: t('backups.made'), alarm: false }) })}>
          {t(make.isPending ? 'backups.making' : 'backups.make')}
        </button>
      </header>
      <p className="fine soft">{t('backups.about')}</p>
      <FolderForm key={folder} value={folder} where={list.data?.folder} save={setFolder} />
      {list.error && <p className="fine alarm" role="alert">▲ {errorText(list.error, translator)}</p>}
      {list.isPending && <Loading />}
      {list.data && found.length === 0 && <p className="soft">{t('backups.none')}</p>}
      {found.length > 0 && (
        <table className="ledger" aria-label={t('backups.table')}>
          <thead>
            <tr>
              <th scope="col">{t('backups.madeAt')}</th>
              <th scope="col">{t('backups.reason')}</th>
              <th scope="col" className="num">{t('backups.size')}</th>
              <th scope="col">{t('backups.state')}</th>
              <th scope="col"><span className="hidden">{t('backups.actions')}</span></th>
            </tr>
          </thead>
          <tbody>{shown.map((backup) => <BackupRow key={backup.id} backup={backup} restored={restored} />)}</tbody>
        </table>
      )}
      {shown.length < found.length && <button type="button" className="quiet-action" onClick={() => setAll(true)}>{t('backups.all', { count: found.length })}</button>}
    </section>
  )
}

/** An address from its root on, as Windows (`D:\Cadangan`, `\\server\…`) or other systems write it. */
const FULL_ADDRESS = /^(?:[a-z]:[\\/]|\\\\|\/)/i

interface FolderFormProps {
  readonly value: string
  readonly where: { readonly name: string; readonly chosen: boolean; readonly away: boolean } | undefined
  save(folder: string): void
}

function FolderForm({ value, where, save }: FolderFormProps) {
  const { t } = useTranslator()
  const id = useId()
  const [folder, setFolder] = useState(value)
  const [wrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const faulty = folder.trim() !== '' && !FULL_ADDRESS.test(folder.trim())
    setWrong(faulty)
    if (!faulty && folder.trim() !== value) save(folder.trim())
  }
  return (
    <form className="folder" onSubmit={submit}>
      <label htmlFor={id}>{t('backups.folder')}</label>
      <input id={id} value={folder} aria-invalid={wrong} aria-describedby={wrong ? `${id}-wrong ${id}-note` : `${id}-note`} onChange={(event) => { setFolder(event.target.value); setWrong(false) }} />
      <button type="submit" disabled={folder.trim() === value}>{t('backups.save')}</button>
      {wrong && <p id={`${id}-wrong`} className="fine alarm">▲ {t('backups.folderWrong')}</p>}
      <p id={`${id}-note`} className="fine soft">{t('backups.folderTakes')} {where && !where.away && t(where.chosen ? 'backups.chosen' : 'backups.beside', { name: where.name })}</p>
      {where?.away && <p className="fine attention"><span aria-hidden="true">▲ </span>{t('backups.away', { name: where.name })}</p>}
    </form>
  )
}
