import { eligibility } from './eligibility.ts'
import type { LineFigures } from './figures.ts'
import type { Finding } from './finding.ts'
import type { InstanceInput } from './instance.ts'
import { aboutActivity, aboutLine, aboutPlan } from './make-finding.ts'
import { multiply, sum } from './money.ts'
import { bundleKey } from './need.ts'
import { type DrivenQuantity, type FundingSource, isDriven, isMeantFor } from './plan.ts'
import { familyOf } from './target-group.ts'

function driven(line: LineFigures): DrivenQuantity | undefined {
  return line.line.quantities.find(isDriven)
}

function unitOf({ line }: LineFigures): string {
  return line.cutBy === null ? '' : (line.quantities[line.cutBy]?.unit ?? '')
}

function checkNeed(figures: LineFigures): Finding[] {
  const { line, activity, need, needed, funded, fundedUnits, gap } = figures
  const found: Finding[] = []
  const group = driven(figures)?.driver ?? ''
  if (!need.known) return [aboutLine('no_data', 'warning', figures, { words: { line: line.description, group } })]
  if (need.stale)
    found.push(
      aboutLine('stale_figure', 'warning', figures, {
        amounts: { lastCount: driven(figures)?.lastN ?? 0 },
        words: { line: line.description, group },
      }),
    )
  if (line.unitPrice === 0 && need.units > 0) found.push(aboutLine('price_zero', 'warning', figures, { words: { line: line.description } }))
  if (funded > needed)
    found.push(
      aboutLine('booked_above_need', 'error', figures, {
        amounts: { needed, funded, over: funded - needed },
        words: { line: line.description },
      }),
    )
  const amounts = {
    gap,
    needed,
    funded,
    unitsCount: need.units,
    fundedCount: fundedUnits,
    lackingCount: Math.max(0, need.units - fundedUnits),
    tierCount: activity.tier,
  }
  const words = { line: line.description, unit: unitOf(figures), activity: activity.name }
  if (gap > 0 && funded === 0 && activity.tier === 1) found.push(aboutLine('unfunded_priority', 'warning', figures, { amounts, words }))
  else if (gap > 0) found.push(aboutLine('gap', 'info', figures, { amounts, words }))
  return found
}

/** Money that is booked although practice does not, or although only a person may. What a rule forbids stands with the rules. */
function checkCells(figures: LineFigures, sources: ReadonlyMap<string, FundingSource>, { rules }: InstanceInput): Finding[] {
  const found: Finding[] = []
  for (const cell of figures.cells) {
    const source = sources.get(cell.sourceId)
    if (!source || cell.amount === 0) continue
    const answer = eligibility(source.code, source.origin, figures.activity, figures.line, rules)
    const details = {
      amounts: { amount: cell.amount },
      words: { line: figures.line.description, source: source.label, note: answer.note ?? 'not_usual', citation: answer.citation },
    }
    if (!isMeantFor(source, figures.activity)) found.push(aboutLine('not_meant_for', 'warning', figures, details))
    if (answer.ruleId !== null) continue
    if (cell.locked && !answer.proposable) found.push(aboutLine('locked_not_eligible', 'warning', figures, details))
    else if (answer.answer === 'warn') found.push(aboutLine('not_usual', answer.proposable ? 'info' : 'warning', figures, details))
  }
  return found
}

/** Lines that make sense only together and stand in different numbers of units: food without its delivery. */
function checkBundles(lines: readonly LineFigures[]): Finding[] {
  const bundles = new Map<string, LineFigures[]>()
  for (const line of lines) {
    if (!line.need.known || line.need.unitCost === 0) continue
    const key = bundleKey(line.line, line.activity)
    const bundle = bundles.get(key)
    if (bundle) bundle.push(line)
    else bundles.set(key, [line])
  }
  const found: Finding[] = []
  for (const bundle of bundles.values()) {
    const [first] = bundle
    if (!first || bundle.length < 2) continue
    const units = bundle.map(({ fundedUnits }) => fundedUnits)
    const least = Math.min(...units)
    const most = Math.max(...units)
    if (least === most) continue
    const short = bundle.find(({ fundedUnits }) => fundedUnits === least) ?? first
    found.push(
      aboutActivity('bundle_broken', 'warning', first, {
        amounts: { leastCount: least, mostCount: most, amount: short.need.known ? multiply(short.need.unitCost, most - least) : 0 },
        words: { activity: first.activity.name, line: short.line.description, unit: unitOf(first) },
      }),
    )
  }
  return found
}

/** Prices that nobody vouches for, in one note: a plan from the template has many, and each is marked where it stands. */
function checkPrices(lines: readonly LineFigures[], { plan }: InstanceInput): Finding[] {
  const unverified = lines.filter(({ line, needed }) => line.priceBasis?.confidence === 'unverified' && needed > 0)
  if (unverified.length === 0) return []
  const details = { amounts: { linesCount: unverified.length, needed: sum(unverified.map(({ needed }) => needed)) }, words: { lines: unverified.map(({ line }) => line.description).join('; ') } }
  return [aboutPlan('unverified_prices', 'info', plan, details)]
}

/** One person may hold two paid tasks: the plan counts people by task and cannot tell. */
function checkIncentives(lines: readonly LineFigures[], view: InstanceInput): Finding[] {
  const paid = (group: string) =>
    lines.filter((line) => line.line.spendingClass === 'cadre_incentive' && driven(line)?.driver === group && line.needed > 0)
  const [cadres, others] = [paid('cadre'), paid('development_cadre')]
  if (cadres.length === 0 || others.length === 0) return []
  return [
    aboutPlan('two_incentives', 'info', view.plan, {
      amounts: { amount: sum(others.map(({ needed }) => needed)) },
      words: { first: 'cadre', second: 'development_cadre' },
    }),
  ]
}

/** Mothers whom MBG may already feed: asked once per line until somebody says what MBG serves. */
function checkDoubleFeeding(figures: LineFigures): Finding[] {
  const quantity = driven(figures)
  if (figures.line.spendingClass !== 'food' || quantity === undefined || figures.needed === 0) return []
  if (familyOf(quantity.driver) !== 'mother' || quantity.served.some(({ by }) => /mbg/i.test(by))) return []
  return [
    aboutLine('mbg_double', 'info', figures, {
      amounts: { needed: figures.needed },
      words: { line: figures.line.description, group: quantity.driver },
    }),
  ]
}

function checkCodes(figures: LineFigures, view: InstanceInput): Finding[] {
  const { villageCode, name } = figures.activity
  return view.plan.kind !== 'desa' && villageCode !== null
    ? [aboutActivity('village_code_in_ward', 'warning', figures, { words: { activity: name, code: villageCode } })]
    : []
}

/** Lines: data, prices, gaps, who pays, and what belongs together. */
export function checkLines(view: InstanceInput): Finding[] {
  const sources = new Map(view.plan.sources.map((source) => [source.id, source]))
  const { lines } = view.figures
  const seen = new Set<string>()
  const perLine = lines.flatMap((line) => {
    const first = !seen.has(line.activity.id)
    seen.add(line.activity.id)
    return [...checkNeed(line), ...checkCells(line, sources, view), ...checkDoubleFeeding(line), ...(first ? checkCodes(line, view) : [])]
  })
  return [...perLine, ...checkBundles(lines), ...checkPrices(lines, view), ...checkIncentives(lines, view)]
}
