import type { ComponentType } from 'react'
import type { PlanKind } from '#shared/domain/plan.ts'
import type { MessageKey } from '#shared/i18n/index.ts'
import { BudgetScreen } from '../features/budget/budget-screen.tsx'
import { LazyMeetingScreen } from '../features/meeting/lazy-screen.tsx'
import { LazyScenariosScreen } from '../features/scenarios/lazy-screen.tsx'
import { LazySubmissionsScreen } from '../features/submissions/lazy-screens.tsx'
import { LazyConsolidationScreen } from '../features/consolidation/lazy-screen.tsx'
import { LazyDistributionScreen } from '../features/distribution/lazy-screen.tsx'
import { SourcesScreen } from '../features/sources/sources-screen.tsx'
import { SummaryScreen } from '../features/summary/summary-screen.tsx'
import { PapersScreen } from './papers-screen.tsx'
import { CaseloadScreen } from '../features/caseload/caseload-screen.tsx'

export interface Screen {
  /** Its address after `#/`: the word that people read. */
  readonly path: string
  readonly name: MessageKey
  readonly component: ComponentType
  /** Plans that have it; all, where it is left out. */
  readonly kinds?: readonly PlanKind[]
}

/** The screens of a plan, in the order of the rail. The first one opens. */
export const SCREENS: readonly Screen[] = [
  { path: 'ringkasan', name: 'summary.title', component: SummaryScreen },
  { path: 'sasaran', name: 'caseload.nav', component: CaseloadScreen },
  { path: 'anggaran', name: 'window.nav.budget', component: BudgetScreen },
  { path: 'sumber', name: 'sources.title', component: SourcesScreen },
  { path: 'skenario', name: 'scenarios.title', component: LazyScenariosScreen },
  { path: 'rembuk', name: 'meeting.title', component: LazyMeetingScreen },
  { path: 'dokumen', name: 'papers.title', component: PapersScreen },
  { path: 'kiriman', name: 'submissions.title', component: LazySubmissionsScreen, kinds: ['regency'] },
  { path: 'konsolidasi', name: 'consolidation.title', component: LazyConsolidationScreen, kinds: ['regency'] },
  { path: 'pembagian', name: 'distribution.title', component: LazyDistributionScreen, kinds: ['regency'] },
]

/** The screens of a plan of this kind. */
export function screensOf(kind: PlanKind): readonly Screen[] {
  return SCREENS.filter(({ kinds }) => kinds === undefined || kinds.includes(kind))
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
