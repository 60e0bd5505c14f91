import { caseload } from './en/caseload.ts'
import { backups } from './en/backups.ts'
import { budget } from './en/budget.ts'
import { cli } from './en/cli.ts'
import { entry } from './en/entry.ts'
import { errors } from './en/errors.ts'
import { expected } from './en/expected.ts'
import { explain } from './en/explain.ts'
import { fields } from './en/fields.ts'
import { frame } from './en/frame.ts'
import { help } from './en/help.ts'
import { home } from './en/home.ts'
import { importTexts } from './en/import.ts'
import { meeting } from './en/meeting.ts'
import { menu } from './en/menu.ts'
import { papers } from './en/papers.ts'
import { scenarios } from './en/scenarios.ts'
import { settings } from './en/settings.ts'
import { sources } from './en/sources.ts'
import { submissions } from './en/submissions.ts'
import { consolidation } from './en/consolidation.ts'
import { distribution } from './en/distribution.ts'
import { joint } from './en/joint.ts'
import { summary } from './en/summary.ts'
import { steps } from './en/steps.ts'
import { terms } from './en/terms.ts'
import { trend } from './en/trend.ts'
import { truth } from './en/truth.ts'
import { validity } from './en/validity.ts'
import { window } from './en/window.ts'

/** All English texts by area, one file each. */
export const EN = {
  backups,
  budget,
  caseload,
  cli,
  entry,
  errors,
  expected,
  explain,
  fields,
  frame,
  help,
  home,
  import: importTexts,
  meeting,
  menu,
  papers,
  scenarios,
  settings,
  sources,
  steps,
  submissions,
  consolidation,
  distribution,
  joint,
  summary,
  terms,
  trend,
  truth,
  validity,
  window,
} as const
