import type { AllocationInstance, AllocationResult, Fraction, LineOutcome } from './allocation.ts'
import { type BigFraction, compare, coverageSum, toFraction } from './allocation-fraction.ts'
import { createProblem, type Problem, type ProblemBundle } from './allocation-problem.ts'
import { lowestVillage, villageCoverage, villagesOf } from './allocation-villages.ts'

/** Units of the bundle in a list of outcomes by line id; 0 where a line is missing. */
function unitsOf(problem: Problem, outcomes: ReadonlyMap<string, LineOutcome>, bundle: ProblemBundle): number {
  const [first] = bundle.lines
  const line = first === undefined ? undefined : problem.lines[first]
  return line === undefined ? 0 : (outcomes.get(line.id)?.fundedUnits ?? 0)
}

/** Lowest coverage among the given bundles, exactly; null where there is none. */
export function lowestOf(bundles: readonly ProblemBundle[], units: (bundle: ProblemBundle) => number): BigFraction | null {
  let lowest: BigFraction | null = null
  for (const bundle of bundles) {
    if (bundle.units === 0) continue
    const coverage = { numerator: BigInt(units(bundle)), denominator: BigInt(bundle.units) }
    if (lowest === null || compare(coverage, lowest) < 0) lowest = coverage
  }
  return lowest
}

/** Sum of weight × coverage, each bundle once, exactly; null where no bundle needs anything. */
export function sumFor(bundles: readonly ProblemBundle[], units: (bundle: ProblemBundle) => number): BigFraction | null {
  const counted = bundles.filter((bundle) => bundle.units > 0)
  if (counted.length === 0) return null
  return coverageSum(counted.map((bundle) => ({ weight: bundle.weight, units: units(bundle), needed: bundle.units })))
}

const same = (stated: Fraction | null, real: BigFraction | null) => {
  const exact = real === null ? null : toFraction(real)
  return stated?.numerator === exact?.numerator && stated?.denominator === exact?.denominator
}

function checkLines(instance: AllocationInstance, outcomes: ReadonlyMap<string, LineOutcome>, problems: string[]): void {
  const known = new Set(instance.sources.map((source) => source.id))
  const bundles = new Map<string, number>()
  for (const line of instance.lines) {
    const outcome = outcomes.get(line.id)
    if (outcome === undefined) {
      problems.push(`line ${line.id} is missing`)
      continue
    }
    const y = outcome.fundedUnits
    if (!Number.isSafeInteger(y) || y < 0 || y > line.units) problems.push(`line ${line.id}: ${y} units of ${line.units}`)
    let paid = 0n
    for (const [source, amount] of Object.entries(outcome.bySource)) {
      if (!Number.isSafeInteger(amount) || amount < 0) problems.push(`line ${line.id}: ${source} pays ${amount}`)
      else if (amount > 0 && (!known.has(source) || !line.sources.includes(source))) problems.push(`line ${line.id}: ${source} is not eligible`)
      else if (amount > 0 && line.splittable !== true && (line.unitCost === 0 || BigInt(amount) % BigInt(line.unitCost) !== 0n)) {
        problems.push(`line ${line.id}: ${source} pays ${amount}, not whole units of ${line.unitCost}`)
      }
      paid += Number.isSafeInteger(amount) ? BigInt(amount) : 0n
    }
    if (Number.isSafeInteger(y) && paid !== BigInt(line.unitCost) * BigInt(y)) problems.push(`line ${line.id}: ${paid} paid for ${y} units`)
    if (!Number.isSafeInteger(outcome.funded) || BigInt(outcome.funded) !== paid) problems.push(`line ${line.id}: funded is not the sum`)
    if (Number.isSafeInteger(y) && BigInt(y) * 10_000n < BigInt(line.targetBp ?? 0) * BigInt(line.units)) problems.push(`line ${line.id}: below its target`)
    if (line.bundle !== undefined) {
      if ((bundles.get(line.bundle) ?? y) !== y) problems.push(`bundle ${line.bundle}: different units`)
      bundles.set(line.bundle, y)
    }
  }
}

/** Rupiah that each source pays in all. */
function spentBySource(outcomes: ReadonlyMap<string, LineOutcome>): Map<string, bigint> {
  const spent = new Map<string, bigint>()
  for (const { bySource } of outcomes.values()) {
    for (const [source, amount] of Object.entries(bySource)) if (Number.isSafeInteger(amount)) spent.set(source, (spent.get(source) ?? 0n) + BigInt(amount))
  }
  return spent
}

function checkMoney(instance: AllocationInstance, outcomes: ReadonlyMap<string, LineOutcome>, problems: string[]): void {
  const paid = (line: string, source: string) => BigInt(outcomes.get(line)?.bySource[source] ?? 0)
  const spent = spentBySource(outcomes)
  for (const { id, available } of instance.sources) {
    if ((spent.get(id) ?? 0n) > BigInt(Math.max(0, available))) problems.push(`source ${id}: ${spent.get(id)} of ${available}`)
  }
  for (const [at, cap] of instance.caps.entries()) {
    const sum = [...new Set(cap.lines)].reduce((total, line) => total + paid(line, cap.source), 0n)
    if (sum > BigInt(cap.max)) problems.push(`cap ${cap.id ?? at}: ${sum} of ${cap.max}`)
  }
  for (const lock of instance.locks) if (paid(lock.line, lock.source) !== BigInt(lock.amount)) problems.push(`lock ${lock.line}/${lock.source} does not hold`)
}

/**
 * What is wrong with the amounts of an answer in whole rupiah, by the instance alone: units and bundles, who may pay, every source, cap, lock
 * and target. Empty where all of it holds. Takes time in proportion to what is paid, so that it can be asked of thousands of villages.
 */
export function amountProblems(instance: AllocationInstance, outcomes: ReadonlyMap<string, LineOutcome>): string[] {
  const problems: string[] = []
  checkLines(instance, outcomes, problems)
  checkMoney(instance, outcomes, problems)
  return problems
}

/** What is said of each source: it adds up with the lines, and money that is left has a reason. */
function checkSources(instance: AllocationInstance, outcomes: ReadonlyMap<string, LineOutcome>, result: AllocationResult, problems: string[]): void {
  const spent = spentBySource(outcomes)
  for (const { id, available } of instance.sources) {
    const [sum, outcome] = [spent.get(id) ?? 0n, result.sources.find((item) => item.id === id)]
    if (outcome === undefined || BigInt(outcome.spent) !== sum || BigInt(outcome.left) !== BigInt(Math.max(0, available)) - sum) {
      problems.push(`source ${id}: spent and left do not add up`)
    } else if ((outcome.left > 0) !== (outcome.reason !== null)) problems.push(`source ${id}: left without a reason, or a reason without`)
  }
}

function checkTiers(problem: Problem, outcomes: ReadonlyMap<string, LineOutcome>, result: AllocationResult, problems: string[]): void {
  for (const tier of result.tiers) {
    const bundles = problem.bundles.filter((bundle) => bundle.tier === tier.tier)
    const units = (bundle: ProblemBundle) => unitsOf(problem, outcomes, bundle)
    const aside = new Set(tier.aside)
    const isAside = (bundle: ProblemBundle) => bundle.lines.some((index) => aside.has(problem.lines[index]?.id ?? ''))
    const taking = bundles.filter((bundle) => bundle.driven && !isAside(bundle))
    if (!same(tier.lowestExact, lowestOf(taking, units))) problems.push(`tier ${tier.tier}: lowest coverage does not add up`)
    if (!same(tier.sumExact, sumFor(bundles, units))) problems.push(`tier ${tier.tier}: coverage sum does not add up`)
    for (const bundle of bundles) if (isAside(bundle) && units(bundle) > 0) problems.push(`tier ${tier.tier}: funded although set aside`)
  }
}

function checkVillages(problem: Problem, outcomes: ReadonlyMap<string, LineOutcome>, result: AllocationResult, problems: string[]): void {
  const { equal } = result
  if (equal === undefined) return
  const villages = villagesOf(problem)
  const units = (bundle: ProblemBundle) => unitsOf(problem, outcomes, bundle)
  if (villages.length !== equal.villages.length) problems.push('each village must appear once')
  for (const village of villages) {
    const stated = equal.villages.find((item) => item.village === village.name)
    if (stated === undefined || !same(stated.exact, villageCoverage(village, units))) problems.push(`village ${village.name}: coverage does not add up`)
    if (equal.aside.includes(village.name) && village.bundles.some((bundle) => units(bundle) > 0)) problems.push(`village ${village.name}: funded although set aside`)
  }
  if (!same(equal.lowestExact, lowestVillage(villages.filter((village) => !equal.aside.includes(village.name)), units))) problems.push('lowest village does not add up')
}

/**
 * What is wrong with a result, in whole rupiah and exact fractions; an empty list when everything holds. Checks the four
 * invariants of the model (whole units per source, money and caps, eligibility with locks and targets, bundles) and that the
 * reported sums are those of the lines. An infeasible or stopped result has no answer to check beyond every line being there.
 */
export function checkAllocation(instance: AllocationInstance, result: AllocationResult): string[] {
  const problems: string[] = []
  const outcomes = new Map(result.lines.map((line) => [line.id, line]))
  if (outcomes.size !== instance.lines.length || result.lines.length !== instance.lines.length) problems.push('each line must appear once')
  if (result.status === 'infeasible') return problems
  problems.push(...amountProblems(instance, outcomes))
  checkSources(instance, outcomes, result, problems)
  const problem = createProblem(instance)
  checkTiers(problem, outcomes, result, problems)
  checkVillages(problem, outcomes, result, problems)
  return problems
}
