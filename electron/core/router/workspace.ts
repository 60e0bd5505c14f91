import { describeFailure, listBackupItems, makeBackupItem, restoreItem, stepsAfter, verifyBackup } from '../services/backups.ts'
import { figureHistory, listSteps, redo, undo } from '../services/history.ts'
import { plainSettings } from '../services/letterhead-settings.ts'
import { readLetterhead, setLogo } from '../services/letterhead.ts'
import { listSignatories } from '../services/signatory-list.ts'
import { workspaceInfo } from '../services/workspace-info.ts'
import { type AppRouter, type Files, filesOf, type Opened } from './base.ts'

/** The open file itself: its settings, its steps, its backups. */
export function workspaceAreas({ workspace, history, backup }: Opened, files: Files): Pick<AppRouter, 'workspace' | 'history' | 'backup'> {
  return {
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
    history: {
      undo: history.undo.handler(({ context }) => undo(context.session)),
      redo: history.redo.handler(({ context }) => redo(context.session)),
      steps: history.steps.handler(({ context, input }) => listSteps(context.session, input.limit)),
      figure: history.figure.handler(({ context, input }) => figureHistory(context.session, input)),
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
  }
}
