import { type AppRouter, procedures } from './router/base.ts'
import { caseloadAreas } from './router/caseload.ts'
import { homeAreas } from './router/home.ts'
import { meetingAreas } from './router/meeting.ts'
import { papersAreas } from './router/papers.ts'
import { planAreas } from './router/plan.ts'
import { regencyAreas } from './router/regency.ts'
import { scenarioAreas } from './router/scenario.ts'
import { workspaceAreas } from './router/workspace.ts'

/** Binds each procedure of the contract to its service: a list for each area, and no logic in any of them. */
export function createRouter(): AppRouter {
  const { base, files, opened } = procedures()
  return base.router({
    ...homeAreas(files),
    ...workspaceAreas(opened, files),
    ...caseloadAreas(opened),
    ...planAreas(opened),
    ...scenarioAreas(opened),
    ...papersAreas(opened),
    ...meetingAreas(opened),
    ...regencyAreas(opened),
  })
}
