import { caseload } from './id/caseload.ts'
import { backups } from './id/backups.ts'
import { budget } from './id/budget.ts'
import { cli } from './id/cli.ts'
import { entry } from './id/entry.ts'
import { errors } from './id/errors.ts'
import { expected } from './id/expected.ts'
import { explain } from './id/explain.ts'
import { fields } from './id/fields.ts'
import { frame } from './id/frame.ts'
import { help } from './id/help.ts'
import { home } from './id/home.ts'
import { importTexts } from './id/import.ts'
import { meeting } from './id/meeting.ts'
import { menu } from './id/menu.ts'
import { papers } from './id/papers.ts'
import { scenarios } from './id/scenarios.ts'
import { settings } from './id/settings.ts'
import { sources } from './id/sources.ts'
import { submissions } from './id/submissions.ts'
import { consolidation } from './id/consolidation.ts'
import { distribution } from './id/distribution.ts'
import { joint } from './id/joint.ts'
import { summary } from './id/summary.ts'
import { steps } from './id/steps.ts'
import { terms } from './id/terms.ts'
import { trend } from './id/trend.ts'
import { truth } from './id/truth.ts'
import { validity } from './id/validity.ts'
import { window } from './id/window.ts'

/** All Indonesian texts by area, one file each: the source of the keys. */
export const ID = {
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
