import { matchRounds, placeKey } from './match-rounds.ts'
import { type NotRead, unreadNotes, unusableRows } from './not-read.ts'
import type { RoundChild } from './own-growth.ts'
import { ageInMonths } from './period.ts'
import { type Measured, growthNotes, hazSpread, measuredChildren, roundDigits } from './validity-growth.ts'
import { conflictNotes, elsewhereNotes, identityNotes } from './validity-identity.ts'
import type { Note, PlaceNote, RowNote } from './validity-note.ts'
import { type Part, type RuleId, RULES, THRESHOLDS, type ValidityRule } from './validity-rules.ts'
import { type PartShare, type Score, scoreOf } from './validity-score.ts'

export interface ValidityInput {
  readonly measuredOn: string
  readonly children: readonly RoundChild[]
  /** Children of the round before; empty where there is none. */
  readonly previous: readonly RoundChild[]
  /** Other files of the same month that are about other villages: where they list a NIK. */
  readonly elsewhere: ReadonlyMap<string, { readonly series: string; readonly village: string; readonly posyandu: string }>
  /** What could not be read of the file that the children come from. */
  readonly notRead: readonly NotRead[]
  /** S and measured of a village as a whole (`posyandu` `''`) or a posyandu, as the series counts them, typed figures included. */
  readonly counts: (village: string, posyandu: string) => { readonly targeted: number | undefined; readonly measured: number | undefined }
}

/** A village as a whole (`posyandu` `''`), or one posyandu. */
export interface PlaceScore extends Score {
  readonly village: string
  readonly posyandu: string
  readonly children: number
}

export interface Validity {
  readonly whole: PlaceScore
  readonly places: readonly PlaceScore[]
  readonly notes: readonly Note[]
  /** One for each fault of a row. */
  readonly rowNotes: readonly RowNote[]
  readonly placeNotes: readonly PlaceNote[]
}

const ruleOf: ReadonlyMap<RuleId, ValidityRule> = new Map(RULES.map((rule) => [rule.id, rule]))

function validityRule(id: RuleId): ValidityRule {
  return ruleOf.get(id) as ValidityRule
}

/** Half points that a child loses in a part: 2 for an error, 1 for a warning, by its worst note. */
function losses(notes: readonly Note[]): ReadonlyMap<Part, ReadonlyMap<RoundChild, number>> {
  const byPart = new Map<Part, Map<RoundChild, number>>()
  for (const { rule, child } of notes) {
    const { part, severity } = validityRule(rule)
    const loss = severity === 'error' ? 2 : severity === 'warning' ? 1 : 0
    let known = byPart.get(part)
    if (!known) byPart.set(part, (known = new Map()))
    known.set(child, Math.max(known.get(child) ?? 0, loss))
  }
  return byPart
}

/** Of the children that a part looks at: twice their number, less what they lose. */
function childShare(children: readonly RoundChild[], lost: ReadonlyMap<RoundChild, number> | undefined): PartShare {
  return { good: 2 * children.length - children.reduce((sum, child) => sum + (lost?.get(child) ?? 0), 0), total: 2 * children.length }
}

function digitShare(measured: readonly Measured[]): PartShare | undefined {
  const { heights, round } = roundDigits(measured)
  // two of ten heights end so by chance: at two tenths nothing is lost, where all are round everything
  return heights < THRESHOLDS.groupAtLeast ? undefined : { good: Math.min(4 * heights, 5 * (heights - round)), total: 4 * heights }
}

function spreadShare(measured: readonly Measured[]): PartShare | undefined {
  const { scores, sd } = hazSpread(measured)
  const { from, to, none, all } = THRESHOLDS.spread
  if (sd === null || scores < THRESHOLDS.groupAtLeast) return undefined
  if (sd < from) return { good: Math.max(0, sd - none), total: from - none }
  return sd > to ? { good: Math.max(0, all - sd), total: all - to } : { good: 1, total: 1 }
}

/** Everything that is said of one place. */
interface Group {
  readonly village: string
  posyandu: string
  readonly children: RoundChild[]
  readonly measured: Measured[]
  /** Rows that no child came of. */
  readonly lostRows: Set<string>
}

/** Who children are, as far as their rows say it: a row that no child came of says nothing. */
function identityShare({ children, lostRows }: Group, lost: Parameters<typeof childShare>[1]): PartShare {
  const { good, total } = childShare(children, lost)
  return { good, total: total + 2 * lostRows.size }
}

/** Children with a measurement, and those whose file has one that could not be read. */
function measurementShare({ children, measured }: Group, unread: ReadonlySet<RoundChild>, lost: Parameters<typeof childShare>[1]): PartShare {
  const seen = new Set(measured.map(({ child }) => child))
  return childShare(children.filter((child) => seen.has(child) || unread.has(child)), lost)
}

function scorePlace(group: Group, lost: ReturnType<typeof losses>, unread: ReadonlySet<RoundChild>, counts: { readonly targeted: number | undefined; readonly measured: number | undefined }): PlaceScore {
  const { village, posyandu, children, measured } = group
  const { targeted, measured: seen } = counts
  const shares: Partial<Record<Part, PartShare>> = {
    identity: identityShare(group, lost.get('identity')),
    measurements: measurementShare(group, unread, lost.get('measurements')),
    plausibility: childShare(measured.filter(({ earlier }) => earlier).map(({ child }) => child), lost.get('plausibility')),
  }
  if (targeted !== undefined && seen !== undefined) shares.completeness = { good: Math.min(seen, targeted), total: targeted }
  const [digits, spread] = [digitShare(measured), spreadShare(measured)]
  if (digits) shares.digits = digits
  if (spread) shares.spread = spread
  return { village, posyandu, children: children.length, ...scoreOf(shares) }
}

function placeNotesOf({ village, posyandu, measured }: Group): PlaceNote[] {
  const notes: PlaceNote[] = []
  const { heights, round } = roundDigits(measured)
  const shareBp = heights === 0 ? 0 : Math.round((round * 10_000) / heights)
  if (heights >= THRESHOLDS.groupAtLeast && shareBp >= THRESHOLDS.digitsBp) {
    notes.push({ rule: 'digit_preference', village, posyandu, words: { posyandu, round, heights, share: shareBp } })
  }
  const { scores, sd } = hazSpread(measured)
  if (sd !== null && scores >= THRESHOLDS.groupAtLeast && (sd < THRESHOLDS.spread.from || sd > THRESHOLDS.spread.to)) {
    notes.push({ rule: 'haz_spread', village, posyandu, words: { posyandu, sd, scores } })
  }
  return notes
}

const lostRow = ({ sheet, row }: RowNote): string => `${sheet}\n${row}`

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Applies every rule to a by-name round and scores each village and each of its posyandu. Children outside 0–59 months play no
 * part. The whole is reckoned from all children, not from the scores of the places.
 */
export function checkValidity(input: ValidityInput): Validity {
  const children = input.children.filter((child) => {
    const age = ageInMonths(child.bornOn, child.countedOn ?? input.measuredOn)
    return age >= 0 && age < 60
  })
  const before = matchRounds(input.previous, children)
  const measured = measuredChildren(children, before)
  const notes: Note[] = []
  identityNotes(children, before, notes)
  conflictNotes(children, notes)
  elsewhereNotes(children, input.elsewhere, notes)
  growthNotes(measured, notes)
  for (const child of children) if (child.countedOn === null) notes.push({ rule: 'not_measured', child, words: {} })
  unreadNotes(children, input.notRead, notes)
  const rowNotes = unusableRows(input.notRead)
  const lost = losses(notes)
  const unread = new Set(notes.flatMap(({ rule, child }) => (rule === 'value_unreadable' ? [child] : [])))

  const whole: Group = { village: '', posyandu: '', children: [...children], measured, lostRows: new Set(rowNotes.map(lostRow)) }
  const groups = new Map<string, Group>()
  const groupAt = (key: string, { village, posyandu }: Pick<RoundChild, 'village' | 'posyandu'>): Group => {
    let group = groups.get(key)
    if (!group) groups.set(key, (group = { village, posyandu: key.endsWith('\n') ? '' : posyandu, children: [], measured: [], lostRows: new Set() }))
    else if (group.posyandu !== '' && posyandu < group.posyandu) group.posyandu = posyandu
    return group
  }
  const seen = new Map(measured.map((one) => [one.child, one]))
  /** The village of something and, where it has one, its posyandu. */
  const groupsAt = (at: Pick<RoundChild, 'village' | 'posyandu'>): Group[] => [...new Set([`${at.village}\n`, placeKey(at)])].map((key) => groupAt(key, at))
  for (const child of children) {
    const now = seen.get(child)
    for (const group of groupsAt(child)) {
      group.children.push(child)
      if (now) group.measured.push(now)
    }
  }
  for (const note of rowNotes) for (const group of groupsAt(note)) group.lostRows.add(lostRow(note))
  const sorted = [...groups.values()].toSorted((a, b) => order(a.village, b.village) || order(a.posyandu, b.posyandu))

  const villages = sorted.filter(({ posyandu }) => posyandu === '').map(({ village }) => input.counts(village, ''))
  const total = (pick: 'targeted' | 'measured') => villages.every((counts) => counts[pick] !== undefined) ? villages.reduce((sum, counts) => sum + (counts[pick] ?? 0), 0) : undefined
  const hasPosyandu = new Set(sorted.filter(({ posyandu }) => posyandu !== '').map(({ village }) => village))
  return {
    whole: scorePlace(whole, lost, unread, { targeted: total('targeted'), measured: total('measured') }),
    places: sorted.map((group) => scorePlace(group, lost, unread, input.counts(group.village, group.posyandu))),
    notes,
    rowNotes,
    placeNotes: sorted.filter(({ village, posyandu }) => posyandu !== '' || !hasPosyandu.has(village)).flatMap(placeNotesOf),
  }
}
