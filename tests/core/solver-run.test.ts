import { afterAll, describe, expect, it } from 'vitest'
import { closeSolver, runAllocation } from '#core/solver/run.ts'
import { checkAllocation } from '#shared/domain/allocation-check.ts'
import { randomInstance, VILLAGE } from '#tests/support/random-instance.ts'

const SMALL = randomInstance(3, { ...VILLAGE, lines: 4, sources: 2, locks: [0, 0], caps: [0, 0] })
/** Far too big to be proven in the time of a test. */
const BIG = randomInstance(5, { ...VILLAGE, lines: 400, sources: 8, locks: [0, 0], step: 1, units: [100, 999] })

afterAll(() => closeSolver())

describe('in the worker', () => {
  it('solves, tells its progress, and solves again on the same thread', async () => {
    const steps: number[] = []
    const first = await runAllocation(SMALL, { strategy: 'tiered', onProgress: ({ done, steps: all }) => steps.push(done / all) })
    expect(first.status).toBe('optimal')
    expect(steps.at(-1)).toBe(1)
    expect(await runAllocation(SMALL, { strategy: 'tiered' })).toEqual(first)
  })

  it('stops at once and gives the best answer so far, then goes on with the next', async () => {
    const abort = new AbortController()
    const running = runAllocation(BIG, { strategy: 'tiered', signal: abort.signal, onProgress: () => abort.abort() })
    const waiting = runAllocation(SMALL, { strategy: 'tiered' })
    const result = await running
    expect(result.status).toBe('stopped')
    expect(checkAllocation(BIG, result)).toEqual([])
    expect((await waiting).status).toBe('optimal')
  })

  it('gives the locked cells only when it is stopped before an answer', async () => {
    const [first] = SMALL.lines
    const source = first?.sources[0] ?? ''
    const locks = [{ line: first?.id ?? '', source, amount: first?.unitCost ?? 0 }]
    const result = await runAllocation({ ...SMALL, locks }, { strategy: 'tiered', signal: AbortSignal.abort() })
    expect(result.status).toBe('stopped')
    expect(result.lines.filter((line) => line.funded > 0)).toEqual([{ id: first?.id, fundedUnits: 1, funded: first?.unitCost, bySource: { [source]: first?.unitCost } }])
  })

  it('refuses an instance that makes no sense', async () => {
    await expect(runAllocation({ ...SMALL, sources: [] }, { strategy: 'tiered' })).rejects.toMatchObject({ code: 'instance_invalid' })
    const half = { line: SMALL.lines[0]?.id ?? '', source: SMALL.sources[0]?.id ?? '', amount: 1 }
    await expect(runAllocation({ ...SMALL, locks: [half] }, { strategy: 'tiered' })).rejects.toMatchObject({ data: { expected: 'unit_cost', of: String(SMALL.lines[0]?.unitCost) } })
  })
})
