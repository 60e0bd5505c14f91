import type { DocumentName, PreviewRow, PreviewSheet } from '#shared/contract/document.ts'

export type { DocumentName, PreviewRow, PreviewSheet }
export type PreviewPage = PreviewSheet['pages'][number]
export type Signatory = PreviewSheet['signatories'][number]

export interface Listed {
  readonly document: DocumentName
  readonly sheets: readonly string[]
  readonly pages: number
  readonly state: 'ready' | 'draft' | 'incomplete' | 'empty'
}

/** What the user chose for the papers on the screen. */
export interface Choice {
  readonly paper: 'F4' | 'A4'
  readonly language: 'id' | 'en'
  readonly findings: boolean
  /** Full names in the list to measure again. */
  readonly names: boolean
  /** Id of a locked version; the plan as it stands where none is chosen. */
  readonly version?: string | undefined
}
