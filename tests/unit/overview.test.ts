import { describe, expect, it } from 'vitest'
import { planFigures } from '#shared/domain/figures.ts'
import { largestGaps } from '#shared/domain/gaps.ts'
import { perStuntedChild, reachBars, spendingParts } from '#shared/domain/overview.ts'
import { planCoverage } from '#shared/domain/coverage.ts'
import type { Plan } from '#shared/domain/plan.ts'
import { sampleInput } from '#tests/support/sample-plan.ts'

const input = sampleInput()

function whose(plan: Plan = input.plan) {
  return { plan, rules: input.rules, figures: planFigures(plan, input.counts, input.rules) }
}

describe('what the funded money becomes', () => {
  it('sums to Rp1.000 and says the direct part first, rounded as a whole', () => {
    const parts = spendingParts(input.figures)
    expect(parts.reduce((total, { perThousand }) => total + perThousand, 0)).toBe(1_000)
    expect(parts.map((part) => part.direct)).toEqual(parts.map((part) => part.direct).toSorted((a, b) => Number(b) - Number(a)))
    expect(parts.filter(({ amount }) => amount === 0)).toEqual([])
    const { direct, total } = input.figures.shareOfFunded
    expect(parts.filter((part) => part.direct).reduce((sum, { amount }) => sum + amount, 0)).toBe(direct)
    expect(parts.filter((part) => part.direct).reduce((sum, { perThousand }) => sum + perThousand, 0)).toBe(Math.round((direct * 1_000) / total))
  })

  it('is nothing where nothing is funded', () => {
    expect(spendingParts(whose({ ...input.plan, cells: [] }).figures)).toEqual([])
  })
})

describe('the largest gaps', () => {
  it('come by amount, with the units that are missing and what one costs', () => {
    const gaps = largestGaps(whose(), 3)
    expect(gaps.map(({ name, gap, missing, units, unit, unitCost }) => ({ name, gap, missing, units, unit, unitCost }))).toEqual([
      { name: 'Jamban sehat keluarga balita stunting', gap: 22_000_000, missing: 4, units: 6, unit: 'keluarga', unitCost: 5_500_000 },
      { name: 'Alat ukur antropometri', gap: 9_500_000, missing: 2, units: 2, unit: 'set', unitCost: 4_750_000 },
    ])
    expect(largestGaps(whose(), 1)).toHaveLength(1)
  })

  it('name the money that is left and whether it reaches one unit', () => {
    const [, scales] = largestGaps(whose(), 3)
    expect(scales?.closers.length).toBeGreaterThan(0)
    expect(scales?.closers.every(({ left, units }) => units === Math.min(2, Math.floor(left / 4_750_000)))).toBe(true)
    const rich = { ...input.plan, sources: input.plan.sources.map((source) => (source.code === 'ADD' ? { ...source, ceiling: 50_000_000 } : source)) }
    expect(largestGaps(whose(rich), 3)[1]?.closers[0]).toMatchObject({ name: 'ADD', units: 2 })
  })

  it('name the ceilings that are not entered', () => {
    const open = { ...input.plan, sources: input.plan.sources.map((source) => (source.code === 'ADD' || source.code === 'GENTING' ? { ...source, ceiling: null } : source)) }
    expect(largestGaps(whose(), 3).flatMap(({ unfilled }) => unfilled)).not.toContain('ADD')
    const [, scales] = largestGaps(whose(open), 3)
    expect(scales?.unfilled).toContain('ADD')
    expect(scales?.unfilled).not.toContain('GENTING')
  })

  it('offer partners only what they pay, and money only where its giver meant it', () => {
    const [latrines] = largestGaps(whose(), 1)
    expect(latrines?.partners).toEqual(['GENTING', 'CSR', 'Zakat'])
    const bound = { ...input.plan, sources: input.plan.sources.map((source) => (source.code === 'GENTING' ? { ...source, ceiling: 90_000_000, reservedFor: ['kpm_incentive'] } : source)) }
    const [other] = largestGaps(whose(bound), 1)
    expect(other?.closers.map(({ name }) => name)).not.toContain('GENTING')
    expect(other?.partners).not.toContain('GENTING')
  })
})

describe('rupiah per stunted child', () => {
  it('counts the direct help that follows them, and all of the plan', () => {
    expect(perStuntedChild(input.figures, input.counts)).toEqual({
      children: 16, help: 28_800_000, helpPerChild: 1_800_000, funded: input.figures.funded, fundedPerChild: Math.round(input.figures.funded / 16),
    })
  })

  it('rounds half a rupiah up', () => {
    expect(perStuntedChild(input.figures, new Map([['stunted', 2 * 28_800_000]]))?.helpPerChild).toBe(1)
    expect(perStuntedChild(input.figures, new Map([['stunted', 2 * 28_800_000 + 1]]))?.helpPerChild).toBe(0)
  })

  it('is unknown without a count, and with nobody to divide by', () => {
    expect(perStuntedChild(input.figures, new Map())).toBeNull()
    expect(perStuntedChild(input.figures, new Map([['stunted', 0]]))).toBeNull()
  })
})

describe('bars of who is reached', () => {
  it('show parts only where those who are reached lack some', () => {
    const bars = reachBars(planCoverage({ figures: input.figures, counts: input.counts }))
    expect(bars.find(({ group }) => group === 'stunted')).toMatchObject({ total: 16, covered: 16, partly: 0, units: null })
    expect(bars.at(-1)).toMatchObject({ group: 'cadre', total: 25 })
    const nine = input.plan.cells.map((cell) => (cell.lineId === 'l1' ? { ...cell, units: 9 } : cell))
    const fewer = whose({ ...input.plan, cells: nine }).figures
    expect(reachBars(planCoverage({ figures: fewer, counts: input.counts })).find(({ group }) => group === 'stunted'))
      .toMatchObject({ covered: 0, partly: 16, units: 9, neededUnits: 12, unit: 'bulan' })
  })
})
