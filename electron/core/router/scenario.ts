import { cashCalendarOf } from '../services/cash-calendar.ts'
import { explainWaysOut } from '../services/explain-ways-out.ts'
import { explainHolds, explainLines, explainMore } from '../services/explain.ts'
import { adoptScenario, runScenario } from '../services/scenario-run.ts'
import { compareScenarios, listPresets, listScenarios, removeScenario, saveScenario } from '../services/scenario.ts'
import { moneyCurve, seriesCurve } from '../services/sensitivity.ts'
import { type AppRouter, type Opened, typed } from './base.ts'

/** What would be otherwise, and why it is as it is. */
export function scenarioAreas({ scenario, explain, sensitivity, cash }: Opened): Pick<AppRouter, 'scenario' | 'explain' | 'sensitivity' | 'cash'> {
  return {
    scenario: {
      presets: scenario.presets.handler(({ context, input }) => listPresets(context.session, input.planId)),
      list: scenario.list.handler(({ context, input }) => listScenarios(context.session, input.planId)),
      save: scenario.save.handler(({ context, input }) => saveScenario(context.session, input)),
      remove: scenario.remove.handler(({ context, input }) => removeScenario(context.session, input)),
      run: scenario.run.handler(({ context, input, signal }) => typed(runScenario(context.session, input, signal), context.session)),
      compare: scenario.compare.handler(({ context, input }) => compareScenarios(context.session, input)),
      adopt: scenario.adopt.handler(({ context, input }) => adoptScenario(context.session, input)),
    },
    explain: {
      lines: explain.lines.handler(({ context, input, signal }) => typed(explainLines(context.session, input, signal), context.session)),
      more: explain.more.handler(({ context, input, signal }) => typed(explainMore(context.session, input, signal), context.session)),
      holds: explain.holds.handler(({ context, input, signal }) => typed(explainHolds(context.session, input, signal), context.session)),
      waysOut: explain.waysOut.handler(({ context, input, signal }) => typed(explainWaysOut(context.session, input, signal), context.session)),
    },
    sensitivity: {
      money: sensitivity.money.handler(({ context, input, signal }) => typed(moneyCurve(context.session, input, signal), context.session)),
      series: sensitivity.series.handler(({ context, input, signal }) => typed(seriesCurve(context.session, input, signal), context.session)),
    },
    cash: {
      calendar: cash.calendar.handler(({ context, input }) => cashCalendarOf(context.session, input)),
    },
  }
}
