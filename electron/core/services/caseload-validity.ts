import type { ValidityReport } from '#shared/contract/caseload-truth.ts'
import type { CountEntry } from '#shared/domain/by-name.ts'
import type { RoundChild } from '#shared/domain/own-growth.ts'
import type { RowNote } from '#shared/domain/validity-note.ts'
import { checkValidity, type PlaceScore, type Validity } from '#shared/domain/validity.ts'
import type { NotRead } from '#shared/domain/not-read.ts'
import { RULES } from '#shared/domain/validity-rules.ts'
import type { Session } from '../session.ts'
import { byNameSeries, countsByPlace, isWhere, personOf, placeOf, type Reveal, roundBefore } from './caseload-round.ts'
import type { Input } from './caseload-series.ts'
import { notReadOf } from './not-read.ts'

/** Rows of one rule that an answer lists; their number is always said in full. */
const ROWS = 200

export interface JudgedRound {
  readonly name: string
  readonly measuredOn: string
  readonly children: readonly RoundChild[]
  readonly entries: readonly CountEntry[]
  readonly notRead: readonly NotRead[]
  /** Id of the series that it is, or replaces. */
  readonly id: string | undefined
}

/** Where files of the same month that are about other villages list a NIK of this round. */
function elsewhereOf(session: Session, { measuredOn, children, id }: JudgedRound) {
  const others = session.series.roundsElsewhere(measuredOn.slice(0, 7), [...new Set(children.map(({ village }) => village))], id)
  const niks = children.flatMap(({ nik }) => (nik === null ? [] : [nik]))
  return new Map(session.children.elsewhere(niks, others).map(({ nik, ...other }) => [nik, other]))
}

/** Applies the rules to a round, whether it is in the workspace or only looked at. */
export function judgeRound(session: Session, round: JudgedRound): { readonly validity: Validity; readonly previous: string | null; readonly earlier: readonly RoundChild[] } {
  const before = roundBefore(session, round.measuredOn, round.children, round.id)
  const earlier = before ? session.children.round(before.id) : []
  const counts = countsByPlace(round.entries)
  const validity = checkValidity({
    measuredOn: round.measuredOn, children: round.children, previous: earlier, elsewhere: elsewhereOf(session, round), notRead: round.notRead,
    counts: (village, posyandu) => {
      const found = counts(village, posyandu)
      return { targeted: found?.get('targeted'), measured: found?.get('measured') }
    },
  })
  return { validity, previous: before?.name ?? null, earlier }
}

function placeScore({ village, posyandu, children, score, parts }: PlaceScore) {
  return { ...placeOf({ village, posyandu }), children, score, parts: parts.map((part) => ({ ...part })) }
}

/** A fault of a row that no child came of: nobody is named, and its value says only what is wrong. */
function lostRow({ village, posyandu, row, words }: RowNote) {
  return { child: null, name: '', nik: null, sex: null, parent: '', village, posyandu, row, words: { ...words } }
}

/** A round's validity as it is answered; names are initials unless `reveal` asks for them. */
export function validityReport(round: JudgedRound, { validity, previous }: { readonly validity: Validity; readonly previous: string | null }, where: { readonly village?: string | undefined; readonly posyandu?: string | undefined }, reveal: Reveal): ValidityReport {
  const here = isWhere(where)
  const findings = RULES.flatMap(({ id, group, severity, repair, about }): ValidityReport['findings'] => {
    const notes = validity.notes.filter(({ rule, child }) => rule === id && here(child))
    const lost = validity.rowNotes.filter((note) => note.rule === id && here(note))
    const places = validity.placeNotes.filter((note) => note.rule === id && here(note))
    const head = { rule: id, group, severity, repair, about }
    return [
      ...(notes.length === 0 ? [] : [{ ...head, count: notes.length, words: {}, rows: notes.slice(0, ROWS).map(({ child, words }) => ({ child: child.id ?? null, ...personOf(child, reveal), words: { ...words } })) }]),
      ...(lost.length === 0 ? [] : [{ ...head, count: new Set(lost.map(({ sheet, row }) => `${sheet}\n${row}`)).size, words: {}, rows: lost.slice(0, ROWS).map(lostRow) }]),
      ...places.map(({ village, posyandu, words }) => ({ ...head, count: 1, words: { ...words, village, place: posyandu || placeOf({ village, posyandu }).villageName }, rows: [] })),
    ]
  })
  return { series: round.name, measuredOn: round.measuredOn, previous, whole: placeScore(validity.whole), places: validity.places.map(placeScore), findings }
}

/** A by-name series of the workspace as a round to be judged. */
export function storedRound(session: Session, name: string): JudgedRound {
  const series = byNameSeries(session, name)
  return { id: series.id, name: series.name, measuredOn: series.measuredOn, children: session.children.round(series.id), entries: session.series.counts(series.id), notRead: notReadOf(session, series.id) }
}

/** How far a by-name series can be trusted. @throws AppError series_not_found, series_not_by_name */
export function seriesValidity(session: Session, input: Input<'validity'>): ValidityReport {
  const round = storedRound(session, input.series)
  return validityReport(round, judgeRound(session, round), input, input.reveal)
}

