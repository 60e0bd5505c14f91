import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupItem } from '#shared/contract/backup.ts'
import { dateTime, fileSize } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { RestoreForm } from './restore-form.tsx'

/** Up to this size a backup is read through as it is shown; a larger one when it is asked for. */
const CHECKED_AT_ONCE = 4 * 1024 * 1024

/** One backup: when and why it was made, its size, whether it is whole; restoring opens below it. */
export function BackupRow({ backup, restored }: { readonly backup: BackupItem; restored(): void }) {
  const { t, find, language } = useTranslator()
  const api = useApi()
  const [asked, setAsked] = useState(false)
  const [restoring, setRestoring] = useState(false)
  const check = useQuery({ ...api.backup.verify.queryOptions({ input: { id: backup.id } }), enabled: asked || backup.bytes <= CHECKED_AT_ONCE, staleTime: Number.POSITIVE_INFINITY })
  const when = dateTime(`${backup.madeAt.slice(0, 10)}T${backup.madeAt.slice(11).replaceAll('.', ':')}`, language)
  const good = check.data?.good
  return (
    <>
      <tr className={restoring ? 'open' : undefined}>
        <th scope="row">{when}</th>
        <td>{find(`backups.reasons.${backup.reason.replace(/-\d+$/, '')}`) ?? backup.reason}</td>
        <td className="num">{fileSize(backup.bytes, language)}</td>
        <td>
          {check.isFetching ? <span className="soft">{t('backups.checking')}</span>
            : good === undefined ? <button type="button" className="quiet-action" aria-label={t('backups.checkOf', { when })} onClick={() => { setAsked(true); void check.refetch() }}>{t('backups.check')}</button>
              : <span className={good ? 'good' : 'alarm'}><span aria-hidden="true">{good ? '✓' : '▲'}</span> {t(good ? 'backups.good' : 'backups.bad')}</span>}
        </td>
        <td>{good !== false && !restoring && <button type="button" className="quiet-action" aria-label={t('backups.restoreOf', { when })} onClick={() => setRestoring(true)}>{t('backups.restore')}</button>}</td>
      </tr>
      {restoring && (
        <tr className="restore">
          <td colSpan={5}><RestoreForm id={backup.id} restored={restored} cancel={() => setRestoring(false)} /></td>
        </tr>
      )}
    </>
  )
}
