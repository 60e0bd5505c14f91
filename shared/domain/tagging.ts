import { subKegiatan } from '#shared/catalogue/sub-kegiatan.ts'
import { SOURCES } from '#shared/catalogue/sources.ts'
import type { InstanceInput } from './instance.ts'
import { type Rupiah, shareOf, sum } from './money.ts'
import { type Activity, DIRECT_CLASSES } from './plan.ts'

/** What somebody said otherwise than usual: how much of an activity is against stunting, and which lines reach the target directly. */
export interface Tags {
  /** Whole percent, 0–100, by activity id; usual is 100. */
  readonly percent: Readonly<Record<string, number>>
  /** By line id; usual is what its spending class says. */
  readonly direct: Readonly<Record<string, boolean>>
}

export interface TaggedLine {
  readonly id: string
  readonly description: string
  /** Regency money of the line. */
  readonly amount: Rupiah
  readonly direct: boolean
  /** What its spending class says. */
  readonly usual: boolean
}

/** An activity of a department with what of its ceiling is tagged, and what of that reaches the target directly. */
export interface TaggedActivity {
  readonly activity: Activity
  readonly subKegiatan: string | null
  readonly opd: string
  /** Where the activity says none, the one that Kepmendagri gives its sub kegiatan. */
  readonly indicator: string
  readonly indicatorUnit: string
  readonly sources: readonly { readonly label: string; readonly amount: Rupiah }[]
  /** Regency money alone: what the RKPD holds. */
  readonly ceiling: Rupiah
  readonly percent: number
  readonly tagged: Rupiah
  readonly direct: Rupiah
  readonly lines: readonly TaggedLine[]
}

const REGENCY_MONEY: ReadonlySet<string> = new Set(SOURCES.filter(({ group }) => group === 'regency').map(({ code }) => code))

/**
 * The activities of a regency's plan as tagging asks for them (domain §3.4): the ceiling of the sub kegiatan, the percent of it against stunting, and the
 * part of that which reaches the target directly. That a sub kegiatan counts at all is a proposal: the official list was not to be had.
 */
export function taggedActivities({ plan, figures }: Pick<InstanceInput, 'plan' | 'figures'>, tags: Tags): TaggedActivity[] {
  const labels = new Map(plan.sources.filter(({ code }) => REGENCY_MONEY.has(code)).map(({ id, label }) => [id, label]))
  const byActivity = Map.groupBy(figures.lines, ({ activity }) => activity.id)
  return plan.activities.map((activity) => {
    const own = (byActivity.get(activity.id) ?? []).map(({ line, cells }) => ({ line, cells: cells.filter(({ sourceId }) => labels.has(sourceId)) }))
    const lines = own.map(({ line, cells }): TaggedLine => {
      const usual = DIRECT_CLASSES.has(line.spendingClass)
      return { id: line.id, description: line.description, amount: sum(cells.map(({ amount }) => amount)), direct: tags.direct[line.id] ?? usual, usual }
    })
    const paid = Map.groupBy(own.flatMap(({ cells }) => cells).filter(({ amount }) => amount > 0), ({ sourceId }) => sourceId)
    const known = subKegiatan(activity.regencyCode ?? '')
    const [ceiling, percent] = [sum(lines.map(({ amount }) => amount)), tags.percent[activity.id] ?? 100]
    return {
      activity, subKegiatan: known?.name ?? null, opd: known?.opd ?? activity.implementer, indicator: activity.indicator === '' ? (known?.indicator ?? '') : activity.indicator,
      indicatorUnit: activity.indicatorUnit === '' ? (known?.unit ?? '') : activity.indicatorUnit, sources: [...paid].map(([id, cells]) => ({ label: labels.get(id) ?? id, amount: sum(cells.map(({ amount }) => amount)) })),
      ceiling, percent, tagged: shareOf(ceiling, percent * 100), direct: shareOf(sum(lines.map(({ amount, direct }) => (direct ? amount : 0))), percent * 100), lines,
    }
  })
}
