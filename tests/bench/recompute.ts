import { intervention, INTERVENTIONS, offeredTo } from '#shared/catalogue/interventions.ts'
import { newSource } from '#shared/catalogue/sources.ts'
import type { CountKey } from '#shared/domain/caseload.ts'
import { checkPlan } from '#shared/domain/checks.ts'
import { planCoverage } from '#shared/domain/coverage.ts'
import { planFigures } from '#shared/domain/figures.ts'
import { lineNeed } from '#shared/domain/need.ts'
import type { AllocationCell, Plan, SourceCode } from '#shared/domain/plan.ts'
import { rulesFor } from '#shared/domain/rules.ts'
import { fromCatalogue } from '#shared/domain/template.ts'
import { TARGET_GROUPS } from '#shared/domain/target-group.ts'
import { type BenchRow, median } from './row.ts'

const ACTIVITIES = 400
const SOURCES: readonly SourceCode[] = ['DDS', 'ADD', 'PBH', 'PAD', 'PBK', 'PBP', 'GENTING', 'CSR']
const WARM_UP = 60
const RUNS = 200

function counts(stunted: number): Map<CountKey, number> {
  return new Map<CountKey, number>([
    ...TARGET_GROUPS.map((group, index) => [group, 5 + index] as const),
    ['stunted', stunted],
    ['measured', 367],
    ['targeted', 389],
  ])
}

/** A plan of 400 activities of the catalogue, each line paid by two of eight sources. */
function bigPlan(): Plan {
  let next = 0
  const newId = () => `i${(next += 1)}`
  const keys = INTERVENTIONS.filter((entry) => offeredTo(entry, 'desa')).map(({ key }) => key)
  const made = Array.from({ length: ACTIVITIES }, (_, index) => {
    const key = keys[index % keys.length] ?? ''
    if (!intervention(key)) throw new Error(`no activity ${key}`)
    return fromCatalogue(key, { kind: 'desa', counts: counts(16), newId, position: index + 1 })
  }).filter((entry) => entry !== undefined)
  const sources = SOURCES.map((code) => ({ ...newSource(code, code), ceiling: 5_000_000_000 }))
  const lines = made.flatMap((entry) => entry.lines)
  const cells = lines.flatMap((line, index): AllocationCell[] => {
    const need = lineNeed(line, counts(16))
    const units = need.known ? need.units : 0
    const first = Math.ceil(units / 2)
    return [
      { lineId: line.id, sourceId: SOURCES[index % 8] ?? 'DDS', units: first, amount: null, locked: false },
      { lineId: line.id, sourceId: SOURCES[(index + 3) % 8] ?? 'ADD', units: units - first, amount: null, locked: index % 9 === 0 },
    ].filter((cell) => cell.units > 0)
  })
  return {
    id: 'bench',
    name: 'Bench',
    region: '35.05.07.2001',
    kind: 'desa',
    fiscalYear: 2026,
    complete: false,
    series: {},
    activities: made.map((entry) => entry.activity),
    lines,
    sources,
    commitments: [{ sourceId: 'DDS', class: 'food_security', bidang: 4, amount: 100_000_000 }],
    cells,
  }
}

/** Median time of everything that follows after one count changed: needs, balances, notes, direct share, coverage. */
export function bench(): BenchRow[] {
  const plan = bigPlan()
  const rules = rulesFor(plan.fiscalYear)
  const times: number[] = []
  let kept = 0
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    const changed = counts(10 + (run % 10))
    const start = performance.now()
    const figures = planFigures(plan, changed, rules)
    const view = { plan, counts: changed, rules, figures }
    kept += checkPlan(view).length + planCoverage(view).groups.length
    const ms = performance.now() - start
    if (run >= WARM_UP) times.push(ms)
  }
  if (kept === 0) throw new Error('nothing was computed')
  return [{ name: 'recompute 400 activities × 8 sources after one count', ms: median(times), floorMs: null, ratio: null, limit: 5 }]
}
