import { useCallback, useState } from 'react'
import { SettingsDialog } from '../features/settings/settings-dialog.tsx'
import { useApi } from '../ui/api.tsx'
import { Frame } from '../ui/frame.tsx'
import { useHistory, useHistoryKeys } from '../ui/frame-history.tsx'
import { useTranslator } from '../ui/language.tsx'
import { Message } from '../ui/message.tsx'
import { usePreferences } from '../ui/preferences.ts'
import { useSettings } from '../ui/settings.ts'
import { useCommand } from '../ui/use-command.ts'
import { Help } from './help.tsx'
import { RailFoot } from './rail-foot.tsx'
import { useShellKeys } from './use-shell-keys.ts'

interface PlanlessProps {
  readonly info: { readonly name: string; readonly regionName: string; readonly sample: boolean; readonly kind: 'desa' | 'kelurahan' | 'regency' }
}

/** A workspace without a plan, new or taken back to before its first one: says so, and makes the usual plan of its kind, or the one again that was taken back. */
export function Planless({ info }: PlanlessProps) {
  const { t } = useTranslator()
  const api = useApi()
  const [dialog, setDialog] = useState<'settings' | 'help' | null>(null)
  const preferences = usePreferences()
  const { settings, set } = useSettings()
  const history = useHistory()
  const { redo, redoName } = history
  const create = useCommand(['plan', 'create'], () => api.plan.create.call({ template: info.kind }))
  useHistoryKeys(history)
  const help = () => setDialog('help')
  useShellKeys({ help })
  const close = useCallback(() => setDialog(null), [])
  return (
    <Frame workspace={info} foot={<RailFoot history={history} openSettings={() => setDialog('settings')} openHelp={help} />}>
      <Message
        title={t('window.states.empty')} text={t('window.states.emptyHint')}
        action={create.isPending ? undefined : { label: t('window.states.emptyMake'), run: () => create.mutate(undefined) }}
        other={redoName === null ? undefined : { label: t('frame.redo', { step: redoName }), run: () => void redo() }}
      />
      {dialog === 'help' && <Help about={[]} close={close} />}
      {dialog === 'settings' && settings && <SettingsDialog settings={settings} set={set} preferences={preferences} papers={false} close={close} />}
    </Frame>
  )
}
