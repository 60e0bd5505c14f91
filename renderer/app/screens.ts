import type { ComponentType } from 'react'
import type { MessageKey } from '#shared/i18n/index.ts'
import { BudgetScreen } from '../features/budget/budget-screen.tsx'
import { DocumentsScreen } from '../features/documents/documents-screen.tsx'
import { LazyMeetingScreen } from '../features/meeting/lazy-screen.tsx'
import { LazyScenariosScreen } from '../features/scenarios/lazy-screen.tsx'
import { SourcesScreen } from '../features/sources/sources-screen.tsx'
import { SummaryScreen } from '../features/summary/summary-screen.tsx'
import { CaseloadScreen } from '../features/caseload/caseload-screen.tsx'

export interface Screen {
  /** Its address after `#/`: the word that people read. */
  readonly path: string
  readonly name: MessageKey
  readonly component: ComponentType
}

/** The screens of a plan, in the order of the rail. The first one opens. */
export const SCREENS: readonly Screen[] = [
  { path: 'ringkasan', name: 'summary.title', component: SummaryScreen },
  { path: 'sasaran', name: 'caseload.nav', component: CaseloadScreen },
  { path: 'anggaran', name: 'window.nav.budget', component: BudgetScreen },
  { path: 'sumber', name: 'sources.title', component: SourcesScreen },
  { path: 'skenario', name: 'scenarios.title', component: LazyScenariosScreen },
  { path: 'rembuk', name: 'meeting.title', component: LazyMeetingScreen },
  { path: 'dokumen', name: 'papers.title', component: DocumentsScreen },
]
