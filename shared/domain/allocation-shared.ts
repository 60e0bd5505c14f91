import type { AllocationInstance, LineOutcome } from './allocation.ts'

/**
 * What is wrong with an answer in whole rupiah, by the instance alone: units and bundles, who may pay, every source, cap, lock and target. Empty
 * where all of it holds. Takes time in proportion to what is paid, so that it can be asked of thousands of villages.
 */
export function sharedProblems(instance: AllocationInstance, outcomes: ReadonlyMap<string, LineOutcome>): string[] {
  const problems: string[] = []
  const spent = new Map<string, bigint>()
  const bundles = new Map<string, number>()
  for (const line of instance.lines) {
    const outcome = outcomes.get(line.id)
    if (outcome === undefined) {
      problems.push(`line ${line.id} is missing`)
      continue
    }
    const { fundedUnits: units, bySource, funded } = outcome
    if (!Number.isSafeInteger(units) || units < 0 || units > line.units) problems.push(`line ${line.id}: ${units} units of ${line.units}`)
    const eligible = new Set(line.sources)
    let paid = 0n
    for (const [source, amount] of Object.entries(bySource)) {
      const whole = Number.isSafeInteger(amount) && amount > 0 && (line.splittable === true || amount % line.unitCost === 0)
      if (!whole || !eligible.has(source)) problems.push(`line ${line.id}: ${source} pays ${amount}`)
      if (!Number.isSafeInteger(amount)) continue
      paid += BigInt(amount)
      spent.set(source, (spent.get(source) ?? 0n) + BigInt(amount))
    }
    if (Number.isSafeInteger(units) && paid !== BigInt(line.unitCost) * BigInt(units)) problems.push(`line ${line.id}: ${paid} paid for ${units} units`)
    if (!Number.isSafeInteger(funded) || BigInt(funded) !== paid) problems.push(`line ${line.id}: funded is not the sum`)
    if (Number.isSafeInteger(units) && BigInt(units) * 10_000n < BigInt(line.targetBp ?? 0) * BigInt(line.units)) problems.push(`line ${line.id}: below its target`)
    if (line.bundle !== undefined && (bundles.get(line.bundle) ?? units) !== units) problems.push(`bundle ${line.bundle}: different units`)
    if (line.bundle !== undefined) bundles.set(line.bundle, units)
  }
  for (const { id, available } of instance.sources) {
    if ((spent.get(id) ?? 0n) > BigInt(Math.max(0, available))) problems.push(`source ${id}: ${spent.get(id)} of ${available}`)
  }
  const paidBy = (line: string, source: string) => BigInt(outcomes.get(line)?.bySource[source] ?? 0)
  for (const [at, cap] of instance.caps.entries()) {
    const paid = [...new Set(cap.lines)].reduce((sum, line) => sum + paidBy(line, cap.source), 0n)
    if (paid > BigInt(cap.max)) problems.push(`cap ${cap.id ?? at}: ${paid} of ${cap.max}`)
  }
  for (const { line, source, amount } of instance.locks) if (paidBy(line, source) !== BigInt(amount)) problems.push(`lock ${line}/${source} does not hold`)
  return problems
}
