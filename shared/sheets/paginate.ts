import type { Layout } from './layout.ts'
import { MARGINS, POINTS_PER_MM } from './paper.ts'
import { gap, type PlacedRow, type PlacedSection } from './placed.ts'

/** Programs round row heights and margins: fill a page not quite to its edge. */
const PAGE_FILL = 0.985

function height(rows: readonly PlacedRow[]): number {
  return rows.reduce((total, row) => total + row.height, 0)
}

/** Fills pages with runs of rows that stay together. `repeats`: what the program prints on each page; another header is set here. */
export function paginate(
  front: readonly PlacedRow[], sections: readonly PlacedSection[], paperHeight: number,
  repeats: { readonly header: boolean; readonly front: boolean },
): Pick<Layout, 'rows' | 'breaks'> {
  const room = (paperHeight - MARGINS.top - MARGINS.bottom) * POINTS_PER_MM * PAGE_FILL
  const rows: PlacedRow[] = [...front]
  const breaks: number[] = []
  let used = height(front)
  const turn = (): void => {
    breaks.push(rows.length)
    used = repeats.front ? height(front) : 0
  }
  sections.forEach((section, index) => {
    const runs = runsOf(section.body)
    const opening = height(section.before) + height(section.head) + height(runs[0] ?? [])
    if (index > 0) {
      const separator = gap(12, false)
      rows.push(separator)
      used += separator.height
      if (section.newPage || used + opening > room) turn()
    }
    rows.push(...section.before, ...section.head)
    used += height(section.before) + height(section.head)
    runs.forEach((run, at) => {
      if (at > 0 && used + height(run) > room) {
        turn()
        used += height(section.head)
        const goesOn = run.some((row) => row.kind === 'body')
        if (!repeats.header && goesOn) rows.push(...section.head)
      }
      rows.push(...run)
      used += height(run)
    })
  })
  return { rows, breaks }
}

function runsOf(rows: readonly PlacedRow[]): PlacedRow[][] {
  const runs: PlacedRow[][] = []
  let open = false
  for (const row of rows) {
    const last = runs.at(-1)
    if (open && last) last.push(row)
    else runs.push([row])
    open = row.keep
  }
  return runs
}
