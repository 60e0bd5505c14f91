import type { PlanCounts } from '#shared/domain/caseload.ts'
import type { ChildLists } from '#shared/domain/compare-people.ts'
import { countedAs } from '#shared/domain/count-round.ts'
import { letters } from '#shared/domain/letters.ts'
import type { RoundChild } from '#shared/domain/own-growth.ts'
import { FAMILIES, type TargetGroup } from '#shared/domain/target-group.ts'
import type { Session } from '../session.ts'

/** One child in every series: the NIK, else the name, birth date and parent that counting goes by. */
function identity(child: RoundChild): string {
  return child.nik ?? `${letters(child.name)}|${child.bornOn}|${letters(child.parent)}`
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
    for (const child of session.children.round(series.id)) {
      for (const key of countedAs(child, series, series.countedBy ?? 'file')?.keys ?? []) {
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
