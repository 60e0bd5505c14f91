import { expect, test } from 'vitest'
import { createInOrder } from '../../renderer/ui/in-order.ts'
import { createLastWins } from '../../renderer/ui/last-wins.ts'

/** A call that is answered when the test says so. */
function calls() {
  const log: string[] = []
  const open = new Map<string, { resolve(): void; reject(error: Error): void }>()
  const call = (name: string) => () => {
    log.push(name)
    return new Promise<void>((resolve, reject) => open.set(name, { resolve, reject }))
  }
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return { log, call, answer: async (name: string) => { open.get(name)?.resolve(); await settled() }, refuse: async (name: string) => { open.get(name)?.reject(new Error(name)); await settled() } }
}

test('all that was asked for is waited for, whatever becomes of it', async () => {
  const { log, call, answer, refuse } = calls()
  const order = createInOrder()
  const change = order.change(call('a'))
  void order.step(call('undo'))
  void order.settled().then(() => log.push('settled'))
  await refuse('a')
  await expect(change).rejects.toThrow('a')
  expect(log).toEqual(['a', 'undo'])
  await answer('undo')
  expect(log).toEqual(['a', 'undo', 'settled'])
})

test('steps back wait for the changes before them and for each other; a change after them waits too; none is dropped', async () => {
  const { log, call, answer, refuse } = calls()
  const order = createInOrder()
  void order.change(call('a'))
  void order.change(call('b'))
  void order.step(call('undo 1'))
  const second = order.step(call('undo 2'))
  const after = order.change(call('c'))
  expect(log).toEqual(['a', 'b'])
  await answer('a')
  expect(log).toHaveLength(2)
  await answer('b')
  expect(log).toEqual(['a', 'b', 'undo 1'])
  await answer('undo 1')
  expect(log.at(-1)).toBe('undo 2')
  // What is refused does not stop what comes after it.
  const refused = second.catch((error: unknown) => String(error))
  await refuse('undo 2')
  expect(await refused).toContain('undo 2')
  expect(log.at(-1)).toBe('c')
  await answer('c')
  await after
  void order.change(call('d'))
  expect(log.at(-1)).toBe('d')
})

test('of two choices of one name the last is kept; they are sent one after the other, and all at once where the page goes', async () => {
  const { log, call, answer } = calls()
  const choices = createLastWins()
  const first = choices.choose('language', call('en'))
  const passed = choices.choose('language', call('id'))
  const last = choices.choose('language', call('en again'))
  const theme = choices.choose('theme', call('dark'))
  expect(log).toEqual(['en'])
  await answer('en')
  await first
  expect(log).toEqual(['en', 'en again'])
  choices.flush()
  expect(log).toEqual(['en', 'en again', 'dark'])
  await answer('en again')
  await answer('dark')
  await Promise.all([passed, last, theme])
  expect(log).toHaveLength(3)
})
