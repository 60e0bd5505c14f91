import { describe, expect, it } from 'vitest'
import { heldBy, inTheWay } from '#core/services/explain-in-the-way.ts'
import type { AllocationInstance } from '#shared/domain/allocation.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const problem: AllocationInstance = {
  lines: ids.map((id) => ({ id, tier: 1, weight: 1, units: 1, unitCost: 1_000, driven: true, sources: ['DDS'], targetBp: 10_000 })),
  sources: [{ id: 'DDS', available: 0 }], caps: [], locks: [{ line: 'b', source: 'DDS', amount: 1_000 }],
}
const asks = ({ lines }: AllocationInstance) => lines.filter(({ targetBp }) => targetBp === 10_000).map(({ id }) => id)

describe('what is in the way of a problem that does not hold together', () => {
  it('is found with nothing that could stay', async () => {
    const found = await inTheWay(problem, heldBy(problem, 'target'), async (trial) => !asks(trial).includes('b') && !asks(trial).includes('d') && trial.locks.length === 0)
    expect(found).toHaveLength(3)
    expect(found).toEqual(expect.arrayContaining([{ kind: 'target', line: 'b' }, { kind: 'target', line: 'd' }, { kind: 'lock', line: 'b', source: 'DDS' }]))
    expect(await inTheWay(problem, heldBy(problem, 'lock'), async () => false)).toBeUndefined()
  })

  it('is nothing where the search is stopped meanwhile: every question is answered with no from then on', async () => {
    for (const answered of [1, 2, 3, 4, 5]) {
      let questions = 0
      const stopped = inTheWay(problem, heldBy(problem, 'target'), async (trial) => {
        questions += 1
        if (questions > 1_000) throw new Error('it goes on for ever')
        return questions <= answered && asks(trial).length < 2
      })
      expect(await stopped).toBeUndefined()
    }
  })
})
