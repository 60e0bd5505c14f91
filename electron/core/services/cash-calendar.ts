import type { z } from 'zod'
import type { CashCalendarReport, cashContract } from '#shared/contract/cash.ts'
import { cashCalendar } from '#shared/domain/cash-calendar.ts'
import type { Session } from '../session.ts'
import { exactly, planView } from './plan-view.ts'
import { openScenario } from './scenario-view.ts'

type Input = z.output<Extract<(typeof cashContract)['calendar']['~orpc']['inputSchema'], z.ZodType>>

/** The cash calendar of a plan or scenario. @throws AppError plan_*, scenario_not_found, money_range */
export function cashCalendarOf(session: Session, input: Input): CashCalendarReport {
  const view = input.scenario === undefined ? planView(session, input.planId) : openScenario(session, input.planId, input.scenario).view
  const { months, sources, lines, findings } = exactly(() => cashCalendar(view, input.villages))
  return {
    months: [...months],
    sources: sources.map(({ figures: { source, available }, inflow, months: own }) => ({
      code: source.code, label: source.label, name: source.name, available, basis: inflow.basis, citation: inflow.citation, confidence: inflow.confidence, unscheduled: inflow.unscheduled, months: [...own],
    })),
    lines: lines.map(({ figures: { line, activity, funded }, months: own, unfunded }) => ({
      id: line.id, description: line.description, activity: activity.name, tier: activity.tier, spendingClass: line.spendingClass, funded, months: [...own],
      unfunded: [...new Set(unfunded)], unfundedCount: unfunded.length,
    })),
    findings: [...findings],
  }
}
