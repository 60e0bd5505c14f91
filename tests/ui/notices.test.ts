import { ORPCError } from '@orpc/client'
import { beforeEach, describe, expect, test } from 'vitest'
import { isUnkept } from '../../renderer/ui/error-text.ts'
import { useNotices } from '../../renderer/ui/notices.tsx'
import { makesStep } from '../../renderer/ui/refetch.ts'

const texts = () => useNotices.getState().notices.map(({ text }) => text)
const { show, pass } = useNotices.getState()

describe('what is said of a change that could not be kept', () => {
  beforeEach(() => useNotices.setState({ notices: [] }))

  test('stands once, and goes when a later change is kept; what went wrong otherwise stays', () => {
    show({ text: 'taken', alarm: true })
    show({ text: 'full', alarm: true, topic: 'unkept' })
    show({ text: 'still full', alarm: true, topic: 'unkept' })
    expect(texts()).toEqual(['taken', 'still full'])
    pass()
    expect(texts()).toEqual(['taken'])
  })

  test('is about the file, its disk or the core; not about what was typed', () => {
    expect([new ORPCError('workspace_no_space'), new ORPCError('workspace_moved'), new TypeError('Failed to fetch')].map(isUnkept)).toEqual([true, true, true])
    expect([new ORPCError('amount_invalid'), new ORPCError('INTERNAL_SERVER_ERROR')].map(isUnkept)).toEqual([false, false])
  })

  test('does not go with a backup or a change of language', () => {
    expect([['plan', 'edit'], ['history', 'undo'], ['home', 'open']].map(makesStep)).toEqual([true, true, true])
    expect([['backup', 'make'], ['home', 'setPreferences']].map(makesStep)).toEqual([false, false])
  })
})
