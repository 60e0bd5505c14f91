import { describe, expect, test } from 'vitest'
import { readSource } from '#tests/support/imports.ts'

const [light = '', dark = '', chosen = ''] = readSource('renderer/styles/tokens.css').split(/@media \(prefers-color-scheme: dark\)|\/\* the same, chosen in the settings \*\//)

function tokens(css: string): Map<string, string> {
  return new Map([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]))
}

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const PAIRS = [
  ['ink', 'paper'], ['ink', 'sheet'], ['ink-soft', 'paper'], ['ink-soft', 'sheet'], ['ink-soft', 'sunken'], ['ink-faint', 'sheet'], ['ink-faint', 'paper'],
  ['accent', 'sheet'], ['accent', 'accent-soft'], ['accent-ink', 'accent'], ['attention', 'attention-soft'], ['attention', 'paper'], ['alarm', 'sheet'],
  ['alarm', 'alarm-soft'],
] as const

describe.each([['light', tokens(light)], ['dark', tokens(dark)]] as const)('colours in the %s', (_, colours) => {
  test.each(PAIRS)('%s on %s can be read (WCAG AA, 4.5:1)', (text, ground) => {
    expect(contrast(colours.get(text) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5)
  })
})

test('dark by choice is the same as dark by the computer', () => {
  const declarations = (css: string) => [...css.matchAll(/--[\w-]+: [^;]+/g)].map(([declaration]) => declaration)
  expect(declarations(dark).length).toBeGreaterThan(10)
  expect(declarations(chosen)).toEqual(declarations(dark))
})
