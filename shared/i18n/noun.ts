/** Format of texts: `{{rows, noun(single: row; several: rows)}}` is the word for as many as `rows` says; for sentences with more than one number, which have no `_one` and `_other`. */
export const NOUN = 'noun'

/** The word for one, or for any other number; a number may have been written out for its reader already. */
export function nounOf(value: unknown, { single, several }: { readonly single?: unknown; readonly several?: unknown }): string {
  return String(String(value) === '1' ? single : several)
}
