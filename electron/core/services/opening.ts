import type { Opening } from '#shared/contract/home.ts'
import type { Session } from '../session.ts'
import { listSeries } from './caseload-series.ts'
import type { Home } from './home.ts'
import { readPreferences } from './home-preferences.ts'
import { planOverviewOf } from './plan-overview.ts'
import { summarise } from './plan-read.ts'
import { workspaceInfo } from './workspace-info.ts'

/** What the first screen of an open file shows; nothing where it has no plan, or where reading it fails: whoever asks for the part is told. */
function planOf(session: Session | undefined): Opening['plan'] {
  try {
    if (!session || session.plans.heads().length === 0) return null
    return { info: workspaceInfo(session), series: listSeries(session), summary: summarise(session, undefined), overview: planOverviewOf(session, undefined) }
  } catch {
    return null
  }
}

/** What the window begins with. */
export function opening(home: Home): Opening {
  return { preferences: readPreferences(home.folder), current: home.current(), plan: planOf(home.session()) }
}
