/** What JSON can say, without the numbers that it cannot. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * The one text of a JSON value: keys sorted by their code units at every depth, no spaces, `undefined` left out. Equal values give equal texts,
 * whatever order they were made in, so a sum over the text speaks for the value.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value as { readonly [key: string]: Json | undefined }).filter((entry): entry is [string, Json] => entry[1] !== undefined)
  return `{${entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
}
