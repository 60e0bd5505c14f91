import { expect, test } from 'vitest'
import { SOURCES } from '#shared/catalogue/sources.ts'
import { readSource } from '#tests/support/imports.ts'
import { sourceColour } from '../../renderer/ui/source-colours.ts'

const [light = '', ...dark] = readSource('renderer/styles/tokens.css').split(/@media \(prefers-color-scheme: dark\)|@media screen \{\n/)

test.each(SOURCES.map(({ code }) => code))('%s has a colour of its own in every theme', (code) => {
  const token = /^var\((--source-[\w-]+)\)$/.exec(sourceColour(code))?.[1] ?? ''
  expect(token).not.toBe('--source-other')
  expect(dark.length).toBeGreaterThan(1)
  for (const theme of [light, dark[0], dark[1]]) expect(theme).toContain(`${token}:`)
})

test('a code that nobody knows still has one', () => {
  expect(sourceColour('?')).toBe('var(--source-other)')
})
