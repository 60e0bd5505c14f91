import type { ByNameRow } from '#shared/domain/by-name.ts'
import type { PlanCounts } from '#shared/domain/caseload.ts'
import type { ChildLists } from '#shared/domain/compare-people.ts'
import { countChild } from '#shared/domain/count-child.ts'
import { letters } from '#shared/domain/letters.ts'
import { ageInMonths } from '#shared/domain/period.ts'
import { FAMILIES, type TargetGroup } from '#shared/domain/target-group.ts'
import type { ListedChild } from '../db/repositories/child-repository.ts'
import type { Session } from '../session.ts'

/** One child in every series: the NIK, else the name, birth date and parent that counting goes by. */
function identity(child: ListedChild): string {
  return child.nik ?? `${letters(child.name)}|${child.bornOn}|${letters(child.parent)}`
}

/** The row that counting saw, as far as it is kept. Weight and length decide no group. */
function rowOf(child: ListedChild): ByNameRow {
  return {
    place: { sheet: '', row: child.sourceRow }, nik: child.nik, name: child.name, sex: child.sex, bornOn: child.bornOn, parent: child.parent, village: '', district: '', posyandu: child.posyandu,
    measuredOn: child.countedOn, weightG: null, heightMm: null, method: null, z: { hfa: child.heightZ, wfa: child.weightZ, wfh: child.wastingZ },
    label: { hfa: child.heightLabel, wfa: child.weightLabel, wfh: child.wastingLabel }, gain: child.gained,
  }
}

/**
 * Who is in each group of a by-name series, for questions that counts cannot answer; nothing of it leaves the core but numbers. A group whose
 * list is not as long as its count (a typed figure, other statuses) is not told. `undefined` where the plan follows no list by name.
 */
export function childLists(session: Session, seriesId: string | undefined, counts: PlanCounts): ChildLists | undefined {
  const series = session.series.list().find(({ id }) => id === seriesId)
  if (series?.kind !== 'by-name') return undefined
  let members: Map<string, Set<string>> | undefined
  const read = () => {
    const found = new Map<string, Set<string>>()
    for (const child of session.children.list(series.id)) {
      const age = ageInMonths(child.bornOn, child.countedOn ?? series.measuredOn)
      if (age < 0 || age >= 60) continue
      for (const key of countChild(rowOf(child), age, child.countedOn !== null).keys) {
        const group = found.get(key) ?? new Set()
        group.add(identity(child))
        found.set(key, group)
      }
    }
    return found
  }
  const ofFamily: ReadonlySet<TargetGroup> = new Set(FAMILIES.child)
  return {
    membersOf(group) {
      if (!ofFamily.has(group)) return undefined
      members ??= read()
      const list = members.get(group) ?? new Set<string>()
      return list.size === counts.get(group) ? list : undefined
    },
  }
}
