import type { Due, LineDues } from './cash-due.ts'
import type { LineFigures } from './figures.ts'
import type { Finding } from './finding.ts'
import { aboutLine, type FindingCode } from './make-finding.ts'
import { sum } from './money.ts'

/** What is due, with the month in which it is paid; null = not in this year. */
export interface Settled extends Due {
  readonly paidIn: number | null
}

/** True where something is not paid by the end of the month in which it is due. */
export function isLate({ month, paidIn }: Settled): boolean {
  return paidIn === null || paidIn > month
}

/** People who are paid by the same source, with the months in which they get something. `people` null: everybody. */
interface Party {
  readonly people: number | null
  readonly served: ReadonlySet<number>
}

function servedIn(settled: readonly Settled[]): Set<number> {
  return new Set(settled.flatMap(({ paidIn }) => paidIn ?? []))
}

/** Who is paid together: where each source pays other people, they are a party each, and those whom nobody pays are the last. */
function parties({ heads }: LineDues, settled: readonly Settled[]): Party[] {
  if (!heads) return [{ people: null, served: servedIn(settled) }]
  const paid = [...heads.bySource].map(([sourceId, people]): Party => ({ people, served: servedIn(settled.filter((due) => due.sourceId === sourceId)) }))
  const nobody = heads.all - sum(paid.map(({ people }) => people ?? 0))
  const all = nobody > 0 ? [...paid, { people: nobody, served: new Set<number>() }] : paid
  return all.map((party) => (party.people === null || party.people < heads.all ? party : { ...party, people: null }))
}

/** The longest run of needed months, one after the other in the year, in which nothing comes. */
function longestRun(needed: readonly number[], served: ReadonlySet<number>): number[] {
  let [best, run]: [number[], number[]] = [[], []]
  for (const month of needed) {
    const follows = run.length === 0 || run.at(-1) === month - 1
    run = served.has(month) ? [] : follows ? [...run, month] : [month]
    if (run.length > best.length) best = run
  }
  return best
}

/** Needed months without help between the first and the last that have it. */
function gaps(needed: readonly number[], served: ReadonlySet<number>): number[] {
  const [first, last] = [Math.min(...served), Math.max(...served)]
  return needed.filter((month) => month > first && month < last && !served.has(month))
}

function bits(months: Iterable<number>): string {
  return String([...months].reduce((set, month) => set | (1 << (month - 1)), 0))
}

/** Months without pay that are told as such. */
const UNPAID_MONTHS = 3

/** Months that a party goes without. */
interface Without {
  readonly people: number | null
  readonly months: readonly number[]
}

/** One note for each set of months that parties go without, with how many people; of everybody, or of some. */
function withoutNotes(codes: readonly [everybody: FindingCode, some: FindingCode], figures: LineFigures, { heads }: LineDues, all: readonly Without[]): Finding[] {
  const words = { line: figures.line.description }
  return [...Map.groupBy(all, ({ months }) => bits(months))].map(([months, same]) => {
    const monthsCount = same[0]?.months.length ?? 0
    const people = sum(same.map((one) => one.people ?? heads?.all ?? 0))
    const everybody = heads === null || people >= heads.all
    return everybody
      ? aboutLine(codes[0], 'warning', figures, { amounts: { monthsCount }, words: { ...words, months } })
      : aboutLine(codes[1], 'warning', figures, { amounts: { monthsCount, peopleCount: people, allCount: heads.all }, words: { ...words, months, unit: heads.unit } })
  })
}

/**
 * Notes of a line of food or incentives: months that nobody pays, money that comes late (only what is late of it), cadres who get nothing for three
 * months in a row, food with a gap. Money that comes late is paid in the month in which it comes, so a steady delay is late but no gap.
 */
export function lineNotes(figures: LineFigures, dues: LineDues, settled: readonly Settled[]): Finding[] {
  const { line } = figures
  const isPay = line.spendingClass === 'cadre_incentive'
  if (line.spendingClass !== 'food' && !isPay) return []
  const words = { line: line.description }
  const found: Finding[] = []
  if (dues.unfunded.length > 0) {
    found.push(aboutLine('cash_unfunded_months', 'warning', figures, { amounts: { monthsCount: dues.unfunded.length, amount: dues.unfundedAmount }, words: { ...words, months: bits(dues.unfunded) } }))
  }
  const late = settled.filter(isLate)
  const lateMonths = [...new Set(late.map(({ month }) => month))]
  if (late.length > 0) {
    found.push(aboutLine('cash_late_months', 'warning', figures, { amounts: { monthsCount: lateMonths.length, amount: sum(late.map(({ amount }) => amount)) }, words: { ...words, months: bits(lateMonths) } }))
  }
  const needed = [...new Set(dues.months)].toSorted((a, b) => a - b)
  const everyone = parties(dues, settled)
  if (isPay) {
    const unpaid = everyone.map(({ people, served }) => ({ people, months: longestRun(needed, served) })).filter(({ months }) => months.length >= UNPAID_MONTHS)
    return [...found, ...withoutNotes(['cash_cadre_unpaid', 'cash_cadre_some_unpaid'], figures, dues, unpaid)]
  }
  const interrupted = everyone.map(({ people, served }) => ({ people, months: served.size > 0 ? gaps(needed, served) : [] })).filter(({ months }) => months.length > 0)
  return [...found, ...withoutNotes(['cash_pmt_interrupted', 'cash_pmt_some_interrupted'], figures, dues, interrupted)]
}
