import { type CHILD_FILTERS, type GrowthIndex, PLAUSIBLE, STATUSES } from '#shared/domain/child-status.ts'

export type StatusFilter = Exclude<(typeof CHILD_FILTERS)[number], 'all'>

const COLUMNS = { hfa: 'height', wfa: 'weight', wfh: 'wasting' } as const satisfies Record<GrowthIndex, string>

/** `statusOf` as SQL, up to the second category: the better ones are all `'better'`. */
function statusSql(index: GrowthIndex): string {
  const [z, label] = [`m.${COLUMNS[index]}_z`, `m.${COLUMNS[index]}_label`]
  const [worst, bad] = STATUSES[index]
  const [low, high] = PLAUSIBLE[index]
  return `CASE WHEN ${label} = 'outlier' THEN 'implausible' WHEN ${z} IS NULL THEN ${label} WHEN ${z} NOT BETWEEN ${low} AND ${high} THEN 'implausible'
    WHEN ${z} < -300 OR (${z} = -300 AND ${label} = '${worst}') THEN '${worst}' WHEN ${z} < -200 OR (${z} = -200 AND ${label} IN ('${worst}', '${bad}')) THEN '${bad}' ELSE 'better' END`
}

const [height, weight, wasting] = [statusSql('hfa'), statusSql('wfa'), statusSql('wfh')]

/** What a child (`c`) with the measurement that counts (`m`) must meet. `underweight` and `stunted` include the severe ones, as the counts do. */
export const MEETS: Readonly<Record<StatusFilter, string>> = {
  stunted: `${height} IN ('stunted', 'severely_stunted')`,
  severely_stunted: `${height} = 'severely_stunted'`,
  moderately_wasted: `${wasting} = 'moderately_wasted'`,
  severely_wasted: `${wasting} = 'severely_wasted'`,
  underweight: `${weight} IN ('underweight', 'severely_underweight')`,
  faltering: "m.gained = 'T'",
  implausible: `'implausible' IN (${height}, ${weight}, ${wasting})`,
  not_measured: 'c.counted_on IS NULL',
}
