import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { stepText } from '#shared/i18n/step-text.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { goTo } from '../../ui/route.ts'
import { useWorkspaceSwitch } from '../../ui/workspace-switch.ts'

/** Steps that are named; of the others only how many. */
const NAMED = 5

/** What restoring a backup would do and what would be missing then, before it is done. */
export function RestoreForm({ id, restored, cancel }: { readonly id: string; restored(): void; cancel(): void }) {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const show = useNotices((state) => state.show)
  const switched = useWorkspaceSwitch()
  const lacks = useQuery({ ...api.backup.lacks.queryOptions({ input: { id } }), staleTime: 0 })
  const [state, setState] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false })
  const restore = async (): Promise<void> => {
    setState({ busy: true })
    try {
      const { from, name } = await api.backup.restore.call({ id })
      restored()
      await switched()
      goTo('')
      show({ text: t('backups.restored', { from: from ?? '', name }), alarm: false })
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  const steps = lacks.data?.steps
  const failed = state.error ?? lacks.error
  return (
    <>
      <p>{t('backups.asNew')}</p>
      {steps === null && <p className="attention"><span aria-hidden="true">● </span>{t('backups.lacksUnknown')}</p>}
      {steps?.length === 0 && <p>{t('backups.lacksNone')}</p>}
      {steps && steps.length > 0 && (
        <>
          <p className="attention"><span aria-hidden="true">● </span>{t('backups.lacks', { count: steps.length })}</p>
          <ul>
            {steps.slice(0, NAMED).map((step) => <li key={step.id}>{stepText(step, translator)}</li>)}
            {steps.length > NAMED && <li className="soft">{t('backups.more', { count: steps.length - NAMED })}</li>}
          </ul>
        </>
      )}
      {failed !== undefined && failed !== null && <p className="alarm" role="alert">▲ {errorText(failed, translator)}</p>}
      <p className="row">
        <button type="button" className="primary" disabled={state.busy} onClick={() => void restore()}>{t(state.busy ? 'backups.opening' : 'backups.open')}</button>
        <button type="button" disabled={state.busy} onClick={cancel}>{t('backups.cancel')}</button>
      </p>
    </>
  )
}
