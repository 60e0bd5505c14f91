/** One measured speed. `floorMs` is what the same run needed for the bare work; `limit` bounds the ratio, or the milliseconds where there is no floor. A size stands in `ms`, in its `unit`. */
export interface BenchRow {
  readonly unit?: 'KB'
  readonly name: string
  readonly ms: number
  readonly floorMs: number | null
  readonly ratio: number | null
  readonly limit: number
}

/** Middle value; of an even number the lower one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN
}

/** Milliseconds that the work takes. */
export async function time(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Runs a subject and its floor in turn and compares the medians, so that a machine that slows down slows both. */
export async function againstFloor(name: string, limit: number, rounds: number, subject: () => unknown, floor: () => unknown): Promise<BenchRow> {
  const subjectMs: number[] = []
  const floorMs: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const [ours, bare] = [await time(subject), await time(floor)]
    // the first round warms up
    if (round > 0) {
      subjectMs.push(ours)
      floorMs.push(bare)
    }
  }
  const [ms, bareMs] = [median(subjectMs), median(floorMs)]
  return { name, ms, floorMs: bareMs, ratio: ms / bareMs, limit }
}
