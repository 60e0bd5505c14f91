import type { PlanSummary } from '#shared/contract/plan.ts'
import { hrefOf } from './route.ts'

export type Finding = PlanSummary['findings'][number]

/** The screen that a note leads to. */
const SCREENS = { plan: 'sumber', source: 'sumber', rule: 'sumber', series: 'sasaran', activity: 'anggaran', line: 'anggaran' } as const

/** Address of a note's place: the source, line or rule that it is about; the year's rules for what is said of the year. */
export function placeOfNote({ code, where }: Finding): string {
  if (code.startsWith('year_')) return hrefOf('sumber', 'aturan')
  if (code === 'counts_contradict' || code === 'no_measurement') return hrefOf('sasaran')
  return hrefOf(SCREENS[where.kind], where.kind === 'plan' ? '' : where.id)
}

/** Worst first, among equals in the order that the core gives. */
export function orderedNotes(findings: readonly Finding[]): Finding[] {
  return (['error', 'warning', 'info'] as const).flatMap((severity) => findings.filter((finding) => finding.severity === severity))
}

/** The same note again after a change: by what it says of which thing. */
export function noteKey({ code, where, words }: Finding): string {
  return `${code}/${where.kind}/${where.id}/${words['rule'] ?? ''}/${words['commitment'] ?? ''}/${words['source'] ?? ''}/${words['group'] ?? ''}/${words['part'] ?? ''}`
}
