import { describe, expect, test } from 'vitest'
import { takerOf } from '#renderer/ui/drop-takers.ts'

const WINDOW = { of: 'window', name: 'the window' } as const
const SCREEN = { of: 'part', name: 'a screen' } as const
const PANEL = { of: 'part', name: 'a panel on it' } as const

describe('what is dropped', () => {
  test('goes to the window where it is a workspace on its own, whatever is in sight', () => {
    expect(takerOf([WINDOW, SCREEN, PANEL], ['Kalipucung.rembuk'])).toBe(WINDOW)
    expect(takerOf([SCREEN, WINDOW], ['KALIPUCUNG.REMBUK'])).toBe(WINDOW)
    expect(takerOf([SCREEN], ['Kalipucung.rembuk'])).toBeUndefined()
  })

  test('goes to the part that asked last otherwise: data files, packages, many files of which one is a workspace', () => {
    for (const names of [['balita.xlsx'], ['paket.rembuk.gz'], ['a.rembuk.gz', 'desa.rembuk'], ['catatan rembuk']]) expect(takerOf([WINDOW, SCREEN, PANEL], names)).toBe(PANEL)
    expect(takerOf([WINDOW, SCREEN], [])).toBe(SCREEN)
  })

  test('goes to the window where no part asks', () => {
    expect(takerOf([WINDOW], ['balita.xlsx'])).toBe(WINDOW)
    expect(takerOf([], ['balita.xlsx'])).toBeUndefined()
  })
})
