import { useTranslator } from './language.tsx'
import { usePreferences } from './preferences.ts'

const LANGUAGES = ['id', 'en'] as const

/** Two buttons, each in its own language; the one in use is pressed. */
export function LanguageSwitch() {
  const { t, language } = useTranslator()
  const { setLanguage } = usePreferences()
  return (
    <div className="switch" role="group" aria-label={t('window.language.label')}>
      {LANGUAGES.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => setLanguage(one)}>
          {t(`window.language.${one}`)}
        </button>
      ))}
    </div>
  )
}
