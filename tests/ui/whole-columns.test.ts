import { describe, expect, test } from 'vitest'
import { roomPerColumn } from '#renderer/features/caseload/use-whole-columns.ts'

describe('columns of a table of counts', () => {
  test('grow together until the last whole one ends at the edge', () => {
    expect(roomPerColumn([220, 160, 160, 160, 160], 760)).toBe(20)
    expect(roomPerColumn([220, 112, 146, 130, 160], 500)).toBe(11)
  })

  test('keep their widths where all fit, or not even one', () => {
    expect(roomPerColumn([220, 160, 160], 540)).toBe(0)
    expect(roomPerColumn([220, 160, 160], 900)).toBe(0)
    expect(roomPerColumn([220, 160], 300)).toBe(0)
    expect(roomPerColumn([], 300)).toBe(0)
  })
})
