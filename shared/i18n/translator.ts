import { createInstance } from 'i18next'
import { fileSize, type Language, number } from './format.ts'
import { NOUN, nounOf } from './noun.ts'
import type { EN } from './texts-en.ts'
import type { ID } from './texts-id.ts'

export type Texts = typeof ID | typeof EN

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string]
type WithoutCount<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K

/** Dotted key of a text, such as `window.strip.need`; texts with a count are named without `_one` and `_other`. */
export type MessageKey = WithoutCount<Leaves<typeof ID>>
export type MessageValues = Readonly<Record<string, string | number>>

export interface Translator {
  readonly language: Language
  /** The text of a key, with its `{{values}}` filled in as they are: nothing is escaped, because texts never become markup. */
  t(key: MessageKey, values?: MessageValues): string
  /** The text of a key that is only known at run time (`errors.` + code), or `undefined` where there is none. */
  find(key: string, values?: MessageValues): string | undefined
}

/** Texts of one language, whose texts are given; needs no window and loads nothing. */
export function translatorOf(language: Language, texts: Texts): Translator {
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: { translation: texts } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  i18n.services.formatter?.add(NOUN, (value, _language, words) => nounOf(value, words))
  i18n.services.formatter?.add('count', (value) => (typeof value === 'number' ? number(value, language) : String(value)))
  i18n.services.formatter?.add('size', (value) => (typeof value === 'number' ? fileSize(value, language) : String(value)))
  // Texts without values are asked for at every drawing of the window.
  const plain = new Map<string, string>()
  const translate = (key: string, values?: MessageValues): string => {
    if (values) return i18n.t(key, { ...values })
    const text = plain.get(key) ?? i18n.t(key)
    plain.set(key, text)
    return text
  }
  return {
    language,
    t: translate,
    find: (key, values) => (i18n.exists(key, { ...values }) ? translate(key, values) : undefined),
  }
}
