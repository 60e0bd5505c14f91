import { implement, ORPCError } from '@orpc/server'
import { contract } from '#shared/contract/index.ts'
import { AppError } from './app-error.ts'
import { adopt, allocate, propose, setCell } from './services/allocate.ts'
import { listAreas, listChildren } from './services/caseload-children.ts'
import { addSeries, changeSeries, removeSeries, setCounts } from './services/caseload-edit.ts'
import { importCaseload } from './services/caseload-import.ts'
import { chooseSeries, listSeries, previewChoice, setCount, setSurvey } from './services/caseload-series.ts'
import { exportDocument } from './services/export-document.ts'
import { figureHistory, listSteps, redo, undo } from './services/history.ts'
import { listDocuments, previewDocument } from './services/preview-document.ts'
import { planOverviewOf } from './services/plan-overview.ts'
import { createPlan } from './services/plan-create.ts'
import { addActivity, openPlan, removeActivity, removeSource, setActivity, setCommitment, setComplete, setLine, setSource } from './services/plan-edit.ts'
import { editPlan, moveActivity } from './services/plan-edits.ts'
import { findingsOf, listActivities, listLines, listPlans, listSources, searchActivities, summarise } from './services/plan-read.ts'
import { planView } from './services/plan-view.ts'
import { listRules, resetRule, setRule } from './services/rules.ts'
import { listSignatories } from './services/signatory-list.ts'
import { workspaceInfo } from './services/workspace-info.ts'
import type { Session } from './session.ts'

export interface AppContext {
  readonly session: Session
}

/** Makes the application's errors the typed errors of the contract; unexpected ones pass and are answered without their details. */
function asContractError(error: unknown): unknown {
  return error instanceof AppError ? new ORPCError(error.code, { data: error.data, message: error.code, cause: error }) : error
}

/** The reason that a command was given; what it is otherwise is checked with the rest of its input. */
function reasonOf(input: unknown): string | undefined {
  const reason = typeof input === 'object' && input !== null && 'reason' in input ? input.reason : undefined
  return typeof reason === 'string' && reason.trim() !== '' ? reason.trim() : undefined
}

async function* typed<T>(events: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield* events
  } catch (error) {
    throw asContractError(error)
  }
}

/** Binds each procedure of the contract to its service. No logic here. */
export function createRouter() {
  const os = implement(contract).$context<AppContext>().use(async ({ next, context }, input) => {
    try {
      const reason = reasonOf(input)
      return await next({ context: { session: reason === undefined ? context.session : context.session.because(reason) } })
    } catch (error) {
      throw asContractError(error)
    }
  })
  const { workspace, caseload, plan, allocation, document, history, rules } = os
  return os.router({
    workspace: {
      info: workspace.info.handler(({ context }) => workspaceInfo(context.session)),
      steps: workspace.steps.handler(({ context }) => context.session.workspace.steps().map((step) => ({ ...step, words: { ...step.words } }))),
      settings: workspace.settings.handler(({ context }) => Object.fromEntries(context.session.workspace.settings())),
      signatories: workspace.signatories.handler(({ context, input }) => listSignatories(context.session, input.planId)),
      setSetting: workspace.setSetting.handler(({ context, input }) => context.session.step('setting', { key: input.key }, () => {
        context.session.workspace.setSetting(input.key, input.value)
        return Object.fromEntries(context.session.workspace.settings())
      })),
    },
    caseload: {
      list: caseload.list.handler(({ context }) => listSeries(context.session)),
      import: caseload.import.handler(({ context, input, signal }) => typed(importCaseload(context.session, input, signal))),
      setCount: caseload.setCount.handler(({ context, input }) => setCount(context.session, input)),
      setSurvey: caseload.setSurvey.handler(({ context, input }) => setSurvey(context.session, input)),
      setCounts: caseload.setCounts.handler(({ context, input }) => setCounts(context.session, input)),
      addSeries: caseload.addSeries.handler(({ context, input }) => addSeries(context.session, input)),
      changeSeries: caseload.changeSeries.handler(({ context, input }) => changeSeries(context.session, input)),
      removeSeries: caseload.removeSeries.handler(({ context, input }) => removeSeries(context.session, input)),
      previewChoice: caseload.previewChoice.handler(({ context, input }) => previewChoice(context.session, input)),
      areas: caseload.areas.handler(({ context, input }) => listAreas(context.session, input)),
      children: caseload.children.handler(({ context, input }) => listChildren(context.session, input)),
      choose: caseload.choose.handler(({ context, input }) => chooseSeries(context.session, input)),
    },
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
    allocation: {
      run: allocation.run.handler(({ context, input, signal }) => typed(allocate(context.session, input, signal))),
      propose: allocation.propose.handler(({ context, input, signal }) => typed(propose(context.session, input, signal))),
      adopt: allocation.adopt.handler(({ context, input }) => adopt(context.session, input)),
      setCell: allocation.setCell.handler(({ context, input }) => setCell(context.session, input)),
    },
    document: {
      list: document.list.handler(({ context, input }) => listDocuments(context.session, input)),
      preview: document.preview.handler(({ context, input }) => previewDocument(context.session, input)),
      export: document.export.handler(({ context, input, signal }) => exportDocument(context.session, input, signal)),
    },
    history: {
      undo: history.undo.handler(({ context }) => undo(context.session)),
      redo: history.redo.handler(({ context }) => redo(context.session)),
      steps: history.steps.handler(({ context, input }) => listSteps(context.session, input.limit)),
      figure: history.figure.handler(({ context, input }) => figureHistory(context.session, input)),
    },
    rules: {
      list: rules.list.handler(({ context, input }) => listRules(context.session, input.planId)),
      set: rules.set.handler(({ context, input }) => setRule(context.session, input)),
      reset: rules.reset.handler(({ context, input }) => resetRule(context.session, input)),
    },
  })
}

export type AppRouter = ReturnType<typeof createRouter>
