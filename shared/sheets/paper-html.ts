import type { PreviewRow, PreviewSheet } from './preview.ts'

/** Rows of a page: tables, and what stands around them. */
export type PaperBlock<Row> = { readonly kind: 'table'; readonly head: readonly Row[]; readonly body: readonly Row[] } | { readonly kind: 'row'; readonly row: Row }

const HEAD: ReadonlySet<string> = new Set(['header', 'numbering'])

/** Rows of a page as tables and what stands around them. Header rows after a body begin the next table. */
export function blocksOf<Row extends Pick<PreviewRow, 'kind'>>(rows: readonly Row[]): PaperBlock<Row>[] {
  const blocks: PaperBlock<Row>[] = []
  let head: Row[] = []
  let body: Row[] = []
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

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function tableRow(row: PreviewRow): string {
  const tag = row.kind === 'header' ? 'th' : 'td'
  const cells = row.cells.toSorted((a, b) => a.column - b.column).map(({ columns, rows, text, align, indent, bar }) =>
    `<${tag} colspan="${columns}" rowspan="${rows}" style="text-align:${align};padding-left:${3 + indent * 9}pt">${bar === null ? '' : `<i class="paper-bar" style="width:${100 * bar}%"></i>`}<span>${escape(text)}</span></${tag}>`)
  return `<tr class="${row.kind} ${row.role ?? ''}" style="height:${row.height}pt">${cells.join('')}</tr>`
}

function table(head: readonly PreviewRow[], body: readonly PreviewRow[], widths: readonly number[]): string {
  return `<table class="paper-table"><colgroup>${widths.map((width) => `<col style="width:${width}mm">`).join('')}</colgroup>${head.length > 0 ? `<thead>${head.map(tableRow).join('')}</thead>` : ''}<tbody>${body.map(tableRow).join('')}</tbody></table>`
}

function chart({ chart: drawn, height }: PreviewRow): string {
  if (!drawn) return ''
  const shapes = drawn.shapes.map((shape) => {
    if (shape.kind === 'rect') return `<rect class="${shape.tone}" x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"/>`
    if (shape.kind === 'line') return `<line${shape.tone === null ? '' : ` class="${shape.tone}"`} x1="${shape.x}" y1="${shape.y}" x2="${shape.toX}" y2="${shape.toY}"/>`
    return `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}" font-weight="${shape.bold ? 700 : 400}" text-anchor="${shape.anchor}">${escape(shape.text)}</text>`
  })
  return `<svg class="paper-chart" viewBox="0 0 ${drawn.width} ${height}" style="width:${drawn.width}pt;height:${height}pt">${shapes.join('')}</svg>`
}

function freeRow(row: PreviewRow, widths: readonly number[]): string {
  if (row.chart) return chart(row)
  const cells = row.cells.map(({ column, columns, text, align }) =>
    `<span${row.kind === 'sign-name' && !text.startsWith('…') ? ' class="named"' : ''} style="grid-column:${column} / span ${columns};text-align:${align}">${escape(text)}</span>`)
  return `<div class="paper-row ${row.kind}" style="height:${row.height}pt;grid-template-columns:${widths.map((width) => `${width}mm`).join(' ')}">${cells.join('')}</div>`
}

function pageHtml(sheet: PreviewSheet, page: PreviewSheet['pages'][number]): string {
  const { margins, logo } = sheet
  const look = `width:${sheet.width}mm;height:${sheet.height}mm;font-size:${sheet.textSize}pt;padding:${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm`
  return [
    `<section class="paper-page ${sheet.paper.toLowerCase()}${sheet.height > sheet.width ? ' upright' : ''}" lang="${sheet.language}" style="${look}">`,
    sheet.draft === null ? '' : `<p class="paper-draft">${escape(sheet.draft)}</p><span class="paper-mark" data-word="${escape(sheet.draft)}"></span>`,
    logo && page.hasLogo ? `<img class="paper-logo" alt="" src="${logo.src}" style="left:${margins.left + logo.left}mm;top:${margins.top + logo.top}mm;width:${logo.width}mm;height:${logo.height}mm">` : '',
    ...blocksOf(page.rows).map((block) => (block.kind === 'table' ? table(block.head, block.body, sheet.widths) : freeRow(block.row, sheet.widths))),
    `<footer style="left:${margins.left}mm;right:${margins.right}mm;bottom:${margins.footer}mm"><span>${escape(page.left)}</span><span>${escape(page.right)}</span></footer>`,
    '</section>',
  ].join('')
}

/**
 * The pages of sheets as one page of HTML that needs nothing beside itself and runs nothing, for a browser that prints it. `css` is the
 * sheet of styles that the window draws the same pages with.
 */
export function paperHtml(sheets: readonly PreviewSheet[], title: string, css: string): string {
  return `<!doctype html><html lang="${sheets[0]?.language ?? 'id'}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><title>${escape(title)}</title><style>*{box-sizing:border-box}body,p{margin:0}${css}</style></head><body class="papers-pages">${sheets.flatMap((sheet) => sheet.pages.map((page) => pageHtml(sheet, page))).join('\n')}</body></html>`
}
