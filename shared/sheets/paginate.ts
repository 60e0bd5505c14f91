import type { Layout } from './layout.ts'
import { MARGINS, POINTS_PER_MM } from './paper.ts'
import { gap, type PlacedRow, type PlacedSection } from './placed.ts'

/** Programs round row heights and margins: fill a page not quite to its edge. */
const PAGE_FILL = 0.985

function height(rows: readonly PlacedRow[]): number {
  return rows.reduce((total, row) => total + row.height, 0)
}

/** Points of a page that rows can take. */
function pageRoom(paperHeight: number): number {
  return (paperHeight - MARGINS.top - MARGINS.bottom) * POINTS_PER_MM * PAGE_FILL
}

/**
 * Fills pages with runs of rows that stay together. `repeatsHeader`: the program prints the table's header on each page, elsewhere it is set
 * here. `frontAgain`: each section begins a page with the letterhead and title. `fronts` are the rows (0 = first) at which those begin.
 */
export function paginate(
  front: readonly PlacedRow[], sections: readonly PlacedSection[], paperHeight: number,
  { repeatsHeader, frontAgain }: { readonly repeatsHeader: boolean; readonly frontAgain: boolean },
): Pick<Layout, 'rows' | 'breaks' | 'fronts'> {
  const room = pageRoom(paperHeight)
  const rows: PlacedRow[] = [...front]
  const breaks: number[] = []
  const fronts = front.length > 0 ? [0] : []
  let used = height(front)
  const turn = (): void => {
    breaks.push(rows.length)
    used = 0
  }
  const add = (...more: readonly PlacedRow[]): void => {
    rows.push(...more)
    used += height(more)
  }
  sections.forEach((section, index) => {
    const runs = runsOf(section.body)
    const { carry } = section
    const foot = carry?.height ?? 0
    const opening = height(section.before) + height(section.head) + height(runs[0] ?? [])
    if (index > 0) {
      add(gap(12, false))
      if (section.newPage || used + opening > room) {
        turn()
        if (frontAgain) {
          fronts.push(rows.length)
          add(...front)
        }
      }
    }
    add(...section.before, ...section.head)
    let lines: PlacedRow[] = []
    let brought: PlacedRow | null = null
    runs.forEach((run, at) => {
      const below = at < runs.length - 1 ? foot : 0
      if (at > 0 && used + height(run) + below > room) {
        const goesOn = run.some((row) => row.kind === 'body')
        const out: PlacedRow | null = goesOn && carry && (brought !== null || lines.length > 0) ? carry.out(lines, brought, breaks.length + 1) : null
        if (out) rows.push(out)
        turn()
        if (repeatsHeader) used += height(section.head)
        else if (goesOn) add(...section.head)
        lines = []
        brought = out && carry ? carry.into(out, breaks.length) : null
        if (brought) add(brought)
      }
      add(...run)
      for (const row of run) {
        if (row.role === 'line') lines.push(row)
        else if (row.role === 'total') [lines, brought] = [[], null]
      }
    })
  })
  return { rows, breaks, fronts }
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
