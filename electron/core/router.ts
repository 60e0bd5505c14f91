import { implement, ORPCError, type Router } from '@orpc/server'
import { contract } from '#shared/contract/index.ts'
import { MoneyRangeError } from '#shared/domain/money.ts'
import { AppError } from './app-error.ts'
import { describeFailure, listBackupItems, makeBackupItem, restoreItem, stepsAfter, verifyBackup } from './services/backups.ts'
import { adopt, allocate, propose, setCell } from './services/allocate.ts'
import { listAreas, listChildren, listPlaces } from './services/caseload-children.ts'
import { addSeries, changeSeries, removeSeries, setCounts } from './services/caseload-edit.ts'
import { importCaseload } from './services/caseload-import.ts'
import { compareSeries } from './services/caseload-compare.ts'
import { crossCheckSeries, setBasis } from './services/caseload-cross-check.ts'
import { childGrowth } from './services/caseload-growth.ts'
import { remeasureExport, remeasurePages } from './services/caseload-remeasure.ts'
import { compareSeriesRounds, remeasure } from './services/caseload-rounds.ts'
import { seriesValidity } from './services/caseload-validity.ts'
import { chooseSeries, listSeries, previewChoice, setCount, setSurvey } from './services/caseload-series.ts'
import { entrySheetOf, exportEntry, tickEntry } from './services/entry.ts'
import { compareSiskeudes } from './services/entry-compare.ts'
import { consolidate } from './services/consolidation.ts'
import { driftOverview } from './services/drift.ts'
import { exportConsolidation, exportDistribution, exportJoint } from './services/regency-sheets.ts'
import { exportRkpd, rkpdOverview, setRkpdLists } from './services/rkpd.ts'
import { opdActivitiesOf, setOpdActivity, setTags } from './services/tagging.ts'
import { importRkpdList, rkpdListTemplate } from './services/rkpd-lists.ts'
import { divisionOf } from './services/division.ts'
import { distributionStart, divide, saveDistribution } from './services/distribution.ts'
import { jointStart, keepJoint, runJoint } from './services/joint.ts'
import { correct } from './services/corrections.ts'
import { exportPackage, previewPackage } from './services/exchange-export.ts'
import { mergePackages } from './services/exchange-merge.ts'
import { compareReturned, takeOver } from './services/returned.ts'
import { exportDocument } from './services/export-document.ts'
import { figureHistory, listSteps, redo, undo } from './services/history.ts'
import { listDocuments, previewDocument } from './services/preview-document.ts'
import { planOverviewOf } from './services/plan-overview.ts'
import { opening } from './services/opening.ts'
import { bringIn, type Home, openNewestBackup, openSalvaged } from './services/home.ts'
import { findRegions, homeDefaults } from './services/home-make.ts'
import { keepPreferences } from './services/home-preferences.ts'
import { createAndOpen, openSample, quickStart } from './services/home-open.ts'
import { createPlan } from './services/plan-create.ts'
import { editPlan, moveActivity } from './services/plan-edits.ts'
import { findingsOf, listActivities, listLines, listPlans, listSources, searchActivities, summarise } from './services/plan-read.ts'
import { addActivity, openPlan, removeActivity, removeSource, setActivity, setCommitment, setComplete, setLine, setSource } from './services/plan-edit.ts'
import { planView } from './services/plan-view.ts'
import { listRules, resetRule, setRule } from './services/rules.ts'
import { readLetterhead, setLogo } from './services/letterhead.ts'
import { plainSettings } from './services/letterhead-settings.ts'
import { listSignatories } from './services/signatory-list.ts'
import { compareScenarios, listPresets, listScenarios, removeScenario, saveScenario } from './services/scenario.ts'
import { adoptScenario, runScenario } from './services/scenario-run.ts'
import { explainHolds, explainLines, explainMore } from './services/explain.ts'
import { explainWaysOut } from './services/explain-ways-out.ts'
import { meetingRecordOf } from './services/meeting-record.ts'
import { arrangeAgenda, askQuestion, planAgenda, startMeeting } from './services/meeting-agenda.ts'
import { changeMeeting, decideItem, finishMeeting, listMeetings, objectToItem, previewDecision, showMeeting } from './services/meeting.ts'
import { makeNextYear } from './services/next-year.ts'
import { cashCalendarOf } from './services/cash-calendar.ts'
import { moneyCurve, seriesCurve } from './services/sensitivity.ts'
import { listSubmissions, removeSubmission, villageSubmission } from './services/submissions.ts'
import { compareVersions, listVersions, lockVersion, makeVersion } from './services/version.ts'
import { workspaceInfo } from './services/workspace-info.ts'
import type { Session } from './session.ts'

/** What a call is answered from; read anew for every call, because the open workspace changes. */
export interface AppContext {
  readonly session: Session | undefined
  /** The files of the host; a host that serves one given workspace to one program has none. */
  readonly home?: Home | undefined
}

/** The open workspace. @throws AppError workspace_not_open */
function opened({ session }: AppContext): Session {
  if (!session) throw new AppError('workspace_not_open', {})
  return session
}

function filesOf({ home }: AppContext): Home {
  if (!home) throw new Error('this host keeps no files')
  return home
}

/** Work that was under way when its workspace was closed fails in ways of its own: what it is told is why. */
function whyFailed(error: unknown, session: Session | undefined): unknown {
  return session?.db.open === false && !(error instanceof AppError) ? new AppError('workspace_not_open', {}) : error
}

/** Makes the application's errors the typed errors of the contract; unexpected ones pass and are answered without their details. */
function asContractError(error: unknown): unknown {
  if (error instanceof MoneyRangeError) return asContractError(new AppError('money_range', {}))
  return error instanceof AppError ? new ORPCError(error.code, { data: error.data, message: error.code, cause: error }) : error
}

/** The reason that a command was given; what it is otherwise is checked with the rest of its input. */
function reasonOf(input: unknown): string | undefined {
  const reason = typeof input === 'object' && input !== null && 'reason' in input ? input.reason : undefined
  return typeof reason === 'string' && reason.trim() !== '' ? reason.trim() : undefined
}

async function* typed<T>(events: AsyncGenerator<T>, session?: Session): AsyncGenerator<T> {
  try {
    yield* events
  } catch (error) {
    throw asContractError(whyFailed(error, session))
  }
}

/** The router by the contract's types: spelled out, they are longer than the compiler writes down. */
export type AppRouter = Router<typeof contract, AppContext>

/** Binds each procedure of the contract to its service. No logic here. */
export function createRouter(): AppRouter {
  const base = implement(contract).$context<AppContext>()
  const files = base.use(async ({ next, context }) => {
    try {
      return await next({ context: { home: filesOf(context) } })
    } catch (error) {
      throw asContractError(error)
    }
  })
  const os = base.use(async ({ next, context }, input) => {
    const reason = reasonOf(input)
    let session: Session | undefined
    try {
      session = opened(context)
      return await next({ context: { session: reason === undefined ? session : session.because(reason) } })
    } catch (error) {
      throw asContractError(whyFailed(error, session))
    }
  })
  const { home } = files
  const { workspace, caseload, plan, allocation, document, entry, history, rules, backup, scenario, version, exchange, consolidation, distribution, joint, explain, sensitivity, cash, meeting } = os
  return base.router({
    home: {
      current: home.current.handler(({ context }) => context.home.current()),
      list: home.list.handler(({ context }) => context.home.list()),
      regions: home.regions.handler(({ input }) => findRegions(input)),
      defaults: home.defaults.handler(({ context }) => homeDefaults(context.home.ports)),
      opening: home.opening.handler(({ context }) => opening(context.home)),
      setPreferences: home.setPreferences.handler(({ context, input }) => keepPreferences(context.home.folder, input)),
      open: home.open.handler(({ context, input }) => context.home.openFile(context.home.fileOf(input.id), { readOnly: input.readOnly })),
      openBackup: home.openBackup.handler(({ context, input }) => openNewestBackup(context.home, input.id)),
      salvage: home.salvage.handler(({ context, input }) => openSalvaged(context.home, input.id)),
      bring: home.bring.handler(({ context, input }) => bringIn(context.home, input.file)),
      create: home.create.handler(({ context, input }) => createAndOpen(context.home, input)),
      sample: home.sample.handler(({ context, input, signal }) => typed(openSample(context.home, input.which, signal))),
      quickStart: home.quickStart.handler(({ context, input, signal }) => typed(quickStart(context.home, input, signal))),
      forget: home.forget.handler(({ context, input }) => context.home.forget(context.home.fileOf(input.id))),
      close: home.close.handler(async ({ context }) => ({ closed: await context.home.close() })),
    },
    workspace: {
      info: workspace.info.handler(({ context }) => workspaceInfo(context.session)),
      steps: workspace.steps.handler(({ context }) => context.session.workspace.steps().map((step) => ({ ...step, words: { ...step.words } }))),
      settings: workspace.settings.handler(({ context }) => plainSettings(context.session)),
      signatories: workspace.signatories.handler(({ context, input }) => listSignatories(context.session, input.planId)),
      setSetting: workspace.setSetting.handler(({ context, input }) => {
        context.session.setSetting(input.key, input.value)
        return plainSettings(context.session)
      }),
      letterhead: workspace.letterhead.handler(({ context, input }) => readLetterhead(context.session, input.planId)),
      setLogo: workspace.setLogo.handler(({ context, input }) => setLogo(context.session, input.file)),
    },
    caseload: {
      list: caseload.list.handler(({ context }) => listSeries(context.session)),
      import: caseload.import.handler(({ context, input, signal }) => typed(importCaseload(context.session, input, signal), context.session)),
      setCount: caseload.setCount.handler(({ context, input }) => setCount(context.session, input)),
      setSurvey: caseload.setSurvey.handler(({ context, input }) => setSurvey(context.session, input)),
      setCounts: caseload.setCounts.handler(({ context, input }) => setCounts(context.session, input)),
      addSeries: caseload.addSeries.handler(({ context, input }) => addSeries(context.session, input)),
      changeSeries: caseload.changeSeries.handler(({ context, input }) => changeSeries(context.session, input)),
      removeSeries: caseload.removeSeries.handler(({ context, input }) => removeSeries(context.session, input)),
      previewChoice: caseload.previewChoice.handler(({ context, input }) => previewChoice(context.session, input)),
      places: caseload.places.handler(({ context }) => listPlaces(context.session)),
      areas: caseload.areas.handler(({ context, input }) => listAreas(context.session, input)),
      children: caseload.children.handler(({ context, input }) => listChildren(context.session, input)),
      validity: caseload.validity.handler(({ context, input }) => seriesValidity(context.session, input)),
      crossCheck: caseload.crossCheck.handler(({ context, input }) => crossCheckSeries(context.session, input)),
      setBasis: caseload.setBasis.handler(({ context, input }) => setBasis(context.session, input)),
      compareSeries: caseload.compareSeries.handler(({ context, input }) => compareSeries(context.session, input)),
      rounds: caseload.rounds.handler(({ context, input }) => compareSeriesRounds(context.session, input)),
      remeasure: caseload.remeasure.handler(({ context, input }) => remeasure(context.session, input)),
      remeasurePages: caseload.remeasurePages.handler(({ context, input }) => remeasurePages(context.session, input)),
      remeasureExport: caseload.remeasureExport.handler(({ context, input, signal }) => remeasureExport(context.session, input, signal)),
      childGrowth: caseload.childGrowth.handler(({ context, input }) => childGrowth(context.session, input)),
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
      run: allocation.run.handler(({ context, input, signal }) => typed(allocate(context.session, input, signal), context.session)),
      propose: allocation.propose.handler(({ context, input, signal }) => typed(propose(context.session, input, signal))),
      adopt: allocation.adopt.handler(({ context, input }) => adopt(context.session, input)),
      division: allocation.division.handler(({ context, input }) => divisionOf(context.session, input.planId)),
      setCell: allocation.setCell.handler(({ context, input }) => setCell(context.session, input)),
    },
    document: {
      list: document.list.handler(({ context, input }) => listDocuments(context.session, input)),
      preview: document.preview.handler(({ context, input }) => previewDocument(context.session, input)),
      export: document.export.handler(({ context, input, signal }) => exportDocument(context.session, input, signal)),
    },
    entry: {
      sheet: entry.sheet.handler(({ context, input }) => entrySheetOf(context.session, input)),
      tick: entry.tick.handler(({ context, input }) => tickEntry(context.session, input)),
      export: entry.export.handler(({ context, input, signal }) => exportEntry(context.session, input, signal)),
      compare: entry.compare.handler(({ context, input, signal }) => compareSiskeudes(context.session, input, signal)),
      returned: entry.returned.handler(({ context, input, signal }) => compareReturned(context.session, input, signal)),
      takeOver: entry.takeOver.handler(({ context, input, signal }) => takeOver(context.session, input, signal)),
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
    scenario: {
      presets: scenario.presets.handler(({ context, input }) => listPresets(context.session, input.planId)),
      list: scenario.list.handler(({ context, input }) => listScenarios(context.session, input.planId)),
      save: scenario.save.handler(({ context, input }) => saveScenario(context.session, input)),
      remove: scenario.remove.handler(({ context, input }) => removeScenario(context.session, input)),
      run: scenario.run.handler(({ context, input, signal }) => typed(runScenario(context.session, input, signal), context.session)),
      compare: scenario.compare.handler(({ context, input }) => compareScenarios(context.session, input)),
      adopt: scenario.adopt.handler(({ context, input }) => adoptScenario(context.session, input)),
    },
    version: {
      list: version.list.handler(({ context, input }) => listVersions(context.session, input.planId)),
      make: version.make.handler(({ context, input }) => makeVersion(context.session, input)),
      lock: version.lock.handler(({ context, input }) => lockVersion(context.session, input)),
      compare: version.compare.handler(({ context, input }) => compareVersions(context.session, input)),
      nextYear: version.nextYear.handler(({ context, input }) => makeNextYear(context.session, input)),
    },
    exchange: {
      preview: exchange.preview.handler(({ context, input }) => previewPackage(context.session, input.planId)),
      export: exchange.export.handler(({ context, input }) => exportPackage(context.session, input)),
      merge: exchange.merge.handler(({ context, input, signal }) => typed(mergePackages(context.session, input, signal), context.session)),
      villages: exchange.villages.handler(({ context }) => listSubmissions(context.session)),
      village: exchange.village.handler(({ context, input }) => villageSubmission(context.session, input.village)),
      correct: exchange.correct.handler(({ context, input }) => correct(context.session, input)),
      remove: exchange.remove.handler(({ context, input }) => removeSubmission(context.session, input.village)),
    },
    consolidation: {
      overview: consolidation.overview.handler(({ context }) => consolidate(context.session)),
      export: consolidation.export.handler(({ context, input, signal }) => exportConsolidation(context.session, input, signal)),
      rkpd: consolidation.rkpd.handler(({ context }) => rkpdOverview(context.session)),
      drift: consolidation.drift.handler(({ context }) => driftOverview(context.session)),
      setRkpd: consolidation.setRkpd.handler(({ context, input }) => setRkpdLists(context.session, input)),
      opd: consolidation.opd.handler(({ context }) => opdActivitiesOf(context.session)),
      setOpd: consolidation.setOpd.handler(({ context, input }) => setOpdActivity(context.session, input)),
      setTags: consolidation.setTags.handler(({ context, input }) => setTags(context.session, input)),
      importRkpd: consolidation.importRkpd.handler(({ context, input, signal }) => importRkpdList(context.session, input, signal)),
      rkpdTemplate: consolidation.rkpdTemplate.handler(({ context, input }) => rkpdListTemplate(context.session, input)),
      exportRkpd: consolidation.exportRkpd.handler(({ context, input, signal }) => exportRkpd(context.session, input, signal)),
    },
    joint: {
      start: joint.start.handler(({ context }) => jointStart(context.session)),
      run: joint.run.handler(({ context, input, signal }) => runJoint(context.session, input.terms, signal)),
      export: joint.export.handler(({ context, input, signal }) => exportJoint(context.session, input, signal)),
      keep: joint.keep.handler(({ context }) => keepJoint(context.session)),
    },
    distribution: {
      terms: distribution.terms.handler(({ context }) => distributionStart(context.session)),
      preview: distribution.preview.handler(({ context, input }) => divide(context.session, input.terms)),
      save: distribution.save.handler(({ context, input }) => saveDistribution(context.session, input.terms)),
      export: distribution.export.handler(({ context, input, signal }) => exportDistribution(context.session, input, signal)),
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
    meeting: {
      agenda: meeting.agenda.handler(({ context, input }) => planAgenda(context.session, input.planId)),
      list: meeting.list.handler(({ context, input }) => listMeetings(context.session, input.planId)),
      show: meeting.show.handler(({ context, input }) => showMeeting(context.session, input)),
      record: meeting.record.handler(({ context, input }) => meetingRecordOf(context.session, input)),
      start: meeting.start.handler(({ context, input }) => startMeeting(context.session, input)),
      change: meeting.change.handler(({ context, input }) => changeMeeting(context.session, input)),
      ask: meeting.ask.handler(({ context, input }) => askQuestion(context.session, input)),
      arrange: meeting.arrange.handler(({ context, input }) => arrangeAgenda(context.session, input)),
      preview: meeting.preview.handler(({ context, input, signal }) => previewDecision(context.session, input, signal)),
      decide: meeting.decide.handler(({ context, input }) => decideItem(context.session, input)),
      object: meeting.object.handler(({ context, input }) => objectToItem(context.session, input)),
      finish: meeting.finish.handler(({ context, input }) => finishMeeting(context.session, input)),
    },
    backup: {
      list: backup.list.handler(({ context }) => listBackupItems(context.session)),
      verify: backup.verify.handler(({ context, input }) => verifyBackup(context.session, input.id)),
      lacks: backup.lacks.handler(({ context, input }) => stepsAfter(context.session, input.id)),
      make: backup.make.handler(({ context }) => makeBackupItem(context.session, context.home)),
      restore: backup.restore.handler(({ context, input }) => restoreItem(context.session, filesOf(context), input.id)),
      failure: files.backup.failure.handler(({ context }) => {
        const failure = context.home.backupFailure()
        return failure ? describeFailure(failure) : null
      }),
    },
  })
}
