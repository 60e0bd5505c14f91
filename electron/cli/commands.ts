import { importCommand, useCommand } from './commands/caseload.ts'
import { optimumCommand } from './commands/optimum.ts'
import { compareCommand, takeCommand } from './commands/compare.ts'
import { distributeCommand } from './commands/distribute.ts'
import { demoCommand } from './commands/demo.ts'
import { mergeCommand } from './commands/exchange.ts'
import { exportCommand } from './commands/export.ts'
import { growthCommand } from './commands/growth.ts'
import { historyCommand, redoCommand, restoreCommand, salvageCommand, undoCommand } from './commands/history.ts'
import { meetingCommand } from './commands/meeting.ts'
import { allocateCommand, checkCommand, modelCommand, planCommand, summaryCommand } from './commands/plan.ts'
import { scenarioCommand } from './commands/scenario.ts'
import { serveCommand } from './commands/serve.ts'
import { addCommand, removeCommand, setCommand } from './commands/set.ts'
import { backupCommand, listCommand, newCommand, verifyCommand } from './commands/workspace.ts'

/** Every command of the command line, in the order of the job. */
export const COMMANDS = {
  demo: demoCommand,
  new: newCommand,
  import: importCommand,
  use: useCommand,
  plan: planCommand,
  list: listCommand,
  set: setCommand,
  add: addCommand,
  remove: removeCommand,
  allocate: allocateCommand,
  scenario: scenarioCommand,
  meeting: meetingCommand,
  summary: summaryCommand,
  check: checkCommand,
  export: exportCommand,
  compare: compareCommand,
  take: takeCommand,
  merge: mergeCommand,
  distribute: distributeCommand,
  optimum: optimumCommand,
  growth: growthCommand,
  model: modelCommand,
  verify: verifyCommand,
  backup: backupCommand,
  restore: restoreCommand,
  salvage: salvageCommand,
  undo: undoCommand,
  redo: redoCommand,
  history: historyCommand,
  serve: serveCommand,
}
