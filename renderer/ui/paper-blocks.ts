import type { PreviewRow } from '#shared/contract/document.ts'
import { blocksOf as blocks, type PaperBlock } from '#shared/sheets/paper-html.ts'

export type Block = PaperBlock<PreviewRow>

/** Rows of a page as tables and what stands around them, as every face of a paper takes them. */
export function blocksOf(rows: readonly PreviewRow[]): Block[] {
  return blocks(rows)
}
