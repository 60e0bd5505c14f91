import type { CountKey } from '#shared/domain/caseload.ts'

/** A file as someone would bring it: to be imported, not read by special code. */
export interface SampleFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** `by-name`: an e-PPGBM export. `counts`: a plain table of area, target group, count. */
  readonly content: 'by-name' | 'counts'
  /** Name and ISO date of the series that it becomes. */
  readonly series: string
  readonly measuredOn: string
}

/** A round of which only totals are known. */
export interface SampleRound {
  readonly series: string
  readonly measuredOn: string
  readonly counts: Readonly<Partial<Record<CountKey, number>>>
}
