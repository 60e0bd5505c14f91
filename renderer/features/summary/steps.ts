import { date, number, rupiah } from '#shared/i18n/format.ts'
import type { MessageKey, Translator } from '#shared/i18n/index.ts'
import type { Exported } from '../../ui/exported.ts'
import type { PlanOverview } from './types.ts'

export interface Step {
  readonly key: 'caseload' | 'ceilings' | 'allocated' | 'notes' | 'documents'
  readonly state: 'done' | 'open' | 'attention'
  readonly text: string
  /** Screen that it leads to; null = the panel of notes. */
  readonly screen: string | null
  readonly to: MessageKey
}

type Said = Pick<Step, 'state' | 'text'>

function caseload({ progress }: PlanOverview, { t, language }: Translator): Said {
  if (progress.children === null) return { state: 'open', text: t('summary.next.caseloadOpen') }
  if (progress.unknownLines > 0) return { state: 'attention', text: t('summary.next.caseloadUnknown', { count: progress.unknownLines }) }
  return { state: 'done', text: t('summary.next.caseloadDone', { series: progress.series ?? '', count: number(progress.children, language) }) }
}

function ceilings({ progress: { sources, ceilingsMissing } }: PlanOverview, { t }: Translator): Said {
  if (ceilingsMissing === sources) return { state: 'open', text: t('summary.next.ceilingsOpen') }
  if (ceilingsMissing === 0) return { state: 'done', text: t('summary.next.ceilingsDone', { count: sources }) }
  return { state: 'attention', text: t('summary.next.ceilingsMissing', { count: ceilingsMissing, total: sources }) }
}

function allocated({ progress, funded, need }: PlanOverview, { t, language }: Translator): Said {
  if (!progress.allocated) return { state: 'open', text: t('summary.next.allocatedOpen') }
  return { state: 'done', text: t('summary.next.allocatedDone', { funded: rupiah(funded, language), need: rupiah(need, language) }) }
}

function notes({ progress: { errors, warnings } }: PlanOverview, { t }: Translator): Said {
  if (errors + warnings === 0) return { state: 'done', text: t('summary.next.notesDone') }
  return { state: errors > 0 ? 'attention' : 'open', text: t('summary.next.notesOpen', { count: errors + warnings }) }
}

function documents({ need, funded }: PlanOverview, exported: Exported | undefined, { t, language }: Translator): Said {
  if (!exported) return { state: 'open', text: t('summary.next.documentsOpen') }
  const words = { date: date(exported.at.slice(0, 10), language) }
  if (exported.need !== need || exported.funded !== funded) return { state: 'attention', text: t('summary.next.documentsChanged', words) }
  return { state: 'done', text: t('summary.next.documentsDone', words) }
}

/** What to do next, in the order of the work, each with how far it is. */
export function stepsOf(overview: PlanOverview, exported: Exported | undefined, translator: Translator): Step[] {
  return [
    { key: 'caseload', ...caseload(overview, translator), screen: 'sasaran', to: 'summary.next.toCaseload' },
    { key: 'ceilings', ...ceilings(overview, translator), screen: 'sumber', to: 'summary.next.toSources' },
    { key: 'allocated', ...allocated(overview, translator), screen: 'anggaran', to: 'summary.next.toBudget' },
    { key: 'notes', ...notes(overview, translator), screen: null, to: 'summary.next.toNotes' },
    { key: 'documents', ...documents(overview, exported, translator), screen: 'dokumen', to: 'summary.next.toDocuments' },
  ]
}
