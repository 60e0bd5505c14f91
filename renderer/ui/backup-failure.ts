import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { BackupFailure } from '#shared/contract/backup.ts'
import { errorSentence } from '#shared/i18n/error-text.ts'
import type { Translator } from '#shared/i18n/index.ts'
import { useApi } from './api.tsx'
import { useTranslator } from './language.tsx'
import { useNotices } from './notices.tsx'
import { useCommand } from './use-command.ts'

/** Backups are made by the clock, not by a command: the window looks so often whether one failed. */
const LOOK_MS = 60_000

/** Why the last backup could not be made; null where it could. */
export function useBackupFailure(): BackupFailure | null {
  const api = useApi()
  const { data } = useQuery({ ...api.backup.failure.queryOptions({ input: {} }), refetchInterval: LOOK_MS })
  return data ?? null
}

function sentence({ at, workspace, code, data }: BackupFailure, translator: Translator): string {
  const { t, language } = translator
  const moment = new Date(at)
  const time = [moment.getHours(), moment.getMinutes()].map((part) => String(part).padStart(2, '0')).join(language === 'id' ? '.' : ':')
  return t('backups.failed', { workspace, time, why: errorSentence(code, data, translator) ?? t('window.states.unexpected') })
}

/** Says once, in a notice that stays, that a backup could not be made, why, and offers to try again. */
export function useBackupNotice(): void {
  const translator = useTranslator()
  const api = useApi()
  const show = useNotices((state) => state.show)
  const failure = useBackupFailure()
  const make = useCommand(['backup', 'make'], () => api.backup.make.call({}))
  const open = useQuery(api.home.current.queryOptions({ input: {} }))
  const said = useRef('')
  useEffect(() => {
    const which = failure ? `${failure.workspace}/${failure.code}` : ''
    if (failure && which !== said.current) {
      const { t } = translator
      const again = () => make.mutate(undefined, { onSuccess: () => show({ text: t('backups.made'), alarm: false }) })
      // A file that is closed by now is backed up when it is next worked on.
      show({ text: sentence(failure, translator), alarm: true, action: open.data ? { label: t('backups.retry'), run: again } : undefined })
    }
    said.current = which
  })
}
