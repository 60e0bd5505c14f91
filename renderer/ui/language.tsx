import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Language } from '#shared/i18n/format.ts'
import { ID } from '#shared/i18n/texts-id.ts'
import { type Texts, type Translator, translatorOf } from '#shared/i18n/translator.ts'

const STORED = 'rembuk-language'

interface LanguageState extends Translator {
  setLanguage(language: Language): void
}

/** A language with its texts; those of English are loaded when they are needed. */
export interface Loaded {
  readonly language: Language
  readonly texts: Texts
}

const LanguageContext = createContext<LanguageState | undefined>(undefined)

/** The texts of a language, loaded; Indonesian where they cannot be had. */
export async function loadTexts(language: Language): Promise<Loaded> {
  if (language === 'en') {
    const english = await import('#shared/i18n/texts-en.ts').catch(() => undefined)
    if (english) return { language, texts: english.EN }
  }
  return { language: 'id', texts: ID }
}

/** Indonesian, until the user chooses English; the choice alone is kept in the browser, for the next first paint, not what could be loaded of it. */
export function storedLanguage(): Language {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'id'
}

/** Holds the language of the window, which begins with the one that is given. Of two that are chosen quickly the last one holds. */
export function LanguageProvider({ first, children }: { readonly first: Loaded; readonly children: ReactNode }) {
  const [{ language, texts }, setLoaded] = useState(first)
  const wanted = useRef(first.language)
  const setLanguage = useCallback((chosen: Language) => {
    wanted.current = chosen
    storeLanguage(chosen)
    const load = async () => {
      const loaded = await loadTexts(chosen)
      if (wanted.current === chosen) setLoaded(loaded)
    }
    void load()
  }, [])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const state = useMemo(() => ({ ...translatorOf(language, texts), setLanguage }), [language, texts, setLanguage])
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
