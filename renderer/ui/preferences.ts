import type { WindowPreferences } from '#shared/contract/home.ts'
import type { Theme } from '#shared/domain/theme.ts'
import type { Language } from '#shared/i18n/index.ts'
import { useApi } from './api.tsx'
import { choices } from './last-wins.ts'
import { storeLanguage, useTranslator } from './language.tsx'
import { useTheme } from './theme.ts'
import { useCommand } from './use-command.ts'

/**
 * Takes over language and theme as they were chosen last on this machine, before anything is drawn: the core keeps them, because the address
 * of the window, and with it what the browser keeps, changes with every start. Where it does not answer, what the browser kept holds.
 */
export function remember(chosen: WindowPreferences | undefined): void {
  if (chosen?.language) storeLanguage(chosen.language)
  if (chosen?.theme) useTheme.getState().setTheme(chosen.theme)
  window.addEventListener('pagehide', () => choices.flush())
}

/** Language and theme: a choice holds at once, whichever file is open, and is kept behind; of two quick ones the last. */
export function usePreferences() {
  const { language, setLanguage } = useTranslator()
  const { theme, setTheme } = useTheme()
  const api = useApi()
  const save = useCommand(['home', 'setPreferences'], (chosen: { readonly language?: Language; readonly theme?: Theme }) =>
    choices.choose(Object.keys(chosen).join(), () => api.home.setPreferences.call(chosen)))
  return {
    language, theme,
    setLanguage: (chosen: Language) => {
      setLanguage(chosen)
      save.mutate({ language: chosen })
    },
    setTheme: (chosen: Theme) => {
      setTheme(chosen)
      save.mutate({ theme: chosen })
    },
  }
}
