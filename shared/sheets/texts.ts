import type { Language } from '#shared/i18n/format.ts'
import { documents as en } from '#shared/i18n/en/documents.ts'
import { forms as enForms } from '#shared/i18n/en/forms.ts'
import { terms as enTerms } from '#shared/i18n/en/terms.ts'
import { documents as id } from '#shared/i18n/id/documents.ts'
import { forms as idForms } from '#shared/i18n/id/forms.ts'
import { terms as idTerms } from '#shared/i18n/id/terms.ts'

type Texts<T> = T extends string ? string : { readonly [K in keyof T]: Texts<T[K]> }

/** Words of the papers in one language. */
export type DocumentTexts = Texts<typeof id & { readonly forms: typeof idForms; readonly spendingClasses: typeof idTerms.spendingClasses }>

const TEXTS: Readonly<Record<Language, DocumentTexts>> = {
  id: { ...id, forms: idForms, spendingClasses: idTerms.spendingClasses }, en: { ...en, forms: enForms, spendingClasses: enTerms.spendingClasses },
}

export function documentTexts(language: Language): DocumentTexts {
  return TEXTS[language]
}

/** `{name}` in a text becomes its word; a name without a word stays as it is, so that a missing one is seen. */
export function fill(template: string, words: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? whole))
}
