import type { PreviewRow } from '#shared/contract/document.ts'

export type Block = { readonly kind: 'table'; readonly head: readonly PreviewRow[]; readonly body: readonly PreviewRow[] } | { readonly kind: 'row'; readonly row: PreviewRow }

const HEAD: ReadonlySet<PreviewRow['kind']> = new Set(['header', 'numbering'])

/** Rows of a page as tables and what stands around them. Header rows after a body begin the next table. */
export function blocksOf(rows: readonly PreviewRow[]): Block[] {
  const blocks: Block[] = []
  let head: PreviewRow[] = []
  let body: PreviewRow[] = []
  const close = (): void => {
    if (head.length + body.length > 0) blocks.push({ kind: 'table', head, body })
    head = []
    body = []
  }
  for (const row of rows) {
    if (HEAD.has(row.kind)) {
      if (body.length > 0) close()
      head.push(row)
    } else if (row.kind === 'body') body.push(row)
    else {
      close()
      blocks.push({ kind: 'row', row })
    }
  }
  close()
  return blocks
}
