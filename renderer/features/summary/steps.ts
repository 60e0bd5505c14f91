import { date, number, rupiah } from '#shared/i18n/format.ts'
import type { MessageKey, Translator } from '#shared/i18n/index.ts'
import { findingText } from '#shared/i18n/finding-text.ts'
import type { Exported } from '../../ui/exported.ts'
import { localDay } from '../../ui/local-day.ts'
import { placeOfNote } from '../../ui/notes-order.ts'
import { hrefOf } from '../../ui/route.ts'
import type { PlanOverview } from './types.ts'

export interface Step {
  readonly key: 'broken' | 'caseload' | 'ceilings' | 'allocated' | 'notes' | 'documents'
  readonly state: 'done' | 'open' | 'attention' | 'broken'
  readonly text: string
  /** Address that it leads to; null = the panel of notes. */
  readonly href: string | null
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

/** What is against a rule, or more than there is: before all else. */
function broken({ progress: { errors, firstError } }: PlanOverview, { t, language }: Translator): Step[] {
  if (firstError === null) return []
  const [source, over] = [firstError.words['source'], firstError.amounts['over']]
  const what = source !== undefined && over !== undefined ? t('summary.next.brokenOver', { source, over: rupiah(over, language) }) : findingText(firstError, language).text
  return [{ key: 'broken', state: 'broken', text: t('summary.next.broken', { count: errors, what }), href: placeOfNote(firstError), to: 'summary.next.toPlace' }]
}

function allocated({ progress, funded, need, sources }: PlanOverview, { t, language }: Translator): Said {
  if (!progress.allocated) return { state: 'open', text: t('summary.next.allocatedOpen') }
  const over = sources.filter(({ left }) => left < 0)
  if (over.length > 0) return { state: 'attention', text: t('summary.next.allocatedOver', { names: over.map(({ label }) => label).join(', ') }) }
  return { state: 'done', text: t('summary.next.allocatedDone', { funded: rupiah(funded, language), need: rupiah(need, language) }) }
}

function notes({ progress: { errors, warnings } }: PlanOverview, { t }: Translator): Said {
  if (errors + warnings === 0) return { state: 'done', text: t('summary.next.notesDone') }
  return { state: errors > 0 ? 'attention' : 'open', text: t('summary.next.notesOpen', { count: errors + warnings }) }
}

function documents({ need, funded }: PlanOverview, exported: Exported | undefined, { t, language }: Translator): Said {
  if (!exported) return { state: 'open', text: t('summary.next.documentsOpen') }
  const words = { date: date(localDay(new Date(exported.at)), language) }
  if (exported.need !== need || exported.funded !== funded) return { state: 'attention', text: t('summary.next.documentsChanged', words) }
  return { state: 'done', text: t('summary.next.documentsDone', words) }
}

/** What to do next, in the order of the work, each with how far it is. */
export function stepsOf(overview: PlanOverview, exported: Exported | undefined, translator: Translator): Step[] {
  return [
    ...broken(overview, translator),
    { key: 'caseload', ...caseload(overview, translator), href: hrefOf('sasaran'), to: 'summary.next.toCaseload' },
    { key: 'ceilings', ...ceilings(overview, translator), href: hrefOf('sumber'), to: 'summary.next.toSources' },
    { key: 'allocated', ...allocated(overview, translator), href: hrefOf('anggaran'), to: 'summary.next.toBudget' },
    { key: 'notes', ...notes(overview, translator), href: null, to: 'summary.next.toNotes' },
    { key: 'documents', ...documents(overview, exported, translator), href: hrefOf('dokumen'), to: 'summary.next.toDocuments' },
  ]
}
