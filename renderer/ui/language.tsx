import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { createTranslator, type Language, type Translator } from '#shared/i18n/index.ts'

const STORED = 'rembuk-language'

interface LanguageState extends Translator {
  setLanguage(language: Language): void
}

const LanguageContext = createContext<LanguageState | undefined>(undefined)

/** Holds the language of the window: Indonesian, until the user chooses English; the choice is kept in the browser, for the next first paint. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(STORED) === 'en' ? 'en' : 'id'))
  useEffect(() => {
    document.documentElement.lang = language
    storeLanguage(language)
  }, [language])
  const state = useMemo(() => ({ ...createTranslator(language), setLanguage }), [language])
  return <LanguageContext value={state}>{children}</LanguageContext>
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(STORED, language)
}

/** Texts in the window's language. Only below `LanguageProvider`. */
export function useTranslator(): LanguageState {
  const state = useContext(LanguageContext)
  if (!state) throw new Error('useTranslator needs a LanguageProvider above it')
  return state
}
