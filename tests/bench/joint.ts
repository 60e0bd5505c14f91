import { loadSolver } from '#core/solver/highs.ts'
import { solveTogether } from '#core/solver/regency/together.ts'
import { amountProblems } from '#shared/domain/allocation-check.ts'
import { manyVillages } from '#tests/support/random-instance.ts'
import type { BenchRow } from './row.ts'

const VILLAGES = 248
const LIMIT_MS = 120_000
/** Greatest gap that may be left. */
const GAP = 0.01
/** Cost per village beside a tenth of them: the linear programme over all grows faster than their number. */
const GROWTH = 3

interface Measured {
  readonly ms: number
  readonly cpuMs: number
  readonly gap: number
}

const highs = await loadSolver()

function measure(villages: number): Measured {
  const instance = manyVillages(1, villages)
  const [start, before] = [performance.now(), process.cpuUsage()]
  const answer = solveTogether(highs, instance, { strategy: 'equal' })
  const { user, system } = process.cpuUsage(before)
  const problems = amountProblems(instance, new Map(answer.lines.map((line) => [line.id, line])))
  if (problems.length > 0) throw new Error(problems.join('; '))
  if (answer.gap > GAP) throw new Error(`${villages} villages: gap ${(answer.gap * 100).toFixed(2)} %`)
  return { ms: performance.now() - start, cpuMs: (user + system) / 1_000, gap: answer.gap }
}

/** A regency of 248 villages × 30 lines that share three sources: the time (also of the processor alone, for a busy machine), the gap, and the cost of a village beside a tenth of them. */
export async function bench(): Promise<BenchRow[]> {
  const [few, all] = [measure(Math.round(VILLAGES / 10)), measure(VILLAGES)]
  const [each, floorMs] = [all.cpuMs / VILLAGES, few.cpuMs / Math.round(VILLAGES / 10)]
  return [
    { name: `joint optimum of ${VILLAGES} villages × 30 lines (gap ${(all.gap * 100).toFixed(2)} %, processor ${(all.cpuMs / 1_000).toFixed(1)} s)`, ms: all.ms, floorMs: null, ratio: null, limit: LIMIT_MS },
    { name: `joint optimum: processor time per village of ${VILLAGES} beside ${Math.round(VILLAGES / 10)}`, ms: each, floorMs, ratio: each / floorMs, limit: GROWTH },
  ]
}
