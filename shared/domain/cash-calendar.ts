import { type Due, lineDues } from './cash-due.ts'
import { firstMonth, type Inflow, inflowOf, type Villages } from './cash-flow.ts'
import { isLate, lineNotes, type Settled } from './cash-notes.ts'
import type { Finding } from './finding.ts'
import type { LineFigures, SourceFigures } from './figures.ts'
import type { InstanceInput } from './instance.ts'
import { aboutPlan, aboutSource } from './make-finding.ts'
import { type Rupiah, sum } from './money.ts'

/** A month of a source, or of all together. `late`: what is due by the end of the month and not paid; `balance`: money that is there. */
export interface CashMonth {
  readonly month: number
  readonly inflow: Rupiah
  readonly due: Rupiah
  readonly paid: Rupiah
  readonly late: Rupiah
  readonly balance: Rupiah
}

/** What is due for a line in a month; `late`: the part that is not paid by its end; `paidIn`: the month by whose end all is paid, null = not in this year. */
export interface LineMonth {
  readonly month: number
  readonly due: Rupiah
  readonly late: Rupiah
  readonly paidIn: number | null
}

export interface CashLine {
  readonly figures: LineFigures
  readonly months: readonly LineMonth[]
  /** Months that it needs and nobody pays for. */
  readonly unfunded: readonly number[]
}

export interface CashCalendar {
  readonly months: readonly CashMonth[]
  readonly sources: readonly { readonly figures: SourceFigures; readonly inflow: Inflow; readonly months: readonly CashMonth[] }[]
  readonly lines: readonly CashLine[]
  readonly findings: readonly Finding[]
}

/** Pays what is due from what has come, month by month: the oldest first, then by tier and the order of the plan; a due is paid whole or waits. */
function settle(inflow: Inflow, dues: readonly Due[], rank: ReadonlyMap<string, number>): { readonly months: CashMonth[]; readonly settled: Settled[] } {
  const waiting = dues.toSorted((a, b) => a.month - b.month || (rank.get(a.lineId) ?? 0) - (rank.get(b.lineId) ?? 0))
  const settled = new Map<Due, number>()
  let balance = 0
  const months = inflow.months.map((amount, index): CashMonth => {
    const month = index + 1
    balance += amount
    let paid = 0
    for (const due of waiting) {
      if (due.month > month || settled.has(due) || due.amount > balance) continue
      balance -= due.amount
      paid += due.amount
      settled.set(due, month)
    }
    const open = waiting.filter((due) => due.month <= month && !settled.has(due))
    return { month, inflow: amount, due: sum(dues.filter((due) => due.month === month).map((due) => due.amount)), paid, late: sum(open.map((due) => due.amount)), balance }
  })
  return { months, settled: dues.map((due) => ({ ...due, paidIn: settled.get(due) ?? null })) }
}

function sourceFindings(view: InstanceInput, sources: CashCalendar['sources']): Finding[] {
  const used = sources.filter(({ figures }) => figures.spent > 0)
  const assumed = used.filter(({ inflow }) => inflow.basis === 'assumed' || inflow.basis === 'year_rules')
  const open = used.flatMap(({ figures, months }) => {
    const amount = months.at(-1)?.late ?? 0
    return amount > 0 ? [aboutSource('cash_unpaid', 'warning', figures, { amounts: { amount }, words: { source: figures.source.label } })] : []
  })
  if (assumed.length === 0) return open
  return [...open, aboutPlan('cash_assumed', 'info', view.plan, { amounts: { sourcesCount: assumed.length }, words: { sources: assumed.map(({ figures }) => figures.source.label).join(', ') } })]
}

function lineMonth(month: number, all: readonly Settled[]): LineMonth {
  const total = (some: readonly Settled[]) => sum(some.map(({ amount }) => amount))
  return {
    month, due: total(all), late: total(all.filter(isLate)), paidIn: all.some(({ paidIn }) => paidIn === null) ? null : Math.max(...all.map(({ paidIn }) => paidIn ?? 0)),
  }
}

/**
 * The year month by month: when the money of each source comes (domain §1.4), when food, incentives and the rest fall due, and what waits.
 * Whole rupiah: the dues of all months are what the plan books, per line and per source, and what comes in is what is available less what no
 * stage speaks of. An activity's months are those of the plan's year; nothing is shifted to suit the money.
 * @throws MoneyRangeError
 */
export function cashCalendar(view: InstanceInput, villages: Villages = 'other'): CashCalendar {
  const { figures, rules } = view
  const inflows = new Map(figures.sources.map((source) => [source.source.id, inflowOf(source, rules, villages)]))
  const first = (sourceId: string) => firstMonth(inflows.get(sourceId) ?? { months: [] })
  const perLine = figures.lines.map((line) => ({ line, dues: lineDues(line, first) }))
  const rank = new Map(figures.lines.toSorted((a, b) => a.activity.tier - b.activity.tier).map(({ line }, index) => [line.id, index]))
  const bySource = Map.groupBy(perLine.flatMap(({ dues }) => dues.dues), (due) => due.sourceId)
  const settled: Settled[] = []
  const sources = figures.sources.map((source) => {
    const inflow = inflows.get(source.source.id) ?? inflowOf(source, rules, villages)
    const result = settle(inflow, bySource.get(source.source.id) ?? [], rank)
    settled.push(...result.settled)
    return { figures: source, inflow, months: result.months }
  })
  const settledByLine = Map.groupBy(settled, (due) => due.lineId)
  const lines = perLine.map(({ line, dues }): CashLine => {
    const byMonth = [...Map.groupBy(settledByLine.get(line.line.id) ?? [], (due) => due.month)].toSorted(([a], [b]) => a - b)
    return { figures: line, unfunded: dues.unfunded, months: byMonth.map(([month, all]) => lineMonth(month, all)) }
  })
  const months = Array.from({ length: 12 }, (_, index): CashMonth => {
    const all = sources.flatMap((source) => source.months[index] ?? [])
    const total = (pick: (month: CashMonth) => Rupiah) => sum(all.map(pick))
    return { month: index + 1, inflow: total((one) => one.inflow), due: total((one) => one.due), paid: total((one) => one.paid), late: total((one) => one.late), balance: total((one) => one.balance) }
  })
  const findings = [...perLine.flatMap(({ line, dues }) => lineNotes(line, dues, settledByLine.get(line.line.id) ?? [])), ...sourceFindings(view, sources)]
  return { months, sources, lines, findings }
}
