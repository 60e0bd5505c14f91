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

/** A name as it is compared: its letters, and which of 32 kinds of letter it has, as bits. */
interface Spelling {
  readonly text: string
  readonly kinds: number
}

function spelling(name: string): Spelling {
  const text = letters(name)
  let kinds = 0
  for (let index = 0; index < text.length; index += 1) kinds |= 1 << (text.charCodeAt(index) & 31)
  return { text, kinds }
}

/** How many kinds of letter only one of two names has. */
function kindsApart(a: Spelling, b: Spelling): number {
  let count = 0
  for (let rest = a.kinds ^ b.kinds; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** Alike enough to be the same name typed twice: the same letters, one of them the beginning of the other, or a slip or two of the finger. */
function isAlike(a: Spelling, b: Spelling): boolean {
  if (a.text === b.text) return true
  if (a.text === '' || b.text === '') return false
  const [short, long] = a.text.length <= b.text.length ? [a.text, b.text] : [b.text, a.text]
  if (short.length >= 5 && long.startsWith(short)) return true
  const most = short.length < 6 ? 1 : 2
  // an edit takes one kind of letter and brings another: names that differ in more need no closer look
  return long.length - short.length <= most && kindsApart(a, b) <= 2 * most && editDistance(short, long, most) <= most
}

/** Children of one birth date and sex whose names and parents are alike: each is told of the first one before it. */
function twinsOnPaper(children: readonly RoundChild[], notes: Note[]): void {
  const byBirth = new Map<string, RoundChild[]>()
  for (const child of children) {
    const key = `${child.bornOn}${child.sex}`
    const known = byBirth.get(key)
    if (known) known.push(child)
    else byBirth.set(key, [child])
  }
  const found = new Map<RoundChild, Note>()
  for (const group of byBirth.values()) {
    if (group.length === 1) continue
    const spelled = group.flatMap((child) => {
      const name = spelling(child.name)
      return name.text === '' ? [] : [{ child, name, parent: spelling(child.parent) }]
    })
    for (const [index, own] of spelled.entries()) {
      const others = spelled.slice(0, index)
      const same = others.find((other) => other.name.text === own.name.text && other.parent.text === own.parent.text)
      const alike = same ?? others.find((other) => isAlike(other.name, own.name) && isAlike(other.parent, own.parent))
      if (alike) found.set(own.child, { rule: same ? 'same_person' : 'similar_person', child: own.child, words: { row: alike.child.sourceRow, posyandu: alike.child.posyandu } })
    }
  }
  for (const child of children) {
    const note = found.get(child)
    if (note) notes.push(note)
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

