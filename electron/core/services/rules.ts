import type { z } from 'zod'
import type { PlanRule, PlanRules, rulesContract } from '#shared/contract/rules.ts'
import { isInterventionKey } from '#shared/catalogue/interventions.ts'
import { sourceEntry, sourcesFor } from '#shared/catalogue/sources.ts'
import type { Rule } from '#shared/domain/rule.ts'
import { ruleFigures } from '#shared/domain/rule-figures.ts'
import { rulesFor, ruleStatus, yearRules } from '#shared/domain/rules.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { exactly, type PlanView, planView } from './plan-view.ts'

type SetInput = z.output<Extract<(typeof rulesContract)['set']['~orpc']['inputSchema'], z.ZodType>>

/** The rules of a plan's year before anybody changed them. */
function fileRules(view: PlanView): ReadonlyMap<string, Rule> {
  return new Map(rulesFor(view.plan.fiscalYear).rules.map((rule) => [rule.id, rule]))
}

function copyGroup(group: Rule['group']): PlanRule['group'] {
  const { all, spendingClasses, villageCodes, activities, commitments } = group
  return {
    ...(all === undefined ? {} : { all }), ...(spendingClasses && { spendingClasses: [...spendingClasses] }), ...(villageCodes && { villageCodes: [...villageCodes] }),
    ...(activities && { activities: [...activities] }), ...(commitments && { commitments: [...commitments] }),
  }
}

function ruleView(rule: Rule, view: PlanView, own: boolean): PlanRule {
  const { state, limits } = exactly(() => ruleFigures(view, rule))
  const { id, source, kind, group, shareBp, amount, base, severity, citation, confidence } = rule
  return {
    id, source, kind, group: copyGroup(group), shareBp, amount, base, severity, citation, confidence, status: ruleStatus(rule, view.rules), state, own,
    limits: limits.map((limit) => ({ ...limit })),
  }
}

/** The year's rules with what each allows in this plan and what is booked. A plan whose sources no rule of the year is about has none. */
export function listRules(session: Session, planId: string | undefined): PlanRules {
  const view = planView(session, planId)
  const { year, from, carriedOver } = view.rules
  const known = fileRules(view)
  // A kelurahan or a regency holds no village money: rules about it say nothing there.
  const mayHold = new Set<string>(sourcesFor(view.plan.kind).map(({ code }) => code))
  const file = mayHold.has('DDS') ? yearRules(from) : undefined
  return {
    year, from, carriedOver,
    rules: view.rules.rules.filter((rule) => mayHold.has(rule.source)).map((rule) => ruleView(rule, view, !known.has(rule.id))),
    regulations: (file?.regulations ?? []).map((one) => ({ ...one })), foci: (file?.foci ?? []).map((one) => ({ ...one })),
    stages: (file?.stages ?? []).map((one) => ({ ...one })), notes: (file?.notes ?? []).map((one) => ({ ...one })),
  }
}

/** The rule that an input stands for. @throws AppError source_unknown, source_not_allowed, amount_invalid, activity_not_found */
function ruleOf(input: SetInput, view: PlanView, id: string): Rule {
  const entry = sourceEntry(input.source)
  if (!entry) throw new AppError('source_unknown', { source: input.source, known: sourcesFor(view.plan.kind).map(({ code }) => code) })
  if (!entry.kinds.includes(view.plan.kind)) throw new AppError('source_not_allowed', { source: entry.code, kind: view.plan.kind })
  const isShare = input.kind === 'max_share' || input.kind === 'min_share' || input.kind === 'reserve'
  if (isShare && input.shareBp === null) throw new AppError('amount_invalid', { field: 'shareBp', value: '', expected: '0–10000' })
  if (input.kind === 'max_amount' && input.amount === null) throw new AppError('amount_invalid', { field: 'amount', value: '', expected: 'Rp' })
  const unknown = input.group.activities?.find((key) => !isInterventionKey(key))
  if (unknown !== undefined) throw new AppError('activity_not_found', { activity: unknown })
  return {
    id, source: entry.code, kind: input.kind, group: copyGroup(input.group), shareBp: isShare ? input.shareBp : null,
    amount: input.kind === 'max_amount' ? input.amount : null, base: isShare ? (input.base ?? 'regular') : null, severity: input.severity, citation: input.citation,
    confidence: input.confidence,
  }
}

function same(a: Rule, b: Rule): boolean {
  const text = (rule: Rule) => JSON.stringify([rule.source, rule.kind, copyGroup(rule.group), rule.shareBp, rule.amount, rule.base, rule.severity, rule.citation, rule.confidence])
  return text(a) === text(b)
}

/** Changes a rule of the plan's year, or adds one. @throws AppError plan_*, rule_not_found, source_*, amount_invalid, activity_not_found */
export function setRule(session: Session, input: SetInput): PlanRule {
  const view = planView(session, input.planId)
  const known = fileRules(view)
  if (input.id !== undefined && !view.rules.rules.some((rule) => rule.id === input.id)) throw new AppError('rule_not_found', { rule: input.id })
  const id = input.id ?? `own-${session.ports.newId()}`
  const rule = ruleOf(input, view, id)
  const original = known.get(id)
  return session.step(input.id === undefined ? 'add_rule' : 'rule', { citation: rule.citation }, () => {
    if (original && same(original, rule)) session.plans.removeChangedRule(view.plan.fiscalYear, id)
    else session.plans.saveChangedRule(view.plan.fiscalYear, id, JSON.stringify(rule))
    const after = planView(session, view.plan.id)
    const saved = after.rules.rules.find((candidate) => candidate.id === id)
    if (!saved) throw new AppError('rule_not_found', { rule: id })
    return ruleView(saved, after, original === undefined)
  })
}

/** Takes a rule back to the year's file, or out where a user added it. @throws AppError plan_*, rule_not_found */
export function resetRule(session: Session, input: { readonly planId?: string | undefined; readonly id: string }): PlanRules {
  const view = planView(session, input.planId)
  const rule = view.rules.rules.find((candidate) => candidate.id === input.id)
  if (!rule) throw new AppError('rule_not_found', { rule: input.id })
  const original = fileRules(view).get(input.id)
  return session.step(original ? 'reset_rule' : 'remove_rule', { citation: original?.citation ?? rule.citation }, () => {
    session.plans.removeChangedRule(view.plan.fiscalYear, input.id)
    return listRules(session, view.plan.id)
  })
}
