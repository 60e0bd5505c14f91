import { letters } from './letters.ts'
import { placeKey } from './match-rounds.ts'
import type { RoundChild } from './own-growth.ts'
import type { Note } from './validity-note.ts'

/** Birth date and sex as a NIK has them: digits 7–12 are DDMMYY, 40 added to the day for a girl (domain §6.1, §9). `undefined` where they are no date. */
export function insideNik(nik: string): { readonly day: number; readonly month: number; readonly year: number; readonly sex: 'L' | 'P' } | undefined {
  const [day, month, year] = [Number(nik.slice(6, 8)), Number(nik.slice(8, 10)), Number(nik.slice(10, 12))]
  const sex = day > 40 ? 'P' : 'L'
  const plain = day > 40 ? day - 40 : day
  return plain >= 1 && plain <= 31 && month >= 1 && month <= 12 ? { day: plain, month, year, sex } : undefined
}

function nikNotes(child: RoundChild, notes: Note[]): void {
  if (child.nik === null) {
    notes.push({ rule: 'nik_missing', child, words: {} })
    return
  }
  const inside = insideNik(child.nik)
  const born = child.bornOn
  const digits = `${child.nik.slice(6, 8)}-${child.nik.slice(8, 10)}-${child.nik.slice(10, 12)}`
  const sameDate = inside && inside.year === Number(born.slice(2, 4)) && inside.month === Number(born.slice(5, 7)) && inside.day === Number(born.slice(8))
  if (!sameDate) notes.push({ rule: 'nik_birth', child, words: { digits, born } })
  else if (inside.sex !== child.sex) notes.push({ rule: 'nik_sex', child, words: { digits, sex: child.sex } })
}

/** Fewest edits (letters put in, taken out, changed) from one text to another; above `most` only that it is more, as `most` + 1. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
      next.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    row = next
  }
  return Math.min(row[b.length] ?? 0, most + 1)
}

/** Alike enough to be the same name typed twice: the same letters, one of them the beginning of the other, or a slip or two of the finger. */
function isAlike(a: string, b: string): boolean {
  if (a === b) return true
  if (a === '' || b === '') return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length >= 5 && long.startsWith(short)) return true
  return editDistance(a, b, 2) <= (short.length < 6 ? 1 : 2)
}

/** Children of one birth date and sex whose names and parents are alike: each is told of the first one before it. */
function twinsOnPaper(children: readonly RoundChild[], notes: Note[]): void {
  const byBirth = new Map<string, { child: RoundChild; name: string; parent: string }[]>()
  for (const child of children) {
    const name = letters(child.name)
    if (name === '') continue
    const key = `${child.bornOn}${child.sex}`
    const own = { child, name, parent: letters(child.parent) }
    const known = byBirth.get(key)
    if (!known) {
      byBirth.set(key, [own])
      continue
    }
    const same = known.find((other) => other.name === name && other.parent === own.parent)
    const alike = same ?? known.find((other) => isAlike(other.name, name) && isAlike(other.parent, own.parent))
    known.push(own)
    if (alike) notes.push({ rule: same ? 'same_person' : 'similar_person', child, words: { row: alike.child.sourceRow, posyandu: alike.child.posyandu } })
  }
}

/** What the earlier round says of who a child is. */
function changedNotes(child: RoundChild, before: RoundChild, notes: Note[]): void {
  if (child.sex !== before.sex) notes.push({ rule: 'identity_changed', child, words: { what: 'sex', before: before.sex, now: child.sex } })
  else if (child.bornOn !== before.bornOn) notes.push({ rule: 'identity_changed', child, words: { what: 'born', before: before.bornOn, now: child.bornOn } })
}

/** Notes about who the children are. `before` is the earlier round's child of each that was in it. */
export function identityNotes(children: readonly RoundChild[], before: ReadonlyMap<RoundChild, RoundChild>, notes: Note[]): void {
  for (const child of children) {
    nikNotes(child, notes)
    const earlier = before.get(child)
    if (earlier) changedNotes(child, earlier, notes)
  }
  twinsOnPaper(children, notes)
}

/** A child that a file lists at several posyandu, or with several birth dates under one NIK. */
export function conflictNotes(children: readonly RoundChild[], notes: Note[]): void {
  for (const child of children) {
    if (child.alsoAt !== '') notes.push({ rule: 'two_posyandu', child, words: { posyandu: child.alsoAt } })
    if (child.otherBirth !== null) notes.push({ rule: 'nik_shared', child, words: { born: child.otherBirth } })
  }
}

/** Children of a NIK that other files of the same month list elsewhere: `placeKey` and file by NIK. */
export function elsewhereNotes(children: readonly RoundChild[], elsewhere: ReadonlyMap<string, { readonly series: string; readonly village: string; readonly posyandu: string }>, notes: Note[]): void {
  for (const child of children) {
    const other = child.nik === null ? undefined : elsewhere.get(child.nik)
    if (other && placeKey(other) !== placeKey(child)) notes.push({ rule: 'other_file', child, words: { series: other.series, posyandu: other.posyandu } })
  }
}

