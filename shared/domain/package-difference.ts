import type { InstanceInput } from './instance.ts'

export interface PackageChange {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly what: 'activity' | 'line' | 'source' | 'count'
  readonly label: string
  /** Rupiah (an activity's and line's need, a source's ceiling) or a count; null = it was not there, or is not known. */
  readonly before: number | null
  readonly after: number | null
}

type Figures = ReadonlyMap<string, { readonly label: string; readonly value: number | null }>

function changes(what: PackageChange['what'], before: Figures, after: Figures): PackageChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  return keys.flatMap((key): PackageChange[] => {
    const [old, now] = [before.get(key), after.get(key)]
    if (old && now) return old.value === now.value && old.label === now.label ? [] : [{ kind: 'changed', what, label: now.label, before: old.value, after: now.value }]
    return [{ kind: now ? 'added' : 'removed', what, label: (now ?? old)?.label ?? key, before: old?.value ?? null, after: now?.value ?? null }]
  })
}

function figuresOf({ plan, figures, counts }: InstanceInput): Record<PackageChange['what'], Figures> {
  const byActivity = Map.groupBy(figures.lines, ({ activity }) => activity.id)
  return {
    activity: new Map(plan.activities.map(({ id, name }) => [id, { label: name, value: (byActivity.get(id) ?? []).reduce((total, { needed }) => total + needed, 0) }])),
    line: new Map(figures.lines.map(({ line, need, activity }) => [line.id, { label: `${activity.name}: ${line.description}`, value: need.known ? need.need : null }])),
    source: new Map(figures.sources.map(({ source, ceiling }) => [source.id, { label: source.label, value: ceiling }])),
    count: new Map([...counts].map(([group, value]) => [group, { label: group, value }])),
  }
}

/**
 * What a later revision of a village's plan says differently: activities and lines by their need, sources by their ceiling, counts by group. A
 * line of an activity that came or went as a whole is not told again.
 */
export function packageDifference(before: InstanceInput, after: InstanceInput): PackageChange[] {
  const [old, now] = [figuresOf(before), figuresOf(after)]
  const apart = (kind: 'added' | 'removed') => new Set(changes('activity', old.activity, now.activity).filter((change) => change.kind === kind).map(({ label }) => label))
  const [added, removed] = [apart('added'), apart('removed')]
  const activityOf = (label: string) => label.slice(0, label.indexOf(': '))
  return [
    ...changes('activity', old.activity, now.activity).filter(({ kind, before: was, after: is }) => kind !== 'changed' || was !== is),
    ...changes('line', old.line, now.line).filter(({ kind, label }) => !((kind === 'added' && added.has(activityOf(label))) || (kind === 'removed' && removed.has(activityOf(label))))),
    ...changes('source', old.source, now.source),
    ...changes('count', old.count, now.count),
  ]
}
