import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Language } from '#shared/i18n/index.ts'
import { useApi } from './api.tsx'
import { useTranslator } from './language.tsx'
import { useCommand } from './use-command.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
const STORED_THEME = 'rembuk-theme'

/** Puts a theme on the page at once, and keeps it for the next first paint. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
  localStorage.setItem(STORED_THEME, theme)
}

/** The theme that the window had last, before the workspace is known. */
export function applyStoredTheme(): void {
  applyTheme(THEMES.find((theme) => theme === localStorage.getItem(STORED_THEME)) ?? 'system')
}

/**
 * Language and theme of the open workspace: they are settings of the file, because the address of the window, and with it what the browser
 * keeps, changes with every start. What the file does not say stays as the window has it.
 */
export function usePreferences() {
  const { language, setLanguage } = useTranslator()
  const api = useApi()
  const { data } = useQuery(api.workspace.settings.queryOptions({ input: {} }))
  const save = useCommand(['workspace', 'setSetting'], api.workspace.setSetting.call)
  const [fileLanguage, fileTheme] = [data?.['language'], data?.['theme']]
  const known = data !== undefined
  const before = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!known) return
    if (fileLanguage === 'id' || fileLanguage === 'en') setLanguage(fileLanguage)
    // The choice was undone.
    else if (before.current !== undefined) setLanguage('id')
    before.current = fileLanguage
  }, [known, fileLanguage, setLanguage])
  useEffect(() => {
    if (known) applyTheme(THEMES.find((theme) => theme === fileTheme) ?? 'system')
  }, [known, fileTheme])
  return {
    language,
    theme: THEMES.find((theme) => theme === fileTheme) ?? 'system',
    settings: data,
    setLanguage: (chosen: Language) => {
      setLanguage(chosen)
      if (chosen !== fileLanguage) save.mutate({ key: 'language', value: chosen })
    },
    setTheme: (chosen: Theme) => {
      applyTheme(chosen)
      save.mutate({ key: 'theme', value: chosen })
    },
    set: (key: string, value: string) => save.mutate({ key, value }),
  }
}
