import { adopt, allocate, propose, setCell } from '../services/allocate.ts'
import { divisionOf } from '../services/division.ts'
import { makeNextYear } from '../services/next-year.ts'
import { createPlan } from '../services/plan-create.ts'
import { addActivity, openPlan, removeActivity, setActivity, setComplete, setLine } from '../services/plan-edit.ts'
import { editPlan, moveActivity } from '../services/plan-edits.ts'
import { planOverviewOf } from '../services/plan-overview.ts'
import { findingsOf, listActivities, listLines, listPlans, listSources, searchActivities, summarise } from '../services/plan-read.ts'
import { removeSource, setCommitment, setSource } from '../services/plan-sources.ts'
import { planView } from '../services/plan-view.ts'
import { listRules, resetRule, setRule } from '../services/rules.ts'
import { compareVersions, listVersions, lockVersion, makeVersion } from '../services/version.ts'
import { type AppRouter, type Opened, typed } from './base.ts'

/** The plan, its rules, how its money is divided, and its versions. */
export function planAreas({ plan, rules, allocation, version }: Opened): Pick<AppRouter, 'plan' | 'rules' | 'allocation' | 'version'> {
  return {
    plan: {
      create: plan.create.handler(({ context, input }) => createPlan(context.session, input)),
      list: plan.list.handler(({ context }) => listPlans(context.session)),
      open: plan.open.handler(({ context, input }) => openPlan(context.session, input)),
      lines: plan.lines.handler(({ context, input }) => listLines(context.session, input.planId)),
      sources: plan.sources.handler(({ context, input }) => listSources(context.session, input.planId)),
      summary: plan.summary.handler(({ context, input }) => summarise(context.session, input.planId)),
      overview: plan.overview.handler(({ context, input }) => planOverviewOf(context.session, input.planId)),
      check: plan.check.handler(({ context, input }) => ({ findings: findingsOf(planView(context.session, input.planId)) })),
      setSource: plan.setSource.handler(({ context, input }) => setSource(context.session, input)),
      removeSource: plan.removeSource.handler(({ context, input }) => removeSource(context.session, input)),
      setCommitment: plan.setCommitment.handler(({ context, input }) => setCommitment(context.session, input)),
      setLine: plan.setLine.handler(({ context, input }) => setLine(context.session, input)),
      setActivity: plan.setActivity.handler(({ context, input }) => setActivity(context.session, input)),
      edit: plan.edit.handler(({ context, input }) => editPlan(context.session, input)),
      activities: plan.activities.handler(({ context, input }) => listActivities(context.session, input.planId)),
      moveActivity: plan.moveActivity.handler(({ context, input }) => moveActivity(context.session, input)),
      addActivity: plan.addActivity.handler(({ context, input }) => addActivity(context.session, input)),
      removeActivity: plan.removeActivity.handler(({ context, input }) => removeActivity(context.session, input)),
      catalogue: plan.catalogue.handler(({ input }) => searchActivities(input.text, input.kind)),
      setComplete: plan.setComplete.handler(({ context, input }) => setComplete(context.session, input)),
    },
    rules: {
      list: rules.list.handler(({ context, input }) => listRules(context.session, input.planId)),
      set: rules.set.handler(({ context, input }) => setRule(context.session, input)),
      reset: rules.reset.handler(({ context, input }) => resetRule(context.session, input)),
    },
    allocation: {
      run: allocation.run.handler(({ context, input, signal }) => typed(allocate(context.session, input, signal), context.session)),
      propose: allocation.propose.handler(({ context, input, signal }) => typed(propose(context.session, input, signal))),
      adopt: allocation.adopt.handler(({ context, input }) => adopt(context.session, input)),
      division: allocation.division.handler(({ context, input }) => divisionOf(context.session, input.planId)),
      setCell: allocation.setCell.handler(({ context, input }) => setCell(context.session, input)),
    },
    version: {
      list: version.list.handler(({ context, input }) => listVersions(context.session, input.planId)),
      make: version.make.handler(({ context, input }) => makeVersion(context.session, input)),
      lock: version.lock.handler(({ context, input }) => lockVersion(context.session, input)),
      compare: version.compare.handler(({ context, input }) => compareVersions(context.session, input)),
      nextYear: version.nextYear.handler(({ context, input }) => makeNextYear(context.session, input)),
    },
  }
}
