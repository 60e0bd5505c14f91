import { planCoverage } from '#shared/domain/coverage.ts'
import { inBudgetOrder } from '#shared/domain/figures.ts'
import { sum } from '#shared/domain/money.ts'
import { reachBars } from '#shared/domain/overview.ts'
import { DIRECT_CLASSES, SPENDING_CLASSES, type SpendingClass } from '#shared/domain/plan.ts'
import { nameBeside } from '#shared/domain/source-name.ts'
import { isTargetGroup } from '#shared/domain/target-group.ts'
import { date, number, outOf, shortDate } from '#shared/i18n/format.ts'
import { chartTable, figureKey, heightFor, sourceLine } from './chart-frame.ts'
import type { Context } from './input.ts'
import type { Part } from './parts.ts'
import { amountOf } from './rab.ts'
import { formula, integer, type Section, sumOf, text } from './sheet.ts'
import { sourceKey } from './sources.ts'
import { fill } from './texts.ts'

/** Rounds that fit beside each other on one line. */
const ROUNDS = 8
/** Millimetres of a line, whatever it shows. */
const LINE = 66

/** Who of each group is reached: in full, in part, not yet. */
export function reachSection(context: Context): Section | null {
  const { t, figures, counts, language } = context
  const { charts } = t
  const bars = reachBars(planCoverage({ figures, counts }))
  if (bars.length === 0) return null
  return chartTable(sourceLine(context), {
    key: 'reach', kind: 'shares', title: charts.reach, height: heightFor(bars.length), head: [charts.group, charts.covered, charts.partly, charts.notReached, charts.all],
    series: [{ column: 0, tone: 'done' }, { column: 1, tone: 'part' }, { column: 2, tone: 'gap' }],
    rows: bars.map(({ group, total, covered, partly }) => {
      const key = `reach:${group}`
      const at = (column: number) => ({ row: key, column: figureKey(column, 4) })
      return {
        key, name: isTargetGroup(group) ? t.groups[group] : group, figure: outOf(covered + partly, total, language), drawn: [covered, partly, total - covered - partly],
        cells: [integer(covered), integer(partly), formula({ op: 'balance', plus: [at(3)], minus: [at(0), at(1)] }), integer(total)],
      }
    }),
  })
}

/** Who pays the need, and what nobody pays yet. */
export function paidSection(context: Context): Section | null {
  const { t, figures } = context
  const paying = inBudgetOrder(figures.sources).filter(({ spent }) => spent > 0)
  if (paying.length === 0 && figures.gap === 0) return null
  const rows = paying.map(({ source, spent }) => ({
    key: `paid:${source.id}`, name: `${source.label} ${nameBeside(source.label, source.name)}`.trim(), drawn: [spent, 0],
    cells: [formula({ op: 'same', as: { sheet: t.sheets.sources, row: sourceKey(source.id), column: 'used' } }), integer(0)],
  }))
  const open = { key: 'paid:nobody', name: t.summary.gap, drawn: [0, figures.gap], cells: [integer(0), formula({ op: 'same', as: { sheet: t.sheets.summary, row: 'gap', column: 'c' } })] }
  return chartTable(sourceLine(context), {
    key: 'paid', kind: 'single', title: t.charts.paid, height: heightFor(rows.length + 1), head: [t.sources.name, t.charts.pays, t.summary.gapRp],
    series: [{ column: 0, tone: 'done' }, { column: 1, tone: 'gap' }], rows: figures.gap > 0 ? [...rows, open] : rows,
  })
}

/** Stunted children round by round, with how many were measured; surveys are no rounds and stand on no line with them. */
export function trendSection(context: Context): Section | null {
  const { t, rounds = [], language } = context
  const shown = rounds.slice(-ROUNDS)
  if (shown.length < 2) return null
  return chartTable(sourceLine(context), {
    key: 'trend', kind: 'line', title: t.charts.trend, height: LINE, head: [t.charts.round, t.caseload.series, t.groups.stunted, t.denominators.measured, t.caseload.share],
    series: [{ column: 1, tone: 'done' }],
    rows: shown.map(({ id, name, measuredOn, count, whole, shareBp }) => {
      const key = `round:${id}`
      return {
        key, name: shortDate(measuredOn, language), figure: whole === null ? number(count, language) : outOf(count, whole, language), drawn: [0, count],
        cells: [
          text(name, { align: 'left' }), integer(count), whole === null ? text('–', { align: 'right' }) : integer(whole),
          shareBp === null || whole === null ? text('–', { align: 'right' }) : formula({ op: 'ratio', part: { row: key, column: figureKey(1, 4) }, whole: { row: key, column: figureKey(2, 4) } }),
        ],
      }
    }),
  })
}

/** What the funded money becomes, food and goods and other direct help first. */
export function directSection(context: Context, parts: readonly Part[]): Section | null {
  const { t } = context
  const of = (kind: SpendingClass) => parts.filter(({ line }) => line.spendingClass === kind)
  const shown = [true, false].flatMap((direct) => SPENDING_CLASSES.filter((kind) => DIRECT_CLASSES.has(kind) === direct && of(kind).length > 0))
  if (shown.length === 0) return null
  return chartTable(sourceLine(context), {
    key: 'direct', kind: 'single', title: t.charts.direct, height: heightFor(shown.length), head: [t.charts.spendingClass, t.charts.toTarget, t.charts.other],
    series: [{ column: 0, tone: 'done' }, { column: 1, tone: 'rest' }],
    rows: shown.map((kind) => {
      const amount = sum(of(kind).map((part) => part.amount))
      const cell = sumOf(of(kind).map((part) => amountOf(context, part)))
      const direct = DIRECT_CLASSES.has(kind)
      return { key: `class:${kind}`, name: t.spendingClasses[kind], drawn: direct ? [amount, 0] : [0, amount], cells: direct ? [cell, integer(0)] : [integer(0), cell] }
    }),
  })
}

/** What the newest meeting did to the plan, as its record says it. */
export function meetingSection(context: Context): Section | null {
  const { t, meeting, language } = context
  if (!meeting) return null
  const sides = [['before', meeting.before], ['after', meeting.after]] as const
  return chartTable(sourceLine(context), {
    key: 'meeting', kind: 'parts', title: fill(t.charts.meeting, { date: date(meeting.heldOn, language) }), height: heightFor(sides.length),
    head: [t.charts.when, t.summary.fundedRp, t.summary.gapRp, t.summary.needRp], series: [{ column: 0, tone: 'done' }, { column: 1, tone: 'gap' }],
    rows: sides.map(([key, { need, funded, gap }]) => ({ key: `meeting:${key}`, name: t.charts[key], drawn: [funded, gap], cells: [integer(funded), integer(gap), integer(need)] })),
  })
}
