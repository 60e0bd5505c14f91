import type { AllocationCap, AllocationInstance, AllocationLine, AllocationLock, AllocationSource, LineOutcome } from './allocation.ts'
import { eligibility } from './eligibility.ts'
import { allocationInstance, type InstanceInput } from './instance.ts'
import type { Rupiah } from './money.ts'
import { type FundingSource, isMeantFor, type SourceCode } from './plan.ts'

/** Money of the regency that all villages draw on. */
export interface JointFund {
  readonly id: string
  readonly code: SourceCode
  readonly reservedFor: FundingSource['reservedFor']
  readonly amount: Rupiah
}

/** One village's plan as an allocation problem whose ids no other village has. */
export interface JointVillage {
  readonly code: string
  readonly lines: readonly AllocationLine[]
  readonly sources: readonly AllocationSource[]
  readonly caps: readonly AllocationCap[]
  readonly locks: readonly AllocationLock[]
  /** Coverage of the plan as the village sent it, 0 to 1; null where it needs nothing. */
  readonly before: number | null
}

/** Sources of the villages begin with their code; a fund begins with this, which no code does. */
export const FUND = 'fund/'

/** Σ weight × coverage ÷ Σ weight over the bundles that need something, for reading. */
function coverageOf(lines: readonly AllocationLine[], units: ReadonlyMap<string, number>): number | null {
  const bundles = new Map(lines.filter((line) => line.units > 0).map((line) => [line.bundle ?? line.id, line]))
  const weight = [...bundles.values()].reduce((sum, line) => sum + line.weight, 0)
  return weight === 0 ? null : [...bundles.values()].reduce((sum, line) => sum + (line.weight * Math.min(line.units, units.get(line.id) ?? 0)) / line.units, 0) / weight
}

/**
 * The problem of one village's plan within the joint one (model §5): its own sources and the rules on them, its locks, and for each line the funds
 * that may be proposed for it. Coverage targets are conditions of the village's own run and take no part here.
 * @throws MoneyRangeError
 */
export function jointVillage(code: string, input: InstanceInput, funds: readonly JointFund[]): JointVillage {
  const { instance } = allocationInstance(input)
  const own = (id: string) => `${code}/${id}`
  const figures = new Map(input.figures.lines.map((line) => [line.line.id, line]))
  const lines = instance.lines.map((line): AllocationLine => {
    const { targetBp: _, heads: __, ...rest } = line
    const found = figures.get(line.id)
    const payers = found === undefined ? [] : funds.filter((fund) => isMeantFor(fund, found.activity) && eligibility(fund.code, 'current', found.activity, found.line, input.rules).proposable)
    return { ...rest, id: own(line.id), bundle: own(line.bundle ?? line.id), village: code, sources: [...line.sources.map(own), ...payers.map(({ id }) => FUND + id)] }
  })
  return {
    code, lines, sources: instance.sources.map((source) => ({ ...source, id: own(source.id) })),
    caps: instance.caps.map((cap) => ({ ...cap, id: own(cap.id ?? ''), source: own(cap.source), lines: cap.lines.map(own) })),
    locks: instance.locks.map((lock) => ({ ...lock, line: own(lock.line), source: own(lock.source) })),
    before: coverageOf(lines, new Map(input.figures.lines.map((line) => [own(line.line.id), line.fundedUnits]))),
  }
}

/** All villages and the funds as one problem. Each village's money comes before what is shared, which stays as long as it can. */
export function jointInstance(villages: readonly JointVillage[], funds: readonly JointFund[]): AllocationInstance {
  return {
    lines: villages.flatMap(({ lines }) => lines), caps: villages.flatMap(({ caps }) => caps), locks: villages.flatMap(({ locks }) => locks),
    sources: [...villages.flatMap(({ sources }) => sources), ...funds.map(({ id, amount }) => ({ id: FUND + id, available: amount }))],
  }
}

/** What one village gets in an answer. */
export interface JointShare {
  readonly need: Rupiah
  /** Paid by its own sources, and by the funds. */
  readonly own: Rupiah
  readonly shared: Rupiah
  /** 0 to 1; null where it needs nothing. `lowest`: of what follows a count in the first tier that has such. */
  readonly coverage: number | null
  readonly lowest: number | null
}

/** Adds up what an answer gives one village, in whole rupiah. */
export function jointShare({ lines }: JointVillage, outcomes: ReadonlyMap<string, LineOutcome>): JointShare {
  let [need, own, shared] = [0, 0, 0]
  for (const line of lines) {
    need += line.units * line.unitCost
    for (const [source, amount] of Object.entries(outcomes.get(line.id)?.bySource ?? {})) {
      if (source.startsWith(FUND)) shared += amount
      else own += amount
    }
  }
  const units = new Map(lines.map((line) => [line.id, outcomes.get(line.id)?.fundedUnits ?? 0]))
  const driven = lines.filter((line) => line.driven && line.units > 0)
  const first = driven.filter(({ tier }) => tier === Math.min(...driven.map((line) => line.tier)))
  return { need, own, shared, coverage: coverageOf(lines, units), lowest: first.length === 0 ? null : Math.min(...first.map((line) => (units.get(line.id) ?? 0) / line.units)) }
}
