import type { Translator } from './index.ts'

/** Words of a step that are codes, and where their terms stand. */
const TERMS: Readonly<Record<string, readonly string[]>> = { group: ['terms.groups', 'terms.denominators'], class: ['terms.commitments'], key: ['settings.keys'], basis: ['validity.basis'], stage: ['terms.stages'] }

/** What a step is called in the history: `Impor e-PPGBM Agustus 2026 (389 baris dari …)`. A name without a sentence stands as it is. */
export function stepText(step: { readonly name: string; readonly words: Readonly<Record<string, string | number>> }, { find }: Translator): string {
  const words = Object.fromEntries(Object.entries(step.words).map(([key, word]) => {
    const label = (TERMS[key] ?? []).map((area) => find(`${area}.${word}`)).find((text) => text !== undefined)
    return [key, label ?? word]
  }))
  return find(`steps.${step.name}`, words) ?? step.name
}
