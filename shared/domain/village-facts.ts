import { intervention } from '#shared/catalogue/interventions.ts'
import { price } from '#shared/catalogue/prices.ts'
import type { CountKey } from './caseload.ts'
import { checkPlan } from './checks.ts'
import type { LineFigures } from './figures.ts'
import type { InstanceInput } from './instance.ts'
import { type Rupiah, sum } from './money.ts'
import { type CostLine, DIRECT_CLASSES, isDriven, type SourceCode, type Tier } from './plan.ts'
import type { TargetGroup } from './target-group.ts'
import type { VersionTotals } from './version-totals.ts'

export interface TierFacts {
  readonly tier: Tier
  readonly need: Rupiah
  readonly funded: Rupiah
}

export interface SourceFacts {
  readonly code: SourceCode
  readonly ceiling: Rupiah | null
  readonly available: Rupiah
  readonly spent: Rupiah
  readonly onBudget: boolean
}

export interface ActivityFacts {
  readonly id: string
  readonly catalogueKey: string | null
  readonly name: string
  readonly regencyCode: string | null
  readonly tier: Tier
  readonly need: Rupiah
  readonly funded: Rupiah
  readonly direct: Rupiah
}

/** A price that differs from the catalogue's. */
export interface PriceFacts {
  readonly lineId: string
  readonly description: string
  readonly price: Rupiah
  readonly book: Rupiah
}

/** What is paid to reach a group directly, and by whom. `served`: units that others serve already. */
export interface HelpFacts {
  readonly group: TargetGroup
  readonly activity: string
  readonly catalogueKey: string | null
  readonly sources: readonly SourceCode[]
  readonly served: readonly string[]
}

/** What the regency asks of a village's plan, reckoned once when its package is taken in. */
export interface VillageFacts {
  readonly need: Rupiah
  readonly funded: Rupiah
  readonly gap: Rupiah
  /** Lines whose count was never known: `need` is without them. */
  readonly uncounted: number
  readonly direct: Rupiah
  readonly tiers: readonly TierFacts[]
  readonly sources: readonly SourceFacts[]
  readonly activities: readonly ActivityFacts[]
  readonly counts: Readonly<Partial<Record<CountKey, number>>>
  readonly prices: readonly PriceFacts[]
  readonly help: readonly HelpFacts[]
  /** Notes of the plan by severity, as the regency's program finds them. */
  readonly notes: { readonly error: number; readonly warning: number; readonly info: number }
  /** Locked versions that came along. */
  readonly versions: readonly VersionTotals[]
}

/** The catalogue's price of a line: by its description or, where that was changed, by its units in their order; `null` where it has none. */
export function bookPrice(line: CostLine, catalogueKey: string | null): Rupiah | null {
  const templates = catalogueKey === null ? [] : (intervention(catalogueKey)?.lines ?? [])
  const units = line.quantities.map(({ unit }) => unit).join('\n')
  const template = templates.find(({ description }) => description === line.description)
    ?? templates.find((one) => one.spendingClass === line.spendingClass && one.quantities.map(({ unit }) => unit).join('\n') === units)
  return template ? price(template.price).amount : null
}

function pricesOf(lines: readonly LineFigures[]): PriceFacts[] {
  return lines.flatMap(({ line, activity }) => {
    const book = bookPrice(line, activity.catalogueKey)
    return book === null || book === line.unitPrice ? [] : [{ lineId: line.id, description: line.description, price: line.unitPrice, book }]
  })
}

function helpOf(lines: readonly LineFigures[], codes: ReadonlyMap<string, SourceCode>): HelpFacts[] {
  return lines.flatMap(({ line, activity, cells }): HelpFacts[] => {
    const driven = line.quantities.find(isDriven)
    const paid = [...new Set(cells.filter(({ amount }) => amount > 0).flatMap(({ sourceId }) => codes.get(sourceId) ?? []))].toSorted()
    const served = driven?.served.filter(({ units }) => units > 0).map(({ by }) => by) ?? []
    if (!driven || !DIRECT_CLASSES.has(line.spendingClass) || (paid.length === 0 && served.length === 0)) return []
    return [{ group: driven.driver, activity: activity.name, catalogueKey: activity.catalogueKey, sources: paid, served }]
  })
}

/** @throws MoneyRangeError */
export function villageFacts(view: InstanceInput, versions: readonly VersionTotals[]): VillageFacts {
  const { plan, figures, counts } = view
  const codes = new Map(plan.sources.map(({ id, code }) => [id, code]))
  const byActivity = Map.groupBy(figures.lines, ({ activity }) => activity.id)
  const findings = checkPlan(view)
  const notes = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) notes[severity] += 1
  return {
    need: figures.need, funded: figures.funded, gap: figures.gap, uncounted: figures.lines.filter(({ need }) => !need.known).length, direct: figures.shareOfFunded.direct,
    tiers: ([1, 2, 3] as const).flatMap((tier) => {
      const lines = figures.lines.filter(({ activity }) => activity.tier === tier)
      return lines.length === 0 ? [] : [{ tier, need: sum(lines.map(({ needed }) => needed)), funded: sum(lines.map(({ funded }) => funded)) }]
    }),
    sources: figures.sources.map(({ source, ceiling, available, spent }) => ({ code: source.code, ceiling, available, spent, onBudget: source.onBudget })),
    activities: plan.activities.map(({ id, catalogueKey, name, regencyCode, tier }) => {
      const lines = byActivity.get(id) ?? []
      return {
        id, catalogueKey, name, regencyCode, tier, need: sum(lines.map(({ needed }) => needed)), funded: sum(lines.map(({ funded }) => funded)),
        direct: sum(lines.map(({ line, funded }) => (DIRECT_CLASSES.has(line.spendingClass) ? funded : 0))),
      }
    }),
    counts: Object.fromEntries(counts), prices: pricesOf(figures.lines), help: helpOf(figures.lines, codes), notes, versions,
  }
}
