import type { Language } from './format.ts'
import { EN } from './texts-en.ts'
import { ID } from './texts-id.ts'
import { type Translator, translatorOf } from './translator.ts'

export type { Language }
export type { MessageKey, MessageValues, Translator } from './translator.ts'

/** All texts by language and area. English must have exactly the keys of Indonesian. */
export const MESSAGES = { id: ID, en: EN } as const satisfies Record<Language, unknown>

/** Texts of one language, for the command line and the papers. The window takes them with `translatorOf`, so that it loads one language only. */
export function createTranslator(language: Language): Translator {
  return translatorOf(language, MESSAGES[language])
}
