import { countedMeasurement, type Basis, type RoundChild, statusBy } from './own-growth.ts'
import { matchRounds, placeKey } from './match-rounds.ts'
import { ageInMonths } from './period.ts'

/** What became of a child that was stunted in the earlier round, or how a stunted child of the later round came to be. */
export const OUTCOMES = ['still', 'recovered', 'left', 'moved', 'not_found', 'added', 'arrived'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const NOT_FOUND_REASONS = [
  'not_listed', 'not_measured',
  /** Measured, but the value is implausible, or there is no status to go by. */
  'implausible', 'no_status',
] as const
export const NEW_REASONS = ['became_stunted', 'not_measured_before', 'not_listed_before', 'born_since'] as const
export type FlowReason = (typeof NOT_FOUND_REASONS)[number] | (typeof NEW_REASONS)[number]

/** One round: its date, its children, and by whose statuses it counts. */
export interface Round {
  readonly measuredOn: string
  readonly basis: Basis
  readonly children: readonly RoundChild[]
}

/** Stunted children of two rounds. before = still + recovered + left + moved + notFound; after = still + added + arrived. */
export interface Flow {
  readonly before: number
  readonly still: number
  readonly recovered: number
  readonly left: number
  readonly moved: number
  readonly notFound: number
  readonly added: number
  readonly arrived: number
  readonly after: number
}

export interface FlowChild {
  readonly outcome: Outcome
  readonly reason: FlowReason | null
  readonly from: RoundChild | null
  readonly to: RoundChild | null
}

export interface RoundFlow {
  readonly whole: Flow
  /** By `placeKey`: a child stands at its place of the earlier round, one that was added or arrived at that of the later. */
  readonly places: ReadonlyMap<string, Flow>
  /** A child that moved and is stunted still stands twice: as moved where it was, as arrived where it is. */
  readonly children: readonly FlowChild[]
}

/** Completed months at the child's own measurement, without one on the date of the round. */
export function ageInRound(child: RoundChild, round: Pick<Round, 'measuredOn'>): number {
  return ageInMonths(child.bornOn, child.countedOn ?? round.measuredOn)
}

type HeightStatus = 'stunted' | 'well' | 'implausible' | 'no_status' | 'not_measured' | 'not_counted'

function heightStatus(child: RoundChild, round: Round): HeightStatus {
  const age = ageInRound(child, round)
  if (age < 0 || age >= 60) return 'not_counted'
  const measurement = countedMeasurement(child)
  if (!measurement) return 'not_measured'
  const status = statusBy(round.basis, child, measurement, 'hfa')
  if (status === 'implausible') return 'implausible'
  if (status === null) return measurement.lengthMm === null ? 'not_measured' : 'no_status'
  return status === 'stunted' || status === 'severely_stunted' ? 'stunted' : 'well'
}

/** True where the child is among the round's stunted ones, as they are counted. */
export function isStunted(child: RoundChild, round: Round): boolean {
  return heightStatus(child, round) === 'stunted'
}

function fate(child: RoundChild, now: RoundChild | undefined, later: Round): Pick<FlowChild, 'outcome' | 'reason'> {
  if (ageInRound(now ?? { ...child, countedOn: null }, later) >= 60) return { outcome: 'left', reason: null }
  if (!now) return { outcome: 'not_found', reason: 'not_listed' }
  if (placeKey(now) !== placeKey(child)) return { outcome: 'moved', reason: null }
  const status = heightStatus(now, later)
  if (status === 'stunted') return { outcome: 'still', reason: null }
  if (status === 'well') return { outcome: 'recovered', reason: null }
  // not counted: its birth date was corrected to a day after the round
  return { outcome: 'not_found', reason: status === 'not_counted' ? 'not_measured' : status }
}

function origin(child: RoundChild, before: RoundChild | undefined, earlier: Round): Pick<FlowChild, 'outcome' | 'reason'> | undefined {
  if (!before) return { outcome: 'added', reason: child.bornOn > earlier.measuredOn ? 'born_since' : 'not_listed_before' }
  const status = heightStatus(before, earlier)
  if (status === 'stunted') return placeKey(before) === placeKey(child) ? undefined : { outcome: 'arrived', reason: null }
  return { outcome: 'added', reason: status === 'well' ? 'became_stunted' : 'not_measured_before' }
}

type Counter = { -readonly [K in keyof Flow]: number }
const NOTHING: Flow = { before: 0, still: 0, recovered: 0, left: 0, moved: 0, notFound: 0, added: 0, arrived: 0, after: 0 }
const COUNTS: Readonly<Record<Outcome, keyof Flow>> = {
  still: 'still', recovered: 'recovered', left: 'left', moved: 'moved', not_found: 'notFound', added: 'added', arrived: 'arrived',
}
const LATER: ReadonlySet<Outcome> = new Set<Outcome>(['added', 'arrived'])

function add(flow: Counter, outcome: Outcome): void {
  flow[COUNTS[outcome]] += 1
  if (!LATER.has(outcome)) flow.before += 1
  if (outcome === 'still' || LATER.has(outcome)) flow.after += 1
}

/**
 * What became of the stunted children from one round to a later one. A child is the same by `matchRounds`; it has left at 60
 * completed months (at its own measurement, else on the date of the later round), moved where village or posyandu differ, and is
 * not found where the later round does not list it or cannot say how tall it is. The parts add up to both counts, at each place
 * and as a whole.
 */
export function compareRounds(earlier: Round, later: Round): RoundFlow {
  const matched = matchRounds(earlier.children, later.children)
  const nowOf = new Map([...matched].map(([now, before]) => [before, now]))
  const children: FlowChild[] = []
  for (const from of earlier.children) {
    if (!isStunted(from, earlier)) continue
    const to = nowOf.get(from)
    children.push({ ...fate(from, to, later), from, to: to ?? null })
  }
  for (const to of later.children) {
    if (!isStunted(to, later)) continue
    const from = matched.get(to)
    const found = origin(to, from, earlier)
    if (found) children.push({ ...found, from: from ?? null, to })
  }
  const whole: Counter = { ...NOTHING }
  const places = new Map<string, Counter>()
  for (const { outcome, from, to } of children) {
    const at = LATER.has(outcome) ? to : from
    if (!at) continue
    const key = placeKey(at)
    let flow = places.get(key)
    if (!flow) places.set(key, (flow = { ...NOTHING }))
    add(flow, outcome)
    add(whole, outcome)
  }
  return { whole, places, children }
}
