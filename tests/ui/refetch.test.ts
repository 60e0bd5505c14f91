import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { inOrder } from '../../renderer/ui/in-order.ts'
import { refetchAfter } from '../../renderer/ui/refetch.ts'

const LINE = [['history', 'figure'], { input: { line: 'l1' }, type: 'query' }]
const LINES = [['plan', 'lines'], { input: {}, type: 'query' }]

/** A screen that shows the lines of a plan, and the past of one of them until it is left. */
function screen() {
  const asked: string[] = []
  const plan = { lines: ['l1'] }
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 1_000 } } })
  const about = new QueryObserver<string>(queries, { queryKey: LINE, queryFn: () => {
    asked.push('l1')
    return plan.lines.includes('l1') ? Promise.resolve('its past') : Promise.reject(new Error('line_not_found'))
  } })
  const lines = new QueryObserver<readonly string[]>(queries, { queryKey: LINES, queryFn: () => {
    asked.push('lines')
    return Promise.resolve([...plan.lines])
  } })
  lines.subscribe(() => undefined)
  return { asked, plan, queries, open: () => about.subscribe(() => undefined) }
}

/** A command at this path, and all that is asked after it. */
async function after(queries: QueryClient, path: readonly string[]): Promise<void> {
  await (await refetchAfter(queries, path)).about
}

test('what there is is asked first; what is left with it is not asked about, what is still shown is told that it is gone', async () => {
  const { asked, plan, queries, open } = screen()
  await after(queries, ['plan', 'edit'])
  const leave = open()
  await new Promise((resolve) => setImmediate(resolve))
  asked.length = 0
  await after(queries, ['plan', 'edit'])
  expect(asked).toEqual(['lines', 'l1'])
  plan.lines = []
  asked.length = 0
  await after(queries, ['history', 'undo'])
  expect(asked).toEqual(['lines', 'l1'])
  expect(queries.getQueryState(LINE)?.error).toMatchObject({ message: 'line_not_found' })
  asked.length = 0
  leave()
  await after(queries, ['history', 'undo'])
  expect(asked).toEqual(['lines'])
})

test('while another change is on its way nothing is asked about a thing that it may take away', async () => {
  const { asked, plan, queries, open } = screen()
  await after(queries, ['plan', 'edit'])
  const leave = open()
  await new Promise((resolve) => setImmediate(resolve))
  asked.length = 0
  let answer = () => undefined as void
  const second = inOrder.step(() => new Promise<void>((resolve) => { answer = resolve })).then(() => {
    plan.lines = []
    leave()
    return after(queries, ['history', 'undo'])
  })
  const first = after(queries, ['history', 'undo'])
  await vi.waitFor(() => expect(asked).toEqual(['lines']))
  answer()
  await Promise.all([first, second])
  expect(asked).toEqual(['lines', 'lines'])
})
