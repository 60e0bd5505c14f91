import { useEffect, useRef } from 'react'
import { onMenu, tellLanguage } from '../client.ts'
import { useApi } from '../ui/api.tsx'
import { useBackupNotice } from '../ui/backup-failure.ts'
import { usePreferences } from '../ui/preferences.ts'
import { goTo } from '../ui/route.ts'
import { useCommand } from '../ui/use-command.ts'
import { useSteps } from '../ui/use-steps.ts'
import { useWorkspaceSwitch } from '../ui/workspace-switch.ts'

/** Text that is being typed takes back its own letters first, as with the keys. */
function undoneInField(wish: 'undo' | 'redo'): boolean {
  const focused = document.activeElement
  const typing = (focused instanceof HTMLInputElement && focused.type === 'text') || focused instanceof HTMLTextAreaElement
  return typing && document.execCommand(wish)
}

/** Does what the menu of the application's own window asks, keeps its language that of the page, and says what failed behind the window. Draws nothing. */
export function MenuWishes() {
  const api = useApi()
  const { language, setLanguage } = usePreferences()
  const { undo, redo } = useSteps()
  const close = useCommand(['home', 'close'], () => api.home.close.call({}))
  const switched = useWorkspaceSwitch()
  const latest = useRef<Parameters<typeof onMenu>[0]>(() => undefined)
  useEffect(() => {
    latest.current = (wish) => {
      if (wish === 'undo' || wish === 'redo') {
        if (!undoneInField(wish)) (wish === 'undo' ? undo : redo)()
      } else if (wish === 'close') {
        close.mutate(undefined, { onSuccess: () => void switched().then(() => goTo('berkas')) })
      } else setLanguage(wish === 'language:en' ? 'en' : 'id')
    }
  })
  useEffect(() => onMenu((wish) => latest.current(wish)), [])
  useEffect(() => tellLanguage(language), [language])
  useBackupNotice()
  return null
}
