import { create } from 'zustand'
import { type Theme, THEMES } from '#shared/domain/theme.ts'

const STORED = 'rembuk-theme'

interface ThemeState {
  readonly theme: Theme
  /** Puts a theme on the page at once, and keeps it for the next first paint. */
  setTheme(theme: Theme): void
}

function applied(theme: Theme): Theme {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
  localStorage.setItem(STORED, theme)
  return theme
}

export const useTheme = create<ThemeState>((set) => ({ theme: 'system', setTheme: (theme) => set({ theme: applied(theme) }) }))

/** The theme that the window had last, before the core is asked. */
export function applyStoredTheme(): void {
  useTheme.getState().setTheme(THEMES.find((theme) => theme === localStorage.getItem(STORED)) ?? 'system')
}
