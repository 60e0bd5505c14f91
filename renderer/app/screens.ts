import type { ComponentType } from 'react'
import type { PlanKind } from '#shared/domain/plan.ts'
import type { MessageKey } from '#shared/i18n/index.ts'
import { SummaryScreen } from '../features/summary/summary-screen.tsx'
import { type LazyScreen, lazyScreen } from '../ui/lazy-part.tsx'
import { PapersScreen } from './papers-screen.tsx'

export interface Screen {
  /** Its address after `#/`: the word that people read. */
  readonly path: string
  readonly name: MessageKey
  readonly component: ComponentType | LazyScreen
  /** Plans that have it; all, where it is left out. */
  readonly kinds?: readonly PlanKind[]
}

/** The screens of a plan, in the order of the rail. The first one opens; the script of the others comes after it. */
export const SCREENS: readonly Screen[] = [
  { path: 'ringkasan', name: 'summary.title', component: SummaryScreen },
  { path: 'sasaran', name: 'caseload.nav', component: lazyScreen(() => import('../features/caseload/caseload-screen.tsx').then((part) => part.CaseloadScreen)) },
  { path: 'anggaran', name: 'window.nav.budget', component: lazyScreen(() => import('../features/budget/budget-screen.tsx').then((part) => part.BudgetScreen)) },
  { path: 'sumber', name: 'sources.title', component: lazyScreen(() => import('../features/sources/sources-screen.tsx').then((part) => part.SourcesScreen)) },
  { path: 'skenario', name: 'scenarios.title', component: lazyScreen(() => import('../features/scenarios/scenarios-screen.tsx').then((part) => part.ScenariosScreen)) },
  { path: 'rembuk', name: 'meeting.title', component: lazyScreen(() => import('../features/meeting/meeting-screen.tsx').then((part) => part.MeetingScreen)) },
  { path: 'dokumen', name: 'papers.title', component: PapersScreen },
  { path: 'kiriman', name: 'submissions.title', component: lazyScreen(() => import('../features/submissions/submissions-screen.tsx').then((part) => part.SubmissionsScreen)), kinds: ['regency'] },
  { path: 'konsolidasi', name: 'consolidation.title', component: lazyScreen(() => import('../features/consolidation/consolidation-screen.tsx').then((part) => part.ConsolidationScreen)), kinds: ['regency'] },
  { path: 'pembagian', name: 'distribution.title', component: lazyScreen(() => import('../features/distribution/distribution-screen.tsx').then((part) => part.DistributionScreen)), kinds: ['regency'] },
]

/** The screens of a plan of this kind. */
export function screensOf(kind: PlanKind): readonly Screen[] {
  return SCREENS.filter(({ kinds }) => kinds === undefined || kinds.includes(kind))
}

/** Loads the script of the screen that an address names. */
export async function loadScreen(path: string): Promise<void> {
  const component = SCREENS.find((screen) => screen.path === path)?.component
  if (component && 'load' in component) await component.load()
}

/** Loads the script of all screens, one after the other, whenever the window has nothing else to do. */
export async function loadAhead(): Promise<void> {
  for (const { path } of SCREENS) {
    await idle()
    await loadScreen(path)
  }
}

/** Not every browser tells when it has nothing to do. */
const PAUSE_MS = 300

/** Once what was drawn last is painted, and nothing else is to be done. */
function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => ('requestIdleCallback' in window ? requestIdleCallback(resolve) : setTimeout(resolve, PAUSE_MS)))
  })
}

/** A part of a screen that is looked for by its own name. */
interface Place extends Pick<Screen, 'path' | 'name' | 'kinds'> {
  readonly place: string
  /** Words that people look for it by, in either language. */
  readonly also: string
}

const PLACES: readonly Place[] = [
  { path: 'dokumen', place: 'entri', name: 'entry.names.siskeudes', also: 'ketik type entry centang tick csv rabrinci', kinds: ['desa'] },
  { path: 'dokumen', place: 'entri', name: 'entry.names.sipd', also: 'ketik type entry centang tick', kinds: ['kelurahan', 'regency'] },
  { path: 'dokumen', place: 'entri-banding', name: 'entry.compareTitle', also: 'zip csv compare impor import selisih difference', kinds: ['desa'] },
  { path: 'dokumen', place: 'entri-kembali', name: 'entry.workbookTitle', also: 'excel xlsx ambil take returned impor import' },
]

/** Parts of the screens of a plan of this kind that have a name of their own. */
export function placesOf(kind: PlanKind): readonly Place[] {
  return PLACES.filter(({ kinds }) => kinds === undefined || kinds.includes(kind))
}
