import type { CountEntry } from './by-name.ts'
import type { CountKey } from './caseload.ts'
import type { ChildCount } from './count-child.ts'
import { letters } from './letters.ts'

/** Sums of one area. */
export class Tally {
  readonly counts = new Map<CountKey, number>()

  add({ keys }: ChildCount): void {
    for (const key of keys) this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
  }

  /** One number per known key, 0 where nothing was counted. */
  known(keys: ReadonlySet<CountKey>): Map<CountKey, number> {
    return new Map([...keys].map((key) => [key, this.counts.get(key) ?? 0]))
  }
}

/** By UTF-16 code unit: the same on every machine. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Entries per village and per posyandu in it. Spellings of one name are one posyandu, called by the first in the order of characters. */
export function areaEntries(counted: readonly { readonly village: string; readonly posyandu: string; readonly count: ChildCount }[], keys: ReadonlySet<CountKey>): CountEntry[] {
  const areas = new Map<string, { village: string; posyandu: string; tally: Tally }>()
  const add = (village: string, posyandu: string, count: ChildCount): void => {
    const key = `${village}\n${letters(posyandu)}`
    let area = areas.get(key)
    if (!area) areas.set(key, (area = { village, posyandu, tally: new Tally() }))
    else if (posyandu < area.posyandu) area.posyandu = posyandu
    area.tally.add(count)
  }
  for (const { village, posyandu, count } of counted) {
    add(village, '', count)
    if (letters(posyandu) !== '') add(village, posyandu, count)
  }
  return [...areas.values()]
    .toSorted((a, b) => order(a.village, b.village) || order(a.posyandu, b.posyandu))
    .flatMap(({ village, posyandu, tally }) => [...tally.known(keys)].map(([group, count]) => ({ village, posyandu, group, count })))
}

/** Typed figures in the entries of the village as a whole, where there is only one village. */
export function withTyped(entries: readonly CountEntry[], changed: ReadonlyMap<CountKey, number>, home: string): CountEntry[] {
  const villages = [...new Set(entries.map(({ village }) => village))]
  if (changed.size === 0 || villages.length > 1) return [...entries]
  const village = villages[0] ?? home
  const kept = entries.filter((entry) => entry.posyandu !== '' || !changed.has(entry.group))
  const whole = [...changed].map(([group, count]) => ({ village, posyandu: '', group, count }))
  return [...whole, ...kept]
}
