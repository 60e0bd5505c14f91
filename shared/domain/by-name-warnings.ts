import type { ByNameRow, CaseloadWarning, CaseloadWarningCode, RowPlace } from './by-name.ts'
import { WARNING_PLACES } from './by-name.ts'
import type { CountKey } from './caseload.ts'
import type { groupByChild } from './child-identity.ts'
import { type GrowthIndex, rankOf, STATUSES, statusOf } from './child-status.ts'
import type { ChildCount } from './count-child.ts'

/** What people should look at in a by-name file, each kind once, with the first of its rows. */
export class Warnings {
  readonly list: CaseloadWarning[] = []

  add(code: CaseloadWarningCode, places: readonly RowPlace[], words: Readonly<Record<string, string | number>> = {}, count = places.length): void {
    if (count > 0) this.list.push({ code, count, places: places.slice(0, WARNING_PLACES), words })
  }
}

/** Totals by label and by z-score, over the children that have both; where they differ both are said. */
export function compareLabels(counted: readonly { readonly row: ByNameRow; readonly count: ChildCount }[], warnings: Warnings): void {
  const groups: readonly (readonly [CountKey, GrowthIndex, number, number])[] = [
    ['stunted', 'hfa', 0, 1], ['severely_stunted', 'hfa', 0, 0], ['underweight', 'wfa', 0, 1], ['moderately_wasted', 'wfh', 1, 1], ['severely_wasted', 'wfh', 0, 0],
  ]
  for (const [group, index, from, to] of groups) {
    const within = (rank: number): boolean => rank >= from && rank <= to
    let byLabel = 0
    let byZ = 0
    const differing: RowPlace[] = []
    for (const { row, count } of counted) {
      const label = row.label[index]
      if (!count.inWindow || row.z[index] === null || label === null || label === 'outlier') continue
      const status = statusOf(index, row.z[index], label)
      if (status === null || status === 'implausible') continue
      const a = within(rankOf(index, label))
      const b = within((STATUSES[index] as readonly string[]).indexOf(status))
      if (a) byLabel++
      if (b) byZ++
      if (a !== b) differing.push(row.place)
    }
    if (byLabel !== byZ) warnings.add('label_z_differ', differing, { group, byLabel, byZ })
  }
}

/** One NIK with several birth dates, one child under several NIK. */
export function identityWarnings(groups: ReturnType<typeof groupByChild>, warnings: Warnings): void {
  const shared = groups.children.filter(({ nik, rows }) => nik !== null && rows.some(({ bornOn }) => bornOn !== rows[0]?.bornOn))
  warnings.add('nik_shared', shared.flatMap(({ rows }) => rows.map(({ place }) => place)), {}, shared.length)
  const twice = [...groups.niksByPerson.values()].filter((children) => children.length > 1)
  warnings.add('same_child_other_nik', twice.flatMap((children) => children.flatMap(({ rows }) => (rows[0] ? [rows[0].place] : []))), {}, twice.length)
}
