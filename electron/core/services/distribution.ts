import type { Divided, DistributionTerms } from '#shared/contract/distribution.ts'
import { distributionTerms } from '#shared/contract/distribution.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import type { ConsolidatedVillage } from '#shared/domain/consolidation.ts'
import { distribute, type DistributionInput } from '#shared/domain/distribution.ts'
import { sum } from '#shared/domain/money.ts'
import { DENOMINATORS, FAMILY_NAMES, TARGET_GROUPS } from '#shared/domain/target-group.ts'
import { rupiah } from '#shared/i18n/format.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { consolidatedVillages } from './consolidation.ts'

/** Where the last division is kept: a record of its own, too long for a setting that people see. */
const PATH = 'regency/'
const KEY = 'distribution'

/** Counts of each village in the series that the regency's own plan follows: what a village that has sent nothing is known by. */
function ownCounts(session: Session): ReadonlyMap<string, Partial<Record<CountKey, number>>> {
  const { currentPlanId } = session.workspace.get()
  const plan = session.plans.heads().find(({ id }) => id === currentPlanId) ?? session.plans.heads().at(-1)
  const found = new Map<string, Partial<Record<CountKey, number>>>()
  const series = new Set(FAMILY_NAMES.flatMap((family) => plan?.series[family] ?? []))
  for (const id of series) {
    const counts = session.series.counts(id)
    const totals = new Set(counts.filter(({ posyandu }) => posyandu === '').map(({ village, group }) => `${village}/${group}`))
    for (const { village, posyandu, group, count } of counts) {
      if (posyandu !== '' && totals.has(`${village}/${group}`)) continue
      const own = found.get(village) ?? {}
      own[group] = (own[group] ?? 0) + count
      found.set(village, own)
    }
  }
  return found
}

/** Every village with what it is known by: its own plan's counts, else the regency's. */
function villagesOf(session: Session): ConsolidatedVillage[] {
  const own = ownCounts(session)
  return consolidatedVillages(session).map((village) => ({ ...village, counts: { ...own.get(village.code), ...village.counts } }))
}

function inputOf(terms: DistributionTerms, villages: readonly ConsolidatedVillage[]): DistributionInput {
  const { measures, last, villages: _, ...rest } = terms
  return { ...rest, measures, villages: villages.map(({ code, counts }) => ({ code, counts: counts as Record<string, number>, last: last[code] ?? null })) }
}

function chosen(terms: DistributionTerms, villages: readonly ConsolidatedVillage[]): ConsolidatedVillage[] {
  return villages.filter(({ kind }) => terms.villages === 'all' || kind === terms.villages)
}

/** What the formula is reckoned from. */
export function distributionInput(session: Session, terms: DistributionTerms): DistributionInput {
  return inputOf(terms, chosen(terms, villagesOf(session)))
}

/** The amounts by these terms with their steps, and what they do to each village's gap. @throws AppError regency_only, village_unknown, distribution_impossible */
export function divide(session: Session, terms: DistributionTerms): Divided {
  const all = villagesOf(session)
  const known = new Set(all.map(({ code }) => code))
  const strange = Object.keys(terms.last).find((code) => !known.has(code))
  if (strange !== undefined) throw new AppError('village_unknown', { village: strange })
  const villages = chosen(terms, all)
  const result = distribute(inputOf(terms, villages))
  if (!result.possible) {
    throw new AppError('distribution_impossible', {
      reason: result.problem, amount: rupiah('amount' in result ? result.amount : 0), envelope: rupiah(terms.envelope), measure: 'measure' in result ? result.measure : '',
    })
  }
  const shares = new Map(result.shares.map((share) => [share.code, share]))
  return {
    total: result.total, rounds: result.rounds,
    villages: villages.map(({ code, name, district, kind, facts }) => {
      const { amount, steps } = shares.get(code) ?? { amount: 0, steps: [] }
      const gap = facts?.gap ?? null
      return {
        code, name, district, kind, amount, last: terms.last[code] ?? null, unknown: steps.some((step) => step.step === 'measure' && step.count === null),
        gapBefore: gap, gapAfter: gap === null ? null : Math.max(0, gap - amount), steps: steps.map((step) => ({ ...step })),
      }
    }),
  }
}

/** The last division and what there is to divide by. @throws AppError regency_only */
export function distributionStart(session: Session) {
  const villages = villagesOf(session)
  const saved = session.workspace.keyed(PATH).get(KEY)
  const keys: CountKey[] = [...TARGET_GROUPS, ...DENOMINATORS]
  return {
    terms: saved === undefined ? null : distributionTerms.parse(JSON.parse(saved)), villages: villages.length,
    measures: keys.flatMap((key) => {
      const known = villages.flatMap(({ counts }) => counts[key] ?? [])
      return known.length === 0 ? [] : [{ key, villages: known.length, total: sum(known) }]
    }),
  }
}

/** Keeps the terms as the regency's division. @throws as `divide` */
export function saveDistribution(session: Session, terms: DistributionTerms): Divided {
  const result = divide(session, terms)
  session.step('distribution', { amount: rupiah(terms.envelope), villages: result.villages.length }, () => session.workspace.setSetting(`${PATH}${KEY}`, JSON.stringify(terms)))
  return result
}
