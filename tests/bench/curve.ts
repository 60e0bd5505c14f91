import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createAppClient } from '#core/app.ts'
import { buildSampleVillage } from '#core/samples/build.ts'
import { closeSolver } from '#core/solver/run.ts'
import type { BenchRow } from './row.ts'

const POINTS = 40

/** The curve of need and coverage over the money of the sample village: its first ten points and all forty. */
export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-bench-'))
  const session = await buildSampleVillage(path.join(folder, 'desa.rembuk'))
  try {
    const start = performance.now()
    let [points, proven, ten] = [0, 0, Number.NaN]
    for await (const event of await createAppClient(session).sensitivity.money({ points: POINTS })) {
      if (event.event !== 'point') continue
      points += 1
      if (event.point.status === 'optimal' || event.point.status === 'infeasible') proven += 1
      if (points === 10) ten = performance.now() - start
    }
    const all = performance.now() - start
    if (points < POINTS) throw new Error(`only ${points} points of the curve`)
    return [
      { name: 'curve over the money of a village, first 10 points', ms: ten, floorMs: null, ratio: null, limit: 5_000 },
      { name: `curve over the money of a village, ${points} points (${proven} proven)`, ms: all, floorMs: null, ratio: null, limit: 20_000 },
    ]
  } finally {
    session.close()
    await closeSolver()
    rmSync(folder, { recursive: true, force: true })
  }
}
