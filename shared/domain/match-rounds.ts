import type { ByNameChild } from './by-name.ts'
import { letters } from './letters.ts'

type Identity = Pick<ByNameChild, 'nik' | 'name' | 'bornOn' | 'parent'>

/** Name, birth date and parent, spelling apart; undefined for a child without a name. */
export function personKey(child: Identity): string | undefined {
  const name = letters(child.name)
  return name === '' ? undefined : `${name}|${child.bornOn}|${letters(child.parent)}`
}

function groups<T extends Identity>(children: Iterable<T>): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const child of children) {
    const key = personKey(child)
    if (key === undefined) continue
    const known = map.get(key)
    if (known) known.push(child)
    else map.set(key, [child])
  }
  return map
}

/**
 * Finds the children of an earlier round in a later one, by the keys that counting uses: the same NIK; else the same name, birth
 * date and parent, where exactly one child of each round has them and not both have a NIK. No child is matched twice, and the
 * order of the lists plays no part.
 * @returns the earlier child of each later child that has one
 */
export function matchRounds<A extends Identity, B extends Identity>(earlier: readonly A[], later: readonly B[]): Map<B, A> {
  const matched = new Map<B, A>()
  const byNik = new Map(earlier.flatMap((child) => (child.nik === null ? [] : [[child.nik, child] as const])))
  const taken = new Set<A>()
  for (const child of later) {
    const found = child.nik === null ? undefined : byNik.get(child.nik)
    if (!found) continue
    matched.set(child, found)
    taken.add(found)
  }
  if (taken.size === earlier.length) return matched
  const before = groups(earlier.filter((child) => !taken.has(child)))
  const after = groups(later.filter((child) => !matched.has(child)))
  for (const [key, [child, ...others]] of after) {
    const [found, ...more] = before.get(key) ?? []
    if (child && found && others.length === 0 && more.length === 0 && (child.nik === null || found.nik === null)) matched.set(child, found)
  }
  return matched
}

/** Spellings of one posyandu name are one place. */
export function placeKey({ village, posyandu }: Pick<ByNameChild, 'village' | 'posyandu'>): string {
  return `${village}\n${letters(posyandu)}`
}
