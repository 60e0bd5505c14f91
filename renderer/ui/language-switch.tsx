import type { Language } from '#shared/i18n/index.ts'
import { useTranslator } from './language.tsx'

const LANGUAGES = ['id', 'en'] as const

/** Two buttons, each in its own language; the one in use is pressed. `choose` where the choice is also kept elsewhere. */
export function LanguageSwitch({ choose }: { choose?(language: Language): void }) {
  const { t, language, setLanguage } = useTranslator()
  return (
    <div className="switch" role="group" aria-label={t('window.language.label')}>
      {LANGUAGES.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => (choose ?? setLanguage)(one)}>
          {t(`window.language.${one}`)}
        </button>
      ))}
    </div>
  )
}
