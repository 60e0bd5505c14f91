import type { SourceFigures } from './figures.ts'
import type { Finding } from './finding.ts'
import type { InstanceInput } from './instance.ts'
import { aboutLine, aboutPlan, aboutSource } from './make-finding.ts'
import { type Rupiah, sum } from './money.ts'
import type { CommitmentClass } from './plan.ts'
import type { Rule, RuleSet } from './rule.ts'
import { plannedInGroup } from './rule-figures.ts'
import { committedInGroup, ruleBase, ruleBinds, shareLimit } from './rule-limits.ts'
import { groupHasCommitment, groupHasLine, ruleStatus, yearRules } from './rules.ts'

/** What every sentence about a rule says of it. */
/** What a rule limits, by the name that people have for it: a class of commitments, a class of spending, or village codes. */
function subjectOf({ group }: Rule): string {
  return group.commitments?.[0] ?? group.spendingClasses?.[0] ?? group.villageCodes?.join(', ') ?? group.activities?.join(', ') ?? 'other'
}

function ruleWords(rule: Rule, rules: RuleSet): Record<string, string> {
  return { rule: rule.id, subject: subjectOf(rule), citation: rule.citation, status: ruleStatus(rule, rules) }
}

/** A share of a source that is passed or not reached. Exact to the rupiah: a maximum is rounded down, a minimum up. */
function checkShare(view: InstanceInput, rule: Rule, source: SourceFigures): Finding | undefined {
  const base = ruleBase(rule, source)
  if (base === null || base === 0) return undefined
  const limit = shareLimit(rule, base)
  const committed = committedInGroup(view.plan, source.source.id, rule)
  const planned = plannedInGroup(view, source.source.id, rule)
  const booked = committed + planned
  const amounts = { limit, booked, committed, planned, base, shareBp: rule.shareBp ?? 0 }
  const words = { ...ruleWords(rule, view.rules), source: source.source.label }
  if (rule.kind === 'max_share' && booked > limit)
    return aboutSource('rule_over_share', rule.severity, source, { amounts: { ...amounts, over: booked - limit }, words })
  if (rule.kind === 'min_share' && booked < limit)
    return aboutSource('rule_under_share', rule.severity, source, { amounts: { ...amounts, under: limit - booked }, words })
  return undefined
}

/** A fixed amount binds all money of the code together, carried over or not. */
function checkAmount(view: InstanceInput, rule: Rule, sources: readonly SourceFigures[]): Finding[] {
  const [first] = sources
  const limit = rule.amount ?? 0
  const booked = sum(sources.map(({ source }) => committedInGroup(view.plan, source.id, rule) + plannedInGroup(view, source.id, rule)))
  if (!first || booked <= limit) return []
  return [
    aboutSource('rule_over_amount', rule.severity, first, {
      amounts: { limit, booked, over: booked - limit },
      words: { ...ruleWords(rule, view.rules), source: first.source.code },
    }),
  ]
}

/** What a prohibition matches: each line that such a source pays for, and each class of commitment. */
function checkForbidden(view: InstanceInput, rule: Rule, sources: readonly SourceFigures[]): Finding[] {
  const labels = new Map(sources.map(({ source }) => [source.id, source.label]))
  const found: Finding[] = []
  for (const line of view.figures.lines) {
    if (!groupHasLine(rule.group, line.activity, line.line)) continue
    for (const cell of line.cells) {
      const source = labels.get(cell.sourceId)
      if (source === undefined || cell.amount === 0) continue
      found.push(
        aboutLine('rule_forbidden', rule.severity, line, {
          amounts: { amount: cell.amount },
          words: { ...ruleWords(rule, view.rules), source, line: line.line.description },
        }),
      )
    }
  }
  for (const source of sources) {
    const byClass = new Map<CommitmentClass, Rupiah>()
    for (const { sourceId, class: kind, amount } of view.plan.commitments) {
      if (sourceId === source.source.id && amount > 0 && groupHasCommitment(rule.group, kind))
        byClass.set(kind, sum([byClass.get(kind) ?? 0, amount]))
    }
    for (const [kind, amount] of byClass) {
      found.push(
        aboutSource('rule_forbidden_commitment', rule.severity, source, {
          amounts: { amount },
          words: { ...ruleWords(rule, view.rules), source: source.source.label, commitment: kind },
        }),
      )
    }
  }
  return found
}

function checkRule(view: InstanceInput, rule: Rule): Finding[] {
  const sources = view.figures.sources.filter((source) => ruleBinds(rule, source))
  if (sources.length === 0) return []
  if (rule.kind === 'forbidden') return checkForbidden(view, rule, sources)
  if (rule.kind === 'max_amount') return checkAmount(view, rule, sources)
  if (rule.kind === 'reserve') return []
  return sources.flatMap((source) => checkShare(view, rule, source) ?? [])
}

/** Cash per family and month: what a line pays above it, and how many families a commitment can reach at most. */
function checkMonthlyCaps({ plan, figures, rules }: InstanceInput): Finding[] {
  const found: Finding[] = []
  for (const cap of yearRules(rules.from)?.monthlyCaps ?? []) {
    const words = { citation: cap.citation, status: rules.carriedOver ? 'carried_over' : 'verified' }
    for (const line of figures.lines) {
      const monthly = line.line.quantities.some(({ unit }) => /^(bulan|bln)/i.test(unit))
      if (
        !monthly ||
        line.line.spendingClass !== 'cash' ||
        line.line.unitPrice <= cap.amount ||
        !groupHasLine(cap.group, line.activity, line.line)
      )
        continue
      found.push(
        aboutLine('monthly_cap', 'warning', line, {
          amounts: { limit: cap.amount, price: line.line.unitPrice, over: line.line.unitPrice - cap.amount },
          words,
        }),
      )
    }
    for (const source of figures.sources) {
      const amount = sum(
        plan.commitments
          .filter((item) => item.sourceId === source.source.id && groupHasCommitment(cap.group, item.class))
          .map((item) => item.amount),
      )
      if (source.source.code !== 'DDS' || amount === 0) continue
      // Whole families for a whole year at the most per month: what is left over pays none.
      const families = Math.floor(amount / (cap.amount * 12))
      found.push(aboutSource('blt_families', 'info', source, { amounts: { amount, limit: cap.amount, familiesCount: families }, words }))
    }
  }
  return found
}

/** The year and its rules: carried over or unknown (one line), then each breach with the amount over or under. */
export function checkRules(view: InstanceInput): Finding[] {
  const { plan, rules, figures } = view
  const found: Finding[] = []
  const bound = figures.sources.some(({ source }) => source.code === 'DDS')
  if (bound && rules.carriedOver)
    found.push(aboutPlan('year_carried_over', 'warning', plan, { words: { year: String(rules.year), from: String(rules.from) } }))
  if (bound && !rules.carriedOver && yearRules(rules.from) === undefined)
    found.push(aboutPlan('year_unknown', 'warning', plan, { words: { year: String(rules.year) } }))
  for (const rule of rules.rules) found.push(...checkRule(view, rule))
  return [...found, ...checkMonthlyCaps(view)]
}
