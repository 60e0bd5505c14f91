import { describe, expect, it } from 'vitest'
import { WARNING_CODES } from '#shared/domain/by-name.ts'
import { importTexts as en } from '#shared/i18n/en/import.ts'
import { importTexts as id } from '#shared/i18n/id/import.ts'
import { REJECTION_CODES } from '#shared/sheets/read/result.ts'

/** Keys with the names of the figures that each sentence takes. */
function shape(texts: object): unknown {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]: [string, unknown]) => [key, typeof value === 'string' ? [...value.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted() : shape(value as object)]),
  )
}

describe('texts of the import', () => {
  it('are the same sentences in both languages', () => expect(shape(en)).toEqual(shape(id)))
  /** Keys without the ending for one or for several. */
  const codes = (texts: object) => [...new Set(Object.keys(texts).map((key) => key.replace(/_(one|other)$/, '')))].toSorted()

  it('cover every reason for rejecting and every warning', () => {
    expect(codes(id.rejection)).toEqual([...REJECTION_CODES, 'value_unreadable'].toSorted())
    expect(codes(id.warning)).toEqual([...WARNING_CODES].toSorted())
  })
})
