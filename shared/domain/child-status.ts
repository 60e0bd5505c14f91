/** Nutritional status of a child from what a by-name file says (Permenkes 2/2020, domain §6.2). z-scores are in hundredths, −2,01 = −201. */

/** hfa = TB/U (PB/U), wfa = BB/U, wfh = BB/TB (BB/PB). */
export type GrowthIndex = 'hfa' | 'wfa' | 'wfh'
export const GROWTH_INDEXES: readonly GrowthIndex[] = ['hfa', 'wfa', 'wfh']

/** Categories per index, from the most severe; the first two lie below −3 and from −3 to below −2. */
export const STATUSES = {
  hfa: ['severely_stunted', 'stunted', 'normal', 'tall'],
  wfa: ['severely_underweight', 'underweight', 'normal', 'overweight_risk'],
  wfh: ['severely_wasted', 'moderately_wasted', 'normal', 'overweight_risk', 'overweight', 'obese'],
} as const satisfies Record<GrowthIndex, readonly string[]>

export type Status<I extends GrowthIndex = GrowthIndex> = (typeof STATUSES)[I][number]

/** A status as a file words it; `outlier` where the file itself calls the value implausible. */
export type Label = Status | 'outlier'

/** Naik Berat Badan: N gained, T did not (*faltering*), O not weighed the month before, B new (domain §6.1). */
export type Gain = 'N' | 'T' | 'O' | 'B'

/** Outside of these (in hundredths, ends included as plausible) a z-score is a mistake of measuring or typing (WHO, domain §6.3). */
export const PLAUSIBLE = { hfa: [-600, 600], wfa: [-600, 500], wfh: [-500, 500] } as const satisfies Record<GrowthIndex, readonly [number, number]>

/** Upper ends (included) of the categories from `normal` on. */
const UPPER = { hfa: [300], wfa: [100], wfh: [100, 200, 300] } as const satisfies Record<GrowthIndex, readonly number[]>

/** z in hundredths; the limits themselves are plausible. */
export function isPlausible(index: GrowthIndex, z: number): boolean {
  const [low, high] = PLAUSIBLE[index]
  return z >= low && z <= high
}

/** Rank of a label in its index: 0 most severe. −1 without a label. */
export function rankOf(index: GrowthIndex, label: Label | null): number {
  return label === null ? -1 : (STATUSES[index] as readonly string[]).indexOf(label)
}

/**
 * Status by the z-score; at exactly −2,00 or −3,00 the label decides between the two sides, without one the milder side.
 * Without a z-score the label is the status. `null`: not said. `'implausible'`: the index of this child must not be counted.
 */
export function statusOf(index: GrowthIndex, z: number | null, label: Label | null): Status | 'implausible' | null {
  if (label === 'outlier') return 'implausible'
  if (z === null) return label
  if (!isPlausible(index, z)) return 'implausible'
  const names = STATUSES[index]
  const rank = rankOf(index, label)
  if (z < -300) return names[0]
  if (z === -300) return rank === 0 ? names[0] : names[1]
  if (z < -200) return names[1]
  if (z === -200) return rank === 0 || rank === 1 ? names[1] : names[2]
  const above = UPPER[index].findIndex((end) => z <= end)
  return above === -1 ? (names.at(-1) as Status) : (names[2 + above] as Status)
}

/** Ways to narrow a by-name list. */
export const CHILD_FILTERS = ['all', 'stunted', 'severely_stunted', 'moderately_wasted', 'severely_wasted', 'underweight', 'faltering', 'implausible', 'not_measured'] as const
