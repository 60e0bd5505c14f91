import { largestGaps } from './gaps.ts'
import type { InstanceInput } from './instance.ts'
import { headsGroup, peopleOf } from './meeting-effect.ts'
import { groupOf, helpLines, type HelpShape, helpWords, type ShownCount, shownCount } from './meeting.ts'
import { multiply, type Rupiah, sum } from './money.ts'
import { type CostLine, isDriven } from './plan.ts'

/** What can be turned about a help: its price and its units, and what each unit costs. */
export interface HelpDial {
  readonly line: string
  readonly shape: HelpShape
  readonly price: { readonly now: Rupiah; readonly min: Rupiah; readonly max: Rupiah; readonly step: Rupiah; /** `anak`, `set`: what one price buys. */ readonly per: string }
  /** now: what the plan pays; needed: what it asks for; max: as far as it can be raised. hidden: few people, so only all or none is asked. */
  readonly units: { readonly now: number; readonly needed: number; readonly max: number; readonly unit: string; readonly hidden: boolean }
  /** One unit costs price × factor + rest. */
  readonly factor: number
  readonly rest: Rupiah
  /** What else its price is paid for: `12 bulan` of a help that is cut by heads. Counts of people are not among them. */
  readonly over: readonly { readonly n: number; readonly unit: string }[]
  /** Lines that are funded together with it. */
  readonly others: readonly string[]
  readonly people: ShownCount | null
  /** What others serve already (BOK, MBG, GENTING, an OPD): no need of this plan. */
  readonly served: readonly { readonly by: string; readonly units: ShownCount; readonly unit: string }[]
  /** Short names of those who usually pay such help and of whom the plan has none. */
  readonly partners: readonly string[]
  /** Prices that came before: of the plan when the meeting began, of last year. */
  readonly reference: readonly HelpReference[]
}

export interface HelpReference {
  readonly of: 'before' | 'last_year'
  readonly year: number
  /** Stage of last year's newest version, or null: its plan. */
  readonly stage: string | null
  readonly price: Rupiah
  readonly units: number
  readonly unit: string
  readonly people: ShownCount | null
}

/** A step that a hand can set: 1, 2, 5 × a power of ten near a thirtieth of the amount, at least 100. */
export function niceStep(amount: Rupiah): Rupiah {
  const rough = Math.max(100, Math.floor(amount / 30))
  const power = 10 ** (String(rough).length - 1)
  return power * (rough >= 5 * power ? 5 : rough >= 2 * power ? 2 : 1)
}

/** The scale of a price: from about half of it to twice, in steps that include round amounts; a typed price may lie outside. */
export function priceScale(price: Rupiah): { readonly min: Rupiah; readonly max: Rupiah; readonly step: Rupiah } {
  const step = niceStep(price === 0 ? 100_000 : price)
  const middle = price === 0 ? 100_000 : price
  return { step, min: Math.max(0, Math.floor(middle / 2 / step) * step), max: Math.ceil((middle * 2) / step) * step }
}

/** The typed quantities of a line beside the one that it is cut by, as far as they multiply. */
export function overOf({ quantities, cutBy }: Pick<CostLine, 'quantities' | 'cutBy'>): { readonly n: number; readonly unit: string }[] {
  return quantities.flatMap((quantity, index) => (index === cutBy || isDriven(quantity) || quantity.n === 1 ? [] : [{ n: quantity.n, unit: quantity.unit }]))
}

/** What a line paid in another plan; its units as they were paid, or asked for where nothing was. */
function referenceOf(line: ReturnType<typeof helpLines>[number] | undefined, parts: Pick<HelpReference, 'of' | 'year' | 'stage'>): HelpReference[] {
  if (!line?.need.known || headsHidden(line)) return []
  const people = peopleOf(line)
  return [{
    ...parts, price: line.line.unitPrice, units: line.fundedUnits > 0 ? line.fundedUnits : line.need.units, unit: line.line.quantities[line.line.cutBy ?? -1]?.unit ?? '',
    people: people === undefined || headsGroup(line) !== undefined ? null : shownCount(people, groupOf(line.line)),
  }]
}

function headsHidden(line: ReturnType<typeof helpLines>[number]): boolean {
  return line.need.known && shownCount(line.need.units, headsGroup(line)) === 'few'
}

/** Another plan to look back at, with the year and stage that it is of. */
export interface LookBack {
  readonly of: HelpReference['of']
  readonly view: InstanceInput
  readonly stage: string | null
}

/** The same help in another plan: the same line, else the one of the same catalogue activity (or name) and description. */
function sameHelp(view: InstanceInput, lineId: string, other: InstanceInput) {
  const own = view.figures.lines.find(({ line }) => line.id === lineId)
  if (!own) return undefined
  const { line, activity } = own
  return other.figures.lines.find((one) => one.line.id === line.id)
    ?? other.figures.lines.find((one) => one.line.description === line.description && (activity.catalogueKey === null ? one.activity.name === activity.name : one.activity.catalogueKey === activity.catalogueKey))
}

/** The dial of a help; `undefined` where it is gone from the plan or its need is not known. */
export function helpDial(view: InstanceInput, lineId: string, lookBack: readonly LookBack[]): HelpDial | undefined {
  const together = helpLines(view, lineId)
  const [first] = together
  const words = helpWords(together, 'gap')
  if (!first?.need.known || !words?.shape || together.some(({ need }) => !need.known)) return undefined
  const { line, need } = first
  const cut = line.cutBy === null ? undefined : line.quantities[line.cutBy]
  const isTime = cut !== undefined && !isDriven(cut) && words.shape === 'monthly'
  const people = peopleOf(first)
  const gap = largestGaps(view, view.figures.lines.length).find((one) => together.some(({ line: { id } }) => id === one.lineId))
  const driven = line.quantities.find(isDriven)
  return {
    line: line.id, shape: words.shape,
    price: { now: line.unitPrice, ...priceScale(line.unitPrice), per: (driven ?? cut ?? line.quantities[0])?.unit ?? '' },
    units: { now: Math.min(...together.map(({ fundedUnits }) => fundedUnits)), needed: need.units, max: isTime ? Math.max(12, need.units) : need.units, unit: words.unit ?? '', hidden: headsHidden(first) },
    factor: multiply(...need.factors.filter((_, index) => index !== line.cutBy)),
    rest: sum(together.slice(1).map((one) => (one.need.known ? one.need.unitCost : 0))),
    over: overOf(line),
    others: together.slice(1).map((one) => one.line.description),
    people: people === undefined ? null : shownCount(people, groupOf(line)),
    served: together.flatMap((one) => one.line.quantities.filter(isDriven).flatMap(({ served, unit, driver }) => served.map(({ by, units }) => ({ by, units: shownCount(units, driver), unit })))),
    partners: [...(gap?.partners ?? [])],
    reference: lookBack.flatMap(({ of, view: other, stage }) => referenceOf(sameHelp(view, line.id, other), { of, stage, year: other.plan.fiscalYear })),
  }
}

/** What so many units at a price cost altogether. @throws MoneyRangeError */
export function helpCost({ factor, rest }: Pick<HelpDial, 'factor' | 'rest'>, price: Rupiah, units: number): Rupiah {
  return multiply(sum([multiply(price, factor), rest]), units)
}
