import { newSource } from '#shared/catalogue/sources.ts'
import { INTERVENTIONS, offeredTo } from '#shared/catalogue/interventions.ts'
import type { AllocationInstance } from '#shared/domain/allocation.ts'
import type { PlanCounts } from '#shared/domain/caseload.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { allocationInstance } from '#shared/domain/instance.ts'
import type { Activity, CostLine, FundingSource, SourceCode } from '#shared/domain/plan.ts'
import type { Rule, RuleGroup, RuleSet } from '#shared/domain/rule.ts'
import { buildTemplate } from '#shared/domain/template.ts'
import { countingIds, plan, VILLAGE_COUNTS } from './plan-fixture.ts'
import { createRandom } from './random-instance.ts'

/** Eight sources that a village has, and how many hundredths of its money each brings at least and at most. */
const SOURCES: readonly (readonly [SourceCode, number, number])[] = [
  ['PBP', 2, 12], ['PBK', 2, 12], ['GENTING', 2, 12], ['CSR', 2, 12], ['DDS', 30, 60], ['PBH', 2, 12], ['ADD', 10, 30], ['PAD', 2, 12],
]
/** Whose money the rule groups are about, in turn. */
const RULED: readonly SourceCode[] = ['DDS', 'DDS', 'DDS', 'ADD', 'ADD', 'PBH', 'PBK', 'PBP', 'CSR', 'PAD']

type Random = ReturnType<typeof createRandom>

/** Activities of the catalogue as a village would draw them until so many lines are reached, each price up to 30 % off. */
function drawn(random: Random, lineCount: number, counts: PlanCounts): { activities: Activity[]; lines: CostLine[] } {
  const keys: string[] = []
  let pool: string[] = []
  for (;;) {
    if (pool.length === 0) pool = INTERVENTIONS.filter((entry) => offeredTo(entry, 'desa')).map(({ key }) => key)
    keys.push(...pool.splice(random(0, pool.length - 1), 1))
    const made = buildTemplate('desa', { fiscalYear: 2026, counts, newId: countingIds(), keys })
    if (made.lines.length < lineCount) continue
    const lines = made.lines.slice(0, lineCount).map((line) => ({ ...line, unitPrice: Math.max(500, Math.round((line.unitPrice * random(70, 130)) / 50_000) * 500) }))
    const used = new Set(lines.map(({ activityId }) => activityId))
    return { activities: made.activities.filter(({ id }) => used.has(id)), lines }
  }
}

/** Rules about a few spending classes, a bidang or an activity of one source: at most so much of it, and every fourth at least. */
function ruleGroups(random: Random, count: number, activities: readonly Activity[], lines: readonly CostLine[]): RuleSet {
  const classes = [...new Set(lines.map(({ spendingClass }) => spendingClass))]
  const codes = [...new Set(activities.flatMap(({ villageCode }) => villageCode ?? []))]
  const pick = <T>(list: readonly T[]): T[] => list.slice(random(0, list.length - 1)).slice(0, 1)
  const rules = Array.from({ length: count }, (_, at): Rule => {
    const by = random(0, 2)
    const group: RuleGroup = by === 0
      ? { spendingClasses: [...classes.filter(() => random(1, 3) === 1), ...pick(classes)] }
      : { villageCodes: pick(codes).map((code) => code.slice(0, by === 1 ? 3 : 6)) }
    const least = random(1, 4) === 1
    return {
      id: `r${at}`, source: RULED[at % RULED.length] ?? 'DDS', kind: least ? 'min_share' : 'max_share', group,
      shareBp: least ? random(500, 2_500) : random(300, 5_000), amount: null, base: 'regular', severity: 'error', citation: 'contoh', confidence: 'A',
    }
  })
  return { year: 2026, from: 2026, carriedOver: false, rules }
}

/**
 * The allocation of a synthetic village: lines, prices and sources of the catalogue, counts of a third to three times the sample's, money for 30 to
 * 110 % of the need, and rule groups as an office would add them. A few lines can drop out, where nothing is needed. The same seed
 * gives the same village.
 */
export function catalogueVillage(seed: number, lineCount: number, groupCount: number): AllocationInstance {
  const random = createRandom(seed * 7_919)
  const counts: PlanCounts = new Map([...VILLAGE_COUNTS].map(([group, count]) => [group, Math.max(1, Math.round((count * random(30, 300)) / 100))]))
  const { activities, lines } = drawn(random, lineCount, counts)
  const rules = ruleGroups(random, groupCount, activities, lines)
  const figuresOf = (sources: readonly FundingSource[]) => {
    const made = plan({ activities, lines, sources })
    return { plan: made, counts, rules, figures: planFigures(made, counts, rules) }
  }
  const empty = SOURCES.map(([code]) => newSource(code, code))
  const needed = figuresOf(empty).figures.lines.reduce((sum, { need }) => sum + (need.known ? need.units * need.unitCost : 0), 0)
  const money = (needed * random(30, 110)) / 100
  const shares = SOURCES.map(([, least, most]) => random(least, most))
  const whole = shares.reduce((a, b) => a + b, 0)
  const sources = empty.map((source, at) => ({ ...source, ceiling: Math.round((money * (shares[at] ?? 0)) / whole / 1_000) * 1_000 }))
  return allocationInstance(figuresOf(sources)).instance
}
